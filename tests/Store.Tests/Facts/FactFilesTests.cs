using System.Security.Cryptography;
using CsCheck;
using DuckDB.NET.Data;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Tests;

namespace Styrkedja.Store.Facts;

public sealed class FactFilesTests : IDisposable
{
    private static readonly Gen<LedgerRow[]> s_rows =
        Gen.Select(Gen.Int[0, 1], Gen.Int[1, 40], Gen.Int[0, 400], Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2]), Gen.Long[-10_000_000, 10_000_000], Gen.Int[-9, 9])
            .Select((series, voucher, day, codes, ore, quantity) => new LedgerRow(
                0, series == 0 ? "A" : "Å", $"{voucher}", new DateOnly(2016, 12, 1).AddDays(day), $"{3000 + codes.Item1 * 1000}", codes.Item2 == 0 ? "" : $"1{codes.Item2}",
                codes.Item3 == 0 ? "" : $"7{codes.Item3}", codes.Item4 == 0 ? "" : $"'{codes.Item4}/å", quantity > 5 ? "P-1" : "", ore, quantity > 0 ? quantity * 500 : null))
            .Array[1, 60].Select(rows => rows.Select((row, i) => row with { Line = i + 10 }).ToArray());

    private readonly TemporaryFolder _folder = new();
    private readonly FactFiles _files;

    public FactFilesTests() => _files = new FactFiles(_folder.Path);

    public void Dispose()
    {
        _files.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rows_written_are_found_again_as_they_were() => s_rows.Sample(
        rows =>
        {
            var name = Written(rows);
            var found = Found(Batch("B1", name, rows), withTexts: false);
            Assert.Equal(rows.OrderBy(r => r.Date).ThenBy(r => r.Line), found.Select(f => f.Row));
            Assert.All(found, f => Assert.Equal(("B1", null, null), (f.Batch, f.VoucherText, f.RowText)));
            Assert.Equal((rows.Length, rows.Sum(r => Math.Max(r.Ore, 0)), rows.Sum(r => Math.Min(r.Ore, 0))), _files.ControlSums(name));
        },
        iter: 25,
        threads: 1);

    [Fact]
    public void A_file_is_named_by_the_hash_of_its_own_bytes_and_the_same_rows_give_the_same_file() => s_rows.Sample(
        rows =>
        {
            var name = Written(rows);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_files.RowsPath(name)))), name);
            Assert.Equal(name, Written([.. rows.Reverse()]));
            Assert.Equal(name, _files.HashOfRows(name));
            Assert.NotEqual(name, Written([rows[0] with { Ore = rows[0].Ore + 1 }, .. rows[1..]]));
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void A_large_file_too_has_the_same_bytes_each_time()
    {
        IEnumerable<LedgerRow> Rows() => Enumerable.Range(1, 300_000).Select(i =>
            new LedgerRow(i, "A", $"{i / 4}", new DateOnly(2017, 1, 1).AddDays(i % 365), $"{3000 + (i * 7 % 5000)}", $"{100 + (i * 13 % 900)}", i % 5 == 0 ? "71" : "", $"{i % 7}", "", i * 31L % 100_000, null));
        Assert.Equal(Written([.. Rows()]), Written([.. Rows()]));
    }

    /// <summary>The columns are what other engines read, and what the journal's hashes rest on: a column may be added in a new version, never changed.</summary>
    [Fact]
    public void The_columns_and_their_types_are_these()
    {
        var written = _files.Write(RowColumns.Of([Row()], _ => ("Verifikation", "Rad")));
        Approved.Matches("columns", $"rows\n{Columns(_files.RowsPath(written.RowsFile))}\n\ntexts\n{Columns(_files.TextsPath(written.TextsFile!))}");
    }

    [Fact]
    public void Texts_lie_apart_and_are_read_only_by_those_who_may()
    {
        LedgerRow[] rows = [Row(), Row() with { Line = 11, Voucher = "2", Ore = -100 }];
        var (name, texts, _, _, _) = _files.Write(RowColumns.Of(rows, r => r.Line == 10 ? ("Läkare Exempelsson", "Resa till \"Falkenberg\"") : ("", "")));
        var batch = Batch("B1", name, rows) with { TextsFile = texts };

        Assert.Equal(["Läkare Exempelsson|Resa till \"Falkenberg\"", "|"], Found(batch, withTexts: true).Select(f => $"{f.VoucherText}|{f.RowText}"));
        Assert.Equal(["|", "|"], Found(batch, withTexts: false).Select(f => $"{f.VoucherText}|{f.RowText}"));
        Assert.DoesNotContain("Exempelsson", Columns(_files.RowsPath(name)) + string.Concat(File.ReadAllBytes(_files.RowsPath(name)).Select(b => (char)b)), StringComparison.Ordinal);

        File.Delete(_files.TextsPath(texts!));
        Assert.Null(_files.HashOfTexts(texts!));
        Assert.Equal(["|", "|"], Found(batch, withTexts: true).Select(f => $"{f.VoucherText}|{f.RowText}"));
        Assert.Equal((2, 100, -100), _files.ControlSums(name));
    }

    [Fact]
    public void Cells_hold_the_same_sums_as_the_rows_themselves() => Gen.Select(s_rows, s_rows).Sample(
        (one, other) =>
        {
            FactBatch[] batches = [Batch("B1", Written(one), one), Batch("B2", Written(other), other)];
            var codes = new LedgerCodes();
            var cells = _files.ReadCells(batches, codes);
            Assert.Equal(["B1", "B2"], cells.Select(c => c.Batch.Id).Order(StringComparer.Ordinal));
            foreach (var (set, rows) in cells.OrderBy(c => c.Batch.Id, StringComparer.Ordinal).Zip([one, other]))
            {
                var expected = rows.GroupBy(r => (r.CostCentre, r.Account, r.Counterparty, r.Activity, Month.Of(r.Date))).Select(g => (g.Key, Ore: g.Sum(r => r.Ore))).OrderBy(g => g.ToString(), StringComparer.Ordinal);
                var held = Enumerable.Range(0, set.Count)
                    .Select(i => (Key: (codes.CostCentres[set.CostCentre[i]], codes.Accounts[set.Account[i]], codes.Counterparties[set.Counterparty[i]], codes.Activities[set.Activity[i]], set.MonthOf(i)), Ore: set.Ore[i]))
                    .OrderBy(g => g.ToString(), StringComparer.Ordinal);
                Assert.Equal(expected, held);
            }
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void The_sweep_takes_orphans_and_half_written_files_and_nothing_else()
    {
        var (kept, keptTexts, _, _, _) = _files.Write(RowColumns.Of([Row()], _ => ("a", "b")));
        var (orphan, orphanTexts, _, _, _) = _files.Write(RowColumns.Of([Row() with { Ore = 7 }], _ => ("c", "d")));
        var half = Path.Combine(Path.GetDirectoryName(_files.RowsPath(kept))!, kept + ".tmp");
        File.WriteAllText(half, "PAR1");

        _files.Sweep(new HashSet<string> { kept, keptTexts! });

        Assert.Equal(
            [$"cells/{kept}.cells", $"facts/{kept}.parquet", $"texts/{keptTexts}.parquet"],
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Path, f)).Order(StringComparer.Ordinal));
        Assert.Equal((null, null), (_files.HashOfRows(orphan), _files.HashOfTexts(orphanTexts!)));
        Assert.Equal(kept, _files.HashOfRows(kept));
        _files.Sweep(new HashSet<string> { kept, keptTexts! });
        Assert.Equal(keptTexts, _files.HashOfTexts(keptTexts!));
    }

    [Fact]
    public void Cells_and_vouchers_are_made_anew_from_the_rows_when_what_was_kept_is_gone_or_damaged() => Gen.Select(s_rows, Gen.Int[0, 1 << 20]).Sample(
        (rows, where) =>
        {
            var batch = Batch("B1", Written(rows), rows);
            var (cells, vouchers) = (Told(batch), Told(_files.Vouchers(batch.RowsFile!)));
            var path = _files.CellsPath(batch.RowsFile!);
            var bytes = File.ReadAllBytes(path);
            bytes[where % bytes.Length] ^= 0x40;
            File.WriteAllBytes(path, bytes);
            Assert.Equal(cells, Told(batch));
            File.Delete(path);
            using var afresh = new FactFiles(_folder.Path);
            Assert.Equal(vouchers, Told(afresh.Vouchers(batch.RowsFile!)));
            Assert.True(File.Exists(path));
        },
        iter: 15,
        threads: 1);

    [Fact]
    public void Rows_handed_over_in_several_runs_lie_as_if_they_had_come_in_one() => Gen.Select(s_rows, s_rows, s_rows).Sample(
        (one, two, three) =>
        {
            static (string, string) TextOf(LedgerRow row) => ("En verifikation", row.Line % 2 == 0 ? $"rad {row.Line}" : "");
            LedgerRow[][] runs = [one, [.. two.Select(r => r with { Line = r.Line + 100 })], [.. three.Select(r => r with { Line = r.Line + 200 })]];
            LedgerRow[] all = [.. runs.SelectMany(r => r)];
            using var writing = _files.Write();
            var vouchers = new VoucherRuns();
            foreach (var run in runs.Select(r => RowColumns.Of(r, TextOf)))
            {
                writing.Add(run);
                vouchers.Add(run);
            }

            var written = writing.Finish(vouchers);
            Assert.Equal((all.Length, all.Sum(r => Math.Max(r.Ore, 0)), all.Sum(r => Math.Min(r.Ore, 0))), (written.Rows, written.Debit, written.Credit));
            Assert.Equal(Dump(_files.RowsPath(Written(all))), Dump(_files.RowsPath(written.RowsFile)));
            Assert.Equal(Dump(_files.TextsPath(_files.Write(RowColumns.Of(all, TextOf)).TextsFile!)), Dump(_files.TextsPath(written.TextsFile!)));
            Assert.Equal(Told(Batch("B1", Written(all), all)), Told(Batch("B1", written.RowsFile, all)));
            Assert.Equal([], Directory.EnumerateFiles(_folder.Path, "*.tmp", SearchOption.AllDirectories));
        },
        iter: 10,
        threads: 1);

    [Fact]
    public void Codes_and_numbers_of_any_length_and_any_letters_come_through()
    {
        LedgerRow[] rows =
        [
            .. Enumerable.Range(1, 20_000).Select(i => Row() with { Line = i, Project = $"P{i:00000}", Voucher = i % 3 == 0 ? $"{i}" : $"ett långt nummer {i}", Counterparty = i % 2 == 0 ? "7'1" : "Å\"Ä\\" }),
        ];
        Assert.Equal(rows, Found(Batch("B1", Written(rows), rows), withTexts: false, 30_000).Select(f => f.Row));
    }

    [Fact]
    public void A_folder_with_a_quote_in_its_name_is_like_any_other()
    {
        using var files = new FactFiles(_folder.File("d'Artagnan å"));
        var name = files.Write(RowColumns.Of([Row()])).RowsFile;
        Assert.Equal((1, 100, 0), files.ControlSums(name));
        Assert.Single(files.ReadCells([Batch("B1", name, [Row()])], new()));
    }

    private string Written(LedgerRow[] rows) => _files.Write(RowColumns.Of(rows)).RowsFile;

    private IReadOnlyList<FoundRow> Found(FactBatch batch, bool withTexts, int limit = 1000)
    {
        using var search = new RowSearch(_files, _folder.Path);
        return search.Find([batch], new(batch.Period, [], []), null, RowDirection.After, limit, withTexts);
    }

    private static LedgerRow Row() => new(10, "A", "1", new(2017, 3, 31), "3000", "11", "", "", "", 100, null);

    private static FactBatch Batch(string id, string file, IReadOnlyList<LedgerRow> rows) => new(
        id, FactKind.Ledger, id, 0, "sie-4i", null, null, new(new(2016, 1), new(2018, 12)), [], file, null, rows.Count, 0, Money.Zero, Money.Zero, [], false);

    private string Told(FactBatch batch)
    {
        var codes = new LedgerCodes();
        var cells = _files.ReadCells([batch], codes)[0];
        return string.Join('\n', Enumerable.Range(0, cells.Count)
            .Select(i => $"{codes.CostCentres[cells.CostCentre[i]]} {codes.Accounts[cells.Account[i]]} {codes.Counterparties[cells.Counterparty[i]]} {codes.Activities[cells.Activity[i]]} {cells.MonthOf(i)} {cells.Ore[i]}")
            .Order(StringComparer.Ordinal));
    }

    private static string Told(VoucherRuns vouchers) => string.Join('\n', vouchers.SeriesNames.Select(series =>
    {
        var (runs, others) = vouchers.Of(series);
        return $"{series} {string.Join(' ', runs.Select(r => $"{r.From}-{r.To}").Concat(others))}";
    }));

    private static string Dump(string path)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet('{path}')";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")));
        return string.Join('\n', rows);
    }

    private static string Columns(string path)
    {
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT name, type, coalesce(converted_type, '-'), coalesce(repetition_type, '-') FROM parquet_schema('{path}') WHERE num_children IS NULL";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add($"{reader.GetString(0)} {reader.GetString(1)} {reader.GetString(2)} {reader.GetString(3)}");
        return string.Join('\n', columns);
    }
}
