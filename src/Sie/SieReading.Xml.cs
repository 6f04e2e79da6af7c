using System.Buffers;
using System.Text;
using System.Xml;

namespace Styrkedja.Sie;

/// <summary>SIE 5, the form in XML: walks through the elements and fills the same chart, balances and columns as the lines of SIE 4.</summary>
/// <remarks>Roots: Sie, a whole ledger, and SieEntry, vouchers to take in. A journal is a series, a journal entry a voucher. Subdivided accounts, documents
/// and signatures are not read, which is told. No document type, no entity from elsewhere and no address is followed. Rule: SIE 5, 2016-12-09.</remarks>
internal sealed partial class SieReading
{
    private const string XmlNamespace = "http://www.sie.se/sie5";
    private const int Deepest = 64;
    private const int LongestXmlText = 255;

    private static readonly SearchValues<byte> s_endsName = SearchValues.Create(" \t\r\n/>"u8);

    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private bool _isXml;
    private bool _isEntry;

    /// <summary>Tells whether the first element is a root of SIE 5; an HTML page begins with another.</summary>
    internal static bool IsXml(ReadOnlySpan<byte> content)
    {
        var start = content[..Math.Min(content.Length, 8192)];
        while (start.IndexOf((byte)'<') is var at and >= 0 && at + 1 < start.Length)
        {
            start = start[(at + 1)..];
            if (start.StartsWith("!--"u8))
            {
                var end = start.IndexOf("-->"u8);
                start = end < 0 ? default : start[end..];
                continue;
            }

            if (start[0] is (byte)'?' or (byte)'!')
                continue;
            var length = start.IndexOfAny(s_endsName);
            var name = length < 0 ? start : start[..length];
            name = name[(name.IndexOf((byte)':') + 1)..];
            return name.SequenceEqual("Sie"u8) || name.SequenceEqual("SieEntry"u8);
        }

        return false;
    }

    private void ReadXml(Stream stream, CancellationToken stop)
    {
        _isXml = true;
        (_encoding, _encodingKnown) = (SieEncoding.Utf8, true);
        _text.Encoding = _encoding;
        _header = _header with { Type = 5 };
        _stop = stop;
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        });
        try
        {
            if (xml.MoveToContent() == XmlNodeType.Element)
                ReadRoot(xml);
        }
        catch (XmlException fault)
        {
            _voucherUncertain = true;
            _faults.Add(SieFaults.XmlUnreadable, fault.LineNumber, fault.LinePosition, "");
        }

        if (_inVoucher != VoucherPart.Outside)
            EndVoucher();
        EndXmlBlock();
    }

    private void ReadRoot(XmlReader xml)
    {
        _line = Math.Max(1, ((IXmlLineInfo)xml).LineNumber);
        _isEntry = xml.LocalName == "SieEntry";
        if (xml.NamespaceURI != XmlNamespace)
            Tell(xml, SieFaults.XmlNamespaceOther, xml.NamespaceURI);
        Children(xml, ReadSection);
    }

    private void ReadSection(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "FileInfo":
                Children(xml, ReadFileInfo);
                break;
            case "Accounts":
                Children(xml, ReadXmlAccount);
                break;
            case "Dimensions":
                Children(xml, ReadXmlDimension);
                break;
            case "Journal":
                ReadJournal(xml);
                break;
            default:
                Unread(xml);
                break;
        }
    }

    private void ReadFileInfo(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "SoftwareProduct":
                _header = _header with { Program = Value(xml, "name"), ProgramVersion = Value(xml, "version") };
                break;
            case "FileCreation":
                _header = _header with { Generated = OptionalDay(xml, "time"), GeneratedBy = Value(xml, "by") };
                break;
            case "Company":
                var stated = Value(xml, "organizationId");
                var digits = stated?.Replace("-", "", StringComparison.Ordinal);
                var usual = digits is { Length: 10 or 12 } && digits.All(char.IsAsciiDigit);
                if (!usual)
                    Tell(xml, SieFaults.OrganisationNumberUnusual, stated ?? "");
                _header = _header with { OrganisationNumber = usual ? digits![^10..] : stated, CompanyName = Value(xml, "name"), CompanyKey = Value(xml, "clientId") };
                break;
            case "AccountingCurrency":
                _header = _header with { Currency = Value(xml, "currency") };
                if (_header.Currency is { } currency && currency != "SEK")
                    Tell(xml, SieFaults.CurrencyOther, currency);
                break;
            case "FiscalYears":
                ReadFiscalYears(xml);
                return;
            default:
                Unread(xml);
                return;
        }

        Pass(xml);
    }

    /// <summary>The primary year is the current one, else the last; the others are counted from it.</summary>
    private void ReadFiscalYears(XmlReader xml)
    {
        var years = new List<(int First, int Last, bool Primary, int Line)>();
        Children(xml, year =>
        {
            if (TryMonth(year, "start", out var first) & TryMonth(year, "end", out var last))
            {
                if (last < first)
                    Tell(year, SieFaults.YearInvalid, $"{Value(year, "start")} {Value(year, "end")}");
                else
                    years.Add((first, last, Value(year, "primary") is "true" or "1", LineOf(year)));
                if (OptionalDay(year, "lastCoveredDate") is { } covered)
                    _header = _header with { LastCoveredDay = covered };
            }

            Pass(year);
        });
        if (years.Count == 0)
            return;
        years.Sort((a, b) => a.First.CompareTo(b.First));
        var now = years.FindIndex(y => y.Primary) is var primary and >= 0 ? primary : years.Count - 1;
        for (var i = 0; i < years.Count; i++)
            _years.Add(new SieYear(i - now, SieMonth.FromIndex(years[i].First).FirstDay, SieMonth.FromIndex(years[i].Last).LastDay));
        _yearNow = _years.Find(y => y.Offset == 0);
        Note(SieLabel.Rar, years[0].Line);
    }

    private void ReadXmlDimension(XmlReader xml)
    {
        if (!SieValues.Whole(Encoding.UTF8.GetBytes(Value(xml, "id") ?? ""), out var number) || number < 1)
        {
            Tell(xml, SieFaults.DimensionInvalid, Value(xml, "id") ?? "");
            Pass(xml);
            return;
        }

        var dimension = _chart.Dimension(number, LineOf(xml));
        dimension.Declare(LineOf(xml), Value(xml, "name"), null);
        Note(SieLabel.Dim, LineOf(xml));
        Children(xml, item =>
        {
            if (Needed(item, "id") is { } id)
            {
                dimension.DeclareObject(dimension.Object(Encoding.UTF8.GetBytes(id), LineOf(item)), LineOf(item), Value(item, "name"));
                Note(SieLabel.Objekt, LineOf(item));
            }

            Pass(item);
        });
    }

    private void ReadXmlAccount(XmlReader xml)
    {
        if (Needed(xml, "id") is not { } id)
        {
            Pass(xml);
            return;
        }

        var number = _chart.Account(Encoding.UTF8.GetBytes(id), LineOf(xml));
        var note = _chart.AccountNote(number);
        if (note.Line > 0)
            Tell(xml, SieFaults.RecordRepeated, id, ("first", SieValues.Count(note.Line)));
        (note.Line, note.Name, note.Unit) = (LineOf(xml), Value(xml, "name"), Value(xml, "unit"));
        note.Type = Value(xml, "type") switch { "asset" => 'T', "liability" or "equity" => 'S', "cost" => 'K', "income" => 'I', _ => null };
        if (note.Type is null && Value(xml, "type") is not ("statistics" or null))
            Tell(xml, SieFaults.AccountTypeUnknown, Value(xml, "type")!);
        Note(SieLabel.Konto, LineOf(xml));
        Children(xml, balance => ReadXmlBalance(balance, number, note.Type is 'K' or 'I'));
    }

    private void ReadXmlBalance(XmlReader xml, int account, bool isResult)
    {
        var name = xml.LocalName;
        var line = LineOf(xml);
        if (!name.StartsWith("OpeningBalance", StringComparison.Ordinal) && !name.StartsWith("ClosingBalance", StringComparison.Ordinal)
            && !name.StartsWith("Budget", StringComparison.Ordinal))
        {
            Unread(xml);
            return;
        }

        var readable = TryMonth(xml, "month", out var month) & TryXmlAmount(xml, out var ore) & TryXmlQuantity(xml, out var thousandths);
        var day = readable ? SieMonth.FromIndex(month).FirstDay : default;
        var year = _years.Find(y => day >= y.First && day <= y.Last);
        if (readable && year is null && _years.Count > 0)
            Tell(xml, SieFaults.PeriodOutsideYear, Value(xml, "month")!, ("year", "0"));
        var uses = ObjectsOf(xml);
        if (!readable)
            return;
        var isBudget = name[0] == 'B';
        var label = isBudget ? SieLabel.Pbudget
            : name[0] == 'O' ? (uses.Count > 0 ? SieLabel.Oib : SieLabel.Ib)
            : uses.Count > 0 ? SieLabel.Oub : isResult ? SieLabel.Res : SieLabel.Ub;
        _balances.Add(line, Kind(label), year?.Offset ?? 0, isBudget ? month : 0, account, uses, ore, thousandths);
        Note(label, line);
    }

    /// <summary>The objects that an element refers to among its children; whatever else stands there is passed over.</summary>
    private List<SieObjectUse> ObjectsOf(XmlReader xml)
    {
        var uses = new List<SieObjectUse>();
        Children(xml, child =>
        {
            if (child.LocalName == "ObjectReference")
                Refer(child, uses);
            Pass(child);
        });
        return uses;
    }

    private void Refer(XmlReader xml, List<SieObjectUse> uses)
    {
        if (!SieValues.Whole(Encoding.UTF8.GetBytes(Value(xml, "dimId") ?? ""), out var number) || number < 1)
            Tell(xml, SieFaults.DimensionInvalid, Value(xml, "dimId") ?? "");
        else if (uses.Exists(u => u.Dimension == number))
            Tell(xml, SieFaults.ObjectRepeated, Value(xml, "objectId") ?? "", ("dimension", SieValues.Count(number)));
        else if (Needed(xml, "objectId") is { } code)
            uses.Add(new SieObjectUse(number, _chart.Dimension(number, LineOf(xml)).Object(Encoding.UTF8.GetBytes(code), LineOf(xml))));
    }
}
