using Styrkedja.Decisions;

namespace Styrkedja.Formats.Decisions;

/// <summary>The form of one act: its name in files, the version of its shape, what it is for, and its fields.</summary>
public sealed record ActForm(string Name, int Version, string About, Func<Fields, Act> Read);

/// <summary>Every act that a decision file can hold. A new act is a record in Core and a row in the forms of its family.</summary>
public static class ActForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        .. OrganisationForms.All,
        .. DelegationForms.All,
        .. DirectionForms.All,
        .. AssignmentForms.All,
        .. CaseForms.All,
        .. MoneyForms.All,
        .. AccountingForms.All,
        .. CareForms.All,
        .. DevelopmentForms.All,
        .. FollowUpForms.All,
    ];

    private static readonly Dictionary<string, ActForm> s_byName = All.ToDictionary(form => form.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> s_nameOf = All.ToDictionary(form => form.Read(new SchemaFields()).GetType(), form => form.Name);

    public static ActForm? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The name that an act has in decision files.</summary>
    public static string NameOf(Act act) => s_nameOf[act.GetType()];
}
