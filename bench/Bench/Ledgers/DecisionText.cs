using System.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>The decisions that give a made-up region's codes a meaning, as decision files: organisation, chart, counterparties, activities and budget.</summary>
public static class DecisionText
{
    private const string First = "2016-01-01";

    public static IReadOnlyList<(string Text, string Name)> Of(BenchRegion region) =>
    [
        (Organisation(region), "organisation.yaml"),
        (Chart(region), "kodplan.yaml"),
        (Budget(region), "budget.yaml"),
    ];

    private static string Organisation(BenchRegion region)
    {
        var text = Begin("RF-2016-organisation", "RF", "Organisation");
        text.Append("  - establish-body: {id: RS, kind: regional-executive-board, valid: 2011.., name: Regionstyrelsen}\n");
        for (var b = 0; b < region.Bodies; b++)
            text.Append($"  - establish-body: {{id: {region.NodeIds[1 + b]}, kind: operating-committee, valid: 2011.., name: Nämnd {b + 1}}}\n");
        for (var b = 0; b < region.Bodies; b++)
            text.Append($"  - establish-administration: {{id: {region.NodeIds[1 + region.Bodies + b]}, under: {region.NodeIds[1 + b]}, valid: 2011.., name: Förvaltning {b + 1}}}\n");
        for (var u = region.FirstUnit; u < region.FirstCostCentre; u++)
            text.Append($"  - establish-unit: {{id: {region.NodeIds[u]}, under: {region.NodeIds[region.Parents[u]]}, valid: 2011.., name: Enhet {region.NodeIds[u]}}}\n");
        foreach (var unit in Enumerable.Range(region.FirstCostCentre, region.CostCentres).GroupBy(node => region.Parents[node]))
        {
            text.Append($"  - open-cost-centres:\n      unit: {region.NodeIds[unit.Key]}\n      valid: 2011..\n      codes:\n");
            foreach (var node in unit)
                text.Append($"        - {{code: \"{region.NodeIds[node]}\", name: Kostnadsställe {region.NodeIds[node]}}}\n");
        }

        return text.ToString();
    }

    private static string Chart(BenchRegion region)
    {
        var text = Begin("RS-2016-kodplan", "RS", "Kodplan");
        text.Append("  - adopt-chart:\n      id: KODPLAN\n      valid: 2011..\n      groups:\n");
        foreach (var (id, line, first) in BenchRegion.Groups)
            text.Append($"        - {{id: {id}, line: {line}, name: {id}, accounts: [{{from: \"{first}\", to: \"{first + 99}\"}}]}}\n");
        text.Append("  - adopt-counterparties:\n      entries:\n");
        for (var c = 0; c < region.CounterpartyCodes.Length; c++)
        {
            var code = region.CounterpartyCodes[c];
            text.Append(c < region.InternalCounterparties
                ? $"        - {{code: {code}, kind: internal, subject: {code}, name: {code}}}\n"
                : $"        - {{code: {code}, kind: private-company, name: {code}}}\n");
        }

        text.Append("  - adopt-activities:\n      entries:\n");
        foreach (var code in region.ActivityCodes)
            text.Append($"        - {{code: \"{code}\", name: Verksamhet {code}}}\n");
        return text.ToString();
    }

    private static string Budget(BenchRegion region)
    {
        var text = Begin("RF-2016-budget", "RF", "Budget");
        foreach (var rows in region.Budget().GroupBy(row => row.Node))
        {
            text.Append($"  - set-budget:\n      year: {BenchRegion.Year}\n      subject: {Quoted(region.NodeIds[rows.Key])}\n      rows:\n");
            foreach (var (_, group, kronor) in rows)
                text.Append($"        - {{group: {BenchRegion.Groups[group].Id}, amount: {kronor} kr}}\n");
        }

        return text.ToString();
    }

    private static string Quoted(string id) => char.IsDigit(id[0]) ? $"\"{id}\"" : id;

    private static StringBuilder Begin(string id, string body, string title) =>
        new($"decision: {id}\nbody: {body}\ndate: {First}\ntitle: {title}\ntaken: true\nillustrative: true\nacts:\n");
}
