using System.Globalization;
using System.Text;
using Styrkedja.FollowUp;

namespace Styrkedja.Web.Charts;

/// <summary>One row of the table behind a picture.</summary>
/// <param name="Linked">False where the reader may see the value but not what lies behind it.</param>
public sealed record ChartRow(string Name, IReadOnlyList<Figure?> Figures, bool Linked = true)
{
    /// <summary>The rows as semicolon-separated text, amounts in kronor with the öre, so that nothing is rounded.</summary>
    public static string Csv(IReadOnlyList<string> columns, IReadOnlyList<ChartRow> rows)
    {
        var text = new StringBuilder().AppendJoin(';', columns.Select(Quoted)).Append("\r\n");
        foreach (var row in rows)
            text.AppendJoin(';', row.Figures.Select(Number).Prepend(Quoted(row.Name))).Append("\r\n");
        return text.ToString();
    }

    private static string Number(Figure? figure) => figure?.Value switch
    {
        FigureValue.Amount amount => (amount.Money.Ore / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ','),
        FigureValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture).Replace('.', ','),
        FigureValue.Count count => count.Items.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(";\"\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
