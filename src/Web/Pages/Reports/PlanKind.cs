namespace Styrkedja.Web.Pages.Reports;

/// <summary>The documents that a year is planned by, from the assembly's to the committees'.</summary>
public enum PlanKind
{
    /// <summary>Mål och budget: the assembly's.</summary>
    Plan,

    /// <summary>Resursfördelning: the executive board's, with commissions and orders.</summary>
    Distribution,

    /// <summary>Verksamhetsplan: a committee's own.</summary>
    ActivityPlan,
}
