using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about what money is spent on beyond a year's frames: investments, targeted grants, internal services and the books of companies.</summary>
internal static class ResourceForms
{
    /// <summary>Whole years that something is used; nothing is written off over none, and nothing here is used for more than a hundred.</summary>
    private static readonly FieldKind<int> s_usefulLife = Holding(Count, years => years is >= 1 and <= 100, "useful-life", ("minimum", 1), ("maximum", 100));

    /// <summary>Per cent a year with at most four decimals, so that interest is reckoned in whole numbers.</summary>
    private static readonly FieldKind<decimal> s_interest = Holding(Number, percent => percent is >= 0 and <= 100 && percent * 10_000 == decimal.Truncate(percent * 10_000), "interest", ("minimum", 0), ("maximum", 100));

    /// <summary>How many of something, with at most three decimals, so that a price times it is reckoned in whole numbers.</summary>
    private static readonly FieldKind<decimal> s_volume = Holding(Number, volume => volume is >= 0 and <= 1_000_000_000_000 && volume * 1000 == decimal.Truncate(volume * 1000), "volume", ("minimum", 0));

    public static readonly IReadOnlyList<ActForm> All =
    [
        new("plan-investment", 1, "Plans an investment that has a frame: what each year takes, and what it costs in use.", f => new PlanInvestment(
            f.Required("investment", Id, "Id of the investment frame."),
            f.Required("years", SomeOf(Nested(y => new InvestmentYear(y.Required("year", Year, "The year."), y.Required("amount", AmountGiven, "What it takes.")))), "What each year takes."),
            f.Required("useful-life", s_usefulLife, "Whole years over which it is written off."),
            f.Required("in-use", Date, "The day it is taken into use."),
            f.Required("interest", s_interest, "Internal interest in per cent a year."))
        {
            Forecast = f.Optional("forecast", Optionally(AmountGiven), "What it is thought to have cost when it is done; left out while the plan is believed."),
            Project = f.Optional("project", Id, "Code of its rows in the ledger's projects; left out when it is the id of the frame."),
        }),
        new("receive-grant", 1, "Receives a grant for something named, and gives it on to those who are to use it.", f => new ReceiveGrant(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "What it is for."),
            f.Required("from", Names, "Who gives it."),
            f.Required("amount", AmountGiven, "The whole of it."),
            f.Required("valid", Valid, "Days on which it may be used."),
            f.Optional("conditions", Names, "What the giver asks for."),
            f.Optional("distribution", ListOf(Nested(d => new GrantPart(d.Required("to", Id, "Body or unit."), d.Required("amount", AmountGiven, "Its part.")))), "Who gets how much.") ?? [],
            f.Optional("report-by", Optionally(Date), "Last day to tell the giver how it was used."),
            f.Optional("budgeted", Flag, "True when the year's budget counted on it."))),
        new("report-grant", 1, "Tells the giver of a grant how it was used; tellings add up.", f => new ReportGrant(
            f.Required("grant", Id, "Id of the grant."),
            f.Required("used", AmountGiven, "What was used."),
            f.Required("returned", AmountGiven, "What is paid back."),
            f.Optional("text", Names, "In words."))),
        new("agree-service", 1, "Agrees on what one part of the region does for another in a year, and its price.", f => new AgreeService(
            f.Required("id", Id, "Short id."),
            f.Required("supplier", Id, "Who does it."),
            f.Required("buyer", Id, "Who has it done."),
            f.Required("what", Names, "The service."),
            f.Required("unit", Text, "What is counted."),
            f.Required("price", AmountGiven, "For each."),
            f.Required("volume", s_volume, "How many in the year."),
            f.Required("year", Year, "The year."))),
    ];
}
