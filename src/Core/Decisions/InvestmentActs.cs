using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What is to be spent on an investment in one year.</summary>
/// <param name="Amount">A positive amount.</param>
public sealed record InvestmentYear(int Year, Money Amount);

/// <summary>How an investment with a frame is to be carried out: what each year takes, and what it costs once it is in use. A later plan of the same investment replaces it whole.</summary>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 3 §, by whoever decided the frame; depreciation by LKBR (2018:597) 7 kap. 3 §, for 2015-2017 by KRL (1997:614) 6 kap. 4 §.
/// None of the last two has been checked against its text.</remarks>
/// <param name="Investment">Id of the investment frame.</param>
/// <param name="UsefulLifeYears">Whole years over which it is written off, at least one.</param>
/// <param name="InUse">The day it is taken into use; capital cost begins with the month of that day.</param>
/// <param name="InterestPercent">Internal interest in per cent a year on what is not yet written off.</param>
[Term("investeringsplan")]
public sealed record PlanInvestment(string Investment, IReadOnlyList<InvestmentYear> Years, int UsefulLifeYears, DateOnly InUse, decimal InterestPercent) : Act
{
    /// <summary>What it is thought to have cost when it is done, as a positive amount; absent while the plan is still believed.</summary>
    public Money? Forecast { get; init; }

    /// <summary>The code of its rows in the ledger's dimension of projects; absent means the id of the frame.</summary>
    public string? Project { get; init; }
}
