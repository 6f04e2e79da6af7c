namespace Styrkedja.Sie;

/// <summary>Hands out the segments of a file in order, and lets other threads read the plain vouchers of those that come next.</summary>
/// <remarks>The one who reads the file is never left waiting while there is a segment that nobody has begun with: then it reads ahead itself.</remarks>
internal sealed class SieAhead(SieSegments segments, int threads)
{
    private readonly Queue<SieSegment> _ahead = new();
    private readonly List<Task> _readers = [];

    /// <summary>Fetches and offers the next few segments, on the terms that hold now; without terms nothing is read ahead.</summary>
    public void Look(SiePlainTerms? terms)
    {
        if (terms is null || threads < 2)
            return;
        while (_ahead.Count < threads && segments.Next() is { } segment)
        {
            _ahead.Enqueue(segment);
            var offer = segment.Begin();
            _readers.RemoveAll(reader => reader.IsCompletedSuccessfully);
            _readers.Add(Task.Run(() => segment.TryReadAhead(offer, terms)));
        }
    }

    /// <summary>The next segment, which from now on is this thread's alone; null at the end of the file.</summary>
    public SieSegment? Next(SiePlainTerms? terms)
    {
        if (!_ahead.TryDequeue(out var segment))
            return segments.Next();
        while (segment.IsAwaited && terms is not null && _ahead.FirstOrDefault(other => other.TryReadAhead(terms)) is not null)
        {
        }

        segment.Claim();
        return segment;
    }

    /// <summary>Waits for those who are still reading, so that no segment is used again under their hands.</summary>
    public void Stop()
    {
        foreach (var segment in _ahead)
            segment.Claim();
        Task.WaitAll([.. _readers]);
    }
}
