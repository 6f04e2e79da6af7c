using Styrkedja.Decisions;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides how published tables are protected, so that nobody can be found in them.</summary>
/// <remarks>One policy for the whole region: a committee that published by its own limits would tell what another hides.</remarks>
internal static class DisclosureRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SetDisclosureParameters>("parameters of disclosure control", Rules.BoardLeads, (_, _) => BoardOrAssembly),
    ];
}
