using Styrkedja.Facts;
using Styrkedja.Sie;

namespace Styrkedja.App.Importing;

/// <summary>Gathers the blocks of a SIE file into one run of rows.</summary>
/// <remarks>Numbers of codes are those of the file, one higher, so that 0 means none.</remarks>
/// <param name="likelyRows">How many rows there may be: room for them is asked for at once, and costs nothing until it is used.</param>
internal sealed class SieRun(int likelyRows)
{
    private readonly List<int> _voucherSeries = [], _voucherLines = [];
    private readonly List<string> _voucherNumbers = [];
    private TextColumn _ofVouchers = new(), _ofRows = new();
    private int[] _line = [], _day = [], _account = [], _costCentre = [], _counterparty = [], _activity = [], _project = [], _voucher = [];
    private long[] _ore = [];
    private long[]? _quantity;

    public int Count { get; private set; }

    public void Add(SieBlock block)
    {
        var rows = block.Rows;
        Room(rows.Count);
        var (from, firstVoucher) = (Count, _voucherNumbers.Count);
        rows.Line.CopyTo(_line.AsSpan(from));
        rows.Ore.CopyTo(_ore.AsSpan(from));
        Shifted(rows.Account, _account, from, 1);
        Shifted(rows.CostCentre, _costCentre, from, 1);
        Shifted(rows.Counterparty, _counterparty, from, 1);
        Shifted(rows.Activity, _activity, from, 1);
        Shifted(rows.Project, _project, from, 1);
        Shifted(rows.Voucher, _voucher, from, firstVoucher);
        for (var i = 0; i < rows.Count; i++)
        {
            _day[from + i] = rows.Day[i].DayNumber;
            rows.WriteText(i, _ofRows);
            _ofRows.End();
        }

        if (_quantity is not null || rows.HasQuantities)
            AddQuantities(rows, from);
        for (var v = 0; v < block.Vouchers.Count; v++)
        {
            _voucherSeries.Add(block.Vouchers.SeriesNumber(v) + 1);
            _voucherNumbers.Add(block.Vouchers.Number(v));
            _voucherLines.Add(block.Vouchers.Line(v));
            block.Vouchers.WriteText(v, _ofVouchers);
            _ofVouchers.End();
        }

        Count += rows.Count;
    }

    /// <summary>The rows gathered since the last time, with the codes that their numbers stand for.</summary>
    public LedgerRows Take(SieCodeLists codes)
    {
        var rows = new LedgerRows
        {
            Count = Count,
            Line = _line,
            Day = _day,
            Account = _account,
            CostCentre = _costCentre,
            Counterparty = _counterparty,
            Activity = _activity,
            Project = _project,
            Ore = _ore,
            QuantityMilli = _quantity,
            Voucher = _voucher,
            VoucherSeries = [.. _voucherSeries],
            VoucherNumbers = [.. _voucherNumbers],
            VoucherLines = [.. _voucherLines],
            SeriesCodes = codes.Series,
            AccountCodes = codes.Accounts,
            CostCentreCodes = codes.CostCentres,
            CounterpartyCodes = codes.Counterparties,
            ActivityCodes = codes.Activities,
            ProjectCodes = codes.Projects,
            Texts = _ofVouchers.IsEmpty && _ofRows.IsEmpty ? null : (_ofVouchers, _ofRows),
        };
        (_line, _day, _account, _costCentre, _counterparty, _activity, _project, _voucher, _ore, _quantity) = ([], [], [], [], [], [], [], [], [], null);
        (_ofVouchers, _ofRows) = (new(), new());
        _voucherSeries.Clear();
        _voucherNumbers.Clear();
        _voucherLines.Clear();
        Count = 0;
        return rows;
    }

    private void AddQuantities(SieRows rows, int from)
    {
        if (_quantity is null)
        {
            _quantity = new long[_ore.Length];
            _quantity.AsSpan(0, from).Fill(LedgerRows.NoQuantity);
        }

        for (var i = 0; i < rows.Count; i++)
            _quantity[from + i] = rows.QuantityThousandths(i) ?? LedgerRows.NoQuantity;
    }

    private void Room(int more)
    {
        if (Count + more <= _ore.Length)
            return;
        var capacity = Math.Max(Count + more, _ore.Length == 0 ? likelyRows : _ore.Length * 2);
        Array.Resize(ref _line, capacity);
        Array.Resize(ref _day, capacity);
        Array.Resize(ref _account, capacity);
        Array.Resize(ref _costCentre, capacity);
        Array.Resize(ref _counterparty, capacity);
        Array.Resize(ref _activity, capacity);
        Array.Resize(ref _project, capacity);
        Array.Resize(ref _voucher, capacity);
        Array.Resize(ref _ore, capacity);
        if (_quantity is not null)
            Array.Resize(ref _quantity, capacity);
    }

    private static void Shifted(ReadOnlySpan<int> from, int[] to, int at, int by)
    {
        var target = to.AsSpan(at, from.Length);
        for (var i = 0; i < from.Length; i++)
            target[i] = from[i] + by;
    }
}

/// <summary>The codes of a SIE file as lists that begin with the empty code.</summary>
internal sealed record SieCodeLists(
    IReadOnlyList<string> Series, IReadOnlyList<string> Accounts, IReadOnlyList<string> CostCentres, IReadOnlyList<string> Counterparties, IReadOnlyList<string> Activities,
    IReadOnlyList<string> Projects)
{
    public static SieCodeLists Of(SieSummary file) => new(
        ["", .. file.Series], ["", .. file.Accounts.Select(a => a.Code)], Objects(file.CostCentres), Objects(file.Counterparties), Objects(file.Activities), Objects(file.Projects));

    private static string[] Objects(IReadOnlyList<SieObject> objects) => ["", .. objects.Select(o => o.Code)];
}
