using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Development;

namespace Styrkedja.App.Tests.Halland;

/// <summary>The call of 2016 as it lies in data/halland, played by the same engine as everything else, on a region with only what it rests on.</summary>
public sealed class CallOf2016Tests : IDisposable
{
    private const string Ground = """
        decision: RF-GRUND
        body: RF
        date: 2014-10-15
        title: Grund
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: TU, kind: subcommittee, under: RS, name: Tillväxtutskottet, valid: 2015..}
          - establish-unit: {id: RK-UTV, name: Regional utveckling, under: RS, valid: 2015..}
          - establish-office: {id: REGDIR, name: Regiondirektör, in: RS, valid: 2015..}
          - adopt-vision: {id: VISION, text: Bästa livsplatsen, valid: 2005..}
          - adopt-programme: {id: TS, name: Tillväxtstrategi, serves: VISION, valid: 2014..2020, goals: [{id: T, name: Mål, choices: [{id: T1.2, name: Livsmiljöer}, {id: T2.1, name: Innovation}, {id: T3.1, name: Barn och unga}, {id: T3.2, name: Kompetens}, {id: T3.3, name: Inkludering}]}]}
          - join-partner: {id: K1383, name: Varbergs kommun, kind: municipality, valid: 2014..}
          - join-partner: {id: HH, name: Högskolan i Halmstad, kind: university, valid: 2014..}
        ---
        decision: RS-BUDGET
        body: RS
        date: 2015-12-09
        title: Budget 2016
        acts:
          - set-budget: {year: 2016, subject: RK-UTV, rows: [{group: grants-given, amount: -76 600 tkr}]}
        """;

    private static readonly string[] s_files =
    [
        "illustrative/2015-01-14-rs-medfinansiering.yaml",
        "illustrative/2016-02-16-tu-utlysning-2016.yaml",
        "illustrative/2016-05-09-utv-ansokningar-2016.yaml",
        "illustrative/2016-06-07-utv-bedomningar-2016.yaml",
        "decisions/2016-06-21-tu-tillskott-utlysning-2016.yaml",
        "illustrative/2016-06-21-tu-beviljade-projekt-2016.yaml",
        "illustrative/2017-02-07-utv-rekvisitioner.yaml",
        "illustrative/2017-02-21-utv-utbetalningar.yaml",
        "illustrative/2017-10-24-utv-rekvisitioner.yaml",
        "illustrative/2017-11-14-tu-utbetalningar.yaml",
        "illustrative/2018-02-20-utv-slutrapporter.yaml",
        "illustrative/2018-03-13-tu-avslutade-projekt.yaml",
    ];

    private readonly TemporaryRegion _region = new(Ground);

    public void Dispose() => _region.Dispose();

    [Fact]
    public void It_goes_from_opening_to_final_report_and_every_sum_keeps_within_the_frame()
    {
        var told = new List<string>();
        foreach (var file in s_files)
        {
            Played(file);
            told.Add($"{Path.GetFileName(file)[..10]} {Standing()}");
        }

        Assert.Equal(
            """
            2015-01-14 ingen utlysning
            2016-02-16 ram 5000: 0 ansökningar 0, beviljat 0 till 0, kvar 5000, utbetalt 0, återkrävt 0, avslutade 0
            2016-05-09 ram 5000: 59 ansökningar 21940, beviljat 0 till 0, kvar 5000, utbetalt 0, återkrävt 0, avslutade 0
            2016-06-07 ram 5000: 59 ansökningar 21940, beviljat 0 till 0, kvar 5000, utbetalt 0, återkrävt 0, avslutade 0
            2016-06-21 ram 6300: 59 ansökningar 21940, beviljat 0 till 0, kvar 6300, utbetalt 0, återkrävt 0, avslutade 0
            2016-06-21 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 0, återkrävt 0, avslutade 0
            2017-02-07 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 0, återkrävt 0, avslutade 0
            2017-02-21 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 1090, återkrävt 0, avslutade 0
            2017-10-24 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 1090, återkrävt 0, avslutade 0
            2017-11-14 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 2210, återkrävt 0, avslutade 0
            2018-02-20 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 2210, återkrävt 0, avslutade 0
            2018-03-13 ram 6300: 59 ansökningar 21940, beviljat 6300 till 17, kvar 0, utbetalt 2470, återkrävt 40, avslutade 3
            """,
            string.Join('\n', told));
        Assert.Equal((40, 42), (Call().Applicants, Call().Applications.Count(a => a.Rejected is not null)));
    }

    [Fact]
    public void An_eighteenth_grant_is_refused_since_the_frame_is_used_and_so_is_the_seventeenth_without_the_addition()
    {
        foreach (var file in s_files[..4])
            Played(file);
        var all = HallandText(s_files[5]);

        // Without the 1.3 that were added, 5.0 is reached before the seventeen are granted.
        Assert.True(_region.Record(all, check: true).Refused);
        Played(s_files[4]);
        var eighteenth = """
              - grant-co-financing: {id: P16-18, programme: TS, to: Sökande, text: Den artonde, amount: 1 kr, valid: 2017, application: A16-20, call: CALL-2016, share: 50}
            """;
        var refused = _region.Record(all.Replace("acts:\n", "acts:\n" + eighteenth + "\n", StringComparison.Ordinal).Replace("  - reject-grant-application: {application: A16-20,", "  - reject-grant-application: {application: A16-21,", StringComparison.Ordinal), check: true);

        Assert.True(refused.Refused);
        Assert.Contains(Assert.Single(refused.Recordings).Verdict.Breaches, b => b.Rule == "authority.granted-within-call" && b.Arguments["amount"] == "6 300 001 kr" && b.Arguments["given"] == "6 300 000 kr");
        Played(s_files[5]);
        Assert.Equal(Money.Zero, Call().Left);
    }

    private CallOpened Call() => _region.Archive.StateAt(new(DateOnly.MaxValue, _region.Archive.Head().Position)).Calls.FindCall("CALL-2016")!;

    private string Standing()
    {
        if (Call() is not { } call)
            return "ingen utlysning";
        return $"ram {Tkr(call.Frame)}: {call.Applications.Count} ansökningar {Tkr(call.Applied)}, beviljat {Tkr(call.Granted)} till {call.Grants.Count}, kvar {Tkr(call.Left)}, utbetalt {Tkr(call.Paid)}, "
            + $"återkrävt {Tkr(Money.Sum(call.Grants.Select(g => g.Recovered)))}, avslutade {call.Grants.Count(g => g.State == GrantState.Closed)}";
    }

    private void Played(string file)
    {
        var recording = Assert.Single(_region.Record(HallandText(file), file).Recordings);
        Assert.Equal((file, VerdictOutcome.Within), (file, recording.Verdict.Outcome));
    }

    private static string HallandText(string file) => File.ReadAllText(Path.Combine(HallandFiles.Folder, file));

    private static long Tkr(Money money) => money.Ore / 100_000;
}
