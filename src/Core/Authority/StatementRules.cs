using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides how accounts lie on the statements, and about the balance requirement and its reserves.</summary>
/// <remarks>Whether a reservation lies within its limit depends on the outcome, which no decision knows: that is shown in the balance requirement itself.</remarks>
internal static class StatementRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<AdoptStatements>("statements", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<ReserveResult>("reservation", Rules.ReserveByAssembly, (_, _) => Assembly),
        Row<UseReserve>("use of the reserve", Rules.ReserveByAssembly, (_, _) => Assembly),
        Row<ClaimSpecialReasons>("special reasons", Rules.SpecialReasonsByAssembly, (_, _) => Assembly),
        Row<PlanRestoration>("restoration", Rules.RestorationByAssembly, (_, _) => Assembly),
        Row<AdjustBalanceRequirement>("amount of the balance requirement", Rules.RestorationByAssembly, (_, _) => Assembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        Requirement<PlanRestoration>("restored within three years", Rules.RestoredInThreeYears, (a, _) =>
            a.Years.Where(y => y.Amount > Money.Zero && (y.Year <= a.Year || y.Year > a.Year + 3)).Take(1).SelectMany(y => When(true, Assembly, Year("year", a.Year), Year("planned", y.Year), Year("last", a.Year + 3)))),
    ];

    private static (string, string) Year(string name, int year) => (name, year.ToString(CultureInfo.InvariantCulture));
}
