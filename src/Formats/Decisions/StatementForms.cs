using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about statements of account and the balance requirement.</summary>
internal static class StatementForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("adopt-statements", 1, "Adopts which line of balance sheet and cash flow, and which row of the balance requirement, each account lies on.", f => new AdoptStatements(
            f.Required("id", Id, "Short id."),
            f.Required("balance", SomeOf(Nested(b => new BalanceLineAccounts(
                b.Required("line", OneOf<BalanceLine>(), "Line of the balance sheet."),
                b.Required("accounts", SomeOf(Nested(Accounts)), "Runs of accounts."),
                b.Optional("side", Optionally(OneOf<BalanceSide>()), "Only while the account's balance leans this way.")))), "Accounts of the balance sheet."),
            f.Optional("cash-flow", ListOf(Nested(c => new CashFlowAccounts(
                c.Required("line", OneOf<CashFlowPlace>(), "Line of the cash flow statement."),
                c.Required("accounts", SomeOf(Nested(Accounts)), "Runs of accounts.")))), "Accounts whose movements lie elsewhere than their balance line says.") ?? [],
            f.Optional("requirement", ListOf(Nested(r => new RequirementAccounts(
                r.Required("row", OneOf<RequirementRow>(), "Row of the balance requirement."),
                r.Required("accounts", SomeOf(Nested(Accounts)), "Runs of accounts.")))), "Accounts of gains and losses.") ?? [],
            f.Required("valid", Valid, "Days in force."))
        {
            Accruals = f.Optional("accruals", ListOf(Nested(Accounts)), "Accounts of accruals, to be turned back in the month after.") ?? [],
        }),
        new("reserve-result", 1, "Sets aside part of a year's surplus in the result reserve.", f => new ReserveResult(
            f.Required("year", Year, "The year."),
            f.Required("amount", AmountGiven, "What is set aside."))),
        new("use-reserve", 1, "Uses the result reserve to even out a year's result.", f => new UseReserve(
            f.Required("year", Year, "The year."),
            f.Required("amount", AmountGiven, "What is used."),
            f.Optional("older", Flag, "True when it is of what was set aside before 2024."))),
        new("claim-special-reasons", 1, "Claims special reasons not to restore a deficit.", f => new ClaimSpecialReasons(
            f.Required("year", Year, "The year of the deficit."),
            f.Required("amount", AmountGiven, "How much is not to be restored."),
            f.Required("reason", Names, "The reasons."))),
        new("plan-restoration", 1, "Plans how a deficit is to be restored.", f => new PlanRestoration(
            f.Required("year", Year, "The year of the deficit."),
            f.Required("years", SomeOf(Nested(y => new RestorationYear(y.Required("year", Year, "The year."), y.Required("amount", AmountGiven, "What it restores.")))), "What each year restores."))),
        new("adjust-balance-requirement", 1, "Decides an amount of the balance requirement that the accounts do not tell.", f => new AdjustBalanceRequirement(
            f.Required("year", Year, "The year."),
            f.Required("row", OneOf<RequirementAdjustment>(), "What the amount is about."),
            f.Required("amount", Amount, "Taken from the result is negative; opening amounts and obligations are positive."),
            f.Required("reason", Names, "What it rests on."),
            f.Optional("arose", Optionally(Year), "The year that an opening deficit arose."))),
    ];

    private static AccountRange Accounts(Fields f) => new(f.Required("from", Id, "First account."), f.Required("to", Id, "Last account."));
}
