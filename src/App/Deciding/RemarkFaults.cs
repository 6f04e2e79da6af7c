using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Deciding;

/// <summary>What is wrong with something said about a line of a settlement: it speaks for no office, of no agreement or component, or answers nothing.</summary>
internal static class RemarkFaults
{
    public static IEnumerable<Fault> Of(AssessmentInFile file, SettlementRemark remark, RegionState state)
    {
        var said = file.Assessment;
        if (state.Organisation.FindOffice(said.By) is null)
            yield return Fault.Error("assessment.not-an-office", file.Place, said.By);
        if (said.Period.From != said.Period.To)
            yield return Fault.Error("assessment.not-one-month", file.Place, said.Period.ToString());
        if (said.Text is null)
            yield return Fault.Error("assessment.says-nothing", file.Place, said.Id);
        if (state.Care.Agreements.Find(said.Subject) is not { } agreement)
            yield return Fault.Error("assessment.agreement-unknown", file.Place, said.Subject);
        else if (!agreement.Versions.Any(v => v.Act.Model is { } model && state.Care.Payment.ComponentsOf(model).Contains(remark.Component)))
            yield return Fault.Error("assessment.component-unknown", file.Place, remark.Component, ("agreement", said.Subject));
        if (remark.IsAnswer && remark.Answers is null)
            yield return Fault.Error("assessment.answers-nothing", file.Place, said.Id);
        else if (remark.Answers is { } answered && !state.Assessments.Any(a => a.Assessment.Id == answered && IsSameLine(a.Assessment, said)))
            yield return Fault.Error("assessment.remark-unknown", file.Place, answered);
    }

    /// <summary>True when both are about the same line: agreement, month and component.</summary>
    private static bool IsSameLine(Assessment one, Assessment other) =>
        one.Subject == other.Subject && one.Period == other.Period && one.Remark?.Component == other.Remark?.Component;
}
