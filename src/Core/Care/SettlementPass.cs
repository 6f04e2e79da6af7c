using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Styrkedja.Care;

/// <summary>What has been summed in one slot.</summary>
internal struct SlotSum
{
    public long Ore;
    public long Fees;
    public long Count;

    public void Add(in SlotSum other) => (Ore, Fees, Count) = (Ore + other.Ore, Fees + other.Fees, Count + other.Count);
}

/// <summary>What has been summed in one slot within a run of rows: öre, and fees and the number of contacts in one number.</summary>
internal struct RunSum
{
    /// <summary>A run has no more rows than fit in this many bits, and fees of so many rows fit in those above.</summary>
    private const int CountBits = 17;

    public long Ore;
    private ulong _feesAndCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int ore, int fee)
    {
        unchecked
        {
            Ore += ore;
            _feesAndCount += ((ulong)(uint)fee << CountBits) + 1;
        }
    }

    public readonly SlotSum Sum => new() { Ore = Ore, Fees = (long)(_feesAndCount >> CountBits), Count = (long)(_feesAndCount & ((1UL << CountBits) - 1)) };
}

/// <summary>What was settled for each contact of a run of rows: the amount in öre and the id of the rule.</summary>
internal sealed class KeptRun(int count)
{
    public readonly int[] Ore = GC.AllocateUninitializedArray<int>(count);
    public readonly ushort[] Rule = GC.AllocateUninitializedArray<ushort>(count);
}

/// <summary>One pass over contacts: each row's codes are looked up in the tables and its amount summed.</summary>
/// <remarks>
/// Rows are taken in runs, by as many at a time as there are processors; sums are whole numbers, so the order of rows and runs never matters.
/// A price and a fee are below 2^31 öre and a run has 2^16 rows, so no sum of a run can pass 2^47: the additions within it need no checking.
/// </remarks>
internal sealed class SettlementPass(SettlementTables tables, CareContacts contacts, ListedWith? listed)
{
    public const int RunLength = 1 << 16;

    /// <summary>Rows whose codes are looked through just before they are settled, so few that they still lie near the processor.</summary>
    private const int ChunkLength = 1 << 12;

    public SlotSum[] Sums { get; private set; } = [];

    /// <summary>Rows whose price depends on how many came before.</summary>
    public List<int> Stepped { get; } = [];

    public static int RunsOf(CareContacts contacts) => (contacts.Count + RunLength - 1) / RunLength;

    /// <summary>Settles every row, or only those of some providers.</summary>
    /// <param name="kept">A place for each run, filled in when it is given; runs that are not asked for keep what they have.</param>
    /// <param name="runs">The runs to go through; nothing for all.</param>
    /// <param name="providers">The providers to settle; nothing for all.</param>
    public void Run(KeptRun?[]? kept, int[]? runs = null, bool[]? providers = null)
    {
        var count = runs?.Length ?? RunsOf(contacts);
        var workers = Math.Max(1, Math.Min(Environment.ProcessorCount, count));
        var (next, sums, stepped) = (-1, new SlotSum[workers][], new List<int>[workers]);
        Parallel.For(0, workers, worker =>
        {
            var (mine, ofRun, rows) = (new SlotSum[tables.SumCount], new RunSum[tables.SumCount], new List<int>());
            for (var at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
            {
                var run = runs?[at] ?? at;
                var (from, to) = (run * RunLength, Math.Min(contacts.Count, (run + 1) * RunLength));
                KeptRun? into = null;
                if (kept is not null)
                {
                    into = new(to - from);
                    if (providers is not null)
                    {
                        kept[run]!.Ore.CopyTo(into.Ore, 0);
                        kept[run]!.Rule.CopyTo(into.Rule, 0);
                    }

                    kept[run] = into;
                }

                for (var chunk = from; chunk < to; chunk += ChunkLength)
                    Settle(chunk, Math.Min(to, chunk + ChunkLength), from, into, ofRun, rows, providers);
                for (var i = 0; i < mine.Length; i++)
                    mine[i].Add(ofRun[i].Sum);
                Array.Clear(ofRun);
            }

            (sums[worker], stepped[worker]) = (mine, rows);
        });
        Sums = sums[0];
        foreach (var other in sums.AsSpan(1))
        {
            for (var i = 0; i < Sums.Length; i++)
                Sums[i].Add(other[i]);
        }

        Stepped.AddRange(stepped.SelectMany(rows => rows));
    }

    /// <summary>The cell of one contact within the months.</summary>
    public (ProviderPlan Plan, PriceCell Cell) Find(int row)
    {
        var plan = tables.Plans[tables.PlansOf[contacts.Day[row] - tables.FirstDay] + contacts.Provider[row]];
        var code = (((contacts.Type[row] * CodeSpace.Ways) + (int)contacts.Way[row]) * CodeSpace.Payers) + (int)contacts.Payer[row];
        code = (code * tables.Space.HomesOfClass.Length) + tables.Space.HomeClass[contacts.Home[row]];
        var elsewhere = listed is not null && !listed.Is(contacts.Person[row], contacts.Day[row], contacts.Provider[row]);
        var cell = tables.Cells[plan.Cells + (code * tables.Space.ListedWays) + (elsewhere ? 1 : 0)];
        return (plan, cell.Table == 0 ? cell : tables.GroupCells[plan.GroupCells + (cell.Table * tables.Space.Groups.Count) + contacts.Group[row]].Or(cell));
    }

    /// <summary>The sums that a contact within the months belongs to.</summary>
    public SumBlock BlockOf(int row) => tables.BlockOf(contacts.Day[row], contacts.Provider[row]);

    private void Settle(int from, int to, int run, KeptRun? kept, RunSum[] sums, List<int> stepped, bool[]? providers)
    {
        var count = to - from;
        var day = contacts.Day.AsSpan(from, count);
        var way = MemoryMarshal.Cast<ContactWay, byte>(contacts.Way.AsSpan(from, count));
        var payer = MemoryMarshal.Cast<ContactPayer, byte>(contacts.Payer.AsSpan(from, count));
        var fee = contacts.Fee.AsSpan(from, count);
        var provider = Within(contacts.Provider.AsSpan(from, count), tables.Providers.Count);
        var type = Within(contacts.Type.AsSpan(from, count), tables.Space.Types.Count);
        var group = Within(contacts.Group.AsSpan(from, count), tables.Space.Groups.Count);
        var homes = tables.Space.HomesOfClass.Length;
        var home = homes > 1 ? Within(contacts.Home.AsSpan(from, count), tables.Space.HomeClass.Length) : [];
        _ = Within(way, CodeSpace.Ways);
        _ = Within(payer, CodeSpace.Payers);

        // Asked for all rows at once, since a question is a wait for memory and many can wait at the same time.
        Span<byte> elsewhere = stackalloc byte[listed is null ? 0 : count];
        for (var i = 0; i < elsewhere.Length; i++)
            elsewhere[i] = listed!.Is(contacts.Person[from + i], day[i], provider[i]) ? (byte)0 : (byte)1;

        // Codes are known to lie within their lists, and every cell of the tables to point within the sums, so rows need no further checking.
        ref var plansOf = ref MemoryMarshal.GetArrayDataReference(tables.PlansOf);
        ref var plans = ref MemoryMarshal.GetArrayDataReference(tables.Plans);
        ref var cells = ref MemoryMarshal.GetArrayDataReference(tables.Cells);
        ref var groupCells = ref MemoryMarshal.GetArrayDataReference(tables.GroupCells);
        ref var sum = ref MemoryMarshal.GetArrayDataReference(sums);
        // Asked first, since it is known before the cell is: a contact without a group has no price by group.
        var noGroup = tables.Space.NoGroup;
        var (firstDay, days, groupCount, listedWays) = (tables.FirstDay, (uint)tables.Days, tables.Space.Groups.Count, tables.Space.ListedWays);
        var homeClass = tables.Space.HomeClass.AsSpan();
        var ore = kept is null ? [] : kept.Ore.AsSpan(from - run, count);
        var rule = kept is null ? [] : kept.Rule.AsSpan(from - run, count);
        unchecked
        {
            for (var i = 0; i < day.Length; i++)
            {
                if (providers is not null && !providers[provider[i]])
                    continue;
                var at = day[i] - firstDay;
                if ((uint)at >= days)
                {
                    if (kept is not null)
                        (ore[i], rule[i]) = (0, 0);
                    continue;
                }

                ref var plan = ref Unsafe.Add(ref plans, Unsafe.Add(ref plansOf, at) + provider[i]);
                var code = (((type[i] * CodeSpace.Ways) + way[i]) * CodeSpace.Payers) + payer[i];
                if (homes > 1)
                    code = (code * homes) + homeClass[home[i]];
                code *= listedWays;
                if (listed is not null)
                    code += elsewhere[i];
                var cell = Unsafe.Add(ref cells, plan.Cells + code);
                if (group[i] != noGroup && cell.Table != 0)
                    cell = Unsafe.Add(ref groupCells, plan.GroupCells + (cell.Table * groupCount) + group[i]).Or(cell);
                int slot = cell.Slot;
                if ((slot & PriceCell.Stepped) != 0)
                {
                    slot &= ~PriceCell.Stepped;
                    stepped.Add(from + i);
                }

                Unsafe.Add(ref sum, plan.Sums + slot).Add(cell.Ore, fee[i]);
                if (kept is not null)
                    (ore[i], rule[i]) = (cell.Ore, (ushort)(plan.FirstRule + slot));
            }
        }
    }

    /// <summary>The codes of some rows, when all of them lie within their list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row has a code that its list lacks.</exception>
    private static ReadOnlySpan<T> Within<T>(ReadOnlySpan<T> codes, int count)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (most, at) = (T.Zero, 0);
        if (Vector.IsHardwareAccelerated && codes.Length >= Vector<T>.Count)
        {
            var highest = Vector<T>.Zero;
            for (; at <= codes.Length - Vector<T>.Count; at += Vector<T>.Count)
                highest = Vector.Max(highest, new Vector<T>(codes[at..]));
            for (var i = 0; i < Vector<T>.Count; i++)
                most = T.Max(most, highest[i]);
        }

        for (; at < codes.Length; at++)
            most = T.Max(most, codes[at]);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(int.CreateChecked(most), count, nameof(codes));
        return codes;
    }
}
