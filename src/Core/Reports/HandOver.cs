using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Region;
using Styrkedja.Rounds;

namespace Styrkedja.Reports;

/// <summary>The stages that a report passes from the executive board to the end of the year's account.</summary>
public enum HandOverStage
{
    /// <summary>The executive board freezes it, so that everyone after has the same.</summary>
    Frozen,

    /// <summary>The executive board hands it to the assembly.</summary>
    BoardSubmits,

    /// <summary>The auditors say what they think of it.</summary>
    AuditorsSpeak,

    /// <summary>The assembly approves it.</summary>
    AssemblyApproves,

    /// <summary>The assembly decides on discharge for one body, in a decision of its own.</summary>
    Discharge,
}

/// <summary>One stage, by the decision that passed it.</summary>
/// <param name="Of">The body that acts; for discharge the body that is discharged.</param>
/// <param name="By">Absent while the stage is ahead.</param>
/// <param name="Meeting">The meeting where it was decided, with the day its minutes were announced on the notice board; absent when no meeting is known.</param>
public sealed record HandOverStep(HandOverStage Stage, string Of, Decision? By, MeetingEntry? Meeting)
{
    /// <summary>Diary number of the case; absent when the decision names none.</summary>
    public string? Case => By?.Minute?.Case;
}

/// <summary>The way of an interim or annual report from the executive board to the assembly and, for the annual report, to discharge.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 16 and 20-21 §§, 12 kap. 1-2 §§, 5 kap. 24 §; minutes are announced on the notice board by 8 kap. 7 and 9-12 §§.</remarks>
public static class HandOver
{
    /// <summary>The stages in order; nothing for reports that end with the executive board.</summary>
    /// <param name="meetings">The meetings held so far, which come after the period that the report sees.</param>
    public static IReadOnlyList<HandOverStep> Of(RegionState state, FollowUpRound round, MeetingList meetings)
    {
        if (round.Terms.Kind is not (RoundKind.AnnualReport or RoundKind.InterimReport))
            return [];
        var year = round.Terms.Period.From.Year;
        var discharges = state.Discharges.Where(d => d.Act.Year == year).ToList();
        return
        [
            Step(HandOverStage.Frozen, Subject.ExecutiveBoardId, state.Reports.LatestEdition(round.Id)?.By),
            Step(HandOverStage.BoardSubmits, Subject.ExecutiveBoardId, round.Submissions.LastOrDefault(s => s.By.Body == Subject.ExecutiveBoardId && s.Act.To == Subject.AssemblyId)?.By),
            .. state.Organisation.Bodies.Where(b => b.BodyKind == BodyKind.Auditors).OrderBy(b => b.Id, StringComparer.Ordinal)
                .Select(b => Step(HandOverStage.AuditorsSpeak, b.Id, round.Opinions.LastOrDefault(o => o.By.Body == b.Id)?.By)),
            Step(HandOverStage.AssemblyApproves, Subject.AssemblyId, round.Approvals.LastOrDefault(a => a.By.Body == Subject.AssemblyId)?.By),
            .. round.Terms.Kind == RoundKind.AnnualReport ? Answering(state, discharges).Select(body => Step(HandOverStage.Discharge, body, discharges.LastOrDefault(d => d.Act.To.Contains(body))?.By)) : [],
        ];

        HandOverStep Step(HandOverStage stage, string of, Decision? by) => new(stage, of, by, by?.Minute?.Meeting is { } meeting ? meetings.Find(meeting) : null);
    }

    /// <summary>The bodies that answer to the assembly for a year: the executive board, the committees, and whoever else has been discharged.</summary>
    private static IEnumerable<string> Answering(RegionState state, List<Decided<GrantDischarge>> discharges) =>
        state.Organisation.Bodies.Where(b => b.BodyKind is BodyKind.RegionalExecutiveBoard or BodyKind.OperatingCommittee or BodyKind.LocalCommittee or BodyKind.JointCommittee).Select(b => b.Id)
            .Concat(discharges.SelectMany(d => d.Act.To)).Distinct(StringComparer.Ordinal).OrderBy(id => id == Subject.ExecutiveBoardId ? 0 : 1).ThenBy(id => id, StringComparer.Ordinal);
}
