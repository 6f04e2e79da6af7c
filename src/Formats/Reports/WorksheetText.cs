using System.Globalization;
using System.Text;
using Styrkedja.Formats.Exports;

namespace Styrkedja.Formats.Reports;

/// <summary>One sheet of a workbook as it is written, cell by cell from the upper left.</summary>
internal sealed class WorksheetText(CellLooks looks)
{
    private readonly StringBuilder _rows = new();
    private readonly List<(string Cell, string Target)> _links = [];
    private bool _within;

    /// <summary>The row being written; 1 is the first.</summary>
    public int Row { get; private set; }

    private int Column { get; set; }

    public void NextRow()
    {
        Close();
        _rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{++Row}\">");
        (_within, Column) = (true, 0);
    }

    /// <param name="target">The place in the workbook that the words lead to.</param>
    public string Text(string text, CellLook look, string? target = null)
    {
        var cell = Next();
        if (text.Length == 0)
        {
            _rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{cell}\" s=\"{looks[look]}\"/>");
            return cell;
        }

        _rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{cell}\" s=\"{looks[look with { Kept = TableWriter.LooksLikeFormula(text) }]}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SheetXml.Escaped(text)}</t></is></c>");
        if (target is not null)
            _links.Add((cell, target));
        return cell;
    }

    public string Number(decimal number, CellLook look)
    {
        var cell = Next();
        _rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{cell}\" s=\"{looks[look]}\"><v>{SheetXml.Number(number)}</v></c>");
        return cell;
    }

    /// <summary>The whole part.</summary>
    /// <param name="widths">Of its columns, in digits.</param>
    /// <param name="stays">How many columns and rows stay in sight; none of either leaves all to move.</param>
    /// <param name="foot">What stands at the foot of each printed page, beside its number.</param>
    public string Xml(IReadOnlyList<int> widths, (int Columns, int Rows) stays, string foot)
    {
        Close();
        var pane = (stays.Columns, stays.Rows) switch
        {
            (0, 0) => "",
            (0, var rows) => $"<pane ySplit=\"{rows}\" topLeftCell=\"A{rows + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
            var (columns, rows) => $"<pane xSplit=\"{columns}\" ySplit=\"{rows}\" topLeftCell=\"{Letters(columns + 1)}{rows + 1}\" activePane=\"bottomRight\" state=\"frozen\"/>",
        };
        var xml = new StringBuilder($"<worksheet xmlns=\"{SheetXml.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">{pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        xml.AppendJoin("", widths.Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{w}\" customWidth=\"1\"/>")));
        xml.Append("</cols><sheetData>").Append(_rows).Append("</sheetData>");
        if (_links.Count > 0)
            xml.Append("<hyperlinks>").AppendJoin("", _links.Select(l => $"<hyperlink ref=\"{l.Cell}\" location=\"{SheetXml.Escaped(l.Target)}\"/>")).Append("</hyperlinks>");
        xml.Append("<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.7\" bottom=\"0.8\" header=\"0.3\" footer=\"0.4\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>");
        // An ampersand begins a code in the foot of a page; two are one. It may be 255 characters long.
        var said = foot.Length <= 100 ? foot : foot[..100];
        return xml.Append($"<headerFooter><oddFooter>{SheetXml.Escaped($"&L{said.Replace("&", "&&", StringComparison.Ordinal)}&R&P / &N")}</oddFooter></headerFooter></worksheet>").ToString();
    }

    /// <summary>The letters of a column; 1 is A.</summary>
    public static string Letters(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26));

    private string Next() => Letters(++Column) + Row.ToString(CultureInfo.InvariantCulture);

    private void Close()
    {
        if (_within)
            _rows.Append("</row>");
        _within = false;
    }
}
