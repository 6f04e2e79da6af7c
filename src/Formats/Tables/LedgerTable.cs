using System.Globalization;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Tables;

/// <summary>A ledger read from a table by its description: rows in the source's own codes, and every fault found.</summary>
/// <param name="LegalEntity">Whose books it is; empty when no row was read.</param>
/// <param name="WholeYear">True when the file holds the whole year to date and replaces earlier ones.</param>
/// <param name="Faults">When there is an error nothing of the file may be taken in.</param>
public sealed record LedgerTable(LedgerRows Rows, TableFormat Format, string LegalEntity, bool WholeYear, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>Reads every row; a row with a fault is left out and told, and the reading goes on.</summary>
    public static LedgerTable Read(TableRows rows, LedgerMapping mapping, string fileName) => new LedgerTableReading(rows, mapping, fileName).Read();
}

/// <summary>One reading of a ledger table: which columns are where, the rows so far and what each voucher sums to.</summary>
internal sealed class LedgerTableReading
{
    private readonly TableRows _rows;
    private readonly LedgerMapping _mapping;
    private readonly TableFaultList _faults;
    private readonly TableColumns _columns;
    private readonly TableNumber _number;
    private readonly LedgerRowsBuilder _built = new();
    private readonly Dictionary<(string Series, string Number), (int Line, Int128 Ore)> _vouchers = [];
    private readonly int _account, _date, _costCentre, _counterparty, _activity, _project, _series, _voucher, _amount, _debit, _credit, _quantity, _voucherText, _rowText, _legalEntity;
    private string? _entity;
    private int _year;
    private Int128 _debits, _credits;

    public LedgerTableReading(TableRows rows, LedgerMapping mapping, string fileName)
    {
        (_rows, _mapping) = (rows, mapping);
        _faults = new(fileName);
        _columns = new(rows, mapping.Form, _faults);
        _number = new(mapping.Form.Decimal, mapping.Form.Thousands);
        var c = mapping.Columns;
        (_account, _date) = (_columns.Place(c.Account), _columns.Place(c.Date));
        (_costCentre, _counterparty, _activity, _project) = (_columns.Place(c.CostCentre), _columns.Place(c.Counterparty), _columns.Place(c.Activity), _columns.Place(c.Project));
        (_series, _voucher) = (_columns.Place(c.Series), _columns.Place(c.Voucher));
        (_amount, _debit, _credit, _quantity) = (_columns.Place(c.Amount), _columns.Place(c.Debit), _columns.Place(c.Credit), _columns.Place(c.Quantity));
        (_voucherText, _rowText, _legalEntity) = (_columns.Place(c.VoucherText), _columns.Place(c.RowText), _columns.Place(c.LegalEntity));
        _entity = mapping.Fixed.LegalEntity;
    }

    public LedgerTable Read()
    {
        var before = _faults.HasErrors;
        while (!before && _columns.Next())
            ReadRow();
        if (_rows.Broken is { } broken)
            _faults.Add(broken);
        if (!_faults.HasErrors)
            CheckVouchers();
        var most = Int128.Max(_debits, -_credits);
        if (most > long.MaxValue)
            _faults.Add("table.sum-too-large", 0, most.ToString(CultureInfo.InvariantCulture));
        return new(_built.Build(), _mapping.Form.Format, _entity ?? "", _mapping.WholeYear, _faults.ByLine());
    }

    private void ReadRow()
    {
        var line = _rows.Line;
        var f = _mapping.Fixed;
        var account = Text(_account);
        if (account.Length == 0)
            _faults.Add("table.account-missing", line, "", ("column", _mapping.Columns.Account));
        var day = ReadDay(line);
        var ore = ReadAmount(line);
        var quantity = ReadQuantity(line, out var wrongQuantity);
        var number = Text(_voucher);
        if (_voucher >= 0 && number.Length == 0)
            _faults.Add("table.voucher-missing", line, "", ("column", _mapping.Columns.Voucher!));
        ReadEntity(line);
        if (account.Length == 0 || day is not { } date || ore is not { } amount || wrongQuantity || (_voucher >= 0 && number.Length == 0))
            return;
        var series = Or(_series, f.Series);
        _built.Add(
            line, series, number, date, account, Or(_costCentre, f.CostCentre), Or(_counterparty, f.Counterparty), Or(_activity, f.Activity), Or(_project, f.Project),
            amount, quantity, Text(_voucherText), Text(_rowText));
        var (first, sum) = _vouchers.GetValueOrDefault((series, number), (line, 0));
        _vouchers[(series, number)] = (first, sum + amount);
        if (amount > 0)
            _debits += amount;
        else
            _credits += amount;
    }

    private DateOnly? ReadDay(int line)
    {
        var cell = _rows.Cell(_date);
        var day = cell.Day ?? (DateOnly.TryParseExact(cell.Text, _mapping.DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null);
        if (cell.IsEmpty)
            _faults.Add("table.date-missing", line, "", ("column", _mapping.Columns.Date));
        else if (day is null)
            _faults.Add("table.not-a-date", line, cell.Text, ("form", _mapping.DateForm));
        else if (_year == 0)
            _year = day.Value.Year;
        else if (day.Value.Year != _year)
            _faults.Add("table.another-year", line, cell.Text, ("year", $"{_year}"));
        return day;
    }

    private long? ReadAmount(int line)
    {
        if (_amount >= 0)
            return Amount(_amount, _mapping.Columns.Amount!, line, required: true) is { } amount ? _mapping.Debit == DebitSign.Plus ? amount : -amount : null;
        if (_rows.Cell(_debit).IsEmpty && _rows.Cell(_credit).IsEmpty)
        {
            _faults.Add("table.amount-missing", line, "", ("column", $"{_mapping.Columns.Debit}, {_mapping.Columns.Credit}"));
            return null;
        }

        return Amount(_debit, _mapping.Columns.Debit!, line, required: false) is { } debit && Amount(_credit, _mapping.Columns.Credit!, line, required: false) is { } credit ? debit - credit : null;
    }

    private long? Amount(int column, string name, int line, bool required)
    {
        var cell = _rows.Cell(column);
        var read = _number.Read(cell, _mapping.Amounts == AmountsIn.Kronor ? 2 : 0, out var ore);
        switch (read)
        {
            case NumberReading.Read:
                return ore;
            case NumberReading.Nothing when !required:
                return 0;
            case NumberReading.Nothing:
                _faults.Add("table.amount-missing", line, "", ("column", name));
                return null;
            case NumberReading.TooFine:
                _faults.Add("table.amount-parts-of-ore", line, cell.Text, ("column", name));
                return null;
            case NumberReading.TooLarge:
                _faults.Add("table.amount-too-large", line, cell.Text, ("column", name));
                return null;
            default:
                _faults.Add("table.not-an-amount", line, cell.Text, ("column", name), ("decimal", _number.Decimal == DecimalSign.Comma ? "," : "."));
                return null;
        }
    }

    private long? ReadQuantity(int line, out bool wrong)
    {
        var read = NumberReading.Nothing;
        var quantity = 0L;
        if (_quantity >= 0)
            read = _number.Read(_rows.Cell(_quantity), 3, out quantity);
        wrong = read is not (NumberReading.Read or NumberReading.Nothing);
        if (wrong)
            _faults.Add("table.not-a-quantity", line, _rows.Cell(_quantity).Text, ("column", _mapping.Columns.Quantity!));
        return read == NumberReading.Read ? quantity : null;
    }

    private void ReadEntity(int line)
    {
        if (_legalEntity < 0)
            return;
        var entity = Text(_legalEntity);
        _entity ??= entity;
        if (entity.Length == 0 || entity != _entity)
            _faults.Add("table.another-legal-entity", line, entity, ("first", _entity));
    }

    /// <summary>A voucher whose rows do not sum to nothing says something that has not happened; where the source has no vouchers the file is held as one.</summary>
    private void CheckVouchers()
    {
        foreach (var ((series, number), (line, ore)) in _vouchers)
        {
            if (ore == 0)
                continue;
            var off = Kronor(ore);
            if (_mapping.Unbalanced == UnbalancedVouchers.Accepted)
                _faults.Add(Fault.Information("table.unbalanced-accepted", _faults.Place(line), off, ("reason", _mapping.UnbalancedReason!)));
            else if (_voucher < 0)
                _faults.Add("table.file-unbalanced", 0, off);
            else
                _faults.Add("table.voucher-unbalanced", line, off, ("voucher", $"{series} {number}".Trim()));
        }
    }

    private string Text(int column) => column < 0 ? "" : _rows.Cell(column).Text;

    private string Or(int column, string? fixedValue) => column < 0 ? fixedValue ?? "" : _rows.Cell(column).Text;

    private static string Kronor(Int128 ore) => string.Create(CultureInfo.InvariantCulture, $"{(ore < 0 ? "-" : "")}{Int128.Abs(ore) / 100}.{(int)(Int128.Abs(ore) % 100):00}");
}
