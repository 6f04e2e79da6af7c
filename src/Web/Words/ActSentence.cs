using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>What an act of a decision does, as a sentence, and the page of what it is about.</summary>
public sealed class ActSentence(Reading reading)
{
    private FigureWords Words => new(reading.T, reading.State);

    public string Of(Act act) => reading.T[$"act.{ActForms.NameOf(act)}", [.. Values(act).Select(v => (v.Name, (object)v.Value))]];

    /// <summary>The page of what the act is about; nothing when it has none.</summary>
    public string? Href(Act act) => act switch
    {
        EstablishBody a => Subject(a.Id),
        EstablishAdministration a => Subject(a.Id),
        EstablishUnit a => Subject(a.Id),
        OpenCostCentres a => Subject(a.Unit),
        AdoptGoal a => reading.Href("/goals/" + a.Id),
        AdoptSubGoal a => reading.Href($"/goals/{a.Goal}#sub-goals"),
        SetFrame a => reading.Href("/budget/" + a.To, ("year", $"{a.Year}")),
        SetBudget a => reading.Href("/budget/" + a.Subject, ("year", $"{a.Year}")),
        SetResultBudget a => reading.Href("/budget/" + a.Subject, ("year", $"{a.Year}")),
        SetTaxRate a => reading.Href("/budget", ("year", $"{a.Year}")),
        AuthoriseProvider or NameCareFinancier => reading.Href("/care"),
        AdoptProgramme or JoinPartner => reading.Href("/development"),
        _ => null,
    };

    private string? Subject(string id) => reading.State.Organisation.Find(id) is { } subject ? reading.HrefOf(subject) : null;

    private IEnumerable<(string Name, string Value)> Values(Act act)
    {
        var t = reading.T;
        return act switch
        {
            EstablishBody a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishAdministration a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishUnit a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            OpenCostCentres a => [("count", $"{a.Codes.Count}"), ("unit", Name(a.Unit)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishOffice a => [("name", t[a.Name]), ("in", Name(a.In)), ("valid", DateWords.Of(t, a.Valid))],
            Dissolve a => [("id", Name(a.Id)), ("day", DateWords.Iso(a.LastDay))],
            AdoptVision a => [("text", t[a.Text]), ("valid", DateWords.Of(t, a.Valid))],
            AdoptStrategy a => [("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            AdoptGoalArea a => [("name", t[a.Name])],
            AdoptGoal a => [("id", a.Id), ("text", a.Text is { } text ? t[text] : t["goal.no-wording"]), ("valid", DateWords.Of(t, a.Valid))],
            AdoptSubGoal a => [("goal", a.Goal), ("year", $"{a.Year}"), ("text", t[a.Text]), ("owner", Name(a.Owner))],
            AdoptIndicator a => [("name", t[a.Name]), ("of", a.Of), ("unit", FigureWords.UnitName(a.Unit))],
            SetTarget a => [("indicator", Name(a.Indicator)), ("year", $"{a.Year}"), ("value", AmountText.Plain(a.Value))],
            SetJudgementRule a => [("year", $"{a.Year}"), ("goals", string.Join(", ", a.FinancialGoals)), ("share", $"{a.ActivityShare}")],
            SetTaxRate a => [("year", $"{a.Year}"), ("rate", AmountText.Number(a.OrePerHundredKronor / 100m, 2))],
            SetResultBudget a => [("year", $"{a.Year}"), ("subject", Name(a.Subject)), ("amount", Amount(a.Result))],
            SetFrame a => [("year", $"{a.Year}"), ("from", Name(a.From)), ("to", Name(a.To)), ("amount", Amount(a.Amount)), ("kind", t[$"frame.{Readings.Word(a.Kind)}"])],
            SetPeriodProfile a => [("id", a.Id)],
            SetBudget a => [("year", $"{a.Year}"), ("subject", Name(a.Subject)), ("rows", $"{a.Rows.Count}"), ("amount", Amount(Money.Sum(a.Rows.Select(r => r.Amount))))],
            AdoptChart a => [("groups", $"{a.Groups.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            AdoptCounterparties a => [("count", $"{a.Entries.Count}")],
            AdoptActivities a => [("count", $"{a.Entries.Count}")],
            AuthoriseProvider a => [("name", t[a.Name]), ("regime", t[$"regime.{Readings.Word(a.Regime)}"]), ("valid", DateWords.Of(t, a.Valid))],
            NameCareFinancier a => [("subject", Name(a.Subject))],
            AdoptProgramme a => [("name", t[a.Name]), ("goals", $"{a.Goals.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            JoinPartner a => [("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            OpenRound a => [("name", t[a.Name]), ("period", DateWords.Of(t, a.Period))],
            SubmitReport a => [("round", Round(a.Round)), ("to", Name(a.To))],
            ApproveReport a => [("round", Round(a.Round))],
            _ => [],
        };
    }

    private string Name(string id) => Words.SubjectName(id);

    private string Round(string id) => reading.State.Rounds.FirstOrDefault(r => r.Act.Id == id) is { } round ? reading.T[round.Act.Name] : id;

    private static string Amount(Money money) => $"{AmountText.Of(money, AmountUnit.Million)}{AmountText.Group}mnkr";
}
