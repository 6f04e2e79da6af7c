using System.Globalization;
using Styrkedja.Amounts;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.App.Demo;

/// <summary>Reads the calibration of the sample ledger from its two files, calibration.yaml and cost-centres.yaml.</summary>
/// <remarks>The files ship with the product, so a fault in them is a fault of ours and stops at once.</remarks>
/// <exception cref="FormatException">Something is missing or of the wrong kind.</exception>
public static class SampleLedgerCalibrationFile
{
    public static SampleLedgerCalibration Read(TextReader calibration, TextReader costCentres)
    {
        var root = Root(calibration);
        return new()
        {
            Parts = [.. Pairs(At(root, "books")).SelectMany(book => Texts(book.Value).Select(part => new SamplePart(part, book.Key)))],
            Results = Pairs(At(root, "results"))
                .SelectMany(year => Pairs(year.Value).Select(part => (Key: (Whole(year.Key), part.Key), Path: Path(part.Value))))
                .ToDictionary(r => r.Key, r => r.Path),
            Drift = Pairs(At(root, "drift")).ToDictionary(d => d.Key, d => Weights(d.Value), StringComparer.Ordinal),
            Trade = [.. Items(At(root, "trade")).Select(t => new SampleTrade(Text(t, "sells"), Text(t, "buys"), Whole(Text(t, "noise"))))],
            Postings = Pairs(At(root, "groups")).ToDictionary(g => g.Key, g => Posting(g.Value), StringComparer.Ordinal),
            Balances = Pairs(At(root, "balances")).ToDictionary(b => b.Key, b => Scalar(b.Value), StringComparer.Ordinal),
            Accounts = Rules(At(root, "accounts")),
            Counterparties = Rules(At(root, "counterparties")),
            Places = Rules(At(root, "cost-centres")),
            CostCentres = Pairs(Root(costCentres)).ToDictionary(c => c.Key, c => CostCentre(c.Value), StringComparer.Ordinal),
            PaidAs = Find(root, "paid-as") is { } paid ? Pairs(paid).ToDictionary(p => p.Key, p => Scalar(p.Value), StringComparer.Ordinal) : new Dictionary<string, string>(),
            Remainder = Remainder(At(root, "remainder")),
            BalanceSheet = Find(root, "balance-sheet") is { } sheet ? BalanceSheet(sheet) : null,
        };
    }

    private static SampleBalanceSheet BalanceSheet(YamlNode node)
    {
        var opening = Pairs(At(node, "opening")).ToDictionary(o => o.Key, o => Mnkr(Scalar(o.Value)), StringComparer.Ordinal);
        if (Money.Sum(opening.Values) != Money.Zero)
            throw Wrong(node, "opening balances that add up to zero");
        return new(
            Whole(Text(node, "year")),
            Text(node, "book"),
            Text(node, "bank"),
            Text(node, "asset"),
            Text(node, "supplier"),
            opening,
            Pairs(At(node, "settled")).ToDictionary(s => s.Key, s => Whole(Scalar(s.Value)), StringComparer.Ordinal),
            Pairs(At(node, "investments")).SelectMany(year => Pairs(year.Value).Select(part => (Key: (Whole(year.Key), part.Key), Amount: Mnkr(Scalar(part.Value))))).ToDictionary(i => i.Key, i => i.Amount));
    }

    private static Money Mnkr(string text) => new((long)(decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 100_000_000));

    private static SamplePosting Posting(YamlNode node) => new(
        Text(node, "series"),
        Whole(Text(node, "day")),
        Text(node, "balance"),
        Whole(Text(node, "noise")),
        Whole(Text(node, "vouchers")),
        Text(node, "text"),
        Find(node, "care") is { } care && Scalar(care) == "true");

    private static IReadOnlyList<SampleRule> Rules(YamlNode node) =>
    [
        .. Items(node).Select(rule => new SampleRule(
            Text(rule, "group"),
            Find(rule, "at") is { } at ? Texts(at) : [],
            Find(rule, "with") is { } with ? Texts(with) : [],
            Weights(At(rule, "of")))),
    ];

    private static SampleCostCentre CostCentre(YamlNode node) => new(
        Whole(Text(node, "weight")),
        Find(node, "office") is { } office && Scalar(office) == "true",
        Weights(At(node, "activities")));

    private static SampleRemainder Remainder(YamlNode node) => new(Text(node, "series"), Text(node, "account"), Text(node, "balance"), Text(node, "text"));

    private static IReadOnlyList<Money> Path(YamlNode node)
    {
        var months = Texts(node).Select(Mnkr).ToList();
        return months.Count == 12 ? months : throw Wrong(node, "twelve months");
    }

    private static IReadOnlyList<SampleWeight> Weights(YamlNode node) => [.. Pairs(node).Select(w => new SampleWeight(w.Key, Whole(Scalar(w.Value))))];

    private static YamlNode Root(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents[0].RootNode;
    }

    private static YamlNode? Find(YamlNode node, string name) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static YamlNode At(YamlNode node, string name) => Find(node, name) ?? throw Wrong(node, name);

    private static string Text(YamlNode node, string name) => Scalar(At(node, name));

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Wrong(node, "a value");

    private static IEnumerable<YamlNode> Items(YamlNode node) => (node as YamlSequenceNode)?.Children ?? throw Wrong(node, "a list");

    private static IReadOnlyList<string> Texts(YamlNode node) => [.. Items(node).Select(Scalar)];

    private static IEnumerable<(string Key, YamlNode Value)> Pairs(YamlNode node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(c => (Scalar(c.Key), c.Value)) : throw Wrong(node, "a mapping");

    private static int Whole(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"The calibration has {text} where a whole number is expected.");

    private static FormatException Wrong(YamlNode node, string expected) => new($"Line {node.Start.Line} of the calibration lacks {expected}.");
}
