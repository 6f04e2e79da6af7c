namespace Styrkedja.Bench.Ledgers;

/// <summary>A made-up region of any size: its organisation as a tree, its chart, counterparties, activities and projects, and what each cost centre usually books.</summary>
/// <remarks>The same for the same size. Nodes are numbered with the region first and each node after the one it stands under. A cost centre books on a few
/// combinations of account, counterparty and activity, as real ones do; so the number of cells stops growing long before the number of rows does.</remarks>
public sealed class BenchRegion
{
    public const int Year = 2017;
    public const int Combinations = 25;
    public const int AccountsInGroup = 13;

    /// <summary>The groups of the chart: id, statement line as decision files spell it, first account.</summary>
    public static readonly (string Id, string Line, int First)[] Groups =
    [
        ("assets", "balance-sheet", 1000), ("liabilities", "balance-sheet", 2000),
        ("frame-received", "operating-revenue", 3000), ("patient-fees", "operating-revenue", 3100), ("sold-care", "operating-revenue", 3200),
        ("state-grants", "operating-revenue", 3500), ("internal-sales", "operating-revenue", 3600), ("other-revenue", "operating-revenue", 3700),
        ("salaries", "operating-costs", 4000), ("pensions", "operating-costs", 4400), ("other-staff", "operating-costs", 4600), ("agency-staff", "operating-costs", 5000),
        ("bought-care", "operating-costs", 5200), ("other-bought", "operating-costs", 5400), ("medicines", "operating-costs", 5500), ("material", "operating-costs", 5600),
        ("grants-given", "operating-costs", 5700), ("premises", "operating-costs", 6000), ("internal-purchases", "operating-costs", 6500), ("other-costs", "operating-costs", 6600),
        ("depreciation", "depreciation", 7900), ("tax", "tax-revenue", 8000), ("general-grants", "general-grants-and-equalisation", 8200),
        ("financial-income", "financial-income", 8400), ("financial-costs", "financial-costs", 8500),
    ];

    private const int BalanceGroups = 2;

    /// <summary>Combinations by cost centre: place * Combinations + number; the last of each lies on the balance sheet.</summary>
    private readonly VoucherRow[] _usual;

    /// <param name="unitsPerBody">Units of the one administration that each body has.</param>
    /// <param name="balanceOnCostCentre">False when rows on the balance sheet carry no cost centre.</param>
    public BenchRegion(int bodies = 12, int unitsPerBody = 9, int costCentres = 2000, bool balanceOnCostCentre = true)
    {
        (Bodies, UnitsPerBody, CostCentres, BalanceOnCostCentre) = (bodies, unitsPerBody, costCentres, balanceOnCostCentre);
        Units = bodies * unitsPerBody;
        FirstUnit = 1 + (2 * bodies);
        FirstCostCentre = FirstUnit + Units;
        Nodes = FirstCostCentre + costCentres;
        (NodeIds, Parents) = (new string[Nodes], new int[Nodes]);
        (NodeIds[0], Parents[0]) = ("REGION", -1);
        for (var b = 0; b < bodies; b++)
        {
            (NodeIds[1 + b], Parents[1 + b]) = ($"N{b + 1:00}", 0);
            (NodeIds[1 + bodies + b], Parents[1 + bodies + b]) = ($"F{b + 1:00}", 1 + b);
        }

        for (var u = 0; u < Units; u++)
            (NodeIds[FirstUnit + u], Parents[FirstUnit + u]) = ($"F{(u / unitsPerBody) + 1:00}-E{(u % unitsPerBody) + 1}", 1 + bodies + (u / unitsPerBody));
        for (var c = 0; c < costCentres; c++)
            (NodeIds[FirstCostCentre + c], Parents[FirstCostCentre + c]) = ($"{10000 + c}", FirstUnit + (int)((long)c * 7919 % Units));
        AccountCodes = [.. Groups.SelectMany(g => Enumerable.Range(0, AccountsInGroup).Select(i => $"{g.First + (i * 5)}"))];
        InternalCounterparties = bodies + Units;
        CounterpartyCodes = [.. NodeIds.Skip(1).Take(bodies), .. NodeIds.Skip(FirstUnit).Take(Units), .. Enumerable.Range(1, 80).Select(i => $"X{i:000}")];
        ActivityCodes = [.. Enumerable.Range(0, 60).Select(i => $"{110 + (i * 10)}")];
        ProjectCodes = [.. Enumerable.Range(1, 400).Select(i => $"P{i:0000}")];
        _usual = Usual();
    }

    public int Bodies { get; }

    public int UnitsPerBody { get; }

    public int Units { get; }

    public int CostCentres { get; }

    public bool BalanceOnCostCentre { get; }

    public int FirstUnit { get; }

    public int FirstCostCentre { get; }

    public int Nodes { get; }

    public string[] NodeIds { get; }

    public int[] Parents { get; }

    public string[] AccountCodes { get; }

    /// <summary>The first of these stand for bodies and units of the region itself.</summary>
    public string[] CounterpartyCodes { get; }

    public int InternalCounterparties { get; }

    public string[] ActivityCodes { get; }

    public string[] ProjectCodes { get; }

    /// <summary>Tells regions of different size apart in names of files.</summary>
    public string Name => $"{Nodes}n{(BalanceOnCostCentre ? "" : "-lone-balance")}";

    public static int GroupOf(int account) => account / AccountsInGroup;

    public static bool IsBalance(int account) => GroupOf(account) < BalanceGroups;

    public string CostCentreCode(int costCentre) => NodeIds[FirstCostCentre + costCentre];

    /// <summary>The node of an internal counterparty, -1 for one outside the region and for none.</summary>
    public int SideOf(int counterparty) =>
        counterparty < 0 || counterparty >= InternalCounterparties ? -1 : counterparty < Bodies ? 1 + counterparty : FirstUnit + counterparty - Bodies;

    public VoucherRow UsualRow(int costCentre, int combination) => _usual[(costCentre * Combinations) + combination];

    /// <summary>The lowest node that two stand under.</summary>
    public int LowestCommon(int a, int b)
    {
        while (a != b)
            (a, b) = a > b ? (Parents[a], b) : (a, Parents[b]);
        return a;
    }

    /// <summary>The year's budget in whole kronor by node and group, revenue positive; every amount can be parted in twelve.</summary>
    public IEnumerable<(int Node, int Group, long Kronor)> Budget()
    {
        var (first, nodes, step) = CostCentres <= 300 ? (FirstCostCentre, CostCentres, Groups.Length) : (FirstUnit, Units, 1);
        for (var n = 0; n < nodes; n++)
        {
            for (var g = BalanceGroups; g < Groups.Length; g += step)
                yield return (first + n, g, 12L * 1000 * (1 + (((n * 31) + (g * 17)) % 97)) * (Groups[g].Line.EndsWith("costs", StringComparison.Ordinal) ? -1 : 1));
        }
    }

    private VoucherRow[] Usual()
    {
        var usual = new VoucherRow[CostCentres * Combinations];
        var chance = new Chance(20170101);
        for (var c = 0; c < CostCentres; c++)
        {
            var activity = chance.Below(ActivityCodes.Length);
            for (var j = 0; j < Combinations; j++)
            {
                var balance = j == Combinations - 1;
                var group = balance ? chance.Below(BalanceGroups) : BalanceGroups + chance.Skewed(Groups.Length - BalanceGroups);
                usual[(c * Combinations) + j] = new()
                {
                    CostCentre = balance && !BalanceOnCostCentre ? -1 : c,
                    Account = (group * AccountsInGroup) + chance.Skewed(AccountsInGroup),
                    Activity = balance || chance.Below(10) < 2 ? -1 : activity,
                    Counterparty = balance ? -1 : chance.Below(100) switch
                    {
                        < 15 => chance.Below(InternalCounterparties),
                        < 55 => InternalCounterparties + chance.Skewed(CounterpartyCodes.Length - InternalCounterparties),
                        _ => -1,
                    },
                    Project = -1,
                };
            }
        }

        return usual;
    }
}
