using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Peers;
using Styrkedja.Care;

namespace Styrkedja.Bench.Jobs;

/// <summary>settle: ten million contacts and 330 000 listed to what sixty agreements are to be paid each month, by rules that are data.</summary>
/// <remarks>Columns lie in memory for all of them, DuckDB's in its own tables. Ours begins with the decided rules: compiling them is counted.</remarks>
public static class SettleJob
{
    private static readonly string[] s_components = ["", "besök", "drg", "såld", "akut", ""];

    public static IEnumerable<Outcome> Run(Workshop workshop)
    {
        var (contacts, listings, care, loop) = (BenchCare.Contacts((int)workshop.Rows(10_000_000)), BenchCare.Listings(), new BenchCare(), new SettlementLoop());
        using var duck = new Duck();
        foreach (var sql in SettlementSql.Dimensions(loop))
            duck.Execute(sql);
        SettlementSql.Load(duck, contacts, listings);
        loop.Run(contacts, keep: true);
        duck.Execute(SettlementSql.Sums);
        duck.Execute(SettlementSql.Points);
        duck.Execute(SettlementSql.EachContact);
        var compared = SameSums(Settle(care.Rules(), keep: false), loop, duck) + SameContacts(Settle(care.Rules(), keep: true), loop, duck);

        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() => _ = Settle(care.Rules(), keep: false).Lines),
            () =>
            {
                duck.Execute("DROP TABLE answer; DROP TABLE points");
                return Medians.Timed(() =>
                {
                    duck.Execute(SettlementSql.Sums);
                    duck.Execute(SettlementSql.Points);
                });
            },
            () => Medians.Timed(() => loop.Run(contacts, keep: false)),
            () => Medians.Timed(() => _ = Settle(care.Rules(), keep: true).Lines),
            () =>
            {
                duck.Execute("DROP TABLE kept");
                return Medians.Timed(() => duck.Execute(SettlementSql.EachContact));
            },
            () => Medians.Timed(() => loop.Run(contacts, keep: true)),
            () => Medians.Timed(() => _ = Settle(care.RulesForUnlisted(), keep: false).Lines));
        var sums = new Outcome("settle", times[0], "DuckDB, query by hand", times[1], times[2], "peer", 0.2, Medians.Runs, $"{compared} sums and amounts, by agreement, month and component and contact by contact, against the loop's and DuckDB's",
                "rules are decisions with dates, every line names the decisions that it rests on, and whoever settles sees what no rule pays")
            .Must("of the loop over columns", times[0] / times[2], 4)
            .With("contacts", contacts.Count).With("withListingAskedForEachContact", Outcome.Rounded(times[6]));
        if (workshop.Full)
        {
            var postgres = Databases.SettledInPostgreSql(workshop, duck, loop);
            sums.Must("of PostgreSQL", times[0] / postgres, 1.0 / 30).With("postgresql", Outcome.Rounded(postgres));
        }

        yield return sums;
        yield return new("settle-each-contact", times[3], "DuckDB, create table as", times[4], times[5], "peer", 0.25, Medians.Runs, "the amounts and components of all contacts, against the loop's and DuckDB's",
            "each contact's amount and rule are kept, so that any line can be explained and a changed rule settled again by itself");
        yield return Again(contacts, listings, care);

        Settlement Settle(PaymentBook rules, bool keep) => Settlement.Of(rules, BenchCare.Year, contacts, listings, [], keep);
    }

    /// <summary>One price list of fifteen agreements is changed; contacts lie provider by provider, as they are stored.</summary>
    private static Outcome Again(CareContacts contacts, Listings listings, BenchCare care)
    {
        var ordered = ContactOrder.ByProvider(contacts);
        var (before, changed) = (Settlement.Of(care.Rules(), BenchCare.Year, ordered, listings, [], keep: true), care.ChangedRules());
        var share = (double)ordered.Provider.Count(p => BenchCare.ModelOf(p) == 2) / ordered.Count;
        var (again, anew) = (before.Again(changed), Settlement.Of(changed, BenchCare.Year, ordered, listings, [], keep: true));
        foreach (var (one, other) in again.Lines.Zip(anew.Lines))
            Check.Equal($"{one.Agreement} {one.Month} {one.Component}", (one.Amount, one.Count), (other.Amount, other.Count));
        Check.Equal("lines", again.Lines.Count, anew.Lines.Count);
        var times = Medians.InTurn(
            Medians.Runs,
            () => Medians.Timed(() => _ = before.Again(changed).Lines),
            () => Medians.Timed(() => _ = Settlement.Of(changed, BenchCare.Year, ordered, listings, [], keep: true).Lines));
        return new Outcome("settle-again", times[0], "share of contacts touched, of a full run", share * times[1], null, "peer", 1.5, Medians.Runs, $"{again.Lines.Count} lines against those of a full run by the changed rules",
                "lines are put together anew for all agreements, since a pot or a ceiling may reach across")
            .With("shareTouched", Outcome.Rounded(share)).With("fullRun", Outcome.Rounded(times[1]));
    }

    private static long SameSums(Settlement ours, SettlementLoop loop, Duck duck)
    {
        var compared = 0L;
        var lines = ours.Lines.Where(l => l.Kind == SettlementKind.Contacts).ToDictionary(l => (l.Provider, l.Month.Number, l.Component));
        var fees = ours.Lines.Where(l => l.Kind == SettlementKind.Fees).ToDictionary(l => (l.Provider, l.Month.Number), l => -l.Amount.Ore);
        for (var provider = 0; provider < BenchCare.Agreements; provider++)
        {
            for (var month = 0; month < SettlementLoop.Months; month++)
            {
                for (var component = SettlementLoop.Visit; component < SettlementLoop.OtherPayer; component++)
                {
                    var (at, line) = (SettlementLoop.At(provider, month, component), lines.GetValueOrDefault((BenchCare.ProviderIds[provider], month + 1, s_components[component])));
                    Check.Equal($"{provider} {month} {component}", (line?.Amount.Ore ?? 0, line?.Count ?? 0), (loop.Ore[at], loop.Counts[at]));
                    compared += 2;
                }

                if (BenchCare.ModelOf(provider) is 0 or 2)
                {
                    Check.Equal($"fees of {provider} {month}", fees.GetValueOrDefault((BenchCare.ProviderIds[provider], month + 1)), Enumerable.Range(0, SettlementLoop.OtherPayer).Sum(c => loop.Fees[SettlementLoop.At(provider, month, c)]));
                    compared++;
                }
            }
        }

        duck.Rows("SELECT provider::INTEGER, month::INTEGER, component::INTEGER, ore::BIGINT, fees::BIGINT, contacts::BIGINT FROM answer", row =>
        {
            var at = SettlementLoop.At(row.GetInt32(0), row.GetInt32(1) - 1, row.GetInt32(2));
            Check.Equal($"DuckDB's {row.GetInt32(0)} {row.GetInt32(1)} {row.GetInt32(2)}", (row.GetInt64(3), row.GetInt64(4), row.GetInt64(5)), (loop.Ore[at], loop.Fees[at], loop.Counts[at]));
            return compared += 3;
        });
        var points = ours.Lines.Where(l => l.Kind == SettlementKind.Capitation).ToDictionary(l => (l.Provider, l.Month.Number), l => (l.Count, l.Points));
        duck.Rows("SELECT provider::INTEGER, month::INTEGER, listed::BIGINT, points::BIGINT FROM points", row =>
        {
            Check.Equal($"points of {row.GetInt32(0)} {row.GetInt32(1)}", (row.GetInt64(2), row.GetInt64(3)), points.GetValueOrDefault((BenchCare.ProviderIds[row.GetInt32(0)], row.GetInt32(1))));
            return compared += 2;
        });
        return compared;
    }

    private static long SameContacts(Settlement ours, SettlementLoop loop, Duck duck)
    {
        var (ore, component) = loop.Kept!.Value;
        for (var row = 0; row < ore.Length; row++)
        {
            if (ours.OfContact(row).Amount.Ore != ore[row])
                Check.Equal($"contact {row}", ours.OfContact(row).Amount.Ore, ore[row]);
        }

        Check.Equal("DuckDB's contacts by component", string.Join(' ', duck.Rows("SELECT component::INTEGER, sum(ore)::BIGINT FROM kept GROUP BY 1 ORDER BY 1", r => $"{r.GetInt32(0)}:{r.GetInt64(1)}")),
            string.Join(' ', Enumerable.Range(0, ore.Length).GroupBy(row => component[row]).OrderBy(g => g.Key).Select(g => $"{g.Key}:{g.Sum(row => (long)ore[row])}")));
        return ore.Length;
    }
}
