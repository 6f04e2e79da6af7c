using System.Globalization;
using DuckDB.NET.Data;
using Styrkedja.App.Archive;
using Styrkedja.FollowUp;
using Styrkedja.Tests;

namespace Styrkedja.App.FollowingUp;

public sealed class ExportRowsTests : IDisposable
{
    private static readonly Texts.Texts s_texts = Texts.Texts.In(Texts.Texts.Swedish);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-rows");
    private readonly RegionArchive _region = RegionArchive.Open(BuiltRegion.Folder);

    public void Dispose()
    {
        _region.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("cost/2017-03..2017-03/PSY-OV")]
    [InlineData("result/2017-01..2017-12/PSY-BER")]
    [InlineData("result/2016-01..2017-12/HS-KBA/account=6010")]
    public void Csv_holds_the_rows_that_are_shown_and_adds_up_to_the_figure(string text)
    {
        var (view, address) = Asked(text);
        var found = new VoucherRows(_region).First(view, address, 1_000_000, withTexts: true);
        var lines = Written(view, address, RowForm.Csv, withTexts: true);

        Assert.Equal(found.Select(f => $"{f.Row.Date:yyyy-MM-dd};{f.Row.Series};{f.Row.Voucher};{f.Row.Account};{f.Row.CostCentre};{f.Source};{f.Row.Line};{f.VoucherText}"), lines.Skip(1).Select(line =>
        {
            var cells = line.Split(';');
            return string.Join(';', cells[0], cells[1], cells[2], cells[3], cells[4], cells[10], cells[11], cells[12]);
        }));
        Assert.Equal(view.Evaluate(address).Money.Ore, lines.Skip(1).Sum(line => long.Parse(line.Split(';')[8].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)));
        Assert.Equal(found.Count, new ExportRows(_region).Count(view, address));
    }

    [Fact]
    public void Texts_go_along_only_for_those_who_may_read_them()
    {
        var (view, address) = Asked("cost/2017-03..2017-03/PSY-OV");

        Assert.Contains("Verifikationstext", Written(view, address, RowForm.Csv, withTexts: true)[0], StringComparison.Ordinal);
        var lines = Written(view, address, RowForm.Csv, withTexts: false);
        Assert.DoesNotContain("Verifikationstext", lines[0], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Equal(12, line.Split(';').Length));
        Assert.DoesNotContain("voucher_text", Columns(view, address, withTexts: false));
        Assert.Contains("voucher_text", Columns(view, address, withTexts: true));
    }

    [Fact]
    public void Parquet_holds_the_same_rows_in_the_sign_of_the_ledger()
    {
        var (view, address) = Asked("result/2017-01..2017-12/PSY-BER");
        var path = File("rows.parquet");
        var rows = new ExportRows(_region).ToFile(view, address, RowForm.Parquet, s_texts, withTexts: false, path, null, CancellationToken.None);

        Assert.Equal(
            new VoucherRows(_region).First(view, address, 1_000_000, withTexts: false).Select(f => $"{f.Row.Date:yyyy-MM-dd} {f.Source} {f.Row.Line} {f.Row.Ore} {f.Batch}"),
            Query($"SELECT strftime(date, '%Y-%m-%d'), source, line, ore, batch FROM '{path}'"));
        Assert.Equal([$"{rows} {-view.Evaluate(address).Money.Ore}"], Query($"SELECT count(*), sum(ore)::BIGINT FROM '{path}'"));
    }

    [Theory]
    [InlineData(RowForm.Csv)]
    [InlineData(RowForm.Xlsx)]
    [InlineData(RowForm.Parquet)]
    public void An_export_that_is_stopped_leaves_no_file_and_spares_the_one_that_was_there(RowForm form)
    {
        var (view, address) = Asked("result/2015-01..2017-12/REGION");
        var path = File("rows.out");
        System.IO.File.WriteAllText(path, "the one before");
        using var stop = new CancellationTokenSource();
        if (form == RowForm.Parquet)
            stop.CancelAfter(TimeSpan.FromMilliseconds(1));

        Assert.ThrowsAny<OperationCanceledException>(() =>
            new ExportRows(_region).ToFile(view, address, form, s_texts, withTexts: false, path, new Stopping(stop), stop.Token));
        Assert.Equal(["rows.out"], _folder.EnumerateFiles().Select(f => f.Name));
        Assert.Equal("the one before", System.IO.File.ReadAllText(path));
    }

    [Fact]
    public void Progress_tells_rows_of_all_and_ends_at_all()
    {
        var (view, address) = Asked("result/2017-01..2017-12/DN-PSY");
        var told = new List<RowProgress>();
        var rows = new ExportRows(_region).ToFile(view, address, RowForm.Csv, s_texts, withTexts: false, File("rows.csv"), new Listed(told), CancellationToken.None);

        Assert.True(told.Count > 2);
        Assert.All(told, t => Assert.Equal(rows, t.Total));
        Assert.Equal(rows, told[^1].Rows);
        Assert.Equal(told.OrderBy(t => t.Rows), told);
    }

    [Fact]
    public void A_figure_that_is_no_sum_of_rows_has_no_rows_to_take_out()
    {
        var (view, address) = Asked("frame/2017-01..2017-12/DN-HS");
        Assert.Null(new ExportRows(_region).Count(view, address));
    }

    private (FollowUpView View, FigureAddress Address) Asked(string text)
    {
        Assert.True(FigureAddress.TryParse(text, out var address));
        return (_region.ViewAt(_region.Viewpoint(address.Period, null, null)), address);
    }

    private string File(string name) => Path.Combine(_folder.FullName, name);

    private string[] Written(FollowUpView view, FigureAddress address, RowForm form, bool withTexts)
    {
        var path = File("rows");
        new ExportRows(_region).ToFile(view, address, form, s_texts, withTexts, path, null, CancellationToken.None);
        return System.IO.File.ReadAllLines(path);
    }

    private List<string> Columns(FollowUpView view, FigureAddress address, bool withTexts)
    {
        var path = File("columns.parquet");
        new ExportRows(_region).ToFile(view, address, RowForm.Parquet, s_texts, withTexts, path, null, CancellationToken.None);
        return Query($"SELECT name FROM parquet_schema('{path}')");
    }

    private static List<string> Query(string sql)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetValue(i)}")));
        return rows;
    }

    private sealed class Stopping(CancellationTokenSource stop) : IProgress<RowProgress>
    {
        public void Report(RowProgress value) => stop.Cancel();
    }

    private sealed class Listed(List<RowProgress> told) : IProgress<RowProgress>
    {
        public void Report(RowProgress value) => told.Add(value);
    }
}
