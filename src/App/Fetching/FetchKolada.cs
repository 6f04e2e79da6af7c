using Styrkedja.App.Archive;
using Styrkedja.Formats.Indicators;
using Styrkedja.Provenance;
using Styrkedja.Sources;
using Styrkedja.Sources.Kolada;

namespace Styrkedja.App.Fetching;

/// <summary>Fetches values from Kolada: the measures of a plan, twenty-five at a time, page by page, and after the first time only what has changed since.</summary>
/// <remarks>Nothing reaches the journal before everything has been read; a run that breaks off leaves its answers for the next.</remarks>
public sealed class FetchKolada(RegionArchive archive, TimeProvider clock, SourceManners? manners = null)
{
    private const string Format = "kolada-v3";
    private const int MostPages = 2000;
    private const string Country = "0000";

    /// <summary>A measure is asked about again from the day before it was last asked about, since days begin at different hours.</summary>
    private const int DaysOver = 1;

    public async Task<FetchResult> Fetch(KoladaPlan plan, FetchTerms terms, IProgress<FetchProgress>? told = null, CancellationToken stop = default)
    {
        using var client = new SourceClient(new(plan.Base ?? KoladaAddresses.Base), manners ?? SourceManners.Kolada, clock);
        var asking = new KeptAsking(client, archive.Answers, terms, clock);
        var values = new FetchedValues(KoladaAnswer.Source, Format);
        try
        {
            var run = new Run(client, asking, values, stop);
            var (kpis, places) = (await run.Kpis(plan), await run.Places(plan));
            var years = plan.Years.Until(clock.GetUtcNow().Year);
            string Load(string kpi) => $"kolada {plan.Base} {kpi} {string.Join(',', places)} {string.Join(',', years)}";
            var since = kpis.ToDictionary(k => k, k => terms.Again ? null : archive.Answers.LoadDone(Load(k)), StringComparer.Ordinal);
            var due = kpis.Where(k => !(since[k] > asking.Begun - KeptAsking.Fresh)).ToList();
            var parts = (
                from same in due.GroupBy(k => since[k] is { } day ? DateOnly.FromDateTime(day.UtcDateTime).AddDays(-DaysOver) : (DateOnly?)null)
                from some in same.Chunk(KoladaAddresses.MostInList)
                from there in places.Chunk(KoladaAddresses.MostInList)
                from whenever in years.Chunk(KoladaAddresses.MostInList)
                select (Kpis: some, Places: there, Years: whenever, Since: same.Key)).ToList();
            foreach (var (part, done) in parts.Select((part, done) => (part, done)))
            {
                await run.Data(part.Kpis, part.Places, part.Years, part.Since);
                told?.Report(new(done + 1, parts.Count, values.Count, client.Calls));
            }

            var (batch, taken) = values.Take(archive, terms, clock.GetUtcNow(), () => due.ForEach(k => archive.Answers.MarkLoad(Load(k), values.KnownFrom(asking.Begun))));
            return new(KoladaAnswer.Source, client.Calls, asking.Kept, values.Count, batch, taken, values.Faults);
        }
        catch (FaultException e)
        {
            return new(KoladaAnswer.Source, client.Calls, asking.Kept, values.Count, null, new(0, 0, 0), [.. values.Faults, e.Fault]);
        }
    }

    /// <summary>One run of questions.</summary>
    private sealed class Run(SourceClient client, KeptAsking asking, FetchedValues values, CancellationToken stop)
    {
        private readonly KoladaAddresses _addresses = new(client);

        /// <summary>The measures of the plan that Kolada knows, in order; those it does not know are told and left out.</summary>
        public async Task<List<string>> Kpis(KoladaPlan plan)
        {
            var wanted = new SortedSet<string>(plan.Kpis, StringComparer.Ordinal);
            var groups = await Known(plan.Groups, _addresses.Groups, KoladaAnswer.Groups, g => g.Id, "fetch.group-unknown");
            wanted.UnionWith(groups.SelectMany(g => g.Members));
            var kpis = await Known([.. wanted], _addresses.Kpis, KoladaAnswer.Kpis, k => k.Id, "fetch.measure-unknown");
            foreach (var kpi in kpis)
                values.Title(kpi.Id, kpi.Title);
            return kpis.Count > 0 ? [.. kpis.Select(k => k.Id)] : throw new FaultException(Fault.Error("fetch.nothing-to-fetch", new(client.Under("kpi").AbsoluteUri), $"{wanted.Count}"));
        }

        public async Task<List<string>> Places(KoladaPlan plan)
        {
            var known = await Pages(_addresses.Municipalities(), KoladaAnswer.Places);
            if (plan.Places.Count == 0)
                return [.. known.Where(p => p.Type == "L" || p.Id == Country).Select(p => p.Id).Distinct().Order(StringComparer.Ordinal)];
            var ids = known.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var unknown in plan.Places.Where(p => !ids.Contains(p)))
                values.Warn(Fault.Warning("fetch.place-unknown", new(client.Under("municipality").AbsoluteUri), unknown));
            return plan.Places.Any(ids.Contains) ? [.. plan.Places.Where(ids.Contains).Distinct().Order(StringComparer.Ordinal)]
                : throw new FaultException(Fault.Error("fetch.nothing-to-fetch", new(client.Under("municipality").AbsoluteUri), $"{plan.Places.Count}"));
        }

        public async Task Data(string[] kpis, string[] places, int[] years, DateOnly? since)
        {
            var seen = new HashSet<Uri>();
            for (Uri? next = _addresses.Data(kpis, places, years, since); next is not null;)
            {
                var ((page, after), from) = await asking.Ask(new(next), (bytes, address) => Page(KoladaAnswer.Data(bytes, address), next, seen), stop);
                values.Add(from, page.Values);
                next = after;
            }
        }

        /// <summary>What Kolada knows of some ids; where a whole list is refused because one is gone, it is halved until that one is found.</summary>
        private async Task<List<T>> Known<T>(IReadOnlyList<string> ids, Func<IReadOnlyList<string>, Uri> address, Func<ReadOnlyMemory<byte>, string, KoladaPage<T>> read, Func<T, string> idOf, string unknown)
        {
            var found = new List<T>();
            foreach (var some in ids.Chunk(KoladaAddresses.MostInList))
                found.AddRange(await Halved(some));
            var known = found.Select(idOf).ToHashSet(StringComparer.Ordinal);
            foreach (var id in ids.Where(id => !known.Contains(id)))
                values.Warn(Fault.Warning(unknown, new(address([id]).AbsoluteUri), id));
            var asked = ids.ToHashSet(StringComparer.Ordinal);
            return [.. found.Where(f => asked.Contains(idOf(f))).DistinctBy(idOf).OrderBy(idOf, StringComparer.Ordinal)];

            async Task<IReadOnlyList<T>> Halved(IReadOnlyList<string> some)
            {
                try
                {
                    return await Pages(address(some), read);
                }
                catch (FaultException e) when (e.Fault.Code == "source.not-found")
                {
                    return some.Count == 1 ? [] : [.. await Halved([.. some.Take(some.Count / 2)]), .. await Halved([.. some.Skip(some.Count / 2)])];
                }
            }
        }

        private async Task<List<T>> Pages<T>(Uri first, Func<ReadOnlyMemory<byte>, string, KoladaPage<T>> read)
        {
            var (all, seen) = (new List<T>(), new HashSet<Uri>());
            for (Uri? next = first; next is not null;)
            {
                var ((page, after), _) = await asking.Ask(new(next), (bytes, address) => Page(read(bytes, address), next, seen), stop);
                all.AddRange(page.Values);
                next = after;
            }

            return all;
        }

        /// <summary>A page and where the next is; a page that leads astray is no answer, so that it is not kept.</summary>
        private (KoladaPage<T> Page, Uri? After) Page<T>(KoladaPage<T> page, Uri at, HashSet<Uri> seen)
        {
            seen.Add(at);
            var after = page.Next is { } told ? client.Next(told) : null;
            return after is null || (!seen.Contains(after) && seen.Count < MostPages) ? (page, after) : throw new FaultException(Fault.Error("fetch.pages-in-circle", new(at.AbsoluteUri), $"{seen.Count}"));
        }
    }
}
