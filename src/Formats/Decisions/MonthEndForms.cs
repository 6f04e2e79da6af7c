using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts by which a month is signed off, closed and opened again.</summary>
internal static class MonthEndForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("sign-off-month", 1, "Signs a unit's month off as booked and gone through.", f => new SignOffMonth(
            f.Required("subject", Id, "The unit, administration, part of a budget or body."),
            f.Required("month", OneMonth, "The month."),
            f.Optional("remark", Names, "What the head wants known."))),
        new("close-period", 1, "Closes the ledger from January through a month.", f => new ClosePeriod(
            f.Required("through", OneMonth, "The last month that is closed."))),
        new("reopen-period", 1, "Opens one closed month of the ledger again.", f => new ReopenPeriod(
            f.Required("month", OneMonth, "The month that is opened."),
            f.Required("reason", Names, "Why."))),
    ];
}
