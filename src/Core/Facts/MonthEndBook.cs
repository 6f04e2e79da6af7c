using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Facts;

/// <summary>One time that a month of the ledger was closed.</summary>
/// <param name="Reopened">What opened it again; absent while it is closed.</param>
public sealed record MonthLock(Month Month, Decided<ClosePeriod> Closed, Decided<ReopenPeriod>? Reopened);

/// <summary>Who has signed off which month, and which months of the ledger are closed.</summary>
/// <remarks>Said about a period and not about a day, so it counts as soon as it is known. The later decision date wins, then the later position, then the later act.</remarks>
[Term("månadsbokslut")]
public sealed class MonthEndBook
{
    private readonly Dictionary<(string Subject, Month Month), List<Decided<SignOffMonth>>> _signOffs = [];
    private readonly Dictionary<Month, List<MonthLock>> _locks = [];

    private MonthEndBook()
    {
    }

    /// <summary>The months that have ever been closed, the earliest first.</summary>
    public IEnumerable<Month> MonthsEverClosed => _locks.Keys.Order();

    /// <summary>The months that are closed now, the earliest first.</summary>
    public IEnumerable<Month> Closed => MonthsEverClosed.Where(IsClosed);

    public static MonthEndBook Fold(ActsInOrder acts)
    {
        var book = new MonthEndBook();
        foreach (var signed in acts.Of<SignOffMonth>())
        {
            if (!book._signOffs.TryGetValue((signed.Act.Subject, signed.Act.Month), out var given))
                book._signOffs[(signed.Act.Subject, signed.Act.Month)] = given = [];
            given.Add(signed);
        }

        var (closings, reopenings) = (acts.Of<ClosePeriod>(), acts.Of<ReopenPeriod>());
        var turns = closings.Select(c => (c.By, c.Position, Act: (Act)c.Act, Do: (Action)(() => book.Close(c))))
            .Concat(reopenings.Select(r => (r.By, r.Position, Act: (Act)r.Act, Do: (Action)(() => book.Reopen(r)))));
        foreach (var turn in turns.OrderBy(t => t.By.Date.Latest).ThenBy(t => t.Position).ThenBy(t => IndexOf(t.By, t.Act)))
            turn.Do();
        return book;
    }

    /// <summary>The times a month has been closed, the first one first; none when it never was.</summary>
    public IReadOnlyList<MonthLock> LocksOf(Month month) => _locks.TryGetValue(month, out var locks) ? locks : [];

    public bool IsClosed(Month month) => ClosingOf(month) is not null;

    /// <summary>What closed a month that is closed; nothing when it is open.</summary>
    public Decided<ClosePeriod>? ClosingOf(Month month) => LocksOf(month) is [.., { Reopened: null } last] ? last.Closed : null;

    /// <summary>What opened a month that has been closed, also when it has been closed anew since; nothing when it never was opened again.</summary>
    public Decided<ReopenPeriod>? ReopeningOf(Month month) => LocksOf(month).LastOrDefault(l => l.Reopened is not null)?.Reopened;

    /// <summary>The sign-offs of a subject's month, the earliest first.</summary>
    public IReadOnlyList<Decided<SignOffMonth>> SignOffsOf(string subject, Month month) => _signOffs.TryGetValue((subject, month), out var given) ? given : [];

    /// <summary>The subjects that have signed a month off.</summary>
    public IEnumerable<string> SignedOff(Month month) => _signOffs.Keys.Where(key => key.Month == month).Select(key => key.Subject).Order(StringComparer.Ordinal);

    /// <summary>The months from January through a month: those that a closing is about.</summary>
    public static IEnumerable<Month> MonthsThrough(Month month) => Period.Through(month).EachMonth();

    private static int IndexOf(Decision decision, Act act) => decision.Acts.TakeWhile(other => !ReferenceEquals(other, act)).Count();

    private void Close(Decided<ClosePeriod> closing)
    {
        foreach (var month in MonthsThrough(closing.Act.Through).Where(month => !IsClosed(month)))
        {
            if (!_locks.TryGetValue(month, out var locks))
                _locks[month] = locks = [];
            locks.Add(new(month, closing, null));
        }
    }

    private void Reopen(Decided<ReopenPeriod> opening)
    {
        if (IsClosed(opening.Act.Month) && _locks[opening.Act.Month] is var locks)
            locks[^1] = locks[^1] with { Reopened = opening };
    }
}
