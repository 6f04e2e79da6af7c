using Styrkedja.Bench.Ledgers;
using Styrkedja.Care;

namespace Styrkedja.Bench.Limits;

/// <summary>The least work that settles: columns walked once, by as many as there are processors, prices looked up in tables filled by hand.</summary>
/// <remarks>The rules stand in the code: no dated decisions, no agreements, no steps, no home municipalities, no check of anything.</remarks>
public sealed class SettlementLoop
{
    public const int Months = 12, Components = 6, None = 0, Visit = 1, Group = 2, Sold = 3, Emergency = 4, OtherPayer = 5;

    private readonly int[] _monthOfDay = [.. Enumerable.Range(0, 365).Select(d => new DateOnly(2017, 1, 1).AddDays(d).Month - 1)];
    private readonly int[] _typeOre = new int[4 * 2 * BenchCare.Types * 20];
    private readonly byte[] _typeComponent = new byte[4 * 2 * BenchCare.Types * 20];
    private readonly int[] _groupOre = new int[4 * 20 * BenchCare.Groups];

    public SettlementLoop()
    {
        for (var at = 0; at < _typeOre.Length; at++)
        {
            var (ore, component) = TypeCell(at / (2 * BenchCare.Types * 20), at / (BenchCare.Types * 20) % 2, at / 20 % BenchCare.Types, at / 5 % 4, at % 5);
            (_typeOre[at], _typeComponent[at]) = (ore, (byte)component);
        }

        for (var at = 0; at < _groupOre.Length; at++)
            _groupOre[at] = GroupCell(at / (20 * BenchCare.Groups), at / (5 * BenchCare.Groups) % 4, at / BenchCare.Groups % 5, at % BenchCare.Groups);
    }

    /// <summary>By provider, month and component.</summary>
    public long[] Ore { get; } = new long[BenchCare.Agreements * Months * Components];

    public long[] Fees { get; } = new long[BenchCare.Agreements * Months * Components];

    public long[] Counts { get; } = new long[BenchCare.Agreements * Months * Components];

    /// <summary>Amount and component of each contact, when the last run kept them.</summary>
    public (int[] Ore, byte[] Component)? Kept { get; private set; }

    /// <summary>By model, half of the year, type, way and payer.</summary>
    public IEnumerable<(int Key, int Ore, int Component)> TypePrices => _typeOre.Select((ore, i) => (i, ore, (int)_typeComponent[i]));

    /// <summary>By model, way, payer and group; those without a price are left out.</summary>
    public IEnumerable<(int Key, int Ore)> GroupPrices => _groupOre.Select((ore, i) => (i, ore)).Where(g => g.ore > 0);

    public static int At(int provider, int month, int component) => (((provider * Months) + month) * Components) + component;

    public void Run(CareContacts contacts, bool keep)
    {
        Kept = keep ? (GC.AllocateUninitializedArray<int>(contacts.Count), GC.AllocateUninitializedArray<byte>(contacts.Count)) : null;
        var workers = Environment.ProcessorCount;
        var parts = new (long[] Ore, long[] Fees, long[] Counts)[workers];
        Parallel.For(0, workers, w => parts[w] = Part(contacts, (int)((long)contacts.Count * w / workers), (int)((long)contacts.Count * (w + 1) / workers)));
        Array.Clear(Ore);
        Array.Clear(Fees);
        Array.Clear(Counts);
        foreach (var part in parts)
        {
            for (var i = 0; i < Ore.Length; i++)
            {
                Ore[i] += part.Ore[i];
                Fees[i] += part.Fees[i];
                Counts[i] += part.Counts[i];
            }
        }
    }

    private (long[] Ore, long[] Fees, long[] Counts) Part(CareContacts contacts, int from, int to)
    {
        var (ores, fees, counts) = (new long[Ore.Length], new long[Ore.Length], new long[Ore.Length]);
        var (day, provider, type, group, way, payer, fee) = (contacts.Day, contacts.Provider, contacts.Type, contacts.Group, contacts.Way, contacts.Payer, contacts.Fee);
        var (first, models) = (new DateOnly(2017, 1, 1).DayNumber, Enumerable.Range(0, BenchCare.Agreements).Select(BenchCare.ModelOf).ToArray());
        unchecked
        {
            for (var i = from; i < to; i++)
            {
                var (d, model, tail) = (day[i] - first, models[provider[i]], ((int)way[i] * 5) + (int)payer[i]);
                var cell = (((((model * 2) + (d >= BenchCare.FirstOfJuly ? 1 : 0)) * BenchCare.Types) + type[i]) * 20) + tail;
                int ore = _typeOre[cell], component = _typeComponent[cell];
                if (group[i] != 0 && _groupOre[(((model * 20) + tail) * BenchCare.Groups) + group[i]] is var weighed and > 0)
                    (ore, component) = (weighed, Group);
                var at = At(provider[i], _monthOfDay[d], component);
                ores[at] += ore;
                fees[at] += fee[i];
                counts[at]++;
                if (Kept is var (keptOre, keptComponent))
                    (keptOre[i], keptComponent[i]) = (ore, (byte)component);
            }
        }

        return (ores, fees, counts);
    }

    private static (int Ore, int Component) TypeCell(int model, int half, int type, int way, int payer) => (model, payer, way) switch
    {
        (1, (int)ContactPayer.OtherRegion, _) => (BenchCare.TypePrice(type, 4), Sold),
        (_, not (int)ContactPayer.Region, _) => (0, OtherPayer),
        (0, _, _) => type < 20 ? (BenchCare.TypePrice(type, half == 0 ? 1 : 2), Visit) : (0, None),
        (1, _, _) => (BenchCare.TypePrice(type, 3), Visit),
        (2, _, (int)ContactWay.Emergency) => (BenchCare.TypePrice(type, 6), Emergency),
        (2, _, _) => (BenchCare.TypePrice(type, 5), Visit),
        _ => (BenchCare.TypePrice(type, 7), Visit),
    };

    private static int GroupCell(int model, int way, int payer, int group) => (model, payer, group) switch
    {
        (1, (int)ContactPayer.Region, > 0) => 500 * BenchCare.GroupWeight(group),
        (3, (int)ContactPayer.Region, > 0) when way is (int)ContactWay.Referred or (int)ContactWay.Emergency => 600 * BenchCare.GroupWeight(group),
        _ => 0,
    };
}
