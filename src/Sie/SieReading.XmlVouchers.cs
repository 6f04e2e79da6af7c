using System.Buffers;
using System.Text;
using System.Xml;

namespace Styrkedja.Sie;

/// <summary>Journals of SIE 5 with their entries and rows; and how elements and attributes are taken.</summary>
/// <remarks>Texts are put beside each other as fields of SIE 4, so that columns find them in the same way. A row struck over counts in no sum.</remarks>
internal sealed partial class SieReading
{
    private readonly ArrayBufferWriter<byte> _texts = new();
    private CancellationToken _stop;
    private bool _struck;

    private void ReadJournal(XmlReader xml)
    {
        var series = _series.Number(Encoding.UTF8.GetBytes(Value(xml, "id") ?? ""));
        Children(xml, entry =>
        {
            if (entry.LocalName == "JournalEntry")
                ReadEntry(entry, series);
            else
                Unread(entry);
        });
    }

    private void ReadEntry(XmlReader xml, int series)
    {
        var number = Value(xml, "id");
        var day = RequiredDay(xml, "journalDate");
        var line = LineOf(xml);
        var text = LimitedText(xml);
        var rowStart = _rows.Count;
        var numberAt = Put(number, null);
        var textAt = Put(text, null);
        var voucher = new SieVouchers.Entry(
            line, series, numberAt, SieValues.VoucherNumber(Encoding.UTF8.GetBytes(number ?? "")), day ?? default, textAt, null, rowStart);
        _vouchers.Add(voucher);
        _totals.Vouchers++;
        // The numbering itself refers to the texts, which are there only once they are handed over.
        _text.Bytes = _texts.WrittenMemory;
        CheckVoucher(voucher);
        (_inVoucher, _voucherDay, _voucherLine, _voucherRows, _voucherSum, _voucherUncertain) = (VoucherPart.Within, voucher.Day, line, 0, 0, false);
        (_voucherName, _voucherTooLarge) = (VoucherName(_vouchers.Count - 1), false);
        Note(SieLabel.Ver, line);
        Children(xml, child =>
        {
            switch (child.LocalName)
            {
                case "LedgerEntry":
                    ReadLedgerEntry(child);
                    break;
                case "EntryInfo" or "OriginalEntryInfo":
                    var by = Value(child, "by");
                    _vouchers.Amend(OptionalDay(child, "date"), by is null ? -1 : Put(text, by));
                    Pass(child);
                    break;
                default:
                    Unread(child);
                    break;
            }
        });
        EndVoucher();
        if (_take is not null && (_texts.WrittenCount > _work.SegmentLength || _rows.Count > _work.SegmentLength >> 6))
            EndXmlBlock();
        _stop.ThrowIfCancellationRequested();
    }

    private void ReadLedgerEntry(XmlReader xml)
    {
        var row = new SieRow
        {
            CostCentre = -1,
            Counterparty = -1,
            Activity = -1,
            Project = -1,
            Line = LineOf(xml),
            Voucher = _vouchers.Count - 1,
            Day = _voucherDay,
        };
        var account = Needed(xml, "accountId");
        var readable = TryXmlAmount(xml, out row.Ore) & TryXmlQuantity(xml, out var thousandths) & account is not null;
        if (OptionalDay(xml, "ledgerDate") is { } day)
            row.Day = day;
        var text = LimitedText(xml);
        if (account is not null)
            row.Account = _chart.Account(Encoding.UTF8.GetBytes(account), row.Line);
        _line = row.Line;
        _struck = false;
        string? by = null;
        _useCount = 0;
        var uses = new List<SieObjectUse>();
        Children(xml, child =>
        {
            _struck |= child.LocalName == "Overstrike";
            if (child.LocalName == "ObjectReference")
                Refer(child, uses);
            else if (child.LocalName == "EntryInfo")
                by = Value(child, "by");
            Pass(child);
        });
        if (_struck)
            return;
        if (!readable)
        {
            _voucherUncertain = true;
            return;
        }

        foreach (var use in uses.Take(MostObjects))
            _uses[_useCount++] = (_chart.Dimension(use.Dimension, row.Line), use.Object);
        var further = _useCount > 0 ? PlaceObjects(ref row) : null;
        row.TextAt = text is null && by is null ? -1 : Put(text, by);
        Note(SieLabel.Trans, row.Line);
        _rows.Room(1, 0, 0);
        if (further is not null)
            _rows.Further.Add(_rows.Count, further);
        _rows.Add(row, thousandths);
        Counted(row);
    }

    private void EndXmlBlock()
    {
        _text.Bytes = _texts.WrittenMemory;
        EndBlock(null);
        if (_take is not null)
            _texts.ResetWrittenCount();
    }

    /// <summary>Puts a text, and two fields further on a signature, where columns look for them; gives back the place.</summary>
    private int Put(string? text, string? signature)
    {
        var at = _texts.WrittenCount;
        Quote(text);
        if (signature is not null)
        {
            _texts.Write(" \"\" "u8);
            Quote(signature);
        }

        Put('\n');
        return at;
    }

    private void Put(char character)
    {
        _texts.GetSpan(1)[0] = (byte)character;
        _texts.Advance(1);
    }

    private void Quote(string? text)
    {
        Put('"');
        foreach (var b in Encoding.UTF8.GetBytes(text ?? ""))
        {
            if (b == (byte)'"')
                Put('\\');
            Put(b < ' ' ? ' ' : (char)b);
        }

        // A backslash last would escape the quote that ends the field.
        if (text is [.., '\\'])
            Put(' ');
        Put('"');
    }

    /// <summary>Hands over each child element, and leaves the reader after the end of the element itself.</summary>
    private static void Children(XmlReader xml, Action<XmlReader> child)
    {
        if (TooDeep(xml))
            return;
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return;
        }

        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element)
                child(xml);
            else
                xml.Read();
        }

        xml.Read();
    }

    /// <summary>Goes past an element and everything in it, however deep.</summary>
    private static void Pass(XmlReader xml)
    {
        var depth = xml.Depth;
        var empty = xml.IsEmptyElement;
        xml.Read();
        if (empty)
            return;
        while (!xml.EOF && xml.Depth > depth && !TooDeep(xml))
            xml.Read();
        xml.Read();
    }

    /// <summary>Nothing in SIE 5 lies so deep: whoever nests further wants to exhaust the reader.</summary>
    private static bool TooDeep(XmlReader xml) => xml.Depth > Deepest
        ? throw new XmlException(null, null, LineOf(xml), ((IXmlLineInfo)xml).LinePosition)
        : false;

    private void Unread(XmlReader xml)
    {
        if (_unread.Count < 1000 && _unread.Add(xml.LocalName))
            Tell(xml, SieFaults.XmlElementUnread, xml.LocalName);
        Pass(xml);
    }

    private static string? Value(XmlReader xml, string attribute) => xml.GetAttribute(attribute) is { Length: > 0 } value ? value.Trim() : null;

    private string? Needed(XmlReader xml, string attribute)
    {
        var value = Value(xml, attribute);
        if (string.IsNullOrEmpty(value))
        {
            Tell(xml, SieFaults.XmlAttributeMissing, attribute, ("element", xml.LocalName));
            return null;
        }

        return value;
    }

    private string? LimitedText(XmlReader xml)
    {
        var text = Value(xml, "text");
        if (text is { Length: > LongestXmlText })
            Tell(xml, SieFaults.TextTooLong, text, ("length", SieValues.Count(text.Length)), ("limit", SieValues.Count(LongestXmlText)));
        return text;
    }

    private bool TryXmlAmount(XmlReader xml, out long ore)
    {
        ore = 0;
        if (Needed(xml, "amount") is not { } amount)
            return false;
        var how = SieValues.Ore(Encoding.UTF8.GetBytes(amount), out ore);
        if (how == SieReadability.Sound)
            return true;
        Tell(xml, how == SieReadability.Overflow ? SieFaults.AmountOverflow : SieFaults.AmountInvalid, amount);
        return false;
    }

    private bool TryXmlQuantity(XmlReader xml, out long thousandths)
    {
        thousandths = long.MinValue;
        if (Value(xml, "quantity") is not { Length: > 0 } quantity)
            return true;
        var how = SieValues.Thousandths(Encoding.UTF8.GetBytes(quantity), out var value);
        if (how is not (SieReadability.Sound or SieReadability.Rounded))
        {
            Tell(xml, SieFaults.QuantityInvalid, quantity);
            return false;
        }

        if (how == SieReadability.Rounded)
            Tell(xml, SieFaults.QuantityRounded, quantity);
        thousandths = value;
        return true;
    }

    private bool TryMonth(XmlReader xml, string attribute, out int month)
    {
        month = 0;
        if (Needed(xml, attribute) is not { } value)
            return false;
        if (value.Length == 7 && value[4] == '-' && SieValues.Month(Encoding.UTF8.GetBytes(value.Remove(4, 1)), out month))
            return true;
        Tell(xml, SieFaults.PeriodInvalid, value);
        return false;
    }

    private DateOnly? RequiredDay(XmlReader xml, string attribute)
    {
        var value = Value(xml, attribute);
        if (value is null)
            Tell(xml, SieFaults.DateMissing, "", ("record", xml.LocalName), ("field", attribute));
        else if (IsDay(value, out var day))
            return day;
        else
            Tell(xml, SieFaults.DateInvalid, value, ("record", xml.LocalName));
        return null;
    }

    private DateOnly? OptionalDay(XmlReader xml, string attribute)
    {
        if (Value(xml, attribute) is not { } value)
            return null;
        if (IsDay(value, out var day))
            return day;
        Tell(xml, SieFaults.DateIgnored, value, ("record", xml.LocalName));
        return null;
    }

    /// <summary>A day as 2017-01-15, after which a time may follow.</summary>
    private static bool IsDay(string value, out DateOnly day)
    {
        day = default;
        return value.Length >= 10 && SieValues.Day(Encoding.UTF8.GetBytes(value[..10]), out day) == SieReadability.Iso;
    }

    private void Note(SieLabel label, int line)
    {
        if (_labelLines[(int)label] == 0)
            _labelLines[(int)label] = line;
    }

    private static int LineOf(XmlReader xml) => Math.Max(1, ((IXmlLineInfo)xml).LineNumber);

    private void Tell(XmlReader xml, SieFaultKind kind, string found, params (string Name, string Value)[] arguments)
    {
        if (_faults.Takes(kind))
            _faults.Keep(kind, LineOf(xml), Math.Max(1, ((IXmlLineInfo)xml).LinePosition), found, arguments);
    }
}
