using Styrkedja.Calendar;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>The sums of rows by cost centre, account, counterparty, activity and month, in the source's own codes, as they are made from rows and kept in a file.</summary>
/// <remarks>Unit: öre, debit positive. Columns of codes hold places in the lists of codes.</remarks>
internal sealed class CellSums
{
    public required IReadOnlyList<string> CostCentreCodes { get; init; }

    public required IReadOnlyList<string> AccountCodes { get; init; }

    public required IReadOnlyList<string> CounterpartyCodes { get; init; }

    public required IReadOnlyList<string> ActivityCodes { get; init; }

    public required int[] CostCentre { get; init; }

    public required int[] Account { get; init; }

    public required int[] Counterparty { get; init; }

    public required int[] Activity { get; init; }

    public required int[] MonthIndex { get; init; }

    public required long[] Ore { get; init; }

    public int Count => Ore.Length;

    /// <summary>Sums rows that stand in order of cost centre and account, so that each cell is found among the few of its own cost centre and account.</summary>
    /// <exception cref="OverflowException">A sum is larger than 64 bits of öre.</exception>
    public static CellSums Of(LedgerRows rows, RowOrder order)
    {
        var cells = new Gathered();
        var months = new Months(rows);
        // One small table serves every cost centre and account in turn; what stands there from an earlier turn is known by its number.
        var slots = new Slot[1 << 8];
        var turn = 0;
        for (int from = 0, to; from < rows.Count; from = to)
        {
            var (costCentre, account) = (rows.CostCentre[order.Rows[from]], rows.Account[order.Rows[from]]);
            to = from + 1;
            while (to < rows.Count && rows.Account[order.Rows[to]] == account && rows.CostCentre[order.Rows[to]] == costCentre)
                to++;
            if ((to - from) * 2 > slots.Length)
                slots = new Slot[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(to - from) * 2)];
            turn++;
            for (var i = from; i < to; i++)
            {
                var row = order.Rows[i];
                var (counterparty, activity, month) = (rows.Counterparty[row], rows.Activity[row], months.Of(rows.Day[row]));
                var cell = Find(slots, turn, counterparty, activity, month, cells.Count);
                if (cell == cells.Count)
                    cells.Add(costCentre, account, counterparty, activity, month, rows.Ore[row]);
                else
                    cells.Ore[cell] = checked(cells.Ore[cell] + rows.Ore[row]);
            }
        }

        return cells.Sums(rows.CostCentreCodes, rows.AccountCodes, rows.CounterpartyCodes, rows.ActivityCodes);
    }

    /// <summary>The same sums for several runs of rows of one source.</summary>
    public static CellSums Together(IReadOnlyList<CellSums> runs)
    {
        if (runs.Count == 1)
            return runs[0];
        var codes = new LedgerCodes();
        var places = new Dictionary<(int, int, int, int, int), int>();
        var cells = new Gathered();
        foreach (var run in runs)
        {
            var numbered = run.Numbered(codes);
            for (var i = 0; i < run.Count; i++)
            {
                var key = (numbered.CostCentre[i], numbered.Account[i], numbered.Counterparty[i], numbered.Activity[i], run.MonthIndex[i]);
                if (places.TryGetValue(key, out var place))
                {
                    cells.Ore[place] = checked(cells.Ore[place] + run.Ore[i]);
                    continue;
                }

                places.Add(key, cells.Count);
                cells.Add(key.Item1, key.Item2, key.Item3, key.Item4, key.Item5, run.Ore[i]);
            }
        }

        return cells.Sums(codes.CostCentres.Codes, codes.Accounts.Codes, codes.Counterparties.Codes, codes.Activities.Codes);
    }

    /// <summary>The cells of a batch, in the numbers that all batches share.</summary>
    public LeafCells Cells(LedgerCodes codes, FactBatch batch)
    {
        var (costCentre, account, counterparty, activity) = Numbered(codes);
        return new(codes, batch, costCentre, account, counterparty, activity, MonthIndex, Ore);
    }

    /// <summary>True when the same cells stand in both, in whatever order.</summary>
    public bool SameAs(CellSums other) => InOrder(this).SequenceEqual(InOrder(other));

    private static IEnumerable<(string, string, string, string, int, long)> InOrder(CellSums sums) =>
        Enumerable.Range(0, sums.Count)
            .Select(i => (sums.CostCentreCodes[sums.CostCentre[i]], sums.AccountCodes[sums.Account[i]], sums.CounterpartyCodes[sums.Counterparty[i]],
                sums.ActivityCodes[sums.Activity[i]], sums.MonthIndex[i], sums.Ore[i]))
            .OrderBy(c => c.Item1, StringComparer.Ordinal).ThenBy(c => c.Item2, StringComparer.Ordinal).ThenBy(c => c.Item3, StringComparer.Ordinal)
            .ThenBy(c => c.Item4, StringComparer.Ordinal).ThenBy(c => c.Item5);

    private (int[] CostCentre, int[] Account, int[] Counterparty, int[] Activity) Numbered(LedgerCodes codes)
    {
        return (In(codes.CostCentres, CostCentreCodes, CostCentre), In(codes.Accounts, AccountCodes, Account), In(codes.Counterparties, CounterpartyCodes, Counterparty),
            In(codes.Activities, ActivityCodes, Activity));

        static int[] In(CodeTable table, IReadOnlyList<string> codes, int[] column)
        {
            var numbers = new int[codes.Count];
            Array.Fill(numbers, -1);
            var numbered = new int[column.Length];
            for (var i = 0; i < column.Length; i++)
            {
                ref var number = ref numbers[column[i]];
                if (number < 0)
                    number = table.NumberOf(codes[column[i]]);
                numbered[i] = number;
            }

            return numbered;
        }
    }

    /// <summary>The cell of a key among those of this turn; the next cell's number when there is none yet.</summary>
    private static int Find(Slot[] slots, int turn, int counterparty, int activity, int month, int next)
    {
        var mask = slots.Length - 1;
        var hash = unchecked(((uint)counterparty * 0x9E3779B1) ^ ((uint)activity * 0x85EBCA77) ^ ((uint)month * 0xC2B2AE3D));
        for (var place = (int)((hash ^ (hash >> 15)) & (uint)mask); ; place = (place + 1) & mask)
        {
            ref var slot = ref slots[place];
            if (slot.Turn != turn)
            {
                slot = new() { Turn = turn, Counterparty = counterparty, Activity = activity, Month = month, Cell = next };
                return next;
            }

            if (slot.Counterparty == counterparty && slot.Activity == activity && slot.Month == month)
                return slot.Cell;
        }
    }

    private struct Slot
    {
        public int Turn;
        public int Counterparty;
        public int Activity;
        public int Month;
        public int Cell;
    }

    private sealed class Gathered
    {
        private readonly List<int> _costCentre = [], _account = [], _counterparty = [], _activity = [], _month = [];

        public List<long> Ore { get; } = [];

        public int Count => Ore.Count;

        public void Add(int costCentre, int account, int counterparty, int activity, int month, long ore)
        {
            _costCentre.Add(costCentre);
            _account.Add(account);
            _counterparty.Add(counterparty);
            _activity.Add(activity);
            _month.Add(month);
            Ore.Add(ore);
        }

        public CellSums Sums(IReadOnlyList<string> costCentres, IReadOnlyList<string> accounts, IReadOnlyList<string> counterparties, IReadOnlyList<string> activities) => new()
        {
            CostCentreCodes = costCentres,
            AccountCodes = accounts,
            CounterpartyCodes = counterparties,
            ActivityCodes = activities,
            CostCentre = [.. _costCentre],
            Account = [.. _account],
            Counterparty = [.. _counterparty],
            Activity = [.. _activity],
            MonthIndex = [.. _month],
            Ore = [.. Ore],
        };
    }

    /// <summary>The month of a day, worked out once a day.</summary>
    private sealed class Months
    {
        private readonly int _first;
        private readonly int[] _indexes;

        public Months(LedgerRows rows)
        {
            if (rows.Count == 0)
            {
                _indexes = [];
                return;
            }

            var days = rows.Day.AsSpan(0, rows.Count);
            var (first, last) = (days[0], days[0]);
            foreach (var day in days)
                (first, last) = (Math.Min(first, day), Math.Max(last, day));
            _first = first;
            _indexes = new int[last - first + 1];
            for (var i = 0; i < _indexes.Length; i++)
                _indexes[i] = Month.Of(DateOnly.FromDayNumber(first + i)).Index;
        }

        public int Of(int day) => _indexes[day - _first];
    }
}
