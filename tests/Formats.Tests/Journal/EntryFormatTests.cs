using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;
using Styrkedja.Tests;

namespace Styrkedja.Formats.Journal;

/// <summary>The canonical bytes of one entry of each kind, with their SHA-256. These goldens pin choices that cannot be undone: an entry once written is
/// read in this form for ever, and every later hash rests on it. When the golden fails, the change must become a new version of the entry or act beside the
/// old one; the golden itself only grows.</summary>
public partial class EntryFormatTests
{
    private static readonly DecisionFile s_file = DecisionFile.Read(File.ReadAllText(Repository.Path("tests/Formats.Tests/Decisions/AllActs.yaml")), "AllActs.yaml");
    private static readonly DateTimeOffset s_recorded = new(2016, 11, 23, 13, 0, 0, TimeSpan.FromHours(1));
    private static readonly Period s_period = new(new(2017, 1), new(2017, 8));

    private static readonly Verdict s_breach = new(
        VerdictOutcome.Breach,
        ["authority.assembly-decides", "authority.distribute-what-was-given"],
        [
            new(2, "authority.assembly-decides", "kommunallagen (1991:900) 3 kap. 9 §", ["RF"], new Dictionary<string, string> { ["body"] = "DN-A" }),
            new(3, "authority.not-more-than-given", null, ["RF", "RS"], new Dictionary<string, string> { ["given"] = "100", ["giver"] = "RS" }),
        ],
        []);

    private static readonly FactBatch s_ledger = new(
        new string('a', 64), FactKind.Ledger, "hs-2017-08.se", 12_345, "sie-4e", "Region Exempel", "Region Exempel 2017", s_period, ["A", "LB"], new string('b', 64), new string('c', 64),
        1234, 56, new Money(100_000_001), new Money(-100_000_001), [new string('d', 64)], true);

    private static readonly FactBatch s_observations = new(
        new string('e', 64), FactKind.Observations, "indikatorer.csv", 99, "csv", null, null, Period.Year(2017), [], null, null, 2, 0, Money.Zero, Money.Zero, [], false);

    private static readonly FactBatch s_staff = new(
        new string('f', 64), FactKind.Staff, "personal-2017.csv", 321, "csv", null, "staff", Period.Year(2017), [], new string('0', 64), null, 24, 0, Money.Zero, Money.Zero, [new string('1', 64)], false)
    {
        Staff = new(8_000, 7_250_500, 125_250, 2_066_625, 92_500_50, 1_196_332_25),
    };

    private static readonly FactBatch s_balances = new(
        new string('2', 64), FactKind.Balances, "IB-2017.se", 210, "sie-4e", "Region Exempel", null, new(new Month(2017, 1), new Month(2017, 1)), [], null, null, 0, 0, new Money(500), new Money(-500), [], false)
    {
        Opening = new(2017, [new("1910", 500), new("2010", -500)]),
    };

    private static readonly FactBatch s_indicators = new(
        new string('3', 64), FactKind.Indicators, "kolada", 54_321, "kolada-v3", null, "kolada", Period.Year(2017), [], new string('4', 64), null, 4, 0, Money.Zero, Money.Zero, [], false)
    {
        Indicators = new(
            new(1, 1, 1, 1, 72.40m),
            7,
            [new("kolada", "N79222", "Genomförda första besök inom 90 dagar, andel (%)")],
            [new("https://api.kolada.se/v3/data/kpi/N79222/municipality/0013/year/2017", s_recorded.ToUniversalTime(), new string('5', 64), 54_321)]),
    };

    private static readonly FactBatch s_contacts = new(
        new string('6', 64), FactKind.Contacts, "kontakter-2017-03.csv", 98_765, "csv", null, null, new(new Month(2017, 3), new Month(2017, 3)), [], new string('7', 64), null, 812, 0, Money.Zero, Money.Zero, [], false)
    {
        CareSum = 16_240_000,
        OneIn = 10,
    };

    private static readonly FactBatch s_listings = s_contacts with { Id = new string('8', 64), Kind = FactKind.Listings, SourceName = "listningar-2017-03.parquet", Format = "parquet", CareSum = 20_000, OneIn = 1 };

    private static readonly FactBatch s_groupCosts = s_contacts with { Id = new string('9', 64), Kind = FactKind.GroupCosts, SourceName = "kpp-2017.csv", CareSum = 4_800_000_50, OneIn = 1 };

    private static readonly FactBatch s_settlement = new(
        new string('0', 64), FactKind.Settlement, "avrakning-2017-03.csv", 4_321, "settlement", null, null, new(new Month(2017, 3), new Month(2017, 3)), [], new string('a', 64), null, 12, 0,
        new Money(480_000_00), new Money(-90_000), [], false);

    private static readonly Observation[] s_values =
    [
        new("indicator/2017-01..2017-12/I1", 85.50m, 2, "procent", "ar-2017", "tabell 3 \"utfall\"", false),
        new("result/2017-01..2017-12/REGION", -13m, 0, "mnkr", null, null, true),
    ];

    private static IEnumerable<(string Kind, byte[] Bytes)> OneOfEach()
    {
        yield return ("a decision with every act, within", EntryFormat.Write(1, s_recorded, s_file.Decisions[0], Verdict.Within));
        yield return ("a decision that is made up, in breach", EntryFormat.Write(2, s_recorded, s_file.Decisions[1], s_breach));
        yield return ("an assessment of a goal", EntryFormat.Write(3, s_recorded, s_file.Assessments[0]));
        yield return ("an assessment of money", EntryFormat.Write(4, s_recorded, s_file.Assessments[1]));
        yield return ("a ledger batch", EntryFormat.Write(5, s_recorded, s_ledger, []));
        yield return ("observations", EntryFormat.Write(6, s_recorded, s_observations, s_values));
        yield return ("a batch of staff", EntryFormat.Write(7, s_recorded, s_staff, []));
        yield return ("opening balances", EntryFormat.Write(8, s_recorded, s_balances, []));
        yield return ("a batch of indicators", EntryFormat.Write(9, s_recorded, s_indicators, []));
        yield return ("a batch of contacts", EntryFormat.Write(10, s_recorded, s_contacts, []));
        yield return ("a batch of listings", EntryFormat.Write(11, s_recorded, s_listings, []));
        yield return ("a batch of costs per group", EntryFormat.Write(12, s_recorded, s_groupCosts, []));
        yield return ("a frozen month of settlement", EntryFormat.Write(13, s_recorded, s_settlement, []));
        yield return ("an objection to a line of settlement", EntryFormat.Write(14, s_recorded, s_file.Assessments[2]));
    }

    [Fact]
    public void An_entry_of_each_kind_has_these_bytes_and_no_others() => Approved.Matches(
        "one-entry-of-each-kind",
        string.Join('\n', OneOfEach().Select(e => $"{e.Kind}\n{Encoding.UTF8.GetString(e.Bytes)}\nSHA-256 {Convert.ToHexStringLower(SHA256.HashData(e.Bytes))}\n")));

    [Fact]
    public void An_entry_read_back_and_written_again_has_the_same_bytes()
    {
        foreach (var (kind, bytes) in OneOfEach())
            Assert.True(bytes.AsSpan().SequenceEqual(WrittenAgain(bytes)), kind);
    }

    [Fact]
    public void An_entry_read_back_says_what_was_written()
    {
        var entries = OneOfEach().Select(e => EntryFormat.Read(e.Bytes)).ToList();
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], entries.Select(e => e.Position));
        Assert.All(entries, e => Assert.Equal(s_recorded, e.Recorded));
        Assert.Equal(Shown.Of(s_file.Decisions[0].Decision), Shown.Of(((DecisionEntry)entries[0]).Decision));
        Assert.Equal(Shown.Of(s_file.Decisions[1].Decision), Shown.Of(((DecisionEntry)entries[1]).Decision));
        Assert.Equal(Shown.Of(s_breach), Shown.Of(((DecisionEntry)entries[1]).Verdict));
        Assert.Equal(s_file.Assessments.Select(a => Shown.Of(a.Assessment)), entries.OfType<AssessmentEntry>().Select(a => Shown.Of(a.Assessment)));
        Assert.Equal([Shown.Of(s_ledger), Shown.Of(s_observations), Shown.Of(s_staff), Shown.Of(s_balances), Shown.Of(s_indicators), Shown.Of(s_contacts), Shown.Of(s_listings), Shown.Of(s_groupCosts), Shown.Of(s_settlement)], entries.OfType<FactEntry>().Select(f => Shown.Of(f.Batch)));
        Assert.Equal(s_values, ((FactEntry)entries[5]).Observations);
    }

    [Fact]
    public void Every_decision_file_of_Halland_survives_the_form_of_the_journal_unchanged()
    {
        var read = Directory.EnumerateFiles(Repository.Path("data/halland"), "*.yaml", SearchOption.AllDirectories).Select(f => DecisionFile.Read(File.ReadAllText(f), f)).Where(f => !f.Refused).ToList();
        Assert.True(read.SelectMany(f => f.Decisions).Count() > 50);
        foreach (var decision in read.SelectMany(f => f.Decisions))
            Survives(decision);
        foreach (var assessment in read.SelectMany(f => f.Assessments))
            Assert.Equal(Shown.Of(assessment.Assessment), Shown.Of(((AssessmentEntry)EntryFormat.Read(EntryFormat.Write(1, s_recorded, assessment))).Assessment));
    }

    [Fact]
    public void Any_decision_that_can_be_read_survives_the_form_of_the_journal_unchanged() => RandomDecision.Texts.Sample(
        text =>
        {
            var file = DecisionFile.Read(text, "f.yaml");
            Assert.Empty(file.Faults);
            Survives(file.Decisions.Single());
        },
        iter: 300);

    [Theory]
    [InlineData("""{"entry":2,"position":1,"recorded":"2017-01-01T12:00:00Z","kind":"facts","content":{}}""")]
    [InlineData("""{"entry":1,"position":1,"recorded":"2017-01-01T12:00:00Z","kind":"wish","content":{}}""")]
    [InlineData("""[]""")]
    [InlineData("""{"entry":1,"position":1,"recorded":"2017-01-01T12:00:00Z","kind":"decision","content":{"decision":{"decision":"B","body":"RF","date":"2017-01-01","title":{"sv":"T"},"acts":[{"act":"adopt-wish","schema":1}]},"verdict":{"outcome":"within","rules":[],"breaches":[]}}}""")]
    public void An_entry_of_a_version_or_kind_that_we_do_not_know_is_refused(string entry) =>
        Assert.Throws<FormatException>(() => EntryFormat.Read(Encoding.UTF8.GetBytes(entry)));

    private static void Survives(DecisionInFile decision)
    {
        var bytes = EntryFormat.Write(7, s_recorded, decision, Verdict.Within);
        Assert.Equal(Shown.Of(decision.Decision), Shown.Of(((DecisionEntry)EntryFormat.Read(bytes)).Decision));
        Assert.True(bytes.AsSpan().SequenceEqual(WrittenAgain(bytes)), decision.Decision.Id);
        var exported = DecisionFile.Read(DecisionYaml.Of(bytes)!, "exported.yaml");
        Assert.Empty(exported.Faults);
        Assert.True(bytes.AsSpan().SequenceEqual(EntryFormat.Write(7, s_recorded, exported.Decisions.Single(), Verdict.Within)), DecisionYaml.Of(bytes));
    }

    private static byte[] WrittenAgain(byte[] bytes)
    {
        var content = JsonNode.Parse(bytes)!["content"]!.AsObject();
        return EntryFormat.Read(bytes) switch
        {
            DecisionEntry e => EntryFormat.Write(e.Position, e.Recorded, new(e.Decision, content["decision"]!.DeepClone().AsObject(), default), e.Verdict),
            AssessmentEntry e => EntryFormat.Write(e.Position, e.Recorded, new(e.Assessment, content.DeepClone().AsObject(), default)),
            FactEntry e => EntryFormat.Write(e.Position, e.Recorded, e.Batch, e.Observations),
            var other => throw new InvalidOperationException($"{other.GetType()} has no place here."),
        };
    }
}
