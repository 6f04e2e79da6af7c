using Styrkedja.App.Archive;
using Styrkedja.Formats.Indicators;
using Styrkedja.Provenance;
using Styrkedja.Sources;
using Styrkedja.Sources.Scb;

namespace Styrkedja.App.Fetching;

/// <summary>Fetches values from SCB's database of statistics: the choice of each table, in parts no larger than the database gives at a time.</summary>
/// <remarks>A table that has not been updated since it was last taken in is not asked for again. Nothing reaches the journal before everything has been read.</remarks>
public sealed class FetchScb(RegionArchive archive, TimeProvider clock, SourceManners? manners = null)
{
    private const string Format = "json-stat2";

    public async Task<FetchResult> Fetch(ScbPlan plan, FetchTerms terms, IProgress<FetchProgress>? told = null, CancellationToken stop = default)
    {
        var address = new Uri(plan.Base ?? ScbAddresses.Base);
        var calls = 0;
        var values = new FetchedValues(ScbValues.Source, Format);
        KeptAsking? asking = null;
        try
        {
            // The database tells its own limits; until it has, those that are published hold.
            var (most, allowed) = await Limits();
            using var client = new SourceClient(address, allowed, clock);
            asking = new(client, archive.Answers, terms, clock);
            var (addresses, due, parts) = (new ScbAddresses(client), new List<string>(), new List<(ScbChoice Of, ScbChoice Part)>());
            foreach (var table in plan.Tables)
            {
                var (metadata, from) = await asking.Ask(new(addresses.Metadata(table.Table)), JsonStat.Metadata, stop);
                var choice = ScbChoice.Of(table, metadata, clock.GetUtcNow().Year, from.Address);
                foreach (var fault in choice.Faults)
                    values.Warn(fault);
                foreach (var (code, title) in choice.Titles)
                    values.Title(code, title);
                var load = $"scb {plan.Base} {table.Table} {string.Join(' ', choice.Chosen.Select(c => $"{c.Variable}={string.Join(',', c.Codes)}"))}";
                if (!terms.Again && archive.Answers.LoadDone(load) is { } done && (metadata.Updated is { } updated ? updated < done : done > asking.Begun - KeptAsking.Fresh))
                    continue;
                due.Add(load);
                parts.AddRange(choice.Parts(most).Select(part => (choice, part)));
            }

            foreach (var ((of, part), at) in parts.Select((part, at) => (part, at)))
            {
                var (data, from) = await asking.Ask(addresses.Data(of.Plan.Table, part.Chosen), (bytes, where) => ScbValues.Read(part, JsonStat.Data(bytes, where), where), stop);
                values.Add(from, data);
                told?.Report(new(at + 1, parts.Count, values.Count, calls + client.Calls));
            }

            var (batch, taken) = values.Take(archive, terms, clock.GetUtcNow(), () => due.ForEach(load => archive.Answers.MarkLoad(load, values.KnownFrom(asking.Begun))));
            return new(ScbValues.Source, calls + client.Calls, asking.Kept, values.Count, batch, taken, values.Faults);
        }
        catch (FaultException e)
        {
            return new(ScbValues.Source, calls, asking?.Kept ?? 0, values.Count, null, new(0, 0, 0), [.. values.Faults, e.Fault]);
        }

        async Task<(int MostCells, SourceManners Manners)> Limits()
        {
            var published = manners ?? SourceManners.Scb;
            using var client = new SourceClient(address, published, clock);
            try
            {
                var (config, _) = await new KeptAsking(client, archive.Answers, terms, clock).Ask(new(new ScbAddresses(client).Config()), JsonStat.Config, stop);
                return (config.MostCells, published with { Calls = config.Calls, Window = config.Window });
            }
            finally
            {
                calls += client.Calls;
            }
        }
    }
}

/// <summary>What is chosen of one table: the codes of each variable that is divided by.</summary>
/// <param name="Chosen">In the table's own order; variables that are left out are not divided by.</param>
internal sealed record ScbChoice(ScbTablePlan Plan, JsonStat Table, IReadOnlyList<(string Variable, IReadOnlyList<string> Codes)> Chosen, IReadOnlyList<Fault> Faults)
{
    /// <summary>The measures chosen, each by the code it has here and what it is called.</summary>
    public IEnumerable<(string Code, string Title)> Titles =>
        Chosen.Where(c => c.Variable == Plan.ContentsVariable).SelectMany(c => c.Codes).Select(code => ($"{Plan.Table}:{code}", $"{LabelOf(code)} ({Table.Label})"));

    /// <summary>Chooses by a plan from what the table has. What it lacks is told and left out; a variable that must be chosen from and is not in the plan stops the work.</summary>
    public static ScbChoice Of(ScbTablePlan plan, JsonStat table, int thisYear, string address)
    {
        var faults = new List<Fault>();
        var years = plan.Years.Until(thisYear).ToHashSet();
        var chosen = new List<(string Variable, IReadOnlyList<string> Codes)>();
        foreach (var variable in table.Variables)
        {
            IReadOnlyList<string>? wanted =
                variable.Code == plan.PlaceVariable ? plan.Places
                : variable.Code == plan.ContentsVariable ? plan.Contents
                : variable.Code == plan.TimeVariable ? [.. variable.Codes.Where(code => ScbValues.PeriodOf(code) is { } period && years.Contains(period.From.Year))]
                : variable.Code == plan.SexVariable ? variable.Codes
                : plan.Divide.FirstOrDefault(d => d.Variable == variable.Code) is { } division ? division.Codes.Count > 0 ? division.Codes : variable.Codes
                : null;
            if (wanted is null)
            {
                if (!variable.MayBeLeftOut)
                    throw new FaultException(Fault.Error("fetch.variable-not-chosen", new(address), variable.Code, ("label", variable.Label), ("codes", string.Join(", ", variable.Codes.Take(10)))));
                continue;
            }

            faults.AddRange(wanted.Except(variable.Codes, StringComparer.Ordinal).Select(code => Fault.Warning("fetch.code-unknown", new(address), code, ("variable", variable.Code))));
            List<string> codes = [.. wanted.Where(variable.Codes.Contains).Distinct(StringComparer.Ordinal)];
            if (codes.Count == 0)
                throw new FaultException(Fault.Error("fetch.nothing-of-variable", new(address), variable.Code, ("wanted", string.Join(", ", wanted.Take(10)))));
            chosen.Add((variable.Code, codes));
        }

        string[] needed = [plan.PlaceVariable, plan.TimeVariable, plan.ContentsVariable, .. plan.SexVariable is { } sex ? new[] { sex } : [], .. plan.Divide.Select(d => d.Variable)];
        var missing = needed.FirstOrDefault(n => !chosen.Exists(c => c.Variable == n));
        return missing is null ? new(plan, table, chosen, faults)
            : throw new FaultException(Fault.Error("fetch.variable-missing", new(address), missing, ("variables", string.Join(", ", table.Variables.Select(v => v.Code)))));
    }

    /// <summary>The choice in parts of at most so many cells: by time first, then by place, then by whatever has most codes.</summary>
    public IEnumerable<ScbChoice> Parts(int mostCells)
    {
        if (Chosen.Aggregate(1L, (product, c) => product * c.Codes.Count) <= mostCells || Chosen.All(c => c.Codes.Count == 1))
            return [this];
        var at = Place(Plan.TimeVariable) ?? Place(Plan.PlaceVariable) ?? Enumerable.Range(0, Chosen.Count).MaxBy(i => Chosen[i].Codes.Count);
        var codes = Chosen[at].Codes;
        return new[] { codes.Take(codes.Count / 2), codes.Skip(codes.Count / 2) }
            .SelectMany(half => (this with { Chosen = [.. Chosen.Select((c, i) => i == at ? (c.Variable, [.. half]) : c)] }).Parts(mostCells));

        int? Place(string variable) => Enumerable.Range(0, Chosen.Count).Where(i => Chosen[i].Variable == variable && Chosen[i].Codes.Count > 1).Select(i => (int?)i).FirstOrDefault();
    }

    private string LabelOf(string code) => Table.Variables.First(v => v.Code == Plan.ContentsVariable).Labels.GetValueOrDefault(code, code);
}
