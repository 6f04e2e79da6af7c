using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The form of one act: its name in files, the version of its shape, what it is for, and its fields.</summary>
public sealed record ActForm(string Name, int Version, string About, Func<Fields, Act> Read);

/// <summary>Every act that a decision file can hold. A new act is a record in Core and a row here.</summary>
public static class ActForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("establish-body", 1, "Establishes or describes a political body.", f => new EstablishBody(
            f.Required("id", Id, "Short id, never reused."),
            f.Required("kind", OneOf<BodyKind>(), "What sort of body it is."),
            f.Required("name", Names, "Its name."),
            f.Optional("under", Id, "Who stands above; left out for bodies that answer to the assembly.") ?? "REGION",
            f.Optional("seats", Count, "Number of members.") is var seats and > 0 ? seats : null,
            f.Optional("municipality", Text, "Four-digit municipality code of a local committee."),
            f.Optional("field", Names, "What it is for."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-administration", 1, "Establishes an administration.", f => new EstablishAdministration(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("under", Id, "The committee or budget part it serves."),
            f.Optional("head-office", Text, "The office that leads it."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-unit", 1, "Establishes a unit, or divides a body's budget into parts.", f => new EstablishUnit(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("under", Id, "Administration, unit or body above."),
            f.Optional("budget-part", Flag, "True when it is a part of a body's budget and no unit."),
            f.Required("valid", Valid, "Days in force."))),
        new("open-cost-centres", 1, "Opens cost centres under a unit.", f => new OpenCostCentres(
            f.Required("unit", Id, "The unit that answers for them."),
            f.Required("codes", ListOf(Nested(c => new CostCentreCode(c.Required("code", Id, "Code in the ledger."), c.Required("name", Text, "Its name.")))), "The cost centres."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-office", 1, "Establishes an office of the management line; never a person.", f => new EstablishOffice(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("in", Id, "Body or administration it belongs to."),
            f.Optional("under", Id, "The office it answers to."),
            f.Required("valid", Valid, "Days in force."))),
        new("dissolve", 1, "Ends a body, administration, unit or cost centre.", f => new Dissolve(
            f.Required("id", Id, "What ceases."),
            f.Required("last-day", Date, "Last day in force."))),
        new("adopt-vision", 1, "Adopts the vision.", f => new AdoptVision(
            f.Required("id", Id, "Short id."),
            f.Required("text", Names, "The vision."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-strategy", 1, "Adopts a strategy.", f => new AdoptStrategy(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("serves", Id, "The vision or strategy it serves."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-goal-area", 1, "Names a field into which goals are sorted.", f => new AdoptGoalArea(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."))),
        new("adopt-goal", 1, "Adopts a goal.", f => new AdoptGoal(
            f.Required("id", Id, "Short id."),
            f.Required("area", Id, "Goal area."),
            f.Required("under", Id, "Strategy or vision it carries out."),
            f.Optional("owner", Id, "Body that answers for it; left out when no source says."),
            f.Optional("text", Names, "The wording; left out when it was never found."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-sub-goal", 1, "Adopts a sub-goal for one year.", f => new AdoptSubGoal(
            f.Required("id", Id, "Short id."),
            f.Required("year", Year, "The year it is for."),
            f.Required("goal", Id, "The goal it serves."),
            f.Required("owner", Id, "Body that answers for it."),
            f.Required("text", Names, "The wording."))),
        new("adopt-indicator", 1, "Adopts an indicator of a goal or sub-goal.", f => new AdoptIndicator(
            f.Required("id", Id, "Short id."),
            f.Required("of", Id, "Goal or sub-goal."),
            f.Required("name", Names, "Its name."),
            f.Required("unit", Text, "Unit of values and targets."),
            f.Required("polarity", OneOf<Polarity>(), "Which way is better."),
            f.Optional("computed-from", Text, "Measure of the ledger that gives the value, such as result-deviation."))),
        new("set-target", 1, "Sets the value an indicator must reach in a year.", f => new SetTarget(
            f.Required("indicator", Id, "The indicator."),
            f.Required("year", Year, "The year."),
            f.Required("value", Number, "The value to reach."),
            f.Optional("tolerance", Number, "How far off still counts as partly."))),
        new("set-judgement-rule", 1, "Sets how the year's sound financial management is judged.", f => new SetJudgementRule(
            f.Required("year", Year, "The year."),
            f.Required("financial-goals", ListOf(Id), "Goals that must all be fulfilled."),
            f.Required("activity-share", Count, "Per cent of the other goals that must be fulfilled or partly fulfilled."))),
        new("set-tax-rate", 1, "Sets the tax rate of a year.", f => new SetTaxRate(
            f.Required("year", Year, "The year."),
            f.Required("rate", TaxRate, "Kronor on each hundred kronor of taxable income."))),
        new("set-result-budget", 1, "Sets the budgeted result of a year.", f => new SetResultBudget(
            f.Required("year", Year, "The year."),
            f.Required("subject", Id, "REGION or a body."),
            f.Required("result", Amount, "Surplus positive."))),
        new("set-frame", 1, "Gives a body a financial frame for a year.", f => new SetFrame(
            f.Required("year", Year, "The year."),
            f.Required("from", Id, "Giver; REGION when the assembly gives of the region's income."),
            f.Required("to", Id, "Receiver."),
            f.Required("kind", OneOf<FrameKind>(), "On what footing."),
            f.Required("amount", AmountGiven, "A positive amount given."),
            f.Optional("purpose", Text, "What it is for."))),
        new("set-period-profile", 1, "Sets how yearly amounts are laid out over the months.", f => new SetPeriodProfile(
            f.Required("id", Id, "Short id."),
            f.Required("shares", Holding(TwelveOf(Weight), shares => shares.Any(share => share > 0), "profile"), "Twelve weights from January, some above zero."))),
        new("set-budget", 1, "Sets the budget of a subject for a year.", f => new SetBudget(
            f.Required("year", Year, "The year."),
            f.Required("subject", Id, "Body, budget part or unit."),
            f.Required("rows", ListOf(Holding(Nested(BudgetRowForm), IsLaidOut, "laid-out")), "One row an account group and counterparty."))),
        new("adopt-chart", 1, "Adopts a chart of accounts with its mapping to the income statement.", f => new AdoptChart(
            f.Required("id", Id, "Short id."),
            f.Required("groups", ListOf(Nested(AccountGroupForm)), "Account groups."),
            f.Optional("names", ListOf(Nested(n => new AccountName(n.Required("account", Id, "Account."), n.Required("name", Text, "Its name.")))), "Names of accounts.") ?? [],
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-counterparties", 1, "Adopts the table of counterparties.", f => new AdoptCounterparties(
            f.Required("entries", ListOf(Nested(c => new CounterpartyEntry(
                c.Required("code", Id, "Code in the ledger."),
                c.Required("name", Names, "Its name."),
                c.Required("kind", OneOf<CounterpartyKind>(), "Who it is."),
                c.Optional("subject", Id, "For internal ones: whose books hold the other side.")))), "The counterparties."))),
        new("adopt-activities", 1, "Adopts the table of activities.", f => new AdoptActivities(
            f.Required("entries", ListOf(Nested(a => new ActivityEntry(a.Required("code", Id, "Code in the ledger."), a.Required("name", Names, "Its name.")))), "The activities."))),
        new("name-care-financier", 1, "Names the subject that pays for care as financier.", f => new NameCareFinancier(
            f.Required("subject", Id, "Body or budget part."))),
        new("authorise-provider", 1, "Takes a provider, or a group of providers paid alike, into the care system.", f => new AuthoriseProvider(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("regime", OneOf<Regime>(), "Who runs the care."),
            f.Required("counterparty", Id, "Its counterparty code in the ledger."),
            f.Optional("subject", Id, "The region's own committee or unit."),
            f.Optional("care", Names, "What care it gives."),
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-programme", 1, "Adopts a programme for regional development.", f => new AdoptProgramme(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("serves", Id, "What it serves."),
            f.Required("goals", ListOf(Nested(ProgrammeGoalForm)), "Its goals."),
            f.Required("valid", Valid, "Days in force."))),
        new("join-partner", 1, "Recognises a partner in regional development.", f => new JoinPartner(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("kind", OneOf<PartnerKind>(), "What sort of actor it is."),
            f.Required("valid", Valid, "Days in force."))),
        new("open-round", 1, "Opens a round of follow-up.", f => new OpenRound(
            f.Required("id", Id, "Short id."),
            f.Required("kind", OneOf<RoundKind>(), "Which round it is."),
            f.Required("period", Months, "The months it covers."),
            f.Required("name", Names, "Its name."))),
        new("submit-report", 1, "Hands a round's report onward.", f => new SubmitReport(
            f.Required("round", Id, "The round."),
            f.Required("to", Id, "The body that receives it."))),
        new("approve-report", 1, "Approves a round's report.", f => new ApproveReport(
            f.Required("round", Id, "The round."))),
    ];

    private static readonly Dictionary<string, ActForm> s_byName = All.ToDictionary(form => form.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> s_nameOf = All.ToDictionary(form => form.Read(new SchemaFields()).GetType(), form => form.Name);

    public static ActForm? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The name that an act has in decision files.</summary>
    public static string NameOf(Act act) => s_nameOf[act.GetType()];

    private static BudgetRow BudgetRowForm(Fields f) => new(
        f.Required("group", Id, "Account group."),
        f.Required("amount", Amount, "Revenue positive, cost negative."),
        f.Optional("counterparty", Id, "The other side inside the region."),
        f.Optional("profile", Id, "Period profile; left out means twelve equal parts."),
        f.Optional("months", TwelveOf(Amount), "Twelve amounts that replace the profile and add up to the amount."));

    private static bool IsLaidOut(BudgetRow row) => row.Months is null || row.Months.Sum(month => (decimal)month.Ore) == row.Amount.Ore;

    private static AccountGroupEntry AccountGroupForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Required("line", OneOf<StatementLine>(), "Line of the income statement."),
        f.Required("accounts", ListOf(Nested(a => new AccountRange(a.Required("from", Id, "First account."), a.Required("to", Id, "Last account.")))), "Runs of accounts."));

    private static ProgrammeGoalEntry ProgrammeGoalForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Optional("goal", Id, "Region-wide goal it answers to."),
        f.Optional("choices", ListOf(Nested(c => new StrategicChoiceEntry(c.Required("id", Id, "Short id."), c.Required("name", Names, "Its name.")))), "Strategic choices.") ?? []);
}
