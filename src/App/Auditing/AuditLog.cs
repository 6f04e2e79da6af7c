using System.Security.Cryptography;
using System.Text;
using Styrkedja.Store;
using Styrkedja.Store.Audit;

namespace Styrkedja.App.Auditing;

/// <summary>Who did what, by which office, when and from where: every write, refusal and reading of protected data, kept in audit.sqlite in the region's folder.</summary>
/// <remarks>Fail closed: an act that cannot be written here must not happen, so the event is written first and <see cref="Write"/> throws when it cannot be. See docs/format/audit.md.</remarks>
public sealed class AuditLog(string folder) : IDisposable
{
    /// <summary>Who acts when nobody is signed in.</summary>
    public const string Nobody = "nobody";

    /// <summary>Who acts when the program does so by itself.</summary>
    public const string Program = "program";

    public const int OnAPage = 100;

    private const int ExportedAtATime = 1000;

    private readonly Lock _one = new();
    private readonly Dictionary<int, byte[]> _keys = [];
    private AuditFile? _file;

    /// <summary>Writes an event; when this returns it is on disk.</summary>
    /// <exception cref="Exception">It could not be written: whatever it was to tell of must not happen.</exception>
    public void Write(AuditEvent told)
    {
        var row = new AuditRow(0, told.When, AuditWords.Of(told.Kind), AuditWords.Of(told.Outcome), told.Office, told.Object, told.Reason, told.Trace, PseudonymOf(told.Who, told.When.UtcDateTime.Year), told.Who, told.From);
        File().Append(row);
    }

    /// <summary>Writes that an act is done and then does it; one that throws is written once more, as failed.</summary>
    public T During<T>(AuditEvent told, Func<T> act)
    {
        Write(told);
        try
        {
            return act();
        }
        catch (Exception e)
        {
            Write(told with { Outcome = AuditOutcome.Failed, Reason = e.GetType().Name });
            throw;
        }
    }

    /// <summary>A page of the events that answer, the newest first.</summary>
    public IReadOnlyList<AuditRow> Search(AuditQuestion question) => Find(question, question.Before, OnAPage);

    /// <summary>All events that answer, the newest first; those written meanwhile are left out, and nobody who writes has to wait for the reader.</summary>
    public IEnumerable<AuditRow> All(AuditQuestion question)
    {
        var before = question.Before;
        while (true)
        {
            var rows = Find(question, before, ExportedAtATime);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < ExportedAtATime)
                yield break;
            before = rows[^1].Number;
        }
    }

    /// <summary>Forgets who it was in events older than the retention, and writes that it has been done; returns how many.</summary>
    /// <remarks>When the last event of a year has been forgotten so is the key of its pseudonyms, and nobody can try names against them any more.</remarks>
    public int Pseudonymise(DateTimeOffset now, AuditRetention retention)
    {
        if (!IsThere)
            return 0;
        var protectedRead = new[] { AuditWords.Of(AuditKind.ProtectedRead) };
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var forgotten = File().Forget(today.AddMonths(-retention.ProtectedReadMonths), protectedRead, others: false)
            + File().Forget(today.AddMonths(-retention.OtherMonths), protectedRead, others: true);
        if (forgotten == 0)
            return 0;
        Write(new(now, AuditKind.Settings, AuditOutcome.Done, Program, Object: "audit-log", Reason: $"pseudonymised: {forgotten}"));
        var first = File().FirstYearKnown() ?? now.UtcDateTime.Year;
        foreach (var key in KeyFolder.Names(folder, "audit-").Where(k => string.CompareOrdinal(k, KeyName(first)) < 0))
            KeyFolder.Forget(folder, key);
        lock (_one)
            _keys.Clear();
        return forgotten;
    }

    /// <summary>Proves the whole log; a log that has never been written is whole, unless a head of it was kept.</summary>
    public AuditCheck Verify(string? keptHead = null) => IsThere ? File().Check(keptHead) : new(0, "", keptHead is null ? null : (0, "verify.audit-head-not-found"));

    /// <summary>What stands for a person all through a year, and for no one else.</summary>
    public string PseudonymOf(string who, int year)
    {
        byte[]? key;
        lock (_one)
        {
            if (!_keys.TryGetValue(year, out key))
                _keys[year] = key = KeyFolder.Secret(folder, KeyName(year));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(who)).AsSpan(0, 12));
    }

    public void Dispose() => _file?.Dispose();

    private bool IsThere => System.IO.File.Exists(Path.Combine(folder, AuditFile.Name));

    private static string KeyName(int year) => $"audit-{year:0000}.key";

    // Pages that tell of nothing audited make no log, so a region's folder that is only read stays as it is.
    private AuditFile File()
    {
        lock (_one)
            return _file ??= AuditFile.Open(folder);
    }

    private IReadOnlyList<AuditRow> Find(AuditQuestion q, long? before, int most)
    {
        if (!IsThere)
            return [];
        return File().Find(new(
            q.Kind is { } kind ? AuditWords.Of(kind) : null,
            q.Outcome is { } outcome ? AuditWords.Of(outcome) : null,
            Told(q.Who),
            Told(q.Office),
            Told(q.Object),
            q.FromDay is { } from ? new DateTimeOffset(from, TimeOnly.MinValue, TimeSpan.Zero) : null,
            q.ToDay is { } to && to < DateOnly.MaxValue ? new DateTimeOffset(to.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) : null,
            (q.Words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            before,
            most));
    }

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
