using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Deciding;

/// <summary>What is wrong with something said about a value that a partner has signed: it speaks for nobody known, of no such value, or answers nothing.</summary>
internal static class ValueRemarkFaults
{
    public static IEnumerable<Fault> Of(AssessmentInFile file, ValueRemark remark, RegionState state)
    {
        var said = file.Assessment;
        if (!state.Organisation.Knows(said.By))
            yield return Fault.Error("assessment.subject-unknown", file.Place, said.By);
        if (said.Text is null)
            yield return Fault.Error("assessment.says-nothing", file.Place, said.Id);
        if (state.Goals.Indicators.FirstOrDefault(i => i.Act.Id == said.Subject)?.Act is not { } indicator || !SignedValues.IsSigned(indicator))
            yield return Fault.Error("assessment.not-signed-indicator", file.Place, said.Subject);
        else if (!Enum.GetValues<Sex>().Any(sex => state.Indicators.Latest(new(SignedValues.Source, indicator.Code ?? indicator.Id, remark.Place, said.Period, sex)) is not null))
            yield return Fault.Error("assessment.value-unknown", file.Place, remark.Place, ("indicator", said.Subject), ("period", $"{said.Period}"));
        if (remark.IsAnswer && remark.Answers is null)
            yield return Fault.Error("assessment.answers-nothing", file.Place, said.Id);
        else if (remark.Answers is { } answered && !state.Assessments.Any(a => a.Assessment.Id == answered && IsSameValue(a.Assessment, said)))
            yield return Fault.Error("assessment.remark-unknown", file.Place, answered);
    }

    private static bool IsSameValue(Assessment one, Assessment other) => one.Subject == other.Subject && one.Period == other.Period && one.OfValue?.Place == other.OfValue?.Place;
}
