using Styrkedja.Decisions;
using Styrkedja.Region;

namespace Styrkedja.App.Settling;

/// <summary>A question or objection about a line of settlement that the payer has not answered.</summary>
public sealed record OpenQuestion(AssessmentEntry Asked, SignAgreement Agreement)
{
    /// <summary>All that wait for an answer, the earliest first.</summary>
    public static IEnumerable<OpenQuestion> In(RegionState state)
    {
        var said = state.Assessments.Where(a => a.Assessment.Remark is not null).ToList();
        var answered = said.Where(a => a.Assessment.Remark!.IsAnswer).Select(a => a.Assessment.Remark!.Answers).ToHashSet(StringComparer.Ordinal);
        return from asked in said
               where !asked.Assessment.Remark!.IsAnswer && !answered.Contains(asked.Assessment.Id)
               let agreement = state.Care.Agreements.Find(asked.Assessment.Subject)
               where agreement is not null
               orderby asked.Assessment.Date, asked.Position
               select new OpenQuestion(asked, agreement.Act);
    }
}
