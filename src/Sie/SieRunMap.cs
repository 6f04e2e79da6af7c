using System.Runtime.InteropServices;

namespace Styrkedja.Sie;

/// <summary>From the numbers that a segment gave its codes to those that the file gives them.</summary>
/// <remarks>Each map is one place longer than its codes: the first stands for having none.</remarks>
internal sealed class SieRunMap
{
    private readonly List<int> _accounts = [-1];
    private readonly List<int> _series = [-1];
    private readonly List<int> _costCentres = [-1];
    private readonly List<int> _projects = [-1];
    private readonly List<int> _activities = [-1];
    private readonly List<int> _counterparties = [-1];
    private int _columns;

    public ReadOnlySpan<int> Accounts => CollectionsMarshal.AsSpan(_accounts);

    public ReadOnlySpan<int> Series => CollectionsMarshal.AsSpan(_series);

    public ReadOnlySpan<int> CostCentres => CollectionsMarshal.AsSpan(_costCentres);

    public ReadOnlySpan<int> Projects => CollectionsMarshal.AsSpan(_projects);

    public ReadOnlySpan<int> Activities => CollectionsMarshal.AsSpan(_activities);

    public ReadOnlySpan<int> Counterparties => CollectionsMarshal.AsSpan(_counterparties);

    /// <summary>Forgets the codes of the segment before.</summary>
    public void Clear()
    {
        foreach (var map in (ReadOnlySpan<List<int>>)[_accounts, _series, _costCentres, _projects, _activities, _counterparties])
            CollectionsMarshal.SetCount(map, 1);
        _columns = 0;
    }

    /// <summary>Takes up the codes that a run brought, in the order in which it met them.</summary>
    /// <param name="line">The line before the first of the run.</param>
    public void Take(SiePlain plain, in SieRun run, SieChart chart, SieCodes series, SieDimensions numbers, int line)
    {
        // A dimension comes to be known where it is first used.
        for (; _columns < run.Known.Columns; _columns++)
        {
            var (column, metOn) = plain.Columns[_columns];
            chart.Dimension(Number(column, numbers), line + metOn);
        }

        for (var i = _series.Count - 1; i < run.Known.Series; i++)
            _series.Add(series.Number(plain.Series.Head(i), plain.Series.Length(i)));
        for (var i = _accounts.Count - 1; i < run.Known.Accounts; i++)
            _accounts.Add(chart.Account(plain.Accounts.Head(i), plain.Accounts.Length(i), line + plain.Accounts.Line(i)));
        Objects(_costCentres, plain.CostCentres, run.Known.CostCentres, numbers.CostCentre);
        Objects(_projects, plain.Projects, run.Known.Projects, numbers.Project);
        Objects(_activities, plain.Activities, run.Known.Activities, numbers.Activity);
        Objects(_counterparties, plain.Counterparties, run.Known.Counterparties, numbers.Counterparty);

        void Objects(List<int> map, SieRunCodes codes, int count, int number)
        {
            if (map.Count - 1 == count)
                return;
            var dimension = chart.Dimension(number, line);
            for (var i = map.Count - 1; i < count; i++)
                map.Add(dimension.Object(codes.Head(i), codes.Length(i), line + codes.Line(i)));
        }
    }

    private static int Number(SieColumn column, SieDimensions numbers) => column switch
    {
        SieColumn.CostCentre => numbers.CostCentre,
        SieColumn.Project => numbers.Project,
        SieColumn.Activity => numbers.Activity,
        _ => numbers.Counterparty,
    };
}
