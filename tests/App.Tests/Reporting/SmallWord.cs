using System.IO.Compression;
using System.Text;

namespace Styrkedja.App.Reporting;

/// <summary>A Word file as small as one can be that has a heading of each kind, contents with page numbers, tables with head rows, a picture, links and a page number at the foot.</summary>
internal static class SmallWord
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Spaces = $"""
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{Relations}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
        """;

    /// <summary>A report of some chapters, each with a table and on a page of its own; every second has a picture.</summary>
    public static byte[] Report(int chapters, int rows = 6)
    {
        var body = new StringBuilder(Paragraph("Delårsrapport 2017", "Title"));
        for (var i = 1; i <= chapters; i++)
            body.Append($"<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>{Link($"w:anchor=\"s_{i}\"", $"Kapitel {i}")}{Run(" sida ")}{Field($"PAGEREF s_{i} \\h")}</w:p>");
        for (var i = 1; i <= chapters; i++)
        {
            body.Append(Paragraph($"Kapitel {i}", "Heading1", $"s_{i}", pageBreak: true))
                .Append(Paragraph(string.Concat(Enumerable.Repeat("Regionen redovisar resultatet för perioden. ", 12))))
                .Append(Paragraph($"Avsnitt {i}.1", "Heading2", $"s_{i}_1"))
                .Append(Paragraph($"Tabell {i}. Resultat per nämnd, mnkr", "Caption", $"t_{i}"))
                .Append(Table(["Nämnd", "Budget", "Utfall"], [.. Enumerable.Range(1, rows).Select(k => new[] { $"Nämnd {k}", $"{k * 13 % 97},{k % 10}", $"{k * 17 % 89},{k % 7}" })]));
            if (i % 2 == 0)
                body.Append(Paragraph($"Diagram {i}. Resultat", "Caption", $"f_{i}")).Append(Picture(i));
            body.Append($"<w:p>{Run("Läs mer på ")}{Link("r:id=\"web\"", "regionens webbplats")}</w:p>");
        }
        return Zip(
            ("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/foot.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                """u8.ToArray()),
            ("_rels/.rels", Related(("doc", "officeDocument", "word/document.xml", false), ("core", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "core.xml", false))),
            ("core.xml", """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Delårsrapport 2017 &amp; bilagor</dc:title><dc:creator>Region Halland</dc:creator><dc:language>sv-SE</dc:language></cp:coreProperties>
                """u8.ToArray()),
            ("word/_rels/document.xml.rels", Related(("styles", "styles", "styles.xml", false), ("png", "image", "1.png", false), ("web", "hyperlink", "https://example.org/", true), ("foot", "footer", "foot.xml", false))),
            ("word/document.xml", Bytes($"<w:document {Spaces}><w:body>{body}<w:sectPr><w:footerReference w:type=\"default\" r:id=\"foot\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>")),
            ("word/styles.xml", Bytes(
                $"<w:styles {Spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"DejaVu Sans\" w:hAnsi=\"DejaVu Sans\"/><w:sz w:val=\"20\"/><w:lang w:val=\"sv-SE\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
                + Style("Title", "Title", 48) + Style("Heading1", "heading 1", 32, 0) + Style("Heading2", "heading 2", 26, 1) + Style("Caption", "caption", 20) + Style("TOC1", "toc 1", 20)
                + "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/><w:rPr><w:u w:val=\"single\"/></w:rPr></w:style></w:styles>")),
            ("word/foot.xml", Bytes($"<w:ftr {Spaces}><w:p>{Bordered}{Run("Sida ")}{Field("PAGE")}</w:p></w:ftr>")),
            ("word/1.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQSFiwIEEBAAfnAkHroFERAAAAAElFTkSuQmCC")));
    }

    /// <summary>A line above, as reports have at their foot.</summary>
    private const string Bordered = "<w:pPr><w:pBdr><w:top w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"808080\"/></w:pBdr></w:pPr>";

    private static string Run(string text) => $"<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>The converter makes a link of one that has the style of links, and of no other.</summary>
    private static string Link(string to, string text) => $"<w:hyperlink {to}><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr><w:t>{text}</w:t></w:r></w:hyperlink>";

    private static string Field(string code) => $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    private static string Paragraph(string text, string? style = null, string? place = null, bool pageBreak = false)
    {
        var (begin, end) = place is null ? ("", "") : ($"<w:bookmarkStart w:id=\"{Id(place)}\" w:name=\"{place}\"/>", $"<w:bookmarkEnd w:id=\"{Id(place)}\"/>");
        var look = (style is null ? "" : $"<w:pStyle w:val=\"{style}\"/>") + (pageBreak ? "<w:pageBreakBefore/>" : "");
        return $"<w:p><w:pPr>{look}</w:pPr>{begin}{Run(text)}{end}</w:p>";

        static int Id(string place) => place.Aggregate(7, (sum, c) => ((sum * 31) + c) % 100_003);
    }

    private static string Table(string[] heads, string[][] rows)
    {
        return "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"5000\"/><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
            + Row(heads, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>") + string.Concat(rows.Select(r => Row(r, ""))) + "</w:tbl>";

        static string Row(string[] cells, string look) => $"<w:tr>{look}{string.Concat(cells.Select(c => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{Paragraph(c)}</w:tc>"))}</w:tr>";
    }

    private static string Picture(int number)
    {
        var name = $"id=\"{number}\" name=\"Bild {number}\" descr=\"Resultatet i kapitel {number} är bättre än budget.\"";
        return $"""
            <w:p><w:r><w:drawing><wp:inline><wp:extent cx="3600000" cy="1800000"/><wp:docPr {name}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="png"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3600000" cy="1800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>
            """;
    }

    private static string Style(string id, string name, int size, int? level = null) =>
        $"<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/>{(level is null ? "" : $"<w:outlineLvl w:val=\"{level}\"/>")}</w:pPr><w:rPr><w:b/><w:sz w:val=\"{size}\"/></w:rPr></w:style>";

    private static byte[] Related(params (string Id, string Kind, string Target, bool Outside)[] relations) => Bytes(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{(r.Kind.Contains(':') ? r.Kind : $"{Relations}/{r.Kind}")}\" Target=\"{r.Target}\"{(r.Outside ? " TargetMode=\"External\"" : "")}/>"))
        + "</Relationships>");

    private static byte[] Bytes(string xml) => Encoding.UTF8.GetBytes(xml);

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }
        return file.ToArray();
    }
}
