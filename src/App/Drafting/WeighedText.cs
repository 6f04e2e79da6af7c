using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;

namespace Styrkedja.App.Drafting;

/// <summary>What is known of a text before anyone has decided it: what is wrong with it, whether the body may decide it, and whether whoever asks may record it. Nothing is written.</summary>
/// <param name="Decision">Absent when the text can't be read, or is an assessment.</param>
/// <param name="Verdict">What authority says on the decision's day; absent without a decision.</param>
/// <param name="Record">Whether whoever asks may record it; absent when the text can't be read.</param>
public sealed record WeighedText(IReadOnlyList<Fault> Faults, Decision? Decision, Assessment? Assessment, Verdict? Verdict, Permission? Record)
{
    /// <summary>True when it touches money or goals, so that one can see beforehand what it changes.</summary>
    public bool ChangesFigures => Decision is not null && Decision.Acts.Any(act => act is SetFrame or Reallocate or GrantAdditional or SetBudget or SetResultBudget or SetTaxRate
        or AdoptGoal or AdoptSubGoal or SetTarget or SetJudgementRule or SetEconomicPlan or SetInvestmentFrame);

    public static WeighedText Of(string text, OfficeHolder who, RegionArchive archive, RegionState today)
    {
        var read = DecisionFile.Read(text, "");
        if (read.Refused)
            return new(read.Faults, null, null, null, null);
        if (read.Assessments is [var said])
        {
            var wrong = RecordDecisions.FaultsOf(said, archive.StateAt(new(said.Assessment.Date, long.MaxValue)));
            return new([.. read.Faults, .. wrong], null, said.Assessment, null, TakeDecision.MaySay(who, said.Assessment, today));
        }

        if (read.Decisions is not [var file, ..])
            return new(read.Faults, null, null, null, null);
        var decision = file.Decision;
        var state = archive.StateAt(new(decision.Date.Latest, long.MaxValue));
        var verdict = Judge.Of(decision, state.Standing, file.Place);
        var taken = today.FindDecision(decision.Id) is not null ? [Fault.Error("decision.id-taken", file.Place, decision.Id)] : Array.Empty<Fault>();
        return new([.. read.Faults, .. verdict.Faults, .. taken], decision, null, verdict, Policy.MayRecord(who, decision, verdict, today));
    }
}
