using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.Formats.Care;

/// <summary>Runs the cases of tests/Specs/vård/avräkning.md as they stand: decided rules, contacts and listings, and the lines reckoned by hand.</summary>
public sealed partial class SettlementSpecificationTests
{
    private static readonly string s_text = File.ReadAllText(Repository.Path("tests/Specs/vård/avräkning.md")).ReplaceLineEndings("\n");

    private static readonly IReadOnlyDictionary<string, List<(string Kind, string Text)>> s_cases = Read();

    private static readonly string[] s_payers = ["regionen", "annan-region", "staten", "försäkringskassan", "patienten"];

    private static readonly string[] s_ways = ["ordinärt", "remitterad", "eget-val", "akut"];

    public static IEnumerable<TheoryDataRow<string>> Headings() => s_cases.Keys.Select(h => new TheoryDataRow<string>(h));

    [Theory]
    [MemberData(nameof(Headings))]
    public void Fall(string heading)
    {
        var file = DecisionFile.Read("decision: R\nbody: RS\ndate: 2016-01-01\ntitle: R\nacts:\n" + string.Join('\n', Of("yaml regler").Single().Trim().Split('\n').Select(l => "  " + l)), "avräkning.md");
        Assert.Empty(file.Faults);
        var book = PaymentBook.Fold(new ActsInOrder(file.Decisions.Select((d, i) => (d.Decision, i + 1L))));
        var listings = Listings(Of("text listade").SingleOrDefault() ?? "");
        Assert.True(Period.TryParse(Of("text avräkna").Single().Trim(), out var asked));
        var contacts = Of("text kontakter").ToList();

        List<SettlementStatement> frozen = [];
        foreach (var month in (Of("text fryst").SingleOrDefault() ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(MonthOf))
            frozen.Add(SettlementStatement.Of(Settled(contacts[0], new(month, month)), month, frozen));
        var settlement = Settled(contacts.LastOrDefault() ?? "", asked);
        var shown = settlement.Lines.Where(l => l.Month >= FirstAsked(Of("text avräkna").Single())).Select(Shown)
            .Concat(frozen.Count == 0 ? [] : SettlementStatement.Of(settlement, asked.To, frozen).Adjustments.Select(Shown))
            .Concat(settlement.Unpaid.Where(u => u.Month >= FirstAsked(Of("text avräkna").Single())).Select(Shown));
        Assert.Equal(Of("text visar").Single().TrimEnd().Split('\n'), shown);

        IEnumerable<string> Of(string kind) => s_cases[heading].Where(p => p.Kind == kind).Select(p => p.Text);
        Settlement Settled(string text, Period months) => Settlement.Of(book, months, Contacts(text), listings, book.Quality, keep: true);
    }

    [Fact]
    public void Every_heading_has_its_rules_question_and_answer() =>
        Assert.All(s_cases, c => Assert.Equal((1, 1, 1), (c.Value.Count(p => p.Kind == "yaml regler"), c.Value.Count(p => p.Kind == "text avräkna"), c.Value.Count(p => p.Kind == "text visar"))));

    private static string Shown(SettlementLine line)
    {
        var said = $"{line.Agreement} {line.Month} {line.Component}: ";
        if (line.Kind == SettlementKind.Capitation)
            said += $"{line.Count} {(line.Count == 1 ? "listad" : "listade")}, {Number(line.Points / 1_000_000m, "0.######")} poäng, ";
        else if (line.Kind == SettlementKind.Contacts)
            said += $"{Counted(line.Count)}, ";
        said += Kronor(line.Amount);
        if (line.Grounds.Count > 1)
            said += $" ({string.Join(" + ", line.Grounds.Select(g => Kronor(g.Amount)))})";
        if (line.Kind == SettlementKind.FeeProtection)
            said += " över högkostnadsskyddet";
        return line.Payer == ContactPayer.Region ? said : $"{said}, betalas av {s_payers[(int)line.Payer]}";
    }

    private static string Shown(SettlementAdjustment a) => $"rättelse {a.Agreement} {a.About} {a.Component}: {(a.Count == 0 ? "" : $"{Counted(a.Count)}, ")}{Kronor(a.Amount)}";

    private static string Shown(UnpaidContacts u) => $"{u.Provider} {u.Month}: {Counted(u.Count)} " + u.Reason switch
    {
        UnpaidReason.NoAgreement => "utan avtal",
        UnpaidReason.NoPrice => "utan pris",
        _ => "med annan betalare",
    };

    private static string Counted(long count) => $"{count} {(Math.Abs(count) == 1 ? "kontakt" : "kontakter")}";

    private static string Kronor(Money money) => Number(money.Ore / 100m, "#,##0.00") + " kr";

    private static string Number(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture).Replace(",", " ").Replace('.', ',').Replace('-', '−');

    private static Month MonthOf(string text) => Month.TryParse(text.Trim(), out var month) ? month : throw new FormatException(text);

    private static Month FirstAsked(string text) => MonthOf(text.Trim().Split("..")[0]);

    private static CareContacts Contacts(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((l, i) => (Words: l.Split(' '), Number: i)).ToList();
        var (providers, types, groups, homes) = (new Codes(), new Codes(), new Codes { "" }, new Codes());
        return new()
        {
            Contact = [.. rows.Select(r => (ulong)r.Number + 1)],
            Person = [.. rows.Select(r => ulong.Parse(Said(r.Words, "person") ?? $"{1000 + r.Number}", CultureInfo.InvariantCulture))],
            Day = [.. rows.Select(r => DayOf(r.Words[0]))],
            Provider = [.. rows.Select(r => providers.Place(r.Words[1]))],
            Type = [.. rows.Select(r => types.Place(r.Words[2]))],
            Group = [.. rows.Select(r => groups.Place(Said(r.Words, "grupp") ?? ""))],
            Home = [.. rows.Select(r => homes.Place(Said(r.Words, "hem") ?? "1380"))],
            AgeBand = new byte[rows.Count],
            Sex = new Sex[rows.Count],
            Way = [.. rows.Select(r => (ContactWay)Math.Max(0, Array.FindIndex(s_ways, way => r.Words.Contains(way))))],
            Payer = [.. rows.Select(r => (ContactPayer)Array.IndexOf(s_payers, Said(r.Words, "betalare") ?? "regionen"))],
            Referral = new ulong[rows.Count],
            Fee = [.. rows.Select(r => int.Parse(Said(r.Words, "avgift") ?? "0", CultureInfo.InvariantCulture) * 100)],
            Providers = providers,
            Types = types,
            Groups = groups,
            Municipalities = homes,
            AgeBands = ["alla"],
        };
    }

    private static Listings Listings(string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        var (providers, ages) = (new Codes(), new Codes());
        return new()
        {
            Person = [.. rows.Select(r => ulong.Parse(r[0], CultureInfo.InvariantCulture))],
            From = [.. rows.Select(r => DayOf(r[2].Split("..")[0]))],
            To = [.. rows.Select(r => r[2].EndsWith("..", StringComparison.Ordinal) ? int.MaxValue : DayOf(r[2].Split("..")[1]))],
            Provider = [.. rows.Select(r => providers.Place(r[1]))],
            Home = new ushort[rows.Count],
            AgeBand = [.. rows.Select(r => (byte)ages.Place(Said(r, "ålder") ?? "alla"))],
            Sex = new Sex[rows.Count],
            Acg = [.. rows.Select(r => Weight(Said(r, "acg")))],
            Cni = [.. rows.Select(r => Weight(Said(r, "cni")))],
            Providers = providers,
            Municipalities = ["1380"],
            AgeBands = ages,
        };
    }

    private static int Weight(string? text) => text is null ? 10_000 : (int)(decimal.Parse(text.Replace(',', '.'), CultureInfo.InvariantCulture) * 10_000);

    private static int DayOf(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;

    private static string? Said(string[] words, string name) => words.FirstOrDefault(w => w.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static Dictionary<string, List<(string Kind, string Text)>> Read()
    {
        Dictionary<string, List<(string, string)>> cases = [];
        var parts = new List<(string, string)>();
        foreach (Match part in Part().Matches(s_text))
        {
            if (part.Groups["heading"].Success)
                cases[part.Groups["heading"].Value.Trim()] = parts = [];
            else
                parts.Add((part.Groups["kind"].Value, part.Groups["text"].Value));
        }

        return cases;
    }

    [GeneratedRegex(@"^### (?<heading>[^\n]+)$|^```(?<kind>[^\n]+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Part();

    /// <summary>Codes in the order first seen.</summary>
    private sealed class Codes : List<string>
    {
        public ushort Place(string code)
        {
            if (!Contains(code))
                Add(code);
            return (ushort)IndexOf(code);
        }
    }
}
