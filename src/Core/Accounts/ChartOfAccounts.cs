using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Accounts;

/// <summary>Which group and statement line each account belongs to on a certain day, with the tables of counterparties and activities.</summary>
[Term("kontoplan")]
public sealed class ChartOfAccounts
{
    /// <summary>The group shown for an account that the chart in force does not hold.</summary>
    public static readonly AccountGroupEntry Unmapped =
        new("unmapped", new("Konto utan plats i kontoplanen", "Account not in the chart"), StatementLine.OperatingCosts, []);

    private readonly List<AccountGroupEntry> _laterChartFirst;
    private readonly Dictionary<string, AccountGroupEntry> _groupOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private ChartOfAccounts(
        IReadOnlyList<Decided<AdoptChart>> charts,
        IReadOnlyDictionary<string, CounterpartyEntry> counterparties,
        IReadOnlyDictionary<string, ActivityEntry> activities)
    {
        Charts = charts;
        var groups = new Dictionary<string, AccountGroupEntry>(StringComparer.Ordinal);
        foreach (var group in charts.SelectMany(c => c.Act.Groups).Where(g => g.Id != Unmapped.Id))
            groups[group.Id] = group;
        Groups = [.. groups.Values, Unmapped];
        _laterChartFirst = [.. charts.Reverse().SelectMany(c => c.Act.Groups).Where(group => ReferenceEquals(groups.GetValueOrDefault(group.Id), group))];
        Counterparties = counterparties;
        Activities = activities;
        foreach (var name in charts.SelectMany(c => c.Act.Names))
            _names[name.Account] = name.Name;
    }

    public IReadOnlyList<Decided<AdoptChart>> Charts { get; }

    public IReadOnlyList<AccountGroupEntry> Groups { get; }

    /// <summary>Companies whose books are part of the group's, each with how its rows are told from the region's own.</summary>
    public IReadOnlyList<Decided<ConsolidateCompany>> Consolidated { get; private init; } = [];

    public IReadOnlyDictionary<string, CounterpartyEntry> Counterparties { get; }

    public IReadOnlyDictionary<string, ActivityEntry> Activities { get; }

    /// <summary>Folds the acts of accounting to the charts in force on a day; of two that name the same group or account, the one decided later decides.</summary>
    public static ChartOfAccounts Fold(ActsInOrder acts, DateOnly day)
    {
        var counterparties = new Dictionary<string, CounterpartyEntry>(StringComparer.Ordinal);
        foreach (var entry in acts.Of<AdoptCounterparties>().SelectMany(d => d.Act.Entries))
            counterparties[entry.Code] = entry;
        var activities = new Dictionary<string, ActivityEntry>(StringComparer.Ordinal);
        foreach (var entry in acts.Of<AdoptActivities>().SelectMany(d => d.Act.Entries))
            activities[entry.Code] = entry;
        return new([.. acts.Latest<AdoptChart, string>(c => c.Id).Values.Where(c => c.Act.Valid.Holds(day)).OrderBy(c => c.By.Date.Latest).ThenBy(c => c.Position)], counterparties, activities)
        {
            Consolidated = [.. acts.Latest<ConsolidateCompany, string>(c => c.Company).Values],
        };
    }

    public bool Knows(string account) => !ReferenceEquals(GroupOf(account), Unmapped);

    public AccountGroupEntry GroupOf(string account)
    {
        lock (_groupOf)
        {
            if (!_groupOf.TryGetValue(account, out var group))
                _groupOf[account] = group = _laterChartFirst.FirstOrDefault(g => g.Accounts.Any(range => range.Holds(account))) ?? Unmapped;
            return group;
        }
    }

    public AccountGroupEntry? FindGroup(string id) => Groups.FirstOrDefault(g => g.Id == id);

    public string NameOf(string account) => _names.GetValueOrDefault(account) ?? GroupOf(account).Name.Sv;

    /// <summary>The company whose books carry a legal entity; nothing for the region's own.</summary>
    public ConsolidateCompany? CompanyOf(string? legalEntity) =>
        legalEntity is null ? null : Consolidated.FirstOrDefault(c => Digits(c.Act.LegalEntity) == Digits(legalEntity))?.Act;

    /// <summary>The subject inside the region that stands on the other side; absent for external and unknown counterparties.</summary>
    public string? InternalSubject(string counterparty) =>
        Counterparties.TryGetValue(counterparty, out var entry) && entry.Kind == CounterpartyKind.Internal ? entry.Subject : null;

    /// <summary>An organisation number is the same with and without its hyphen.</summary>
    private static string Digits(string number) => number.Replace("-", "", StringComparison.Ordinal).Trim();
}
