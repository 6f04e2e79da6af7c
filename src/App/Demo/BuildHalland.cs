using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Importing;
using Styrkedja.App.People;
using Styrkedja.App.Settling;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Geography;
using Styrkedja.Formats.Indicators;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Sie;
using Styrkedja.Store.People;

namespace Styrkedja.App.Demo;

/// <summary>How far the building has come, in steps of history and rows of ledger.</summary>
public sealed record BuildProgress(int Done, int Total, long Rows);

/// <summary>What was built, or why it was not.</summary>
public sealed record BuiltRegion(long Entries, long Rows, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>Builds Region Halland 2015-2018 by replaying its history in order: decisions, assessments, published values and the sample ledger's files, each through the
/// same door as in any region.</summary>
/// <remarks>The engine knows nothing of the published totals; the sample ledger was calibrated to them and comes in as ordinary SIE files. Stopped half-way it goes
/// on where it was when run again, since what is known already is passed over.</remarks>
/// <param name="careOneIn">One resident of each so many gets made-up care contacts, and all of them listings; 1 means all, 0 that nothing of care is made and nothing settled.</param>
public sealed class BuildHalland(string source, string folder, int scale, int careOneIn = BuildHalland.CareOneInAsRule)
{
    /// <summary>Contacts of one resident in ten: enough to see every provider and municipality, and no burden on the start. What is settled by the contact is then a tenth; the rest stands in the ledger as other payments.</summary>
    public const int CareOneInAsRule = 10;

    private const int CareYear = 2017;
    private const string CompleteMark = "complete";
    internal static readonly Bilingual Name = new("Region Halland", "Region Halland");

    public static bool IsComplete(string folder) => File.Exists(Path.Combine(folder, CompleteMark));

    public BuiltRegion Run(IProgress<BuildProgress> progress, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        RegionName.Write(folder, Name);
        File.Copy(Path.Combine(source, "sources.yaml"), Path.Combine(folder, "sources.yaml"), overwrite: true);
        File.Copy(Path.Combine(source, SettlementAccounts.FileName), Path.Combine(folder, SettlementAccounts.FileName), overwrite: true);
        File.Copy(Path.Combine(source, FetchPlan.FileName), Path.Combine(folder, FetchPlan.FileName), overwrite: true);
        if (Path.Combine(source, "geography", OutlineFile.FileName) is var outlines && File.Exists(outlines))
            File.Copy(outlines, Path.Combine(folder, OutlineFile.FileName), overwrite: true);
        var files = Directory.EnumerateFiles(Path.Combine(source, "decisions"), "*.yaml").Order(StringComparer.Ordinal)
            .Concat(Directory.EnumerateFiles(Path.Combine(source, "illustrative"), "*.yaml").Order(StringComparer.Ordinal))
            .Select(f => DecisionFile.Read(File.ReadAllText(f), f)).ToList();
        var faults = files.SelectMany(f => f.Faults).ToList();
        var (accounts, accountFaults) = SettlementAccounts.Read(File.ReadAllText(Path.Combine(source, SettlementAccounts.FileName)), SettlementAccounts.FileName);
        faults.AddRange(accountFaults);
        if (accounts is null || faults.Exists(f => f.Severity == Severity.Error))
            return new(0, 0, faults);

        using var archive = RegionArchive.Open(folder);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(source, "documents")).Order(StringComparer.Ordinal))
        {
            using var document = File.OpenRead(file);
            archive.KeepDocument(document);
        }

        using var ledger = new SampleLedgerFiles(source, folder, scale, files, month => Settled(archive, month, accounts));
        var steps = DecisionSteps(archive, files)
            .Concat(ObservationSteps(archive))
            .Concat(IndicatorSteps(archive))
            .Concat(SettlementSteps(archive, accounts))
            .Concat(LedgerSteps(archive, ledger, stop))
            .Concat(CompanySteps(archive, stop))
            .Concat(StaffSteps(archive))
            .Concat(SignedSteps(archive))
            .Concat(CareSteps(archive, stop))
            .OrderBy(step => step.Recorded).ThenBy(step => step.Order)
            .ToList();
        var rows = 0L;
        for (var i = 0; i < steps.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            var (stepFaults, stepRows) = steps[i].Take();
            rows += stepRows;
            faults.AddRange(stepFaults);
            if (faults.Exists(f => f.Severity == Severity.Error))
                return new(archive.Head().Position, rows, faults);
            progress.Report(new(i + 1, steps.Count, rows));
        }

        if (Directory.Exists(CareFolder))
            Directory.Delete(CareFolder, recursive: true);
        DemoPeople.Write(archive, source);
        faults.AddRange(Employees(archive));
        File.WriteAllText(Path.Combine(folder, CompleteMark), archive.Head().Hash + "\n");
        return new(archive.Head().Position, rows, faults);
    }

    /// <summary>Accounts of the made-up people, and what the employer's register says of those whom no decision appoints. Kept beside the journal.</summary>
    private IReadOnlyList<Fault> Employees(RegionArchive archive)
    {
        using var people = PeopleFile.Open(folder);
        var faults = new List<Fault>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(source, "illustrative"), "*-register.csv").Order(StringComparer.Ordinal))
        {
            var day = DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var made = RecordDecisions.MomentOf(day);
            DemoPeople.OpenAccounts(DemoPeople.Of(archive), people, made);
            faults.AddRange(new ImportOffices(archive, ImportOffices.Into(people, made)).Import(File.ReadAllBytes(file), file, day, check: false).Faults.Where(f => f.Code != "offices.older"));
        }

        return faults;
    }

    private static IEnumerable<Step> DecisionSteps(RegionArchive archive, IReadOnlyList<DecisionFile> files)
    {
        var verb = new RecordDecisions(archive);
        foreach (var (decision, i) in files.SelectMany(f => f.Decisions).Select((d, i) => (d, i)))
            yield return new(RecordDecisions.MomentOf(decision.Decision.Date.Latest), i, () => (FaultsOf(verb.Record([decision], [], null, check: false)), 0));
        foreach (var (assessment, i) in files.SelectMany(f => f.Assessments).Select((a, i) => (a, i)))
            yield return new(RecordDecisions.MomentOf(assessment.Assessment.Date), 10_000 + i, () => (FaultsOf(verb.Record([], [assessment], null, check: false)), 0));
    }

    /// <summary>Published values become known on the day that their file is named by.</summary>
    private IEnumerable<Step> ObservationSteps(RegionArchive archive)
    {
        var verb = new ImportObservations(archive);
        foreach (var (file, i) in Directory.EnumerateFiles(Path.Combine(source, "observations"), "*.csv").Order(StringComparer.Ordinal).Select((f, i) => (f, i)))
        {
            var day = DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var recorded = RecordDecisions.MomentOf(day);
            yield return new(recorded, 20_000 + i, () => Imported(verb.Import(File.ReadAllBytes(file), file, new(recorded))));
        }
    }

    /// <summary>A table of indicator values becomes known on the day that its file is named by; all that is made up for the demonstration is marked so.</summary>
    private IEnumerable<Step> IndicatorSteps(RegionArchive archive)
    {
        var verb = new ImportIndicators(archive);
        foreach (var (file, i) in Directory.EnumerateFiles(Path.Combine(source, "illustrative"), "*-indikatorer-*.csv").Order(StringComparer.Ordinal).Select((f, i) => (f, i)))
        {
            var recorded = RecordDecisions.MomentOf(DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield return new(recorded, 22_000 + i, () => Imported(verb.Import(File.ReadAllBytes(file), file, new(recorded, Illustrative: true))));
        }
    }

    /// <summary>A month's books are closed on the fifteenth of the next; December's on 5 February.</summary>
    private static DateTimeOffset ClosedOn(Month month) => RecordDecisions.MomentOf(month.Number == 12 ? new DateOnly(month.Year + 1, 2, 5) : month.Plus(1).FirstDay.AddDays(14));

    private static IEnumerable<Step> LedgerSteps(RegionArchive archive, SampleLedgerFiles ledger, CancellationToken stop)
    {
        var verb = new ImportLedger(archive);
        foreach (var (month, i) in ledger.Months.Select((month, i) => (month, i)))
            yield return new(ClosedOn(month), 30_000 + i, () => Imported(verb.Import([.. ledger.Write(month).Select(p => new SieSource(p))], new(ClosedOn(month), Illustrative: true), stop: stop)));
    }

    /// <summary>Care is settled on the day that the month's books are closed, first of all, so that the rest of the ledger holds what settlement does not.</summary>
    private IEnumerable<Step> SettlementSteps(RegionArchive archive, SettlementAccounts accounts)
    {
        if (careOneIn == 0)
            yield break;
        var verb = new SettleMonth(archive);
        foreach (var month in Period.Year(CareYear).EachMonth())
        {
            yield return new(ClosedOn(month), 25_000 + month.Number, () =>
            {
                var settled = verb.Approve(month, accounts, ClosedOn(month));
                return (settled.Faults, settled.Booked?.Rows ?? 0);
            });
        }
    }

    /// <summary>What settlement has booked in a month on the accounts of the income statement.</summary>
    private static IReadOnlyList<SampleRow> Settled(RegionArchive archive, Month month, SettlementAccounts accounts)
    {
        var dimensions = new SieDimensions();
        return
        [
            .. new SettleMonth(archive).VouchersOf(month, accounts).SelectMany(voucher => voucher.Rows).Where(row => row.Objects.Any(o => o.Dimension == dimensions.CostCentre))
                .Select(row => new SampleRow(row.Account, Code(row, dimensions.CostCentre), Code(row, dimensions.Counterparty), Code(row, dimensions.Activity), new(row.Ore))),
        ];

        static string Code(SieVoucherRow row, int dimension) => row.Objects.FirstOrDefault(o => o.Dimension == dimension)?.Object ?? "";
    }

    /// <summary>A company's books of a year become known on the day that their file is named by.</summary>
    private IEnumerable<Step> CompanySteps(RegionArchive archive, CancellationToken stop)
    {
        var verb = new ImportLedger(archive);
        foreach (var (file, i) in Directory.EnumerateFiles(Path.Combine(source, "illustrative"), "*.si").Order(StringComparer.Ordinal).Select((f, i) => (f, i)))
        {
            var recorded = RecordDecisions.MomentOf(DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield return new(recorded, 35_000 + i, () => Imported(verb.Import([new SieSource(file)], new(recorded, Illustrative: true), stop: stop)));
        }
    }

    /// <summary>A year's staff becomes known on the day that its file is named by.</summary>
    private IEnumerable<Step> StaffSteps(RegionArchive archive)
    {
        var verb = new ImportStaff(archive);
        foreach (var (file, i) in Directory.EnumerateFiles(Path.Combine(source, "illustrative"), "*-personal-*.csv").Order(StringComparer.Ordinal).Select((f, i) => (f, i)))
        {
            var recorded = RecordDecisions.MomentOf(DateOnly.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));
            yield return new(recorded, 40_000 + i, () => Imported(verb.Import(File.ReadAllBytes(file), file, StaffMapping.Own, new(recorded, Illustrative: true))));
        }
    }

    /// <summary>Values that partners have signed, each file by the office in its name; its remark says where the partner took them from.</summary>
    private IEnumerable<Step> SignedSteps(RegionArchive archive)
    {
        const string mark = "-undertecknat-";
        var verb = new SignValues(archive);
        foreach (var (file, i) in Directory.EnumerateFiles(Path.Combine(source, "illustrative"), $"*{mark}*.csv").Order(StringComparer.Ordinal).Select((f, i) => (f, i)))
        {
            var (name, bytes) = (Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file));
            var (recorded, office) = (RecordDecisions.MomentOf(DateOnly.ParseExact(name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture)), name[(10 + mark.Length)..]);
            yield return new(recorded, 42_000 + i, () => Imported(verb.Sign(bytes, Path.GetFileName(file), office, File.ReadLines(file).FirstOrDefault(line => line.StartsWith('#'))?.TrimStart('#', ' '), new(recorded, Illustrative: true))));
        }
    }

    /// <summary>Where the sample of care lies until it has been taken in; no rows about people, made up as they are, stay outside the zone of care.</summary>
    private string CareFolder => Path.Combine(folder, "sample", "care");

    private IEnumerable<Step> CareSteps(RegionArchive archive, CancellationToken stop)
    {
        if (careOneIn == 0)
            yield break;
        var verb = new ImportCare(archive);
        foreach (var (file, i) in new SampleCare(SampleCareTables.Read(source), CareYear, careOneIn).Write(CareFolder).Select((f, i) => (f, i)))
        {
            var recorded = RecordDecisions.MomentOf(file.Known);
            IReadOnlyList<CareSource> sources = [new(file.Path, Path.GetFileName(file.Path))];
            var terms = new ImportTerms(recorded, Illustrative: true, OneIn: careOneIn);
            yield return new(recorded, 45_000 + i, () => Imported(file.Kind switch
            {
                FactKind.Contacts => verb.Contacts(sources, terms, null, stop),
                FactKind.Listings => verb.Listings(sources, terms, null, stop),
                _ => verb.GroupCosts(sources, terms),
            }));
        }
    }

    private static (IReadOnlyList<Fault> Faults, long Rows) Imported(IReadOnlyList<ImportResult> results) => ([.. results.SelectMany(r => r.Faults)], results.Sum(r => r.Rows));

    private static (IReadOnlyList<Fault> Faults, long Rows) Imported(ImportResult result) => (result.Faults, result.Rows);

    private static IReadOnlyList<Fault> FaultsOf(RecordingResult result) =>
    [
        .. result.Faults,
        .. result.Recordings.SelectMany(r => r.Verdict.Faults),
        .. result.Recordings.Where(r => r.Verdict.Outcome == Authority.VerdictOutcome.Refused && r.Verdict.Faults.Count == 0)
            .Select(r => Fault.Error("decision.beyond-authority", r.Place, r.Id, ("rules", string.Join(", ", r.Verdict.Breaches.Select(b => b.Rule))))),
    ];

    /// <summary>One thing that became known, when, and how to take it in.</summary>
    private sealed record Step(DateTimeOffset Recorded, int Order, Func<(IReadOnlyList<Fault> Faults, long Rows)> Take);
}
