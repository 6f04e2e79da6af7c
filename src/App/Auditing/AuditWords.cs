namespace Styrkedja.App.Auditing;

/// <summary>The words by which kinds and outcomes of events are stored, asked for and given out; they are kept for ever.</summary>
public static class AuditWords
{
    private static readonly IReadOnlyDictionary<AuditKind, string> s_kinds = new Dictionary<AuditKind, string>
    {
        [AuditKind.SignIn] = "sign-in",
        [AuditKind.SignOut] = "sign-out",
        [AuditKind.SignInFailed] = "sign-in-failed",
        [AuditKind.Write] = "write",
        [AuditKind.Refused] = "refused",
        [AuditKind.ProtectedRead] = "protected-read",
        [AuditKind.AccountChanged] = "account-changed",
        [AuditKind.Import] = "import",
        [AuditKind.Export] = "export",
        [AuditKind.Decision] = "decision",
        [AuditKind.Settings] = "settings",
        [AuditKind.AuditRead] = "audit-read",
        [AuditKind.IntegrityFailure] = "integrity-failure",
    };

    private static readonly IReadOnlyDictionary<AuditOutcome, string> s_outcomes = new Dictionary<AuditOutcome, string>
    {
        [AuditOutcome.Done] = "done",
        [AuditOutcome.Refused] = "refused",
        [AuditOutcome.Failed] = "failed",
        [AuditOutcome.Begun] = "begun",
    };

    public static IReadOnlyList<string> Kinds { get; } = [.. s_kinds.OrderBy(k => k.Key).Select(k => k.Value)];

    public static IReadOnlyList<string> Outcomes { get; } = [.. s_outcomes.OrderBy(o => o.Key).Select(o => o.Value)];

    public static string Of(AuditKind kind) => s_kinds[kind];

    public static string Of(AuditOutcome outcome) => s_outcomes[outcome];

    /// <summary>The kind of a word; nothing when the word is no kind.</summary>
    public static AuditKind? Kind(string? word) => s_kinds.Where(k => k.Value == word).Select(k => (AuditKind?)k.Key).FirstOrDefault();

    public static AuditOutcome? Outcome(string? word) => s_outcomes.Where(o => o.Value == word).Select(o => (AuditOutcome?)o.Key).FirstOrDefault();
}
