namespace Styrkedja.Sie;

/// <summary>The identification records: program, company, years and what else stands at the top of a file.</summary>
internal sealed partial class SieReading
{
    private readonly List<SieYear> _years = [];
    private SieHeader _header = new();
    private SieYear? _yearNow;
    private bool _hasType;
    private bool _typeUnreadable;

    private SieHeader Header() => _header with { Years = [.. _years.OrderByDescending(y => y.Offset)] };

    private void ReadIdentification(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        if (_labelLines[(int)label] > 0 && label is not (SieLabel.Rar or SieLabel.Prosa))
            Report(SieFaults.RecordRepeated, line, 0, SieLabels.Name(label), ("first", SieValues.Count(_labelLines[(int)label])));

        var fields = new SieFields(line, at);
        switch (label)
        {
            case SieLabel.Flagga:
                ReadFlag(line, ref fields);
                break;
            case SieLabel.Program:
                ReadProgram(line, ref fields);
                break;
            case SieLabel.Format:
                if (!fields.NextText() || !fields.Raw.SequenceEqual("PC8"u8))
                    Report(SieFaults.FormatUnknown, line, fields.Start, fields.Raw);
                break;
            case SieLabel.Gen:
                _header = _header with { Generated = HeaderDay(line, ref fields, label), GeneratedBy = Text(ref fields) };
                break;
            case SieLabel.Sietyp:
                ReadType(line, ref fields);
                break;
            case SieLabel.Prosa:
                var remark = Text(ref fields);
                _header = _header with { Remark = _header.Remark is { } before && remark is not null ? before + " " + remark : remark };
                break;
            case SieLabel.Ftyp:
                _header = _header with { CompanyForm = Text(ref fields) };
                break;
            case SieLabel.Fnr:
                _header = _header with { CompanyKey = Text(ref fields) };
                break;
            case SieLabel.Orgnr:
                ReadOrganisationNumber(line, ref fields);
                break;
            case SieLabel.Bkod:
                _header = _header with { IndustryCode = Text(ref fields) };
                break;
            case SieLabel.Adress:
                _header = _header with { Address = [Text(ref fields) ?? "", Text(ref fields) ?? "", Text(ref fields) ?? "", Text(ref fields) ?? ""] };
                break;
            case SieLabel.Fnamn:
                _header = _header with { CompanyName = Text(ref fields) };
                if (_header.CompanyName is null)
                    Report(SieFaults.NameMissing, line, 0, line, ("record", SieLabels.Name(label)));
                break;
            case SieLabel.Rar:
                ReadYear(line, ref fields);
                break;
            case SieLabel.Taxar:
                _header = _header with { TaxYear = fields.NextText() && SieValues.Whole(fields.Raw, out var tax) ? tax : null };
                break;
            case SieLabel.Omfattn:
                _header = _header with { LastCoveredDay = HeaderDay(line, ref fields, label) };
                break;
            case SieLabel.Kptyp:
                _header = _header with { ChartType = Text(ref fields) };
                break;
            case SieLabel.Valuta:
                _header = _header with { Currency = Text(ref fields) };
                if (_header.Currency is { } currency && currency != "SEK")
                    Report(SieFaults.CurrencyOther, line, fields.Start, currency);
                break;
            default:
                break;
        }

        Finish(line, ref fields);
    }

    private string? Text(ref SieFields fields) => fields.NextText() && !fields.Raw.IsEmpty ? Decode(fields.Plain()) : null;

    private void ReadFlag(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        var given = fields.NextText();
        if (given && fields.Raw.SequenceEqual("1"u8))
        {
            _header = _header with { AlreadyImported = true };
            Report(SieFaults.AlreadyImported, line, fields.Start, fields.Raw);
        }
        else if (!given || !fields.Raw.SequenceEqual("0"u8))
        {
            Report(SieFaults.FlagInvalid, line, fields.Start, fields.Raw);
        }
    }

    private void ReadProgram(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        var name = Text(ref fields);
        var unusual = name is null || fields.Escaped;
        var version = Text(ref fields);
        _header = _header with { Program = name, ProgramVersion = version };
        if ((unusual || version is null) && fields.Quoting == SieQuoting.Sound)
            Report(SieFaults.ProgramUnusual, line, 0, line);
    }

    private void ReadType(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        if (fields.NextText() && SieValues.Whole(fields.Raw, out var type) && type is >= 1 and <= 4)
        {
            _header = _header with { Type = type };
            _hasType = true;
        }
        else
        {
            _typeUnreadable = true;
            Report(SieFaults.TypeUnknown, line, fields.Start, fields.Raw);
        }
    }

    /// <summary>Brings the number to ten digits: without hyphen, and without the century that some programs put first.</summary>
    private void ReadOrganisationNumber(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        if (Text(ref fields) is not { } stated)
        {
            Report(SieFaults.OrganisationNumberUnusual, line, fields.Start, "");
            return;
        }

        var digits = stated.Replace("-", "", StringComparison.Ordinal).Trim();
        var usual = digits.Length == 10 && digits.All(char.IsAsciiDigit) && (stated.Length == 10 || stated is [_, _, _, _, _, _, '-', ..]);
        if (digits.Length == 12 && digits.All(char.IsAsciiDigit))
            digits = digits[2..];
        var normal = digits.Length == 10 && digits.All(char.IsAsciiDigit);
        _header = _header with { OrganisationNumber = normal ? digits : stated };
        if (!usual)
            Report(SieFaults.OrganisationNumberUnusual, line, fields.Start, fields.Raw);
    }

    private void ReadYear(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        if (!fields.NextText() || !SieValues.Whole(fields.Raw, out var offset))
        {
            Report(SieFaults.YearInvalid, line, fields.Start, fields.Raw);
            return;
        }

        var first = MandatoryDay(line, ref fields, SieLabel.Rar, 2);
        var last = first is null ? null : MandatoryDay(line, ref fields, SieLabel.Rar, 3);
        if (first is null || last is null)
            return;
        if (last < first)
        {
            Report(SieFaults.YearInvalid, line, fields.Start, fields.Raw);
            return;
        }

        if (_years.Exists(y => y.Offset == offset))
            Report(SieFaults.RecordRepeated, line, 0, line, ("first", SieValues.Count(_labelLines[(int)SieLabel.Rar])));
        else
            _years.Add(new SieYear(offset, first.Value, last.Value));
        if (offset != 0)
            return;
        _yearNow = _years.Find(y => y.Offset == 0);
        TermsChange();
    }

    /// <summary>A day that matters to no amount: unreadable, it is told of and left out.</summary>
    private DateOnly? HeaderDay(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label)
    {
        var given = fields.NextText();
        switch (SieValues.Day(given ? fields.Raw : default, out var day))
        {
            case SieReadability.Sound:
                return day;
            case SieReadability.Iso:
                Report(SieFaults.DateIso, line, fields.Start, fields.Raw);
                return day;
            default:
                Report(SieFaults.DateIgnored, line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
                return null;
        }
    }

    /// <summary>A day without which the record says nothing.</summary>
    private DateOnly? MandatoryDay(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, int field)
    {
        if (!fields.NextText() || fields.Raw.IsEmpty)
        {
            Report(SieFaults.DateMissing, line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)), ("field", SieValues.Count(field)));
            return null;
        }

        var how = SieValues.Day(fields.Raw, out var day);
        if (how == SieReadability.Sound)
            return day;
        Report(how == SieReadability.Iso ? SieFaults.DateIso : SieFaults.DateInvalid, line, fields.Start, fields.Raw, ("record", SieLabels.Name(label)));
        return how == SieReadability.Iso ? day : null;
    }
}
