using System.Text;

namespace Styrkedja.Facts;

/// <summary>Gathers rows that come one by one, such as those of a table, into columns.</summary>
public sealed class LedgerRowsBuilder
{
    private readonly List<int> _line = [], _day = [], _account = [], _costCentre = [], _counterparty = [], _activity = [], _project = [], _voucher = [], _voucherSeries = [], _voucherLine = [];
    private readonly List<long> _ore = [], _quantity = [];
    private readonly List<string> _numbers = [];
    private readonly TextColumn _rowTexts = new(), _voucherTexts = new();
    private readonly CodeTable _accounts = new(), _costCentres = new(), _counterparties = new(), _activities = new(), _projects = new(), _series = new();
    private readonly Dictionary<(int Series, string Number), int> _vouchers = [];
    private bool _hasQuantity, _hasTexts;

    public int Count => _ore.Count;

    /// <summary>Adds one row; an empty code means that the row has none.</summary>
    /// <param name="voucherText">Kept for the first row of each voucher.</param>
    public void Add(
        int line, string series, string voucher, DateOnly day, string account, string costCentre, string counterparty, string activity, string project,
        long ore, long? quantityMilli = null, string voucherText = "", string rowText = "")
    {
        var place = (_series.NumberOf(series), voucher);
        if (!_vouchers.TryGetValue(place, out var number))
        {
            _vouchers[place] = number = _numbers.Count;
            _voucherSeries.Add(place.Item1);
            _numbers.Add(voucher);
            _voucherLine.Add(line);
            _voucherTexts.Add(Encoding.UTF8.GetBytes(voucherText));
        }

        _line.Add(line);
        _day.Add(day.DayNumber);
        _account.Add(_accounts.NumberOf(account));
        _costCentre.Add(_costCentres.NumberOf(costCentre));
        _counterparty.Add(_counterparties.NumberOf(counterparty));
        _activity.Add(_activities.NumberOf(activity));
        _project.Add(_projects.NumberOf(project));
        _voucher.Add(number);
        _ore.Add(ore);
        _quantity.Add(quantityMilli ?? LedgerRows.NoQuantity);
        _rowTexts.Add(Encoding.UTF8.GetBytes(rowText));
        _hasQuantity |= quantityMilli is not null;
        _hasTexts |= voucherText.Length > 0 || rowText.Length > 0;
    }

    public LedgerRows Build() => new()
    {
        Count = Count,
        Line = [.. _line],
        Day = [.. _day],
        Account = [.. _account],
        CostCentre = [.. _costCentre],
        Counterparty = [.. _counterparty],
        Activity = [.. _activity],
        Project = [.. _project],
        Ore = [.. _ore],
        QuantityMilli = _hasQuantity ? [.. _quantity] : null,
        Voucher = [.. _voucher],
        VoucherSeries = [.. _voucherSeries],
        VoucherNumbers = [.. _numbers],
        VoucherLines = [.. _voucherLine],
        SeriesCodes = _series.Codes,
        AccountCodes = _accounts.Codes,
        CostCentreCodes = _costCentres.Codes,
        CounterpartyCodes = _counterparties.Codes,
        ActivityCodes = _activities.Codes,
        ProjectCodes = _projects.Codes,
        Texts = _hasTexts ? (_voucherTexts, _rowTexts) : null,
    };
}
