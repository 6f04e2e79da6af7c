namespace Styrkedja.Sie;

/// <summary>Balances of the year and of its months, for accounts and for objects.</summary>
internal sealed partial class SieReading
{
    private readonly SieBalances _balances;

    private void ReadBalance(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        var fields = new SieFields(line, at);
        var field = 1;
        if (!fields.NextText() || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, field);
            return;
        }

        if (!SieValues.Whole(fields.Raw, out var year) || year is < -99 or > 99)
        {
            Report(SieFaults.YearInvalid, line, fields.Start, fields.Raw);
            return;
        }

        var month = 0;
        if (label is SieLabel.Psaldo or SieLabel.Pbudget)
        {
            field++;
            if (!fields.NextText() || !SieValues.Month(fields.Raw, out month))
            {
                Report(SieFaults.PeriodInvalid, line, fields.Start, fields.Raw);
                return;
            }
        }

        field++;
        if (fields.Next() != SieToken.Field || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, field);
            return;
        }

        var account = _chart.Account(fields.Plain(), _line);
        var hasList = label is not (SieLabel.Ib or SieLabel.Ub or SieLabel.Res);
        _useCount = 0;
        if (hasList && !ReadMandatoryList(line, ref fields, label, ref field))
            return;
        if (!TryAmount(line, ref fields, label, field + 1, hasList, out var ore) || !TryQuantity(line, ref fields, out var thousandths))
            return;
        if (!Finish(line, ref fields))
            return;
        if (label == SieLabel.Psaldo && _useCount > 0 && _hasType && _header.Type == 2)
        {
            Report(SieFaults.ObjectRowIgnored, line, 0, line);
            return;
        }

        var uses = _useCount == 0 ? [] : new SieObjectUse[_useCount];
        for (var i = 0; i < uses.Length; i++)
            uses[i] = new SieObjectUse(_uses[i].Dimension.Number, _uses[i].Object);
        _balances.Add(_line, Kind(label), year, month, account, uses, ore, thousandths);
    }

    private static SieBalanceKind Kind(SieLabel label) => label switch
    {
        SieLabel.Ib => SieBalanceKind.Opening,
        SieLabel.Ub => SieBalanceKind.Closing,
        SieLabel.Oib => SieBalanceKind.ObjectOpening,
        SieLabel.Oub => SieBalanceKind.ObjectClosing,
        SieLabel.Res => SieBalanceKind.Result,
        SieLabel.Psaldo => SieBalanceKind.PeriodChange,
        _ => SieBalanceKind.PeriodBudget,
    };

    private bool ReadMandatoryList(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, ref int field)
    {
        field++;
        var before = fields;
        if (fields.Next() == SieToken.Open)
        {
            var open = fields.Start;
            if (!ReadObjectList(line, ref fields))
                return false;
            if (_useCount > 0 || label is SieLabel.Psaldo or SieLabel.Pbudget)
                return true;
            Report(SieFaults.ObjectListInvalid, line, open, line[open..]);
            return false;
        }

        if (fields.Quoting != SieQuoting.Sound)
        {
            Finish(line, ref fields);
            return false;
        }

        Report(Accepted(SieFaults.ObjectListMissing, _options.AcceptMissingObjectList), line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
        fields = before;
        return _options.AcceptMissingObjectList && label is SieLabel.Psaldo or SieLabel.Pbudget;
    }

    private bool TryAmount(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, int field, bool braces, out long ore)
    {
        ore = 0;
        var given = braces ? fields.Next() == SieToken.Field : fields.NextText();
        if (!given || fields.Raw.IsEmpty)
        {
            ReportMissing(line, ref fields, label, field);
            return false;
        }

        var how = SieValues.Ore(fields.Raw, out ore);
        return how == SieReadability.Sound || AcceptAmount(line, ref fields, how);
    }

    private bool AcceptAmount(ReadOnlySpan<byte> line, ref SieFields fields, SieReadability how)
    {
        if (fields.Quoting != SieQuoting.Sound)
            return Finish(line, ref fields);
        var kind = how switch
        {
            SieReadability.Overflow => SieFaults.AmountOverflow,
            SieReadability.DecimalComma => Accepted(SieFaults.DecimalComma, _options.AcceptDecimalComma),
            _ => SieFaults.AmountInvalid,
        };
        Report(kind, line, fields.Start, fields.Raw);
        return how == SieReadability.DecimalComma && _options.AcceptDecimalComma;
    }

    /// <summary>A quantity that may be left out or empty.</summary>
    private bool TryQuantity(ReadOnlySpan<byte> line, ref SieFields fields, out long thousandths)
    {
        thousandths = long.MinValue;
        if (!fields.NextText() || fields.Raw.IsEmpty)
            return true;
        var how = SieValues.Thousandths(fields.Raw, out var quantity);
        switch (how)
        {
            case SieReadability.Rounded:
                Report(SieFaults.QuantityRounded, line, fields.Start, fields.Raw);
                break;
            case SieReadability.Sound:
                break;
            case SieReadability.DecimalComma when _options.AcceptDecimalComma:
                Report(Accepted(SieFaults.DecimalComma, true), line, fields.Start, fields.Raw);
                break;
            default:
                if (fields.Quoting == SieQuoting.Sound)
                    Report(SieFaults.QuantityInvalid, line, fields.Start, fields.Raw);
                else
                    Finish(line, ref fields);
                return false;
        }

        thousandths = quantity;
        return true;
    }
}
