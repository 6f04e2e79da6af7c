using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.Web.Words;

/// <summary>Calls, applications and grants of regional development, as people say what is done with them.</summary>
internal static class GrantWords
{
    /// <summary>What stands in the sentence of an act about money for others' projects.</summary>
    /// <param name="amount">An amount as it is written on the page.</param>
    /// <param name="name">What a subject is called.</param>
    public static (string Name, string Value)[] Of(Texts t, Act act, CallBook book, Func<Amounts.Money, string> amount, Func<string, string> name) => act switch
    {
        OpenCall a => [("name", t[a.Name]), ("amount", amount(a.Frame)), ("from", name(a.From)), ("day", DateWords.Iso(a.Closes)), ("share", $"{a.MostShare}")],
        AddToCall a => [("call", book.FindCall(a.Call) is { } call ? t[call.Act.Name] : a.Call), ("amount", amount(a.Amount)), ("text", Ended(t[a.Text]))],
        ReceiveGrantApplication a => [("id", a.Id), ("applicant", t[a.Applicant.Name]), ("name", t[a.Name]), ("amount", amount(a.Applied)), ("costs", amount(a.Costs)), ("day", DateWords.Iso(a.Received))],
        AssessApplication a => [("application", a.Application), ("advice", t[$"grant-advice.{KeyWord.Of(a.Recommends)}"]), ("text", Ended(t[a.Text]))],
        RejectGrantApplication a => [("application", a.Application), ("reason", Ended(t[a.Reason]))],
        ClaimPayment a => [("id", a.Id), ("grant", Project(t, book, a.Grant)), ("amount", amount(a.Amount)), ("costs", amount(a.Costs)), ("time", DateWords.Of(t, a.Time))],
        ApproveClaim a => [("claim", a.Claim), ("amount", amount(a.Amount))],
        ReportProject a => [("grant", Project(t, book, a.Grant)), ("time", DateWords.Of(t, a.Time)), ("text", Ended(t[a.Text]))],
        RecoverGrant a => [("grant", Project(t, book, a.Grant)), ("amount", amount(a.Amount)), ("reason", Ended(t[a.Reason]))],
        CloseGrant a => [("grant", Project(t, book, a.Grant)), ("text", Ended(t[a.Text]))],
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    /// <summary>The call or the project that an act is about, as the address of its page; nothing for one that is not known.</summary>
    public static string? PathOf(Act act, CallBook book) => act switch
    {
        OpenCall a => Call(book, a.Id),
        AddToCall a => Call(book, a.Call),
        ReceiveGrantApplication a => Call(book, a.Call),
        AssessApplication a => Call(book, book.FindApplication(a.Application)?.Act.Call),
        RejectGrantApplication a => Call(book, book.FindApplication(a.Application)?.Act.Call),
        GrantCoFinancing a => Grant(book, a.Id),
        ClaimPayment a => Grant(book, a.Grant),
        ApproveClaim a => Grant(book, book.FindClaim(a.Claim)?.Act.Grant),
        ReportProject a => Grant(book, a.Grant),
        RecoverGrant a => Grant(book, a.Grant),
        CloseGrant a => Grant(book, a.Grant),
        _ => null,
    };

    /// <summary>What a figure of development money is about: a call, a project, a goal or choice of a programme, a municipality, a kind of recipient or what money is for; nothing for others.</summary>
    public static string? NameOf(Texts t, RegionState state, string id) =>
        state.Calls.FindCall(id) is { } call ? t[call.Act.Name]
        : state.Calls.FindGrant(id) is { } grant ? t[grant.Act.Text]
        : ChoiceOf(state, id) is { } choice ? t[choice]
        : state.ActsOf<AdoptProgramme>().SelectMany(p => p.Act.Goals).LastOrDefault(g => g.Id == id) is { } goal ? t[goal.Name]
        : Municipality(t, state, id) is { } municipality ? municipality
        : Enum.GetValues<PartnerKind>().Any(kind => KeyWord.Of(kind) == id) ? t[$"partner-kind.{id}"]
        : t.Find($"development-money.{id}");

    /// <summary>What a strategic choice is called, also one of a programme that is no longer in force; nothing for what is none.</summary>
    public static Bilingual? ChoiceOf(RegionState state, string? id) =>
        state.ActsOf<AdoptProgramme>().SelectMany(p => p.Act.Goals).SelectMany(g => g.Choices).LastOrDefault(c => c.Id == id)?.Name;

    /// <summary>The municipality of a code; nothing for what is no code.</summary>
    public static string? Municipality(Texts t, RegionState state, string code) => code.Length == 4 && code.All(char.IsAsciiDigit) ? MunicipalityNames.Of(t, state, code) : null;

    /// <summary>Where a project is carried out.</summary>
    public static string Place(Texts t, RegionState state, IReadOnlyList<string> place) => place.Count == 0 ? t["project-grants.whole-region"] : string.Join(", ", place.Select(code => Municipality(t, state, code) ?? code));

    /// <summary>Whose money the rest of a project is paid with.</summary>
    public static string Source(Texts t, OtherSource source) => t[$"other-source.{KeyWord.Of(source)}"];

    /// <summary>By what rule a grant is allowed to be aid.</summary>
    public static string Basis(Texts t, StateAidBasis basis) => t[$"state-aid-basis.{KeyWord.Of(basis)}"];

    private static string? Call(CallBook book, string? id) => id is not null && book.FindCall(id) is not null ? "/development/calls/" + Uri.EscapeDataString(id) : null;

    private static string? Grant(CallBook book, string? id) => id is not null && book.FindGrant(id) is not null ? "/development/projects/" + Uri.EscapeDataString(id) : null;

    private static string Project(Texts t, CallBook book, string id) => book.FindGrant(id) is { } grant ? t[grant.Act.Text] : id;

    private static string Ended(string text) => text.Length == 0 || text[^1] is '.' or '!' or '?' ? text : text + ".";
}
