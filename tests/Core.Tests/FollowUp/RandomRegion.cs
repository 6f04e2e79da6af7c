using System.Globalization;
using CsCheck;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>A region drawn by lot, in the words of <see cref="ReadableRegion"/>, so that whoever sees it fail can read it.</summary>
/// <param name="Trade">Rows of which each sale inside has its purchase, so that all internal trade is matched.</param>
/// <param name="Loose">Rows of any kind: unknown cost centres, accounts and counterparties, and internal trade that nobody answers to.</param>
internal sealed record RandomRegion(string Organisation, IReadOnlyList<string> Trade, IReadOnlyList<string> Loose, string Budget)
{
    private static readonly string[] s_accounts = ["1910", "2440", "3010", "3110", "4010", "4110", "5010", "6000", "7910", "8010", "8110", "8310", "8510", "8910", "999"];

    private static readonly Gen<string> s_month = Gen.Int[-1, 3].Select(m => new Month(2017, 1).Plus(m).ToString());

    private static readonly Gen<string> s_amount =
        Gen.OneOf(Gen.Int[-300, 300], Gen.Int[-2_000_000, 2_000_000]).Select(ore => (ore / 100m).ToString(CultureInfo.InvariantCulture));

    private static readonly Gen<(string Text, string[] Subjects, (string Code, string Unit)[] Centres)> s_organisation =
        Gen.Select(Gen.Int[0, 7].Array[2, 8], Gen.Bool.Array[20]).Select((parents, centres) =>
        {
            var paths = new List<string>();
            var cost = new List<(string Code, string Unit)>();
            for (var i = 0; i < parents.Length; i++)
            {
                var above = parents[i] < i && i > 1 ? paths[parents[i]] + " / " : "";
                paths.Add($"{above}S{i}");
                if (centres[i])
                    cost.Add(($"{i}1", $"S{i}"));
                if (centres[i + 10] || cost.Count == 0)
                    cost.Add(($"{i}2", $"S{i}"));
            }

            var lines = paths.Concat(cost.Select(c => $"{paths[int.Parse(c.Unit[1..])]} / cc {c.Code}"));
            return (string.Join('\n', lines) + "\n", paths.Select((_, i) => $"S{i}").ToArray(), cost.ToArray());
        });

    private static readonly Gen<string> s_chart = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7].Array[9], (which, lines) => which > 0 ? "" : string.Concat(lines.Select((line, i) =>
        $"group g{i} {(i < 2 ? StatementLine.BalanceSheet : (StatementLine)line)} {i + 1}000 {i + 1}{(i % 3 == 0 ? "4" : "9")}99\n")));

    public static readonly Gen<RandomRegion> Gen0 = s_organisation.SelectMany(o =>
    {
        var cc = Gen.OneOf([.. o.Centres.Select(c => Gen.Const(c))]);
        var side = Gen.OneOf(Gen.OneOf([.. o.Subjects.Select(Gen.Const)]), Gen.Const("71"), Gen.Const("99"), Gen.Const("404"), Gen.Const(""));
        var account = Gen.OneOf([.. s_accounts.Select(Gen.Const)]);
        var trade = Gen.Select(s_month, cc, cc, s_amount, account, account).Select((month, seller, buyer, amount, sold, bought) => new[]
        {
            $"{month} cc {seller.Code} account {OnStatement(sold)} counterparty {buyer.Unit} {(amount.StartsWith('-') ? amount : "-" + amount)} kr",
            $"{month} cc {buyer.Code} account {OnStatement(bought)} counterparty {seller.Unit} {amount.TrimStart('-')} kr",
        });
        var outside = Gen.Select(s_month, cc, account, s_amount).Select((month, c, a, amount) => new[] { $"{month} cc {c.Code} account {a} counterparty 99 {amount} kr" });
        var loose = Gen.Select(s_month, Gen.OneOf(cc.Select(c => $"cc {c.Code} "), Gen.Const("cc 777 "), Gen.Const("")), account, side, Gen.Int[0, 2], s_amount)
            .Select((month, c, a, s, activity, amount) =>
                $"{month} {c}account {a} {(s.Length > 0 ? $"counterparty {s} " : "")}{(activity > 0 ? $"activity {activity} " : "")}{amount} kr");
        var budget = Gen.Select(
            Gen.OneOf(Gen.OneOf([.. o.Subjects.Select(Gen.Const)]), Gen.Const("GONE")),
            Gen.OneOf([.. ReadableRegion.Chart.Groups.Select(g => Gen.Const(g.Id)), Gen.Const("g1"), Gen.Const("nowhere")]),
            side,
            s_amount).Select((subject, group, s, amount) => $"budget 2017 {subject} group {group} {(s.Length > 0 ? $"counterparty {s} " : "")}{amount} kr");
        var rest = Gen.Select(
            Gen.OneOf([.. o.Subjects.Select(Gen.Const)]), s_amount,
            (subject, amount) => $"forecast 2017-02 {subject} {amount} kr\nframe 2017 from REGION to {subject} {amount.TrimStart('-')} kr\nframe 2017 from S0 to {subject} 17 kr\n");
        return Gen.Select(Gen.OneOf(trade, outside).Array[0, 10], loose.Array[0, 14], budget.Array[0, 8], rest.Array[0, 3], s_chart)
            .Select((traded, loosely, budgeted, more, chart) => new RandomRegion(
                chart + o.Text + "counterparty 71 is S0\ncounterparty 99 is outside\n",
                [.. traded.SelectMany(t => t)],
                loosely,
                string.Join('\n', budgeted.DistinctBy(b => b[..b.IndexOf(" kr", StringComparison.Ordinal)])) + "\n" + string.Concat(more)));
    });

    public ReadableRegion Whole => Of([.. Trade, .. Loose]);

    public ReadableRegion WithMatchedTradeOnly => Of(Trade);

    public ReadableRegion Of(IEnumerable<string> rows) => ReadableRegion.Of($"{Organisation}\n{Budget}\n{string.Join('\n', rows)}");

    public override string ToString() => $"{Organisation}{Budget}{string.Join('\n', Trade)}\n{string.Join('\n', Loose)}";

    private static string OnStatement(string account) => account[0] is '1' or '2' ? "3010" : account;
}
