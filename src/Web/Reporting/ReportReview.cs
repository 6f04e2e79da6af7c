using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Verifying;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Readers;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Reporting;

/// <summary>How something that is looked at by itself came out.</summary>
public enum ReviewOutcome
{
    Holds,

    /// <summary>Something is worth knowing, without anything being wrong.</summary>
    Worth,

    Wrong,

    /// <summary>It would take too long on a page; a command does it.</summary>
    NotLooked,
}

/// <summary>One thing that is looked at by itself, and what was found.</summary>
/// <param name="Id">The last part of its name among the texts.</param>
/// <param name="Path">Where what was found is told; absent when there is nothing more to tell.</param>
public sealed record ReviewCheck(string Id, string Name, ReviewOutcome Outcome, string Said, string? Path);

/// <summary>What an auditor has before any sample: what the report rests on, whether that is still as it was when the report was signed, and what has been looked at by itself.</summary>
/// <param name="Head">The hash of the journal at the report's position, as it is kept; absent when no entry stands there.</param>
/// <param name="Input">The hash of all that goes into the report, reckoned now.</param>
public sealed record ReportReview(ReportDocument Document, ReportGround Ground, JournalProof Journal, string? Head, string Input, IReadOnlyList<ReviewCheck> Checks)
{
    /// <summary>Above so many bytes the files of rows are not read through while someone waits for a page.</summary>
    private const long MostBytes = 96L << 20;

    /// <param name="asked">Positions in the journal whose hashes are wanted besides.</param>
    public static ReportReview Of(RegionArchive archive, ReportSeen seen, string language, IReadOnlySet<long> asked)
    {
        var ground = new ReportGround(new Reading(archive, ReadingChoice.Fixed(language, seen.Round.Terms.Period, seen.At)), seen.Round.Terms.Period);
        var document = ReportBuilder.Of(archive, seen.At, seen.Round, language);
        var review = new ReportReview(
            document,
            ground,
            JournalProof.Of(archive, seen.At.KnownAt, asked),
            archive.HashAt(seen.At.KnownAt),
            ReportInput.HashOf(document, ground.View.State.Reports.TextsOf(seen.Round.Id).Values),
            []);
        return review with { Checks = [review.Chain(), review.Signed(seen), review.Files(archive), .. review.Contents(archive, seen, language), review.Trade(), review.Months(), review.Way(seen.Round), review.MadeUp()] };
    }

    private RegionState State => Ground.View.State;

    private ReviewCheck Check(string id, ReviewOutcome outcome, string key, string? path, params (string, object)[] told) => new(id, Ground.T[$"samples.check.{id}"], outcome, Ground.T[key, told], path);

    private ReviewCheck Chain() => Journal.Wrong is { } wrong
        ? Check("journal", ReviewOutcome.Wrong, "samples.journal-wrong", null, ("position", wrong))
        : Check("journal", ReviewOutcome.Holds, "samples.journal-holds", null, ("count", AmountText.Number(Journal.Position, 0)));

    private ReviewCheck Signed(ReportSeen seen) => seen.Edition switch
    {
        null => Check("signed", ReviewOutcome.Worth, "samples.not-frozen", null),
        { } edition when edition.Act.Input == Input => Check("signed", ReviewOutcome.Holds, "samples.signed-holds", null, ("edition", edition.Act.Edition)),
        { } edition => Check("signed", ReviewOutcome.Wrong, "samples.signed-differs", $"/reports/rounds/{Uri.EscapeDataString(seen.Round.Id)}/editions", ("edition", edition.Act.Edition)),
    };

    private ReviewCheck Files(RegionArchive archive)
    {
        var batches = State.LiveBatches.Select(b => b.Batch).ToList();
        var bytes = RowFiles.Bytes(archive, batches);
        if (bytes > MostBytes)
            return Check("files", ReviewOutcome.NotLooked, "samples.files-large", null, ("megabytes", AmountText.Number(bytes >> 20, 0)));
        var (looked, wrong) = RowFiles.Check(archive, batches);
        return wrong.Count > 0
            ? Check("files", ReviewOutcome.Wrong, "samples.files-wrong", null, ("count", wrong.Count), ("looked", looked), ("first", wrong[0]))
            : Check("files", ReviewOutcome.Holds, "samples.files-hold", null, ("count", looked));
    }

    /// <summary>What is looked at before a report is frozen, by the same rules.</summary>
    private IEnumerable<ReviewCheck> Contents(RegionArchive archive, ReportSeen seen, string language) => ReportChecks.Of(archive, seen, language).Select(check => new ReviewCheck(
        KeyWord.Of(check.Kind),
        Ground.T[$"report-check.{KeyWord.Of(check.Kind)}"],
        check.Passed ? ReviewOutcome.Holds : check.Kind == ReportCheckKind.Balance ? ReviewOutcome.Wrong : ReviewOutcome.Worth,
        check.Passed ? Ground.T["report-checks.none-found", ("count", check.Looked)] : Ground.T["samples.found", ("found", check.Findings.Count), ("count", check.Looked)],
        check.Passed ? null : $"/reports/rounds/{Uri.EscapeDataString(seen.Round.Id)}/checks#{KeyWord.Of(check.Kind)}"));

    private ReviewCheck Trade()
    {
        var unmet = Ground.View.HasOutcome(Ground.Period) ? Ground.View.UnmatchedInternalTrade(Ground.Known) : [];
        return unmet.Count == 0
            ? Check("trade", ReviewOutcome.Holds, "samples.trade-met", null)
            : Check("trade", ReviewOutcome.Worth, "samples.trade-unmet", "/follow-up/month-end?period=" + DateWords.Query(new(Ground.Known.To, Ground.Known.To)), ("count", unmet.Count), ("amount", AmountText.Of(Money.Sum(unmet.Select(u => new Money(Math.Abs(u.Difference.Ore)))), AmountUnit.Million)));
    }

    private ReviewCheck Months()
    {
        var open = Ground.Period.EachMonth().Where(month => State.MonthEnds.LocksOf(month) is not [.., { Reopened: null }]).ToList();
        return open.Count == 0
            ? Check("months", ReviewOutcome.Holds, "samples.months-closed", null)
            : Check("months", ReviewOutcome.Worth, "samples.months-open", "/follow-up/month-end?period=" + DateWords.Query(new(open[0], open[0])), ("count", open.Count), ("of", Ground.Period.Months));
    }

    private ReviewCheck Way(FollowUpRound round)
    {
        var progress = RoundProgress.Of(round, State.RoundBook, State.Organisation, State.Goals, State.Frames);
        return new("way", Ground.T["samples.check.way"], round.Lock is not null || !round.Asks ? ReviewOutcome.Holds : ReviewOutcome.Worth, new RoundWords(Ground.T, State).Short(progress), "/follow-up/rounds/" + Uri.EscapeDataString(round.Id));
    }

    private ReviewCheck MadeUp()
    {
        var figures = Document.Figures.DistinctBy(f => f.Address).ToList();
        var madeUp = figures.Count(f => f.Illustrative);
        return madeUp == 0
            ? Check("made-up", ReviewOutcome.Holds, "samples.none-made-up", null)
            : Check("made-up", ReviewOutcome.Worth, "samples.made-up", null, ("count", AmountText.Number(madeUp, 0)), ("of", AmountText.Number(figures.Count, 0)));
    }
}
