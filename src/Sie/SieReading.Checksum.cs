using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>The two #KSUMMA of a file: the first without value begins what is summed, the second ends it with the sum.</summary>
internal sealed partial class SieReading
{
    private readonly SieChecksum _sum = new();
    private SieChecksumState _checksum = SieChecksumState.Absent;
    private bool _checksumOpen;
    private bool _checksumClosed;
    private int _checksumLine;

    /// <summary>The sum as it was before someone moved the file to another character set; absent while both are the same. That it agrees proves the
    /// content; that it does not proves nothing.</summary>
    private SieChecksum? _moved437;

    private void ReadChecksum(ReadOnlySpan<byte> line, int at)
    {
        var fields = new SieFields(line, at);
        var hasValue = fields.NextText() && !fields.Raw.IsEmpty;
        if (!_checksumOpen && !_checksumClosed && !hasValue)
        {
            OpenChecksum(line);
            return;
        }

        if (!_checksumOpen)
        {
            Report(SieFaults.ChecksumNotVerifiable, line, fields.Start, fields.Raw);
            if (_checksum == SieChecksumState.Absent)
                _checksum = SieChecksumState.NotVerifiable;
            return;
        }

        CloseChecksum(line, ref fields);
    }

    private void OpenChecksum(ReadOnlySpan<byte> line)
    {
        _checksumOpen = true;
        _checksumLine = _line;
        _sum.Clear();
        _moved437?.Clear();
        TermsChange();
        if (Enum.GetValues<SieLabel>().Any(l => l != SieLabel.Flagga && _labelLines[(int)l] > 0))
            Report(SieFaults.RecordOrder, line, 0, SieLabels.Name(SieLabel.Ksumma));
    }

    /// <summary>Adds a record, while something is summed.</summary>
    private void Sum(ReadOnlySpan<byte> record)
    {
        if (!_checksumOpen)
            return;
        _sum.FeedRecord(record);
        _moved437?.FeedRecord(SieCharacters.ToCp437(record, _encoding));
    }

    /// <summary>Adds a run, which knows its own sum in the characters of the file.</summary>
    private void SumRun(in SieRun run)
    {
        _sum.Feed(run.Sum, run.SumLength);
        if (_moved437 is not { } moved)
            return;
        if (!_segment!.HasHigh)
        {
            moved.Feed(run.Sum, run.SumLength);
            return;
        }

        var bytes = _segment.Bytes.Span[run.Start..run.End];
        foreach (var range in bytes.Split((byte)'\n'))
        {
            var line = bytes[range].TrimEnd((byte)'\r').TrimStart(" \t"u8);
            if (!line.IsEmpty && line[0] == (byte)'#')
                moved.FeedRecord(SieCharacters.ToCp437(line, _encoding));
        }
    }

    private void CloseChecksum(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        _checksumOpen = false;
        _checksumClosed = true;
        TermsChange();
        // Some programs write the sum as a signed number; it is the same modulo 2^32.
        if (!long.TryParse(fields.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var stated)
            || stated is < int.MinValue or > uint.MaxValue)
        {
            Report(SieFaults.ChecksumInvalid, line, fields.Start, fields.Raw);
            _checksum = SieChecksumState.Differs;
            return;
        }

        var sum = _sum.Value;
        if (unchecked((uint)stated) == sum || unchecked((uint)stated) == _moved437?.Value)
        {
            _checksum = SieChecksumState.Agrees;
            return;
        }

        if (_encoding != SieEncoding.Cp437)
        {
            _checksum = SieChecksumState.NotVerifiable;
            Report(SieFaults.ChecksumNotVerifiable, line, fields.Start, fields.Raw);
            return;
        }

        _checksum = SieChecksumState.Differs;
        Report(Accepted(SieFaults.ChecksumDiffers, _options.AcceptChecksumDifference), line, fields.Start, fields.Raw,
            ("computed", sum.ToString(CultureInfo.InvariantCulture)));
    }

    private void EndChecksumAtEndOfFile()
    {
        if (!_checksumOpen)
            return;
        _checksum = SieChecksumState.CutOff;
        _faults.Add(SieFaults.ChecksumCutOff, _line, 1, "", ("opened", SieValues.Count(_checksumLine)));
    }
}
