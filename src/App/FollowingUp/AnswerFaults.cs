using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.FollowingUp;

/// <summary>What is wrong with answers that name the round they answer: all that they lack, at once.</summary>
public static class AnswerFaults
{
    /// <summary>The faults of what a file answers; none for what names no round, or one that does not exist, which is told where names are judged.</summary>
    /// <param name="read">Assessments of one file; those about the same unit in the same round are one answer together.</param>
    /// <param name="view">The figures of the day on which it is handed in.</param>
    public static IReadOnlyList<Fault> Of(IReadOnlyList<AssessmentInFile> read, Func<FollowUpView> view, RegionState state) =>
    [
        .. from answer in read
           where answer.Assessment.Round is not null
           let round = state.RoundBook.Find(answer.Assessment.Round!)
           where round is { Asks: true }
           from lack in AnswerDemands.Of(view(), round, answer.Assessment)
           select Told(lack, answer, round.Id),
    ];

    private static Fault Told(AnswerShortfall lack, AssessmentInFile answer, string round) => Fault.Error(
        $"answer.lacks-{KeyWord.Of(lack.Lack)}",
        answer.Place,
        lack.About,
        ("round", round),
        ("deviation", lack.Deviation is { } deviation ? Kronor(deviation) : "–"));

    private static string Kronor(Money money) => (money.Ore / 100_000m).ToString("#,0", CultureInfo.GetCultureInfo("sv-SE")).Replace('\u2212', '-').Replace('-', '\u2212') + " tkr";
}
