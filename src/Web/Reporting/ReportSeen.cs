using Styrkedja.Decisions;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>The report of a round as one reader sees it: the latest frozen edition, or as it is at the moment the reader has chosen.</summary>
/// <param name="At">The moment that it is seen from.</param>
/// <param name="Edition">The frozen edition that this is; absent for a report that may still change.</param>
/// <param name="Editions">All that have been frozen so far.</param>
public sealed record ReportSeen(FollowUpRound Round, Viewpoint At, Decided<FreezeReport>? Edition, IReadOnlyList<Decided<FreezeReport>> Editions)
{
    /// <summary>The report of a round by its id; nothing for a round that has not been opened.</summary>
    public static ReportSeen? Of(Reading reading, string id)
    {
        // Rounds are known from the day they were opened, also those of a period that had ended before.
        if (reading.State.RoundBook.Find(id) is not { } round)
            return null;
        var at = new Viewpoint(reading.Choice.AsOf ?? round.Terms.Period.To.LastDay, reading.At.KnownAt);
        var editions = reading.State.Reports.EditionsOf(id);
        if (reading.AtNow)
        {
            return editions.Count == 0 ? new(round, at, null, editions) : new(round, new(editions[^1].Act.AsOf, editions[^1].Act.KnownAt), editions[^1], editions);
        }

        return new(round, at, editions.FirstOrDefault(e => e.Act.AsOf == at.AsOf && e.Act.KnownAt == at.KnownAt), editions);
    }

    /// <summary>The annual report of a year: that of the last round opened for it; nothing when none has been.</summary>
    public static ReportSeen? OfYear(Reading reading, int year) =>
        reading.State.RoundBook.All.LastOrDefault(r => r.Terms.Kind == RoundKind.AnnualReport && r.Terms.Period.From.Year == year) is { } round ? Of(reading, round.Id) : null;

    public ReportDocument Document(Reading reading) => ReportBuilder.Of(reading.Archive, At, Round, reading.Language);
}
