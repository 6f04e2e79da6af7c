using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Reports;
using Styrkedja.Rounds;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Reporting;

/// <summary>A figure of a text that is said otherwise now than when the text was decided.</summary>
/// <param name="Then">As it was read when the text was decided.</param>
/// <param name="Now">As it is read now.</param>
public sealed record ChangedFigure(string Section, FigureAddress Address, string Then, string Now, Decision Text);

/// <summary>A figure that a text names and that cannot be shown: the address cannot be read, or nothing is known there.</summary>
/// <param name="Written">What the text says.</param>
public sealed record UnreadableFigure(string Section, string Written, Decision Text);

/// <summary>Holds the texts of a report against the figures they name.</summary>
/// <remarks>A text was approved with the values that were known at its journal position. One whose values read otherwise now is flagged until it has been decided again.</remarks>
public sealed record ReportTextCheck(IReadOnlyList<ChangedFigure> Changed, IReadOnlyList<UnreadableFigure> Unreadable)
{
    /// <param name="at">The moment from which the report sees the region now.</param>
    public static ReportTextCheck Of(RegionArchive archive, Viewpoint at, FollowUpRound round, string language)
    {
        var period = round.Terms.Period;
        var now = Ground(at);
        var (changed, unreadable) = (new List<ChangedFigure>(), new List<UnreadableFigure>());
        foreach (var section in ReportBuilder.OutlineOf(now.View.State, round.Terms))
        {
            if (now.View.State.Reports.TextOf(round.Id, section.Id) is not { } text)
                continue;
            var then = Ground(at with { KnownAt = Math.Min(text.Position, at.KnownAt) });
            foreach (var named in NamedFigure.In(now.T[text.Act.Text]))
            {
                if (named.Address is not { } address || now.View.Evaluate(address) is not { IsKnown: true } figure)
                    unreadable.Add(new(section.Id, named.Written, text.By));
                else if (ReportTexts.Said(then, named, then.View.Evaluate(address)) is var before && ReportTexts.Said(now, named, figure) is var after && before != after)
                    changed.Add(new(section.Id, address, before, after, text.By));
            }
        }

        return new(changed, unreadable);

        ReportGround Ground(Viewpoint seen) => new(new Reading(archive, ReadingChoice.Fixed(language, period, seen)), period);
    }
}
