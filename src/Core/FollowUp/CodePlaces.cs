using Styrkedja.Accounts;
using Styrkedja.Facts;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>What the code numbers of postings mean on the day asked about: which node, which account group, which other side inside the region.</summary>
internal sealed class CodePlaces
{
    private readonly int[]?[] _lowest;

    private CodePlaces(SubjectNodes nodes, int groups, LedgerCodes codes)
    {
        _lowest = new int[nodes.Count][];
        Nodes = nodes;
        Groups = groups;
        Codes = codes;
    }

    public SubjectNodes Nodes { get; }

    /// <summary>How many account groups there are.</summary>
    public int Groups { get; }

    /// <summary>The texts of the numbers.</summary>
    public LedgerCodes Codes { get; }

    /// <summary>Node of each place code.</summary>
    public required int[] NodeOf { get; init; }

    /// <summary>Account group of each group code.</summary>
    public required int[] GroupOf { get; init; }

    /// <summary>Node of each counterparty that is inside the region, otherwise -1.</summary>
    public required int[] SideOf { get; init; }

    /// <summary>The places of a ledger's codes: the cost centre is the subject of the same name, the account lies in a group of the chart.</summary>
    public static CodePlaces OfLedger(RegionState state, SubjectNodes nodes, LedgerCodes codes)
    {
        var numbers = NumbersOf(state.Accounts);
        return new(nodes, numbers.Count, codes)
        {
            NodeOf = [.. Enumerable.Range(0, codes.CostCentres.Count).Select(code => nodes.PlacedNodeOf(codes.CostCentres[code]))],
            GroupOf = [.. Enumerable.Range(0, codes.Accounts.Count).Select(code => numbers[state.Accounts.GroupOf(codes.Accounts[code]).Id])],
            SideOf = SidesOf(state.Accounts, nodes, codes.Counterparties),
        };
    }

    /// <summary>The places of a budget, which names node and group by their own numbers.</summary>
    public static CodePlaces OfBudget(ChartOfAccounts accounts, SubjectNodes nodes, LedgerCodes codes) => new(nodes, accounts.Groups.Count, codes)
    {
        NodeOf = [.. Enumerable.Range(0, nodes.Count)],
        GroupOf = [.. Enumerable.Range(0, accounts.Groups.Count)],
        SideOf = SidesOf(accounts, nodes, codes.Counterparties),
    };

    /// <summary>For each counterparty, the lowest node that both it and others than itself under the node stand under; -1 for those outside the region.</summary>
    /// <remarks>Found when first asked for. A node with nothing under it meets all others where the one above does, and shares its row; only itself it meets at itself,
    /// which the caller looks to.</remarks>
    public int[] LowestWith(int node)
    {
        if (_lowest[node] is { } known)
            return known;
        var above = Nodes.Parent(node) is >= 0 and var parent ? LowestWith(parent) : [.. Enumerable.Repeat(-1, SideOf.Length)];
        if (Nodes.Parent(node) >= 0 && Nodes.Last(node) == node)
            return _lowest[node] = above;
        var lowest = new int[SideOf.Length];
        for (var code = 0; code < lowest.Length; code++)
            lowest[code] = SideOf[code] >= 0 && Nodes.IsWithin(SideOf[code], node) ? node : above[code];
        return _lowest[node] = lowest;
    }

    /// <summary>The number of each account group by its id.</summary>
    public static Dictionary<string, int> NumbersOf(ChartOfAccounts accounts) =>
        accounts.Groups.Select((group, number) => (group.Id, number)).ToDictionary(g => g.Id, g => g.number, StringComparer.Ordinal);

    /// <summary>True when every code that the other knew means the same here, so that its sums hold here too.</summary>
    public bool Extends(CodePlaces other) =>
        ReferenceEquals(this, other)
        || (ReferenceEquals(Codes, other.Codes) && Groups == other.Groups && Starts(NodeOf, other.NodeOf) && Starts(GroupOf, other.GroupOf)
            && Starts(SideOf, other.SideOf) && Nodes.IsSameAs(other.Nodes));

    /// <summary>True when no code has come to the tables since the places were found.</summary>
    public bool IsWhole => NodeOf.Length == Codes.CostCentres.Count && GroupOf.Length == Codes.Accounts.Count && SideOf.Length == Codes.Counterparties.Count;

    private static bool Starts(int[] whole, int[] start) => whole.AsSpan().StartsWith(start);

    private static int[] SidesOf(ChartOfAccounts accounts, SubjectNodes nodes, CodeTable counterparties) =>
        [.. Enumerable.Range(0, counterparties.Count).Select(code => nodes.NodeOf(accounts.InternalSubject(counterparties[code]) ?? counterparties[code]))];
}
