using Styrkedja.Provenance;

namespace Styrkedja.Authority;

/// <summary>How a decision stands to the rules.</summary>
public enum VerdictOutcome
{
    /// <summary>The body may decide all of it.</summary>
    Within,

    /// <summary>A rule was broken, but the body has in fact decided, so the decision is recorded and the breach shown.</summary>
    Breach,

    /// <summary>Not recorded: the body may not decide it and has not, or the decision names something that does not exist.</summary>
    Refused,
}

/// <summary>One rule that one act breaks.</summary>
/// <param name="Act">Which act of the decision, counted from one.</param>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Law">The law and paragraph in force on the day of the decision.</param>
/// <param name="CouldDecide">The bodies that could have decided it.</param>
public sealed record Breach(int Act, string Rule, string? Law, IReadOnlyList<string> CouldDecide, IReadOnlyDictionary<string, string> Arguments);

/// <summary>What authority said of a decision when it was recorded. Stored with the entry and never computed again.</summary>
/// <param name="Faults">What the decision names that does not exist; only in a refused decision.</param>
public sealed record Verdict(VerdictOutcome Outcome, IReadOnlyList<string> Rules, IReadOnlyList<Breach> Breaches, IReadOnlyList<Fault> Faults)
{
    public static readonly Verdict Within = new(VerdictOutcome.Within, [], [], []);
}
