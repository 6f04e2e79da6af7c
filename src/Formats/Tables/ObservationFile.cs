using System.Globalization;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;
using Sylvan.Data.Csv;

namespace Styrkedja.Formats.Tables;

/// <summary>A table of observed and published values, one a line: figure;value;decimals;unit;source;note;illustrative.</summary>
/// <remarks>Values may have point or comma. A value is either sourced or illustrative, never both and never neither.</remarks>
public sealed record ObservationFile(IReadOnlyList<Observation> Observations, IReadOnlyList<Fault> Faults)
{
    private static readonly string[] s_columns = ["figure", "value", "decimals", "unit", "source", "note", "illustrative"];

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    public static ObservationFile Read(TextReader text, string fileName)
    {
        var observations = new List<Observation>();
        var faults = new List<Fault>();
        // Rows are not lines: remarks stand between them and a quoted note can run over several.
        var line = 1;
        try
        {
            using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { Delimiter = ';', HasHeaders = true, CommentHandler = new Action<string>(_ => line++) });
            var columns = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
            foreach (var missing in s_columns.Except(columns, StringComparer.Ordinal))
                faults.Add(Fault.Error("observations.column-missing", new(fileName, 1), string.Join(';', columns), ("column", missing)));
            foreach (var twice in columns.Intersect(s_columns, StringComparer.Ordinal).Where(c => columns.Count(other => other == c) > 1))
                faults.Add(Fault.Error("observations.column-twice", new(fileName, line), twice));
            line++;
            var whole = faults.Count == 0;
            while (whole && csv.Read())
            {
                ReadLine(csv, new(fileName, line), observations, faults, faults.Count);
                line += csv.GetRawRecordSpan().Count('\n');
            }
        }
        catch (CsvFormatException e)
        {
            faults.Add(Fault.Error("observations.csv", new(fileName, line), e.Message));
        }

        return new(observations, faults);
    }

    private static void ReadLine(CsvDataReader csv, Place place, List<Observation> observations, List<Fault> faults, int before)
    {
        if (csv.RowFieldCount > csv.FieldCount)
            faults.Add(Fault.Error("observations.too-many-fields", place, $"{csv.RowFieldCount}", ("columns", $"{csv.FieldCount}")));
        var fields = s_columns.Select(c => csv.GetString(csv.GetOrdinal(c)).Trim()).ToArray();
        if (!FigureAddress.TryParse(fields[0], out var address))
            faults.Add(Fault.Error("observations.not-a-figure", place, fields[0]));
        if (!decimal.TryParse(fields[1].Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            faults.Add(Fault.Error("observations.not-a-number", place, fields[1]));
        if (!int.TryParse(fields[2], NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) || decimals > 9)
            faults.Add(Fault.Error("observations.not-a-count", place, fields[2]));
        var illustrative = fields[6] == "true";
        if (illustrative == fields[4].Length > 0)
            faults.Add(Fault.Error("observations.source-or-illustrative", place, $"{fields[4]};{fields[6]}"));
        if (faults.Count == before)
            observations.Add(new(address.ToString(), value, decimals, fields[3], Absent(fields[4]), Absent(fields[5]), illustrative));
    }

    private static string? Absent(string field) => field.Length == 0 ? null : field;
}
