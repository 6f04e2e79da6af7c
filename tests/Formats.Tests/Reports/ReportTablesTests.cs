using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Sylvan.Data.Csv;

namespace Styrkedja.Formats.Reports;

/// <summary>The tables of a report as CSV, and what tells about them.</summary>
public class ReportTablesTests
{
    private static readonly byte[] s_bytes = ReportTables.Bytes(TabledReport.Made());

    [Fact]
    public void Every_table_is_a_file_by_its_id_beside_figures_and_description() => Assert.Equal(
        ["datapackage.json", "ekonomi-namnder.csv", "mal.csv", TabledReport.LongId + ".csv", TabledReport.LongId + "-2016.csv", "addresses/figures.csv"],
        Files().Keys);

    [Fact]
    public void Numbers_are_whole_and_sums_are_told_from_what_they_sum() => Assert.Equal(
        """
        Nämnd;Resultat;Avvikelse;Avvikelse (2);rowKind
        Hälso- och sjukvård;;;;group
        Hallands sjukhus;-96400000,5;-96400000,5;-96400000,5;item
        '=1+1;42000;42000;42000;item
        "Lokala nämnder; Öst";0;uppgift saknas;'-;item
        Vård;-96358000,5;;;subtotal
        Regionen;13000000,01;;;total

        """.ReplaceLineEndings("\r\n"),
        Encoding.UTF8.GetString(Files()["ekonomi-namnder.csv"].AsSpan(3)));

    [Fact]
    public void What_is_told_of_a_file_is_what_the_file_holds()
    {
        var files = Files();
        var description = JsonNode.Parse(files["datapackage.json"])!;
        Assert.Equal(("ar-2017", "2018-03-01", 214, "5f2c"), ((string?)description["name"], (string?)description["moment"]!["asOf"], (int?)description["moment"]!["knownAt"], (string?)description["moment"]!["journalHash"]));
        Assert.Equal(files.Keys.Skip(1), description["resources"]!.AsArray().Select(r => (string)r!["path"]!));
        foreach (var resource in description["resources"]!.AsArray())
        {
            var bytes = files[(string)resource!["path"]!];
            Assert.Equal((bytes.Length, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes))), ((int)resource["bytes"]!, (string?)resource["hash"]));
            var fields = resource["schema"]!["fields"]!.AsArray();
            var missing = resource["schema"]!["missingValues"]!.AsArray().Select(m => (string?)m).ToHashSet();
            using var csv = CsvDataReader.Create(new StreamReader(new MemoryStream(bytes)), new CsvDataReaderOptions { Delimiter = ';' });
            Assert.Equal(fields.Select(f => (string?)f!["name"]), Enumerable.Range(0, csv.FieldCount).Select(csv.GetName));
            while (csv.Read())
            {
                for (var i = 0; i < csv.FieldCount; i++)
                {
                    var text = csv.GetString(i);
                    if ((string?)fields[i]!["type"] is "number" or "integer" && !missing.Contains(text) && (string?)fields[i]!["name"] != "value")
                        Assert.True(decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _), $"{resource["path"]}: {text}");
                }
            }
        }

        var economy = description["resources"]![0]!;
        Assert.Equal(("Resultat per nämnd", "mnkr", "Internt är borttaget."), ((string?)economy["title"], (string?)economy["shownIn"], (string?)economy["description"]));
        Assert.Equal("SEK", (string?)economy["schema"]!["fields"]![1]!["unit"]);
        Assert.Equal(["", "'-", "uppgift saknas"], economy["schema"]!["missingValues"]!.AsArray().Select(m => (string?)m));
    }

    [Fact]
    public void Every_figure_of_a_table_is_listed_with_its_address()
    {
        var figures = TabledReport.Made().Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).Select(c => c.Figure).Where(f => f is not null).ToList();
        var rows = Encoding.UTF8.GetString(Files()[ReportTables.FiguresFile].AsSpan(3)).Split("\r\n")[1..^1];

        Assert.Equal(figures.Select(f => f!.Address.ToString()), rows.Select(r => r.Split(';')[3]));
        Assert.Equal("ekonomi-namnder;2;Resultat;result/2017-01..2017-12/DN-9640000050;-96400000,5;SEK;false", rows[0]);
        Assert.Contains("mal;1;Bedömning;goal-status/2017-01..2017-12/G05;delvis uppfyllt;;false", rows);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes_in_any_locale() => Assert.Equal(s_bytes, OtherLocale.Run(() => ReportTables.Bytes(TabledReport.Made())));

    private static Dictionary<string, byte[]> Files()
    {
        using var zip = new ZipArchive(new MemoryStream(s_bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var part = e.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return bytes.ToArray();
        });
    }
}
