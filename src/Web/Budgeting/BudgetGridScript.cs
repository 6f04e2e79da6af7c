namespace Styrkedja.Web.Budgeting;

/// <summary>The script that lets one move, paste and see sums in the table of a detailed budget; the table works without it.</summary>
internal sealed class BudgetGridScript() : PageScript("budget-grid.js");
