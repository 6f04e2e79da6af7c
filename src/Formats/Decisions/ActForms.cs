using Styrkedja.Decisions;

namespace Styrkedja.Formats.Decisions;

/// <summary>The form of one act: its name in files, the version of its shape, what it is for, and its fields.</summary>
public sealed record ActForm(string Name, int Version, string About, Func<Fields, Act> Read)
{
    private IReadOnlyList<FormField>? _fields;

    /// <summary>What someone who fills it in is asked for, with the marks that any act can carry last.</summary>
    public IReadOnlyList<FormField> Fields => _fields ??= AskedFields.Of(f => DecisionForm.WithMarks(f, this));
}

/// <summary>Every act that a decision file can hold. A new act is a record in Core and a row in the forms of its family.</summary>
public static class ActForms
{
    /// <summary>The forms by what they are about.</summary>
    public static readonly IReadOnlyList<(string Name, IReadOnlyList<ActForm> Forms)> Families =
    [
        ("organisation", OrganisationForms.All),
        ("delegation", DelegationForms.All),
        ("direction", DirectionForms.All),
        ("assignments", AssignmentForms.All),
        ("actions", ActionForms.All),
        ("cases", CaseForms.All),
        ("money", MoneyForms.All),
        ("resources", ResourceForms.All),
        ("accounting", AccountingForms.All),
        ("statements", StatementForms.All),
        ("care", CareForms.All),
        ("development", [.. DevelopmentForms.All, .. PartnerForms.All]),
        ("follow-up", FollowUpForms.All),
        ("reports", ReportForms.All),
        ("month-end", MonthEndForms.All),
        ("disclosure", DisclosureForms.All),
    ];

    public static readonly IReadOnlyList<ActForm> All = [.. Families.SelectMany(family => family.Forms)];

    private static readonly Dictionary<string, ActForm> s_byName = All.ToDictionary(form => form.Name, StringComparer.Ordinal);

    private static readonly Dictionary<Type, string> s_nameOf = All.ToDictionary(form => form.Read(new SchemaFields()).GetType(), form => form.Name);

    public static ActForm? Find(string name) => s_byName.GetValueOrDefault(name);

    /// <summary>The name that an act has in decision files.</summary>
    public static string NameOf(Act act) => s_nameOf[act.GetType()];
}
