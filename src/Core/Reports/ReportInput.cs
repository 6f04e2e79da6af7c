using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;

namespace Styrkedja.Reports;

/// <summary>What goes into a report, as one hash: the moment, each figure with its value, and each text.</summary>
/// <remarks>The same in every language and format, so that the edition a board freezes is one, however it is read.</remarks>
public static class ReportInput
{
    /// <summary>SHA-256 in lower-case hexadecimal over one line each for the moment, the figures by address, and the texts by section.</summary>
    /// <param name="texts">The texts of the report as they stand at its moment.</param>
    public static string HashOf(ReportDocument document, IEnumerable<Decided<WriteReportText>> texts)
    {
        var lines = new StringBuilder().Append(CultureInfo.InvariantCulture, $"report {document.Id}\nas-of {document.At.AsOf:yyyy-MM-dd}\nknown-at {document.At.KnownAt}\njournal {document.JournalHash ?? "-"}\n");
        foreach (var figure in document.Figures.DistinctBy(f => f.Address).OrderBy(f => f.Address.ToString(), StringComparer.Ordinal))
            lines.Append(CultureInfo.InvariantCulture, $"figure {figure.Address} {ValueOf(figure.Value)}\n");
        foreach (var text in texts.OrderBy(t => t.Act.Section, StringComparer.Ordinal))
            lines.Append(CultureInfo.InvariantCulture, $"text {text.Act.Section} {HashOf(text.Act.Text.Sv)} {HashOf(text.Act.Text.En ?? "")}\n");
        return HashOf(lines.ToString());
    }

    private static string ValueOf(FigureValue value) => value switch
    {
        FigureValue.Amount amount => amount.Money.Ore.ToString(CultureInfo.InvariantCulture) + " ore",
        FigureValue.Count count => count.Items.ToString(CultureInfo.InvariantCulture),
        FigureValue.Number number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture) + " " + number.Unit,
        FigureValue.Judgement judgement => KeyWord.Of(judgement.Fulfilment),
        _ => "unknown",
    };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
