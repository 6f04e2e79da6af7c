using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about tax, frames, budgets and plans.</summary>
internal static class MoneyForms
{
    /// <summary>A number of residents: at least one, since amounts are shared among them.</summary>
    private static readonly FieldKind<int> s_residents = Holding(Count, residents => residents > 0, "residents", ("minimum", 1));

    public static readonly IReadOnlyList<ActForm> All =
    [
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
            f.Optional("purpose", Text, "What it is for."))
        {
            Rows = f.Optional("rows", ListOf(Nested(FrameRowForm)), "What the amount is made of; the rows add up to it.") ?? [],
            Conditions = f.Optional("conditions", Names, "What the receiver must fulfil for the money."),
            Mission = f.Optional("mission", Optionally(OneOf<Mission>()), "Main mission it is given for."),
            Area = f.Optional("area", Text, "Area within the mission."),
            Answers = f.Optional("answers", Id, "Goal, need or priority that it answers."),
        }),
        new("set-period-profile", 1, "Sets how yearly amounts are laid out over the months.", f => new SetPeriodProfile(
            f.Required("id", Id, "Short id."),
            f.Required("shares", Holding(TwelveOf(Weight), shares => shares.Any(share => share > 0), "profile"), "Twelve weights from January, some above zero."))),
        new("set-budget", 1, "Sets the budget of a subject for a year.", f => new SetBudget(
            f.Required("year", Year, "The year."),
            f.Required("subject", Id, "Body, budget part or unit."),
            f.Required("rows", ListOf(Holding(Nested(BudgetRowForm), IsLaidOut, "laid-out")), "One row an account group and counterparty."))),
        new("set-economic-plan", 1, "Sets the economic plan, the budget year first.", f => new SetEconomicPlan(
            f.Required("years", SomeOf(Nested(PlanYearForm)), "The years of the plan."))),
        new("propose-budget", 1, "Puts forward a version of a year's budget, the board's proposal unless a stage says otherwise.", f => new ProposeBudget(
            f.Required("year", Year, "The year."))
        {
            Stage = f.Optional("stage", OneOf<BudgetStage>(), "Where in its making it is; left out for the board's proposal."),
            By = f.Optional("by", Text, "Body or parties whose version it is; no persons."),
            Frames = f.Optional("frames", ListOf(Nested(ProposedFrameForm)), "Frames as it would have them.") ?? [],
            Result = f.Optional("result", Optionally(Amount), "Result it would budget, surplus positive."),
            OrePerHundredKronor = f.Optional("tax-rate", Optionally(TaxRate), "Kronor on each hundred kronor that it would set."),
            Plan = f.Optional("plan", ListOf(Nested(PlanYearForm)), "Results of the plan, the budget year first.") ?? [],
        }),
        new("grant-additional", 1, "Gives more money during the year, with what pays for it.", f => new GrantAdditional(
            f.Required("year", Year, "The year."),
            f.Required("from", Id, "Giver; REGION when the assembly gives of the region's income."),
            f.Required("to", Id, "Receiver."),
            f.Required("kind", OneOf<FrameKind>(), "On what footing."),
            f.Required("amount", AmountGiven, "What is added."),
            f.Optional("purpose", Text, "What it is for."),
            f.Optional("financing", ListOf(Nested(r => new FinancingRow(r.Required("from", Id, "Whose money; REGION for the region's result."), r.Required("amount", AmountGiven, "How much.")))), "What pays for it; the law asks for it.") ?? [])),
        new("reallocate", 1, "Moves money from one receiver to another of the same giver.", f => new Reallocate(
            f.Required("year", Year, "The year."),
            f.Required("giver", Id, "Whose money it is."),
            f.Required("from", Id, "Who gets less."),
            f.Required("to", Id, "Who gets more."),
            f.Required("kind", OneOf<FrameKind>(), "On what footing."),
            f.Required("amount", AmountGiven, "What is moved."),
            f.Optional("purpose", Text, "Purpose of the frames; left out takes the largest of that kind."))),
        new("set-investment-frame", 1, "Sets a frame for an investment.", f => new SetInvestmentFrame(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "What is invested in."),
            f.Required("subject", Id, "Who carries it out."),
            f.Required("year", Year, "The year."),
            f.Required("amount", AmountGiven, "The frame."))),
        new("set-price-index", 1, "Sets the yearly change of a price index.", f => new SetPriceIndex(
            f.Required("index", Id, "The index, such as LPIK."),
            f.Required("year", Year, "The year."),
            f.Required("percent", Number, "Change since the year before."))),
        new("set-planning-conditions", 1, "Sets what a year's budget is planned from; a later decision replaces field by field.", f => new SetPlanningConditions(
            f.Required("year", Year, "The year."),
            f.Required("as-of", Date, "The day on which the numbers were as told."),
            f.Required("basis", Names, "Where the numbers come from."),
            f.Optional("tax-base", Optionally(AmountGiven), "Taxable income of the residents."),
            f.Optional("final-settlement", Optionally(Amount), "Settled afterwards for tax, a gain positive."),
            f.Optional("general-grants", Optionally(AmountGiven), "General state grants."),
            f.Optional("equalisation", Optionally(Amount), "Received from other regions positive, paid negative."),
            f.Optional("population", Optionally(s_residents), "Residents that grants are reckoned by."),
            f.Optional("price-index", Optionally(Number), "LPIK, change since the year before in per cent."),
            f.Optional("wage-increase", Optionally(Number), "Wages, change since the year before in per cent."),
            f.Optional("wage-cost", Optionally(AmountGiven), "Wages and what goes with them for a year."))),
        new("carry-over", 1, "Brings what was left or lacked the year before into the frame of a year.", f => new CarryOver(
            f.Required("year", Year, "The year whose frame is changed."),
            f.Required("from", Id, "Giver of the frame; REGION when the assembly gives of the region's income."),
            f.Required("to", Id, "Receiver."),
            f.Required("kind", OneOf<FrameKind>(), "On what footing."),
            f.Required("what", OneOf<Carried>(), "What is brought along."),
            f.Required("amount", Amount, "More to spend positive, a deficit to win back negative."),
            f.Optional("purpose", Text, "Purpose of the frame."))),
    ];

    private static FrameRow FrameRowForm(Fields f) => new(
        f.Required("why", OneOf<FrameRowReason>(), "Why it is there."),
        f.Required("amount", Amount, "More positive, less negative."),
        f.Optional("text", Names, "In words."),
        f.Optional("answers", Id, "Goal, need or priority that it answers."));

    private static ProposedFrame ProposedFrameForm(Fields f) => new(
        f.Required("from", Id, "Giver; REGION when the assembly gives of the region's income."),
        f.Required("to", Id, "Receiver."),
        f.Required("amount", AmountGiven, "What would be given."));

    private static PlanYear PlanYearForm(Fields f) => new(f.Required("year", Year, "The year."), f.Required("result", Amount, "Surplus positive."));

    private static BudgetRow BudgetRowForm(Fields f) => new(
        f.Required("group", Id, "Account group."),
        f.Required("amount", Amount, "Revenue positive, cost negative."),
        f.Optional("counterparty", Id, "The other side inside the region."),
        f.Optional("profile", Id, "Period profile; left out means twelve equal parts."),
        f.Optional("months", TwelveOf(Amount), "Twelve amounts that replace the profile and add up to the amount."));

    private static bool IsLaidOut(BudgetRow row) => row.Months is null || row.Months.Sum(month => (decimal)month.Ore) == row.Amount.Ore;
}
