using System.Globalization;
using System.Text;
using Styrkedja.App.Verifying;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.App.Importing;

/// <summary>Contacts, listings and costs per group come into the zone of care, whole or not at all, and later files correct earlier ones.</summary>
public sealed class ImportCareTests : IDisposable
{
    private static readonly ImportTerms s_terms = new(new DateTimeOffset(2017, 5, 10, 12, 0, 0, TimeSpan.Zero));

    private readonly TemporaryRegion _region = new(SmallCare.Region);
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("styrkedja-care");

    public void Dispose()
    {
        _region.Dispose();
        _sources.Delete(recursive: true);
    }

    [Fact]
    public void Contacts_are_taken_in_with_their_control_sums_and_found_again()
    {
        var result = Contacts("a1b2c3d4e5f60718;11;2017-03-15;V-A;doctor-visit;;1380;40-44;women;;;;200,50;", "b1b2c3d4e5f60718;12;2017-03-31;V-R;inpatient-stay;D40O;1384;85-;men;emergency;other-region;13;;");
        Assert.Equal(("", 2L), (Errors(result), result.Rows));
        var batch = _region.Archive.FactEntries().Single().Batch;
        Assert.Equal("Contacts 2017-03..2017-03 2 20050 csv", $"{batch.Kind} {batch.Period} {batch.Rows} {batch.CareSum} {batch.Format}");
        Assert.Equal(
            [
                "a1b2c3d4e5f60718 0000000000000011 2017-03-15 V-A doctor-visit  1380 40-44 Women Ordinary Region 0000000000000000 20050",
                "b1b2c3d4e5f60718 0000000000000012 2017-03-31 V-R inpatient-stay D40O 1384 85- Men Emergency OtherRegion 0000000000000013 0",
            ],
            Shown(March()));
        Assert.Equal(0, _region.Archive.Care.Contacts.Read(Batches(), new(2017, 4, 1), new(2017, 4, 30)).Count);
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void The_latest_told_of_a_contact_counts_also_when_it_moved_to_another_month_or_was_withdrawn()
    {
        Contacts("0000000000000001;11;2017-03-15;V-A;t;;1380;0-6;men;;;;100;", "0000000000000002;11;2017-03-16;V-A;t;;1380;0-6;men;;;;100;", "0000000000000003;11;2017-03-17;V-A;t;;1380;0-6;men;;;;100;", "0000000000000004;11;2017-03-18;V-A;t;;1380;0-6;men;;;;100;");
        var first = March();
        // Another fee, another month, none at all; and the fourth is let be.
        Contacts("0000000000000001;11;2017-03-15;V-B;t;;1380;0-6;men;;;;0;", "0000000000000002;11;2017-04-01;V-A;t;;1380;0-6;men;;;;100;", "0000000000000003;11;2017-03-17;V-A;t;;1380;0-6;men;;;;100;withdrawn");
        Assert.Equal(4, first.Count);
        Assert.Equal(["1 V-B 0", "4 V-A 10000"], Short(March()));
        Assert.Equal(["2 V-A 10000"], Short(_region.Archive.Care.Contacts.Read(Batches(), new(2017, 4, 1), new(2017, 4, 30))));
        Assert.Equal(["1 V-A 10000", "2 V-A 10000", "3 V-A 10000", "4 V-A 10000"], Short(_region.Archive.Care.Contacts.Read([.. Batches().Take(1)], new(2017, 3, 1), new(2017, 3, 31))));
        // A contact withdrawn can be told again.
        Contacts("0000000000000003;11;2017-03-20;V-B;t;;1380;0-6;men;;;;50;");
        Assert.Equal(["1 V-B 0", "3 V-B 5000", "4 V-A 10000"], Short(March()));
    }

    [Fact]
    public void A_listing_ends_before_the_next_begins_and_a_later_file_corrects_it()
    {
        Listings("11;2016-01-01;;V-A;1380;40-44;women;1,5;0,9;", "12;2016-01-01;2017-02-28;V-A;1380;40-44;men;;;", "13;2016-06-01;;V-B;1384;0-6;all;;;");
        Assert.Equal(["11 2016-01-01.. V-A 15000 9000", "13 2016-06-01.. V-B 10000 10000"], Shown(MarchListings()));
        Listings("11;2017-03-15;;V-B;1380;40-44;women;1,5;0,9;", "13;2016-06-01;;V-B;1384;0-6;all;;;withdrawn", "12;2016-01-01;2017-03-01;V-A;1380;40-44;men;;;");
        Assert.Equal(["11 2016-01-01..2017-03-14 V-A 15000 9000", "11 2017-03-15.. V-B 15000 9000", "12 2016-01-01..2017-03-01 V-A 10000 10000"], Shown(MarchListings()));
        Assert.Equal(["11 2017-03-15.. V-B 15000 9000"], Shown(_region.Archive.Care.Listings.Read(Batches(), new(2017, 4, 1), new(2017, 4, 30))));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void Costs_per_group_are_kept_and_a_later_file_corrects_them()
    {
        Assert.Equal("", Errors(Costs("2016;V-A;D40O;12;1000,50\n2016;V-A;D41O;3;99")));
        Assert.Equal("", Errors(Costs("2016;V-A;D40O;11;900")));
        Assert.Equal(["2016-01..2016-12 V-A D40O 11 90000", "2016-01..2016-12 V-A D41O 3 9900"], _region.Archive.Care.Costs.Read(Batches()).Select(c => $"{c.Period} {c.Provider} {c.Group} {c.Cases} {c.Cost.Ore}"));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void The_same_file_is_the_same_batch_and_neither_its_id_nor_its_name_can_be_made_from_its_rows_alone()
    {
        const string row = "0000000000000001;0000000000000011;2017-03-15;V-A;t;;1380;0-6;men;;;;100;";
        var first = Contacts(row);
        var again = Contacts(row);
        Assert.Equal((true, first.Batch, 1), (again.AlreadyKnown, again.Batch, _region.Archive.FactEntries().Count));
        using var other = new TemporaryRegion(SmallCare.Region);
        var there = new ImportCare(other.Archive).Contacts([Source(SmallCare.ContactHeading + row, "contacts.csv")], s_terms, null, TestContext.Current.CancellationToken)[0];
        Assert.NotEqual(first.Batch, there.Batch);
        Assert.NotEqual(_region.Archive.FactEntries()[0].Batch.RowsFile, other.Archive.FactEntries()[0].Batch.RowsFile);
    }

    [Fact]
    public void What_is_written_is_closed_to_others_and_what_no_entry_names_is_swept_away()
    {
        Contacts("0000000000000001;11;2017-03-15;V-A;t;;1380;0-6;men;;;;100;");
        var zone = Path.Combine(_region.Folder, "care");
        Assert.All(Directory.EnumerateFiles(zone), f => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), f));
        Assert.True(OperatingSystem.IsWindows() || (File.GetUnixFileMode(zone) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) == 0);
        File.WriteAllText(Path.Combine(zone, new string('a', 64) + ".parquet"), "left by a crash");
        File.WriteAllText(Path.Combine(zone, new string('a', 64) + ".salt"), "left by a crash");
        File.WriteAllText(Path.Combine(zone, "half.tmp"), "left by a crash");
        var kept = _region.Archive.FactEntries()[0].Batch.RowsFile;
        using (_region.Archive.BeginWriting())
            Assert.Equal([$"{kept}.parquet", $"{kept}.salt"], Directory.EnumerateFiles(zone).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(".parquet", "verify.rows-changed")]
    [InlineData(".salt", "verify.rows-changed")]
    public void Verification_finds_rows_or_salt_that_have_been_changed(string ending, string code)
    {
        Contacts("0000000000000001;11;2017-03-15;V-A;t;;1380;0-6;men;;;;100;");
        var file = Path.Combine(_region.Folder, "care", _region.Archive.FactEntries()[0].Batch.RowsFile + ending);
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(code, VerifyRegion.Verify(_region.Folder, null).FirstFault?.Code);
        File.Delete(file);
        Assert.Equal("verify.rows-missing", VerifyRegion.Verify(_region.Folder, null).FirstFault?.Code);
    }

    [Fact]
    public void Parquet_is_read_by_its_own_types_and_comes_to_the_same_as_text()
    {
        var path = Path.Combine(_sources.FullName, "contacts.parquet");
        using (var duck = new DuckDB.NET.Data.DuckDBConnection("DataSource=:memory:"))
        {
            duck.Open();
            using var command = duck.CreateCommand();
            command.CommandText = $"""
                COPY (SELECT printf('%016x', i) AS contact, '0000000000000011' AS person, DATE '2017-03-01' + (i % 31)::INTEGER AS date, 'V-A' AS provider, 'läkarbesök-på-lång-sträcka' AS type,
                      NULL::VARCHAR AS "group", '1380' AS municipality, '40-44' AS age_band, 'women' AS sex, (i % 3 * 100)::DECIMAL(9, 2) AS fee FROM range(1, 5001) r(i)) TO '{path}' (FORMAT parquet)
                """;
            command.ExecuteNonQuery();
        }

        var result = Import([new(path, "contacts.parquet")]);
        Assert.Equal(("", 5000L), (Errors(result), result.Rows));
        var march = March();
        Assert.Equal(5000, march.Count);
        Assert.Equal("läkarbesök-på-lång-sträcka", march.Types.Single());
        Assert.Equal(Enumerable.Range(1, 5000).Sum(i => i % 3 * 10_000), march.Fee.Sum());
        Assert.Equal("parquet", _region.Archive.FactEntries()[0].Batch.Format);
    }

    [Fact]
    public void To_check_takes_nothing_in_and_to_stop_leaves_nothing()
    {
        var source = Source(SmallCare.ContactHeading + "0000000000000001;0000000000000011;2017-03-15;V-A;t;;1380;0-6;men;;;;100;\n", "contacts.csv");
        var tried = new ImportCare(_region.Archive).Contacts([source], s_terms with { Check = true }, null, TestContext.Current.CancellationToken)[0];
        Assert.Equal(("", 1L, null), (Errors(tried), tried.Rows, tried.Batch));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => new ImportCare(_region.Archive).Contacts([source], s_terms, null, stopped.Token));
        Assert.Empty(_region.Archive.FactEntries());
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_region.Folder, "care")));
    }

    [Fact]
    public void Each_of_several_files_is_whole_or_not_at_all_and_progress_is_told()
    {
        var told = new List<ImportProgress>();
        var results = new ImportCare(_region.Archive).Contacts(
            [
                Source(SmallCare.ContactHeading + "0000000000000001;0000000000000011;2017-03-15;V-A;t;;1380;0-6;men;;;;100;\n", "a.csv"),
                Source(SmallCare.ContactHeading + "0000000000000002;0000000000000011;2017-03-15;V-A;t;;1380;0-6;men;;;;100;\n0000000000000003;x;2017-03-15;V-A;t;;1380;0-6;men;;;;100;\n", "b.csv"),
                Source(SmallCare.ContactHeading + "0000000000000004;0000000000000011;2017-03-15;V-A;t;;1380;0-6;men;;;;100;\n", "c.csv"),
            ],
            s_terms,
            new Listener(told),
            TestContext.Current.CancellationToken);
        Assert.Equal([false, true, false], results.Select(r => r.Refused));
        Assert.Equal(["1 V-A 10000", "4 V-A 10000"], Short(March()));
        Assert.Equal((3, 2), (told[^1].FilesTotal, told[^1].FilesDone));
        Assert.Equal(told[^1].BytesTotal, told[^1].BytesRead);
    }

    [Fact]
    public void Whoever_settles_sees_the_same_whatever_order_rows_and_files_came_in()
    {
        var chance = new Random(5);
        var rows = Enumerable.Range(1, 400).Select(i => $"{i:x16};{i % 37 + 1:x16};2017-03-{i % 28 + 1:00};V-{"AB"[i % 2]};t{i % 5};;13{80 + (i % 5)};0-6;men;;;;{i};").ToArray();
        Contacts(rows);
        var once = Shown(March());
        using var other = new TemporaryRegion(SmallCare.Region);
        chance.Shuffle(rows);
        foreach (var part in rows.Chunk(150))
            new ImportCare(other.Archive).Contacts([Source(SmallCare.ContactHeading + string.Join('\n', part), "part.csv")], s_terms, null, TestContext.Current.CancellationToken);
        Assert.Equal(once, Shown(other.Archive.Care.Contacts.Read([.. other.Archive.FactEntries().Select(f => f.Batch)], new(2017, 3, 1), new(2017, 3, 31))));
    }

    private ImportResult Contacts(params string[] rows) => Import([Source(SmallCare.ContactHeading + string.Join('\n', rows.Select(Whole)), "contacts.csv")]);

    private ImportResult Import(IReadOnlyList<CareSource> sources) => new ImportCare(_region.Archive).Contacts(sources, s_terms, null, TestContext.Current.CancellationToken)[0];

    private ImportResult Listings(params string[] rows) => new ImportCare(_region.Archive)
        .Listings([Source(SmallCare.ListingHeading + string.Join('\n', rows.Select(r => r.PadLeft(r.Length + 16 - r.IndexOf(';', StringComparison.Ordinal), '0'))), "listings.csv")], s_terms, null, TestContext.Current.CancellationToken)[0];

    private ImportResult Costs(string rows) => new ImportCare(_region.Archive).GroupCosts([Source("period;provider;group;cases;cost\n" + rows, "costs.csv")], s_terms)[0];

    private CareSource Source(string text, string name)
    {
        var path = Path.Combine(_sources.FullName, Guid.NewGuid().ToString("N"));
        File.WriteAllText(path, text, Encoding.UTF8);
        return new(path, name);
    }

    /// <summary>A row whose person and referral are filled out with zeros to their sixteen digits.</summary>
    private static string Whole(string row)
    {
        var cells = row.Split(';');
        cells[1] = cells[1].PadLeft(16, '0');
        cells[11] = cells[11].Length == 0 ? "" : cells[11].PadLeft(16, '0');
        return string.Join(';', cells);
    }

    private IReadOnlyList<FactBatch> Batches() => [.. _region.Archive.FactEntries().Select(f => f.Batch)];

    private CareContacts March() => _region.Archive.Care.Contacts.Read(Batches(), new(2017, 3, 1), new(2017, 3, 31));

    private Listings MarchListings() => _region.Archive.Care.Listings.Read(Batches(), new(2017, 3, 1), new(2017, 3, 31));

    private static string Errors(ImportResult result) => string.Join(", ", result.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {f.Place.Line} {f.Found}"));

    private static string Day(int number) => number == int.MaxValue ? "" : DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Short(CareContacts c) => [.. Enumerable.Range(0, c.Count).Select(i => $"{c.Contact[i]:x} {c.Providers[c.Provider[i]]} {c.Fee[i]}").Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> Shown(CareContacts c) =>
    [
        .. Enumerable.Range(0, c.Count).Select(i =>
            $"{c.Contact[i]:x16} {c.Person[i]:x16} {Day(c.Day[i])} {c.Providers[c.Provider[i]]} {c.Types[c.Type[i]]} {c.Groups[c.Group[i]]} {c.Municipalities[c.Home[i]]} {c.AgeBands[c.AgeBand[i]]} {c.Sex[i]} {c.Way[i]} {c.Payer[i]} {c.Referral[i]:x16} {c.Fee[i]}")
            .Order(StringComparer.Ordinal),
    ];

    private static IReadOnlyList<string> Shown(Listings l) =>
        [.. Enumerable.Range(0, l.Count).Select(i => $"{l.Person[i]:x} {Day(l.From[i])}..{Day(l.To[i])} {l.Providers[l.Provider[i]]} {l.Acg[i]} {l.Cni[i]}").Order(StringComparer.Ordinal)];

    private sealed class Listener(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told.Add(value);
    }
}
