using Styrkedja.App.Texts;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Words;

/// <summary>Terms, applications and agreements of care, as people say what is done with them.</summary>
internal static class AgreementWords
{
    /// <summary>What stands in the sentence of an act that lets a provider in or follows up an agreement.</summary>
    public static (string Name, string Value)[] Of(Texts t, Act act, AgreementBook book) => act switch
    {
        SetProviderTerms a => [("name", t[a.Name]), ("count", $"{a.Requirements.Count}"), ("valid", DateWords.Of(t, a.Valid))],
        ReceiveApplication a => [("applicant", t[a.Applicant]), ("terms", book.FindTerms(a.Terms) is { } terms ? t[terms.Act.Name] : a.Terms), ("day", DateWords.Iso(a.Received))],
        DecideApplication a => [("applicant", book.FindApplication(a.Application) is { } made ? t[made.Received.Act.Applicant] : a.Application), ("outcome", t[$"application-outcome.{KeyWord.Of(a.Outcome)}"]), ("reason", Ended(t[a.Reason]))],
        FollowUpAgreement a => [("agreement", a.Agreement), ("how", t[$"follow-up-way.{KeyWord.Of(a.How)}"]), ("day", DateWords.Iso(a.Day)), ("text", Ended(t[a.Text]))],
        DemandRemedy a => [("agreement", a.Agreement), ("severity", t[$"deviation-severity.{KeyWord.Of(a.Severity)}"]), ("text", Ended(t[a.Text])), ("day", DateWords.Iso(a.Due)), ("remedy", Ended(t[a.Remedy]))],
        AcceptRemedy a => [("deviation", book.FindDeviation(a.Deviation) is { } deviation ? t[deviation.Act.Text].TrimEnd('.') : a.Deviation)],
        TerminateAgreement a => [("agreement", a.Agreement), ("how", t[$"agreement-ending.{KeyWord.Of(a.How)}"]), ("day", DateWords.Iso(a.LastDay)), ("reason", Ended(t[a.Reason]))],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The agreement that an act is about; nothing for acts about none.</summary>
    public static string? AgreementOf(Act act, AgreementBook book) => act switch
    {
        SignAgreement a => a.Id,
        FollowUpAgreement a => a.Agreement,
        DemandRemedy a => a.Agreement,
        AcceptRemedy a => book.FindDeviation(a.Deviation)?.Act.Agreement,
        TerminateAgreement a => a.Agreement,
        _ => null,
    };

    private static string Ended(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
}
