using System.Security.Cryptography;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.Facts;
using Styrkedja.Formats.Exports;
using Styrkedja.Formats.Tables;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Takes a table of indicator values into the region, CSV or XLSX. What is known already is not told again, and what is told otherwise stands beside it.</summary>
public sealed class ImportIndicators(RegionArchive archive)
{
    /// <summary>The word of the region's own indicators, whose values are about parts of its organisation.</summary>
    public const string OwnSource = "own";

    private const string FirstColumnOfPublished = "figure";

    /// <summary>Remarks, which are passed over when the table is read.</summary>
    private static readonly string[] s_examples =
    [
        "# own;VENTETID;HS-HLM;2017-01..2017-03;all;;82,5;told;",
        "# own;VENTETID;HS-HLM;2017-04..2017-06;women;;;missing;",
        "# kolada;N79222;0013;2017;all;;72,4;told;1",
    ];

    /// <summary>True for a table of published totals, which <see cref="ImportObservations"/> reads.</summary>
    public static bool IsPublished(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, 8192)]).TrimStart('\uFEFF');
        var heading = text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0 && line[0] != '#') ?? "";
        return heading.Split(';').Select(name => name.Trim()).Contains(FirstColumnOfPublished, StringComparer.Ordinal);
    }

    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, ImportTerms terms) => Import(bytes, fileName, terms, null);

    /// <param name="signing">Who signs the values, and what it may tell; absent for values that nobody signs.</param>
    internal ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, ImportTerms terms, SigningTerms? signing)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using var writer = archive.BeginWriting();
        if (archive.FactEntries().FirstOrDefault(f => f.Batch.Id == id) is { } known)
            return new(fileName, id, known.Batch.Rows, true, []);
        var table = IndicatorTable.Read(bytes, fileName);
        if (table.Values.Count == 0)
            return new(fileName, null, 0, false, table.Refused ? table.Faults : [.. table.Faults, Fault.Error("import.no-rows", new(fileName), "")]);
        List<Fault> faults = [.. table.Faults, .. Misplaced(table, fileName), .. signing is null ? Unsigned(table, fileName) : NotTheirs(table, fileName, signing)];
        var incoming = new IncomingIndicators(id, Path.GetFileName(fileName), TableFile.Word(table.Format), bytes.Length, table.Values, [], [], terms.Illustrative, signing?.Signer);
        if (faults.Exists(f => f.Severity == Severity.Error))
            return new(fileName, null, table.Values.Count, false, faults);
        if (terms.Check)
            return new(fileName, null, table.Values.Count, false, faults) { Values = Counted(IndicatorIntake.Sorted(archive, incoming).Taken) };
        var taken = IndicatorIntake.Take(archive, incoming, terms.Recorded);
        return (taken.Batch is { } batch ? new ImportResult(fileName, batch.Id, batch.Rows, false, faults) : new(fileName, BatchOf(table.Values[0]), table.Values.Count, true, faults)) with { Values = Counted(taken) };
    }

    /// <summary>Writes a table with its heading and a few examples, for whoever is to fill one in.</summary>
    public static void WriteTemplate(Stream to, TableFormat format)
    {
        using TableWriter table = format == TableFormat.Xlsx ? new XlsxTable(to, "indicators", IndicatorTable.Columns) : new CsvTable(to);
        if (format == TableFormat.Csv)
            Row(table, IndicatorTable.Columns);
        foreach (var example in s_examples)
            Row(table, example.Split(';'));
        table.Complete();
    }

    private static void Row(TableWriter table, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
            table.Text(cell);
        table.EndRow();
    }

    /// <summary>Values of the region's own indicators about a part of the organisation that no decision has established by the end of the period, each place told once.</summary>
    private IEnumerable<Fault> Misplaced(IndicatorTable table, string fileName)
    {
        var charts = new Dictionary<DateOnly, OrganisationChart>();
        return table.Values.Select((value, i) => (value.Key, Line: table.Lines[i]))
            .Where(row => row.Key.Source == OwnSource && !IsPublicCode(row.Key.Place) && ChartOn(row.Key.Period.To.LastDay).Find(row.Key.Place) is null or { Id: Subject.UnplacedId })
            .GroupBy(row => row.Key.Place, StringComparer.Ordinal)
            .Select(g => Fault.Error("indicators.place-unknown", new(fileName, g.Min(row => row.Line)), g.Key, ("rows", $"{g.Count()}")));

        OrganisationChart ChartOn(DateOnly day) => charts.TryGetValue(day, out var chart) ? chart : charts[day] = archive.StateAt(new Viewpoint(day, long.MaxValue)).Organisation;
    }

    /// <summary>Values that partners sign, in a table that nobody has signed.</summary>
    private static IEnumerable<Fault> Unsigned(IndicatorTable table, string fileName) => table.Values.Select((value, i) => (value.Key, Line: table.Lines[i]))
        .Where(row => row.Key.Source == SignedValues.Source)
        .GroupBy(row => row.Key.Code, StringComparer.Ordinal)
        .Select(g => Fault.Error("indicators.partners-sign", new(fileName, g.Min(row => row.Line)), g.Key, ("rows", $"{g.Count()}")));

    /// <summary>Values that are not the signer's to tell: of another place, or of a measure that partners do not sign.</summary>
    private static IEnumerable<Fault> NotTheirs(IndicatorTable table, string fileName, SigningTerms signing) => table.Values.Select((value, i) => (value.Key, Line: table.Lines[i]))
        .Where(row => row.Key.Source != SignedValues.Source || row.Key.Place != signing.Place || !signing.Codes.Contains(row.Key.Code))
        .Select(row => Fault.Error("indicators.not-theirs", new(fileName, row.Line), $"{row.Key.Source};{row.Key.Code};{row.Key.Place}", ("partner", signing.Signer.Partner), ("place", signing.Place)));

    private static ValueCount Counted(TakenIndicators taken) => new(taken.New, taken.Revised, taken.Unchanged);

    private static bool IsPublicCode(string place) => place.Length == 4 && place.All(char.IsAsciiDigit);

    private string BatchOf(IndicatorValue value)
    {
        var position = archive.StateAt(new Viewpoint(DateOnly.MaxValue, long.MaxValue)).Indicators.Latest(value.Key)!.Position;
        return archive.FactEntries().First(f => f.Position == position).Batch.Id;
    }
}
