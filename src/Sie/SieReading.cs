using System.Buffers;

namespace Styrkedja.Sie;

/// <summary>One reading of one file: goes through the lines, finds the label of each and hands it to the part that knows the record.</summary>
internal sealed partial class SieReading
{
    public const int LongestLine = 1 << 16;

    private static readonly SearchValues<byte> s_forbiddenOnLine = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b != '\t').Select(b => (byte)b), 0x7F]);

    private readonly string _fileName;
    private readonly SieOptions _options;
    private readonly SieWork _work;
    private readonly SieFaultList _faults = new();
    private readonly SieCodes _unknownLabels = new();
    private readonly int[] _labelLines = new int[SieLabels.Count];
    private readonly bool[] _outOfOrder = new bool[SieLabels.Count];
    private readonly SieText _text = new();
    private readonly Action<SieBlock>? _take;
    private bool _endsFile;
    private int _line;
    private int _lineStart;
    private int _next;
    private int _group;

    /// <param name="take">Is handed the rows block by block; without it they are all kept.</param>
    public SieReading(string fileName, SieOptions options, SieWork work, Action<SieBlock>? take)
    {
        _fileName = fileName;
        _options = options;
        _work = work;
        _take = take;
        _encoding = options.Encoding ?? SieEncoding.Cp437;
        _encodingKnown = options.Encoding is not null;
        _chart = new SieChart(options.Dimensions);
        _balances = new SieBalances();
        _rows = new SieRows(_text);
        _series = new SieCodes();
        _vouchers = new SieVouchers(_text, _series);
    }

    /// <summary>Reads a file that lies in memory; its texts are found there afterwards.</summary>
    public SieFile Read(ReadOnlyMemory<byte> memory)
    {
        _text.Bytes = memory;
        _length = memory.Length;
        Read(new SieSegments(memory, _work.SegmentLength), null, default);
        _vouchers.TotalRows = _rows.Count;
        if (_isXml)
            _text.Bytes = _texts.WrittenMemory;
        return new SieFile(Summary(), _vouchers, _rows);
    }

    /// <summary>Reads all segments in order.</summary>
    public void Read(SieSegments segments, IProgress<SieProgress>? progress, CancellationToken stop)
    {
        _ahead = new SieAhead(segments, _work.Threads);
        try
        {
            for (var segment = segments.Next(); segment is not null; segment = _ahead.Next(Terms))
            {
                stop.ThrowIfCancellationRequested();
                _ahead.Look(Terms);
                if (segment.Position == 0 && !BeginsAsSie(segment, segments, stop))
                    return;
                ReadSegment(segment);
                EndBlock(segment);
                progress?.Report(new SieProgress(segment.Position + segment.Bytes.Length, _totals.Rows));
                segments.Return(segment);
            }

            EndVoucherAtEndOfFile();
            EndChecksumAtEndOfFile();
            EndBlock(null);
        }
        finally
        {
            _ahead.Stop();
        }
    }

    /// <summary>What the file tells apart from its rows, once it has been read.</summary>
    public SieSummary Summary()
    {
        if (_encoding != SieEncoding.Cp437 && !_isXml)
            _faults.Add(SieFaults.EncodingOther, 0, 0, _encoding == SieEncoding.Utf8 ? "UTF-8" : "Windows-1252");
        var header = Header();
        var role = Role(header);
        var accounts = _chart.Accounts(_encoding);
        var dimensions = _chart.Dimensions(_encoding);
        if (_line > 0 && !_typeUnreadable)
        {
            if (!_isXml)
                CheckRecords(role, header);
            CheckChart(role);
            _faults.Take(role == SieRole.Import4I ? _unusualForImport : _unusual);
            _faults.Take(_voucherFaults);
            new SieIdentities(_faults, _balances, _totals.Vouchers > 0, _moved, accounts, _chart).Check(role, header);
        }

        return new SieSummary
        {
            FileName = _fileName,
            Header = header,
            Role = role,
            Encoding = _encoding,
            Checksum = _checksum,
            Accounts = accounts,
            Dimensions = dimensions,
            Series = [.. Enumerable.Range(0, _series.Count).Select(i => SieCharacters.Decode(_series[i], _encoding))],
            Balances = _balances,
            Totals = _totals,
            DimensionNumbers = _options.Dimensions,
            Faults = _faults.ByLine(),
            Refused = _faults.HasErrors,
        };
    }

    private void ReadSegment(SieSegment segment)
    {
        segment.Survey();
        var bytes = segment.Bytes.Span;
        NoteEncoding(bytes, segment.HasHigh);
        _endsFile = segment.IsLast;
        _segment = segment;
        _runsTaken = 0;
        _map.Clear();
        _notPlainAt = -1;
        if (_take is null)
        {
            _textBase = (int)segment.Position;
        }
        else
        {
            _text.Bytes = segment.Bytes;
            _textBase = 0;
        }

        _next = segment.BeginsWithinLine ? bytes.IndexOf((byte)'\n') + 1 : 0;
        if (segment.BeginsWithinLine && _next == 0)
            _next = bytes.Length;
        if (segment.Position == 0 && bytes.StartsWith(SieCharacters.ByteOrderMark))
            _next = SieCharacters.ByteOrderMark.Length;
        while (_next < bytes.Length)
        {
            if (_inVoucher == VoucherPart.Outside && TryPlainRun(segment, bytes))
                continue;
            _lineStart = _next;
            var line = bytes[_next..];
            var length = line.IndexOf((byte)'\n');
            if (length >= 0)
                line = line[..length];
            _next += line.Length + 1;
            if (_line < int.MaxValue)
                _line++;
            if (!line.IsEmpty && line[^1] == (byte)'\r')
                line = line[..^1];
            if (segment.HasControls)
                CheckControls(line, bytes);
            ReadLine(line, bytes);
        }
    }

    private void CheckControls(ReadOnlySpan<byte> line, ReadOnlySpan<byte> bytes)
    {
        var at = line.IndexOfAny(s_forbiddenOnLine);
        if (at >= 0 && !IsEndOfFileMark(line, bytes))
            Report(SieFaults.ControlCharacter, line, at, $"0x{line[at]:X2}");
    }

    /// <summary>Old programs end a text file with the byte 1A; it says nothing.</summary>
    private bool IsEndOfFileMark(ReadOnlySpan<byte> line, ReadOnlySpan<byte> bytes) => line is [0x1A] && _endsFile && _next >= bytes.Length;

    private void ReadLine(ReadOnlySpan<byte> line, ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < line.Length && line[at] is (byte)' ' or (byte)'\t')
            at++;
        if (at == line.Length)
            return;
        if (line.Length > LongestLine)
        {
            _faults.Add(SieFaults.LineTooLong, _line, 1, SieValues.Count(line.Length), ("limit", SieValues.Count(LongestLine)));
            return;
        }

        switch (line[at])
        {
            case (byte)'#':
                ReadRecord(line, at);
                break;
            case (byte)'{' when line[(at + 1)..].TrimEnd(" \t"u8).IsEmpty:
                OpenVoucher(line, at);
                break;
            case (byte)'}' when line[(at + 1)..].TrimEnd(" \t"u8).IsEmpty:
                CloseVoucher(line, at);
                break;
            default:
                if (IsEndOfFileMark(line, bytes))
                    break;
                Report(SieFaults.LineUnreadable, line, at, line[at..]);
                _voucherUncertain = true;
                break;
        }
    }

    private void ReadRecord(ReadOnlySpan<byte> line, int at)
    {
        if (line[at..].StartsWith("#TRANS "u8) && _labelLines[(int)SieLabel.Trans] > 0)
        {
            Sum(line[at..]);
            ReadRow(line, at + 6, SieLabel.Trans);
            return;
        }

        var end = at + 1;
        while (end < line.Length && line[end] is not ((byte)' ' or (byte)'\t'))
            end++;
        var name = line[(at + 1)..end];
        var label = SieLabels.Find(name);
        if (label == SieLabel.Unknown)
            label = FindInOtherCase(line, at, name);
        if (label != SieLabel.Ksumma)
            Sum(line[at..]);
        if (label == SieLabel.Unknown)
            return;

        NoteOrder(line, at, label);
        ReadKnownRecord(line, end, label);
        if (_labelLines[(int)label] == 0)
            _labelLines[(int)label] = _line;
    }

    private SieLabel FindInOtherCase(ReadOnlySpan<byte> line, int at, ReadOnlySpan<byte> name)
    {
        var label = SieLabel.Unknown;
        if (name.Length <= 8)
        {
            Span<byte> upper = stackalloc byte[8];
            for (var i = 0; i < name.Length; i++)
                upper[i] = name[i] is >= (byte)'a' and <= (byte)'z' ? (byte)(name[i] - 32) : name[i];
            label = SieLabels.Find(upper[..name.Length]);
        }

        if (label != SieLabel.Unknown)
            Report(SieFaults.LabelCase, line, at, line.Slice(at, name.Length + 1), ("record", SieLabels.Name(label)));
        else if (_unknownLabels.Count is var known && _unknownLabels.Number(name) == known)
            Report(SieFaults.LabelUnknown, line, at, line.Slice(at, name.Length + 1));
        return label;
    }

    /// <summary>Tells of each label once that it stands after a group that should follow it.</summary>
    private void NoteOrder(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        if (label == SieLabel.Ksumma)
            return;
        var group = SieLabels.Group(label);
        if ((group < _group || _checksumClosed) && !_outOfOrder[(int)label])
        {
            _outOfOrder[(int)label] = true;
            Report(SieFaults.RecordOrder, line, at, SieLabels.Name(label));
        }

        _group = Math.Max(_group, group);
    }

    private void ReadKnownRecord(ReadOnlySpan<byte> line, int at, SieLabel label)
    {
        if (_added.Line > 0 && label != SieLabel.Trans)
            AddedRowStandsAlone();
        if (_inVoucher != VoucherPart.Outside && label is not (SieLabel.Trans or SieLabel.Rtrans or SieLabel.Btrans))
            RecordWithinVoucher(line, at, label);

        switch (label)
        {
            case SieLabel.Ver:
                ReadVoucher(line, at);
                break;
            case SieLabel.Trans or SieLabel.Rtrans:
                ReadRow(line, at, label);
                break;
            case SieLabel.Btrans:
                SkipRemovedRow(line, at);
                break;
            case SieLabel.Ksumma:
                ReadChecksum(line, at);
                break;
            case SieLabel.Konto or SieLabel.Ktyp or SieLabel.Enhet or SieLabel.Sru:
                ReadAccountRecord(line, at, label);
                break;
            case SieLabel.Dim or SieLabel.Underdim:
                ReadDimension(line, at, label);
                break;
            case SieLabel.Objekt:
                ReadObject(line, at);
                break;
            case SieLabel.Ib or SieLabel.Ub or SieLabel.Res or SieLabel.Oib or SieLabel.Oub or SieLabel.Psaldo or SieLabel.Pbudget:
                ReadBalance(line, at, label);
                break;
            default:
                ReadIdentification(line, at, label);
                break;
        }
    }

    private void Report(SieFaultKind kind, ReadOnlySpan<byte> line, int at, ReadOnlySpan<byte> found, params (string Name, string Value)[] arguments)
    {
        if (_faults.Takes(kind))
            _faults.Keep(kind, _line, Column(line, at), Decode(found[..Math.Min(found.Length, 400)]), arguments);
    }

    private void Report(SieFaultKind kind, ReadOnlySpan<byte> line, int at, string found, params (string Name, string Value)[] arguments)
    {
        if (_faults.Takes(kind))
            _faults.Keep(kind, _line, Column(line, at), found, arguments);
    }

    /// <summary>Tells of a mandatory field that is not there, or of the unsound quotes that swallowed it.</summary>
    private void ReportMissing(ReadOnlySpan<byte> line, ref SieFields fields, SieLabel label, int field)
    {
        if (!Finish(line, ref fields))
            return;
        Report(SieFaults.FieldMissing, line, fields.Start, Decode(line[..Math.Min(line.Length, 100)].TrimStart(" \t"u8)),
            ("record", SieLabels.Name(label)), ("field", SieValues.Count(field)));
    }

    /// <summary>Walks to the end of the line and tells whether its quotes are sound.</summary>
    private bool Finish(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        while (fields.NextText())
        {
        }

        if (fields.Quoting == SieQuoting.Sound)
            return true;
        var kind = fields.Quoting == SieQuoting.Unclosed ? SieFaults.QuoteUnclosed : SieFaults.QuoteUnescaped;
        Report(kind, line, fields.QuotingAt, line[fields.QuotingAt..]);
        return false;
    }

    private int Column(ReadOnlySpan<byte> line, int at) => SieCharacters.Length(line[..Math.Min(at, line.Length)], _encoding) + 1;

    private string Decode(ReadOnlySpan<byte> bytes) => SieCharacters.Decode(bytes, _encoding);

    /// <summary>The kind as a warning where the options accept it.</summary>
    private static SieFaultKind Accepted(SieFaultKind kind, bool accepted) => accepted ? kind with { Severity = SieSeverity.Warning } : kind;
}
