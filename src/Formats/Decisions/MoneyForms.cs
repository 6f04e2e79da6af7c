using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about tax, frames, budgets and plans.</summary>
internal static class MoneyForms
{
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
            f.Optional("purpose", Text, "What it is for."))),
        new("set-period-profile", 1, "Sets how yearly amounts are laid out over the months.", f => new SetPeriodProfile(
            f.Required("id", Id, "Short id."),
            f.Required("shares", Holding(TwelveOf(Weight), shares => shares.Any(share => share > 0), "profile"), "Twelve weights from January, some above zero."))),
        new("set-budget", 1, "Sets the budget of a subject for a year.", f => new SetBudget(
            f.Required("year", Year, "The year."),
            f.Required("subject", Id, "Body, budget part or unit."),
            f.Required("rows", ListOf(Holding(Nested(BudgetRowForm), IsLaidOut, "laid-out")), "One row an account group and counterparty."))),
        new("set-economic-plan", 1, "Sets the economic plan, the budget year first.", f => new SetEconomicPlan(
            f.Required("years", SomeOf(Nested(y => new PlanYear(y.Required("year", Year, "The year."), y.Required("result", Amount, "Surplus positive.")))), "The years of the plan."))),
        new("propose-budget", 1, "Hands the proposal for a year's budget to the assembly.", f => new ProposeBudget(
            f.Required("year", Year, "The year."))),
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
    ];

    private static BudgetRow BudgetRowForm(Fields f) => new(
        f.Required("group", Id, "Account group."),
        f.Required("amount", Amount, "Revenue positive, cost negative."),
        f.Optional("counterparty", Id, "The other side inside the region."),
        f.Optional("profile", Id, "Period profile; left out means twelve equal parts."),
        f.Optional("months", TwelveOf(Amount), "Twelve amounts that replace the profile and add up to the amount."));

    private static bool IsLaidOut(BudgetRow row) => row.Months is null || row.Months.Sum(month => (decimal)month.Ore) == row.Amount.Ore;
}
