using System.Collections.Concurrent;
using Styrkedja.App.Archive;

namespace Styrkedja.Web.Reporting;

/// <summary>The PDF files made so far, since each takes seconds to make: one at a time, and the last few are kept.</summary>
public sealed class PrintedReports(RegionArchive archive) : IDisposable
{
    private const int Most = 12;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _press = new(1);
    private readonly ConcurrentDictionary<string, byte[]> _printed = new(StringComparer.Ordinal);

    /// <summary>A report as PDF.</summary>
    /// <exception cref="TimeoutException">Others are waiting before this one, for too long.</exception>
    public async Task<byte[]> PdfAsync(ReportSeen seen, string language, Uri site, CancellationToken stop)
    {
        var key = $"{seen.Round.Id} {seen.At.AsOf:O} {seen.At.KnownAt} {language} {site}";
        if (_printed.TryGetValue(key, out var kept))
            return kept;
        if (!await _press.WaitAsync(s_patience, stop))
            throw new TimeoutException();
        try
        {
            if (_printed.TryGetValue(key, out kept))
                return kept;
            var made = await ReportFiles.BytesAsync(archive, seen, language, "pdf", site, stop);
            if (_printed.Count >= Most)
                _printed.Clear();
            return _printed[key] = made;
        }
        finally
        {
            _press.Release();
        }
    }

    public void Dispose() => _press.Dispose();
}
