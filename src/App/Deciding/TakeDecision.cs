using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;

namespace Styrkedja.App.Deciding;

/// <summary>Records decisions and assessments that someone hands in, when the offices they hold today give them the right to all of it. The one way in for files and forms alike.</summary>
public sealed class TakeDecision(RegionArchive archive, RegionToday today)
{
    /// <param name="files">Text of each file with its name.</param>
    /// <param name="recorded">When it is recorded.</param>
    /// <param name="check">True to judge without recording.</param>
    public RecordingResult Take(IReadOnlyList<(string Text, string Name)> files, OfficeHolder who, DateTimeOffset recorded, bool check = false)
    {
        var read = files.Select(f => DecisionFile.Read(f.Text, f.Name)).ToList();
        var faults = read.SelectMany(f => f.Faults).ToList();
        if (faults.Exists(f => f.Severity == Severity.Error))
            return new([], faults);
        var state = today.State;
        var said = read.SelectMany(f => f.Assessments).ToList();
        if (AnswerFaults.Of(said, () => archive.ViewAt(state.At), state) is { Count: > 0 } lacking)
            return new([], [.. faults, .. lacking]);
        var result = new RecordDecisions(archive).Record(
            [.. read.SelectMany(f => f.Decisions)],
            said,
            recorded,
            check,
            new((decision, verdict) => Policy.MayRecord(who, decision, verdict, state).Refusal, assessment => MaySay(who, assessment, state).Refusal));
        return result with { Faults = [.. faults, .. result.Faults] };
    }

    /// <summary>Whether someone may say what an assessment says: a partner's officer signs for the partner, whoever leads the work approves for a body, and of a settlement, or a value that a partner has signed, the two parties speak.</summary>
    public static Permission MaySay(OfficeHolder who, Assessment assessment, RegionState state) =>
        assessment.Remark is { } remark ? SettlementRights.MaySay(who, assessment, remark, state)
        : assessment.OfValue is { } value ? ValueRights.MaySay(who, assessment, value, state)
        : Policy.May(who, Policy.IsPartner(assessment.By, state) ? Right.Sign : Right.Approve, assessment.By, state);
}
