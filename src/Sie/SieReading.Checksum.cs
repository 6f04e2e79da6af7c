using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>The two #KSUMMA of a file: the first without value begins what is summed, the second ends it with the sum.</summary>
internal sealed partial class SieReading
{
    private const int WorthATask = 1 << 20;

    private SieChecksumState _checksum = SieChecksumState.Absent;
    private bool _checksumOpen;
    private bool _checksumClosed;
    private int _checksumFrom;
    private int _checksumLine;
    private Task<uint>? _summing;

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
        _checksumFrom = Math.Min(_next, _bytes.Length);
        if (Enum.GetValues<SieLabel>().Any(l => l != SieLabel.Flagga && _labelLines[(int)l] > 0))
            Report(SieFaults.RecordOrder, line, 0, SieLabels.Name(SieLabel.Ksumma));
        if (_bytes.Length - _checksumFrom > WorthATask)
            _summing = Task.Run(() => SieChecksum.Of(_bytes.Span, _checksumFrom));
    }

    private void CloseChecksum(ReadOnlySpan<byte> line, ref SieFields fields)
    {
        _checksumOpen = false;
        _checksumClosed = true;
        // Some programs write the sum as a signed number; it is the same modulo 2^32.
        if (!long.TryParse(fields.Raw, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var stated)
            || stated is < int.MinValue or > uint.MaxValue)
        {
            Report(SieFaults.ChecksumInvalid, line, fields.Start, fields.Raw);
            _checksum = SieChecksumState.Differs;
            return;
        }

        var sum = _summing is { } task ? task.GetAwaiter().GetResult() : SieChecksum.Of(_bytes.Span, _checksumFrom);
        if (unchecked((uint)stated) == sum || (_encoding != SieEncoding.Cp437 && unchecked((uint)stated) == SumInCp437()))
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

    /// <summary>The sum as it was before someone moved the file to another character set. That it agrees proves the content; that it does not proves
    /// nothing.</summary>
    private uint SumInCp437() => SieChecksum.Of(SieCharacters.ToCp437(_bytes.Span[_checksumFrom..], _encoding), 0);

    private void EndChecksumAtEndOfFile()
    {
        if (!_checksumOpen)
            return;
        _checksum = SieChecksumState.CutOff;
        _faults.Add(SieFaults.ChecksumCutOff, _line, 1, "", ("opened", SieValues.Count(_checksumLine)));
    }
}
