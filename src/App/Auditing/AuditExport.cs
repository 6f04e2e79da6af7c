using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Styrkedja.Formats.Exports;
using Styrkedja.Store.Audit;

namespace Styrkedja.App.Auditing;

/// <summary>Takes events of the audit log out as a table or as lines of JSON, streaming, in columns that keep their names.</summary>
public static class AuditExport
{
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly (string Name, Func<AuditRow, string?> Of)[] s_columns =
    [
        ("moment", r => Moment(r)),
        ("kind", r => r.Kind),
        ("outcome", r => r.Outcome),
        ("who", r => r.Who),
        ("pseudonym", r => r.Pseudonym),
        ("office", r => r.Office),
        ("object", r => r.Object),
        ("reason", r => r.Reason),
        ("from", r => r.From),
        ("trace", r => r.Trace),
    ];

    public static string Moment(AuditRow row) => row.Moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>CSV as Excel in Swedish opens it; a text that could be taken for a formula gets an apostrophe before it.</summary>
    public static void Csv(IEnumerable<AuditRow> rows, Stream stream)
    {
        using var table = new CsvTable(stream);
        table.Text("number");
        foreach (var (name, _) in s_columns)
            table.Text(name);
        table.EndRow();
        foreach (var row in rows)
        {
            table.Number(row.Number);
            foreach (var (_, of) in s_columns)
                table.Text(of(row) ?? "");
            table.EndRow();
        }

        table.Complete();
    }

    /// <summary>One JSON object on a line for each event; what is absent is left out.</summary>
    public static void JsonLines(IEnumerable<AuditRow> rows, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, s_readable);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("number", row.Number);
            foreach (var (name, of) in s_columns)
            {
                if (of(row) is { } value)
                    json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }
}
