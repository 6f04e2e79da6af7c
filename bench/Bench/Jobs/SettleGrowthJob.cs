using System.Diagnostics;
using System.Text.Json.Nodes;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Measuring;
using Styrkedja.Care;

namespace Styrkedja.Bench.Jobs;

/// <summary>settle-growth: one, ten and a hundred million contacts settled some persons at a time; neither the cost of a contact nor the memory may grow.</summary>
/// <remarks>To ten million, and to a hundred with --full. Each size once in a process of its own. What it takes to make the contacts is not counted.</remarks>
public static class SettleGrowthJob
{
    private const int ContactsInPart = 250_000;
    private const int PartsInMillion = 1_000_000 / ContactsInPart;

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var curve = new JsonArray();
        List<(double EachContact, double Peak)> points = [];
        foreach (var millions in workshop.Full ? [1, 10, 100] : new[] { 1, 10 })
        {
            var child = Child.Ours(["inner", "settle-growth", $"{millions * PartsInMillion}"]);
            var point = JsonNode.Parse(child.Out)!.AsObject();
            point["peakBytes"] = child.PeakBytes;
            Console.Error.WriteLine($"settle-growth: {point.ToJsonString()}");
            points.Add(((double)point["seconds"]! / (millions * 1e6), child.PeakBytes));
            curve.Add((JsonNode)point);
        }

        yield return new Outcome("settle-growth", points[^1].EachContact, "a contact of a million", points[0].EachContact, null, "peer", 1.1, 1, "the contacts that are counted, at each size",
                "all contacts of a person are settled together, since fees are protected by person")
            .Must("memory of that of a million", points[^1].Peak / points[0].Peak, 1.3)
            .With("curve", curve);
    }

    /// <summary>One size: settles parts of a quarter of a million contacts each.</summary>
    public static int Inner(int parts)
    {
        var (making, listings, rules) = (new Stopwatch(), BenchCare.Listings(), new BenchCare().Rules());
        Settlement? settlement = null;
        // What is compiled the first time is no cost of a contact.
        _ = Settlement.OfParts(rules, BenchCare.Year, [BenchCare.Contacts(10_000)], listings, []).Lines;
        var whole = Medians.Timed(() => _ = (settlement = Settlement.OfParts(rules, BenchCare.Year, Parts(), listings, [])).Lines);
        Check.Equal("contacts counted", settlement!.Lines.Where(l => l.Kind == SettlementKind.Contacts).Sum(l => l.Count) + settlement.Unpaid.Sum(u => u.Count), (long)parts * ContactsInPart);
        Console.WriteLine(new JsonObject { ["contacts"] = (long)parts * ContactsInPart, ["seconds"] = Outcome.Rounded(whole - making.Elapsed.TotalSeconds) }.ToJsonString());
        return 0;

        IEnumerable<CareContacts> Parts()
        {
            for (var part = 0; part < parts; part++)
            {
                making.Start();
                var contacts = BenchCare.Contacts(ContactsInPart, part, parts);
                making.Stop();
                yield return contacts;
            }
        }
    }
}
