using System.Buffers.Binary;

namespace Styrkedja.Sie;

/// <summary>The rows of vouchers, read in full with everything that may stand in them or be wrong with them.</summary>
internal sealed partial class SieReading
{
    private readonly SieRows _rows;
    private (int Line, string Found) _added;
    private ulong _dayDigits;
    private DateOnly _dayRead;

    private void ReadRow(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        if (_inVoucher != VoucherPart.Within)
        {
            Report(SieFaults.RowOutsideVoucher, line, 0, line);
            return;
        }

        var row = new SieRow { CostCentre = -1, Counterparty = -1, Activity = -1, Project = -1, TextAt = -1, Line = _line, Voucher = _vouchers.Count - 1 };
        if (!TryRow(line, at, label, ref row, out var further, out var thousandths))
        {
            _voucherUncertain = true;
            _added = default;
            return;
        }

        if (_added.Line > 0)
        {
            if (_rows.SameAsLast(row, thousandths) && SameFurther(further))
            {
                _added = default;
                return;
            }

            AddedRowStandsAlone();
        }

        _rows.Room(1, _textBase + (long)_next, _length);
        if (further is not null)
            _rows.Further.Add(_rows.Count, further);
        _rows.Add(row, thousandths);
        Counted(row);
        if (label == SieLabel.Rtrans)
            _added = (_line, Decode(line[..Math.Min(line.Length, 100)]));
    }

    /// <summary>Adds the row to the sums of its voucher, its account and the file.</summary>
    private void Counted(in SieRow row)
    {
        _voucherSum += row.Ore;
        _voucherRows++;
        _totals.Add(row.Ore, row.Day);
        MoreAccounts();
        if (_yearNow is null || (row.Day >= _yearNow.First && row.Day <= _yearNow.Last))
            _moved[row.Account] += row.Ore;
    }

    private bool TryRow(ReadOnlySpan<byte> line, int at, SieLabel label, ref SieRow row, out SieObjectUse[]? further, out long thousandths)
    {
        further = null;
        thousandths = long.MinValue;
        var fields = new SieFields(line, at);
        if (fields.Next() != SieToken.Field || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, 1);
            return false;
        }

        row.Account = _chart.Account(fields.Escaped ? fields.Plain() : fields.Raw, _line);
        _useCount = 0;
        var before = fields;
        if (fields.Next() == SieToken.Open)
        {
            if (!ReadObjectList(line, ref fields))
                return false;
            if (_useCount > 0)
                further = PlaceObjects(ref row);
        }
        else
        {
            if (fields.Quoting != SieQuoting.Sound)
                return Finish(line, ref fields);
            Report(Accepted(SieFaults.ObjectListMissing, _options.AcceptMissingObjectList), line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
            if (!_options.AcceptMissingObjectList)
                return false;
            fields = before;
        }

        return TryAmount(line, ref fields, label, 3, true, out row.Ore) && TryRowEnd(line, ref fields, label, ref row, out thousandths);
    }

    /// <summary>What may follow the amount: day, text, quantity and signature.</summary>
    private bool TryRowEnd(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, ref SieRow row, out long thousandths)
    {
        thousandths = long.MinValue;
        row.Day = _voucherDay;
        if (fields.NextText())
        {
            if (!fields.Raw.IsEmpty && !TryRowDay(line, ref fields, label, ref row.Day))
                return false;
            if (fields.NextText())
            {
                row.TextAt = _textBase + _lineStart + fields.Start;
                if (!TryQuantity(line, ref fields, out thousandths))
                    return false;
            }
        }

        return Finish(line, ref fields);
    }

    /// <summary>The day of a row; rows that follow each other mostly have the same, so the last one is remembered.</summary>
    private bool TryRowDay(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, ref DateOnly day)
    {
        var digits = fields.Raw.Length == 8 ? BinaryPrimitives.ReadUInt64LittleEndian(fields.Raw) : 0;
        if (digits != 0 && digits == _dayDigits)
        {
            day = _dayRead;
            return true;
        }

        var how = SieValues.Day(fields.Raw, out var read);
        if (how is SieReadability.Sound or SieReadability.Iso)
        {
            day = read;
            if (how == SieReadability.Iso)
                Report(SieFaults.DateIso, line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
            else
                (_dayDigits, _dayRead) = (digits, read);
            return true;
        }

        if (fields.Quoting == SieQuoting.Sound)
            Report(SieFaults.DateInvalid, line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
        else
            Finish(line, ref fields);
        return false;
    }

    /// <summary>Puts the objects into the columns of the row; gives back those that have no column.</summary>
    private SieObjectUse[]? PlaceObjects(ref SieRow row)
    {
        List<SieObjectUse>? further = null;
        for (var i = 0; i < _useCount; i++)
        {
            var (dimension, number) = _uses[i];
            switch (dimension.Column)
            {
                case SieColumn.CostCentre:
                    row.CostCentre = number;
                    break;
                case SieColumn.Project:
                    row.Project = number;
                    break;
                case SieColumn.Activity:
                    row.Activity = number;
                    break;
                case SieColumn.Counterparty:
                    row.Counterparty = number;
                    break;
                default:
                    (further ??= []).Add(new SieObjectUse(dimension.Number, number));
                    break;
            }

            if (dimension.Superior is { } superior)
                CheckSuperior(dimension.Number, superior);
        }

        return further?.ToArray();
    }

    /// <summary>In a row the superior object stands in the same list as the one below it. Rule: SIE 4B, #UNDERDIM.</summary>
    private void CheckSuperior(int dimension, int superior)
    {
        for (var i = 0; i < _useCount; i++)
        {
            if (_uses[i].Dimension.Number == superior)
                return;
        }

        _faults.Add(SieFaults.SuperiorObjectMissing, _line, 1, SieValues.Count(dimension), ("superior", SieValues.Count(superior)));
    }

    private bool SameFurther(SieObjectUse[]? further)
    {
        var last = _rows.Further.GetValueOrDefault(_rows.Count - 1);
        return further is null ? last is null : last is not null && further.SequenceEqual(last);
    }

    /// <summary>An added row was not followed by its twin, which other readers need; it counts by itself.</summary>
    private void AddedRowStandsAlone()
    {
        _faults.Add(SieFaults.AddedRowAlone, _added.Line, 1, _added.Found);
        _added = default;
    }

    /// <summary>A row taken away (#BTRANS) counts in no sum; only its place is checked.</summary>
    private void SkipRemovedRow(ReadOnlySpan<byte> line, int at)
    {
        if (_inVoucher != VoucherPart.Within)
            Report(SieFaults.RowOutsideVoucher, line, 0, line);
        var fields = new SieFields(line, at);
        Finish(line, ref fields);
    }
}
