using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Costs per group read from a table, with every fault found. They are some thousands a year and are held whole.</summary>
/// <param name="Lines">Where each stands in the table.</param>
/// <param name="Faults">An error among them means that nothing may be taken in.</param>
public sealed record GroupCostTable(IReadOnlyList<GroupCost> Costs, IReadOnlyList<int> Lines, IReadOnlyList<Fault> Faults)
{
    private const int MostCases = 999_999_999;
    private const long MostCostOre = 999_999_999_999_999;

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>Reads a table to its end; a row with a fault is told and left out.</summary>
    public static GroupCostTable Read(CareRows rows, string fileName)
    {
        var cells = new CareCells(rows, CareColumns.GroupCosts, fileName);
        CareCodes providers = [], groups = [];
        var costs = new List<GroupCost>();
        var lines = new List<int>();
        var seen = new Dictionary<(Period, string, string), int>();
        while (cells.IsHeaded && cells.Next())
        {
            var before = cells.Faults;
            var written = cells.Text(0);
            if (!Period.TryParse(written, out var period) && written.Length > 0)
                cells.Wrong("care.not-a-period", 0, System.Text.Encoding.UTF8.GetBytes(written));
            var provider = cells.Code(1, providers, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            var group = cells.Code(2, groups, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            var cases = (int)cells.Number(3, 0, MostCases, 0, "care.not-a-count");
            if (cases == 0 && cells.Faults == before)
                cells.Wrong("care.not-a-count", 3, "0"u8);
            var cost = cells.Number(4, 2, MostCostOre, 0, "care.not-a-cost");
            if (cells.Faults > before)
                continue;
            if (!seen.TryAdd((period, providers[provider], groups[group]), cells.Line))
            {
                cells.Add("care.group-cost-twice", $"{period} {providers[provider]} {groups[group]}", ("first", $"{seen[(period, providers[provider], groups[group])]}"));
                continue;
            }

            costs.Add(new(period, providers[provider], groups[group], cases, new Money(cost)));
            lines.Add(cells.Line);
        }

        return new(costs, lines, cells.ByLine());
    }
}
