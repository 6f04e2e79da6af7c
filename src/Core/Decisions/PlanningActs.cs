using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>Why one part of a frame is there.</summary>
public enum FrameRowReason
{
    /// <summary>What the receiver had to begin with.</summary>
    [Term("utgångsläge")] Base,

    /// <summary>Counted up for prices and wages.</summary>
    [Term("indexuppräkning")] Index,

    /// <summary>What the receiver has to save; below zero.</summary>
    [Term("effektivisering")] Efficiency,

    /// <summary>For something that the giver has named.</summary>
    [Term("riktad satsning")] Directed,

    /// <summary>Brought along from the year before.</summary>
    [Term("överföring")] CarryOver,

    /// <summary>Moved between receivers because a task or a way of booking has moved; no one gets more or less to do with it.</summary>
    [Term("teknisk justering")] Technical,
}

/// <summary>The main mission that money is given for.</summary>
public enum Mission
{
    [Term("hälso- och sjukvård")] Healthcare,
    [Term("regional utveckling")] Development,
    [Term("politik och ledning")] Governance,
}

/// <summary>One part of a frame, with why it is there.</summary>
/// <param name="Amount">More is positive, less is negative; the rows of a frame add up to it.</param>
/// <param name="Answers">The goal, need or priority that the money answers; absent when the giver names none.</param>
public sealed record FrameRow(FrameRowReason Why, Money Amount, Bilingual? Text, string? Answers);

/// <summary>What a year's budget is planned from, as it was known on a day. A later decision replaces field by field; what it leaves out stands.</summary>
/// <remarks>Nobody answers for the future: these are assumptions, told so that anyone can reckon after them. Rule: kommunallagen (2017:725) 11 kap. 5 and 6 §§.</remarks>
/// <param name="AsOf">The day on which the numbers were as they are told.</param>
/// <param name="TaxBase">Taxable income of the residents, positive; what the tax rate is taken of.</param>
/// <param name="FinalSettlement">What is settled afterwards between forecast and outcome of tax; a gain is positive.</param>
/// <param name="GeneralGrants">General state grants, positive.</param>
/// <param name="Equalisation">Equalisation between regions: received is positive, paid is negative.</param>
/// <param name="Population">Residents that grants and equalisation are reckoned by.</param>
/// <param name="PriceIndexPercent">LPIK, the change of prices and wages since the year before, in per cent.</param>
/// <param name="WagePercent">The increase of wages since the year before, in per cent.</param>
/// <param name="WageCost">Wages and what goes with them for a year, as a positive amount.</param>
[Term("planeringsförutsättningar")]
public sealed record SetPlanningConditions(
    int Year,
    DateOnly AsOf,
    Bilingual Basis,
    Money? TaxBase,
    Money? FinalSettlement,
    Money? GeneralGrants,
    Money? Equalisation,
    int? Population,
    decimal? PriceIndexPercent,
    decimal? WagePercent,
    Money? WageCost) : Act;

/// <summary>What is brought along from one year to the next.</summary>
public enum Carried
{
    /// <summary>The result of the year before; a deficit is brought along below zero.</summary>
    [Term("resultatöverföring")] Result,

    /// <summary>A frame that was not spent, for what it was given for.</summary>
    [Term("överförd ram")] UnusedFrame,
}

/// <summary>What was left or lacked the year before is brought into the frame of a year, by decision; nothing is carried over by itself.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 5 kap. 1 § and 6 kap. 3 §: by the assembly, or within what one has been given.</remarks>
/// <param name="Year">The year whose frame is changed; what is carried is of the year before.</param>
/// <param name="Amount">More to spend is positive, a deficit to win back is negative.</param>
[Term("överföring")]
public sealed record CarryOver(int Year, string From, string To, FrameKind Kind, Carried What, Money Amount, string? Purpose) : Act;

/// <summary>Where in its making a version of the budget is.</summary>
public enum BudgetStage
{
    /// <summary>The executive board's own, as the law asks for.</summary>
    [Term("styrelsens förslag")] Proposal,

    /// <summary>What the committees are to plan by.</summary>
    [Term("planeringsdirektiv")] Directive,

    /// <summary>A committee's own.</summary>
    [Term("nämndens underlag")] Draft,

    /// <summary>Put by parties against the board's.</summary>
    [Term("motförslag")] CounterProposal,
}

/// <summary>A frame as a version of the budget would have it.</summary>
/// <param name="From">Giver; REGION for what the assembly gives of the region's income.</param>
/// <param name="Amount">A positive amount that would be given.</param>
public sealed record ProposedFrame(string From, string To, Money Amount);
