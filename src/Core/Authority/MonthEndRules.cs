using System.Globalization;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who signs a unit's month off and who closes the ledger, and what cannot be done twice or too early.</summary>
internal static class MonthEndRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SignOffMonth>("sign-off of a month", Rules.SignsOffItsOwn, (a, p) => [.. p.Organisation.LeadersOf(a.Subject).Select(o => o.Act.Id), BodyOf(p, a.Subject)]),
        Row<ClosePeriod>("closing of the ledger", Rules.BoardClosesLedger, (_, _) => Board),
        Row<ReopenPeriod>("reopening of the ledger", Rules.BoardClosesLedger, (_, _) => Board),
    ];

    /// <summary>What makes an act of the month-end impossible, whoever decides it: the same thing twice, or before the month is over and booked.</summary>
    public static IEnumerable<Fault> Impossible(DecisionPoint p, Place place)
    {
        var (number, day) = (("act", $"{p.Number}"), ("day", Iso(p.Day)));
        switch (p.Act)
        {
            case SignOffMonth a:
                if (a.Month.LastDay > p.Day)
                    yield return Fault.Error("month-end.not-over", place, $"{a.Month}", number, day);
                if (SignedBefore(p, a) is { } earlier)
                    yield return Fault.Error("month-end.signed-already", place, a.Subject, number, ("month", $"{a.Month}"), ("decision", earlier.Id), ("signed", Iso(earlier.Date.Latest)));
                break;
            case ClosePeriod a:
                if (a.Through.LastDay > p.Day)
                    yield return Fault.Error("month-end.not-over", place, $"{a.Through}", number, day);
                else if (LedgerEnd(p.Standing) is { } end && end < a.Through)
                    yield return Fault.Error("month-end.ledger-ends", place, $"{a.Through}", number, ("last", $"{end}"));
                var closed = MonthEndBook.MonthsThrough(a.Through).Select(month => ClosingOf(p, month)).ToList();
                if (closed.TrueForAll(c => c is not null))
                    yield return Fault.Error("month-end.closed-already", place, $"{a.Through}", number, ("decision", closed[^1]!.Id));
                if (MonthEndBook.MonthsThrough(a.Through).Select(p.Standing.MonthEnds.ReopeningOf).FirstOrDefault(r => r?.By.Date.Latest > p.Day) is { } opened)
                    yield return Fault.Error("month-end.dated-before", place, Iso(p.Day), number, ("decision", opened.By.Id), ("other", Iso(opened.By.Date.Latest)));
                break;
            case ReopenPeriod a:
                if (ClosingOf(p, a.Month) is not { } closing)
                    yield return Fault.Error("month-end.not-closed", place, $"{a.Month}", number);
                else if (closing.Date.Latest > p.Day)
                    yield return Fault.Error("month-end.dated-before", place, Iso(p.Day), number, ("decision", closing.Id), ("other", Iso(closing.Date.Latest)));
                break;
        }
    }

    /// <summary>The last month that any live ledger reaches; nothing when no ledger is known, and then nothing is asked of it.</summary>
    private static Month? LedgerEnd(Standing standing) => standing.Ledgers.Count == 0 ? null : standing.Ledgers.Max(l => l.Batch.Period.To);

    /// <summary>The decision that has signed the same month off, unless rows of the month have come since: then it may be signed anew.</summary>
    private static Decision? SignedBefore(DecisionPoint p, SignOffMonth signing)
    {
        if (Before(p).OfType<SignOffMonth>().Any(s => s.Subject == signing.Subject && s.Month == signing.Month))
            return p.Decision;
        return p.Standing.MonthEnds.SignOffsOf(signing.Subject, signing.Month) is [.., var last]
            && p.Standing.Ledgers.All(l => l.Position < last.Position || !l.Batch.Period.Holds(signing.Month)) ? last.By : null;
    }

    /// <summary>The decision by which a month is closed, counting also the acts before in the same decision; nothing when it is open.</summary>
    private static Decision? ClosingOf(DecisionPoint p, Month month)
    {
        var closing = p.Standing.MonthEnds.ClosingOf(month)?.By;
        foreach (var act in Before(p))
        {
            closing = act switch
            {
                ClosePeriod close when MonthEndBook.MonthsThrough(close.Through).Contains(month) => closing ?? p.Decision,
                ReopenPeriod open when open.Month == month => null,
                _ => closing,
            };
        }

        return closing;
    }

    private static IEnumerable<Act> Before(DecisionPoint p) => p.Decision.Acts.Take(p.Number - 1);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
