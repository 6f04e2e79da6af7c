using System.Text;
using Styrkedja.Formats.Exports;

namespace Styrkedja.Formats.Reports;

/// <summary>The letters of a cell.</summary>
internal enum CellLetters
{
    Plain,
    Strong,
    Title,
    Note,
    Link,
    Head,
}

/// <summary>The line over or under a cell.</summary>
internal enum CellLine
{
    None,

    /// <summary>Over a subtotal.</summary>
    Thin,

    /// <summary>Over a total.</summary>
    Firm,

    /// <summary>Under a head.</summary>
    Under,
}

/// <summary>How a cell looks.</summary>
/// <param name="Format">The code of a number's format; absent for words.</param>
/// <param name="Dotted">True for what is illustrative, which has a dotted line under it.</param>
/// <param name="Kept">True for a text that could be taken for a formula, which stays a text when it is edited.</param>
internal sealed record CellLook(CellLetters Letters = CellLetters.Plain, CellLine Line = CellLine.None, string? Format = null, bool Dotted = false, int Indent = 0, bool Right = false, bool Wraps = false, bool Kept = false);

/// <summary>Every look that a workbook uses, numbered as they were first asked for.</summary>
internal sealed class CellLooks
{
    private const int FirstOwnFormat = 164;

    private readonly List<CellLook> _looks = [new()];
    private readonly List<string> _formats = [];

    public int this[CellLook look]
    {
        get
        {
            if (look.Format is { } format && !_formats.Contains(format))
                _formats.Add(format);
            if (_looks.IndexOf(look) is >= 0 and var at)
                return at;
            _looks.Add(look);
            return _looks.Count - 1;
        }
    }

    /// <summary>The part that tells them.</summary>
    public string Xml()
    {
        var xml = new StringBuilder($"<styleSheet xmlns=\"{SheetXml.Main}\">");
        if (_formats.Count > 0)
            xml.Append($"<numFmts count=\"{_formats.Count}\">").AppendJoin("", _formats.Select((f, i) => $"<numFmt numFmtId=\"{FirstOwnFormat + i}\" formatCode=\"{SheetXml.Escaped(f)}\"/>")).Append("</numFmts>");
        xml.Append("<fonts count=\"6\">").AppendJoin("", Enum.GetValues<CellLetters>().Select(Font)).Append("</fonts>");
        xml.Append("<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFDFEAF0\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>");
        xml.Append("<borders count=\"8\">").AppendJoin("", Enum.GetValues<CellLine>().Select(line => Border(line, false) + Border(line, true))).Append("</borders>");
        xml.Append("<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>");
        xml.Append($"<cellXfs count=\"{_looks.Count}\">").AppendJoin("", _looks.Select(Look)).Append("</cellXfs>");
        return xml.Append("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>").ToString();
    }

    private string Look(CellLook look)
    {
        var format = look.Format is { } code ? FirstOwnFormat + _formats.IndexOf(code) : look.Kept ? 49 : 0;
        var placed = (look.Right ? " horizontal=\"right\"" : look.Indent > 0 ? $" horizontal=\"left\" indent=\"{look.Indent}\"" : "") + (look.Letters == CellLetters.Head ? " vertical=\"bottom\"" : " vertical=\"top\"") + (look.Wraps ? " wrapText=\"1\"" : "");
        return $"<xf numFmtId=\"{format}\" fontId=\"{(int)look.Letters}\" fillId=\"{(look.Letters == CellLetters.Head ? 2 : 0)}\" borderId=\"{((int)look.Line * 2) + (look.Dotted ? 1 : 0)}\" xfId=\"0\"{(look.Kept ? " quotePrefix=\"1\"" : "")} applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment{placed}/></xf>";
    }

    private static string Font(CellLetters letters) => letters switch
    {
        CellLetters.Strong or CellLetters.Head => "<font><b/><sz val=\"11\"/><color rgb=\"FF1D1B18\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
        CellLetters.Title => "<font><b/><sz val=\"14\"/><color rgb=\"FF1D1B18\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
        CellLetters.Note => "<font><sz val=\"10\"/><color rgb=\"FF514C44\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
        CellLetters.Link => "<font><u/><sz val=\"11\"/><color rgb=\"FF0A4568\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
        _ => "<font><sz val=\"11\"/><color rgb=\"FF1D1B18\"/><name val=\"Calibri\"/><family val=\"2\"/></font>",
    };

    private static string Border(CellLine line, bool dotted)
    {
        static string Side(string name, string? style) => style is null ? $"<{name}/>" : $"<{name} style=\"{style}\"><color rgb=\"FF514C44\"/></{name}>";
        var above = line switch
        {
            CellLine.Thin => "thin",
            CellLine.Firm => "medium",
            _ => null,
        };
        return $"<border><left/><right/>{Side("top", above)}{Side("bottom", line == CellLine.Under ? "thin" : dotted ? "dotted" : null)}<diagonal/></border>";
    }
}
