using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.Facts;

/// <summary>What was booked in a month on one cost centre, account and project, both ways, in the source's own codes.</summary>
/// <remarks>Told apart from leaf cells, which know no project and hold the two ways taken together.</remarks>
/// <param name="Debit">The sum of the rows above zero.</param>
/// <param name="Credit">The sum of the rows below zero, itself below zero.</param>
/// <param name="Rows">How many rows there are.</param>
public sealed record LedgerTurnover(string CostCentre, string Account, string Project, Month Month, Money Debit, Money Credit, long Rows, bool Illustrative)
{
    /// <summary>Both ways together, debit positive.</summary>
    public Money Net => Debit + Credit;
}
