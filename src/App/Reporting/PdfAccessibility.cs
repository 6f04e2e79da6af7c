using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Styrkedja.App.Reporting;

/// <summary>Something in a PDF that shuts somebody out.</summary>
/// <param name="Code">Which fault; a sentence of that key stands in the texts.</param>
/// <param name="Page">From one; 0 when it concerns the whole file.</param>
/// <param name="Element">The element or its text, as it stands in the file; empty when it concerns the whole file.</param>
public sealed record PdfFinding(string Code, int Page = 0, string Element = "");

/// <summary>Reads a PDF as those do who do not see it, and tells what they would miss.</summary>
/// <remarks>Rules: PDF/UA-1 (ISO 14289-1), the parts that a machine can judge, after the clauses named at each check; PDF/A-2 level A (ISO 19005-2, 6.7);
/// the law (2018:1937) om tillgänglighet till digital offentlig service asks for the same through EN 301 549, chapter 10.
/// Whether a text for those who do not see says what the picture shows, only a person can tell.</remarks>
public sealed class PdfAccessibility
{
    /// <summary>How much higher than the one before, in points, an element may begin and still be read after it: letters of a line differ in height.</summary>
    private const double SameLine = 6;

    private readonly PdfDocument _document;
    private readonly PdfStructure _structure;
    private readonly PdfPageContents _contents;
    private readonly List<PdfFinding> _findings = [];

    private PdfAccessibility(PdfDocument document)
    {
        _document = document;
        _structure = PdfStructure.Of(document);
        _contents = PdfPageContents.Of(document);
    }

    /// <summary>Everything found, the whole file first and then in reading order; nothing for a file that all can read.</summary>
    public static IReadOnlyList<PdfFinding> Check(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var check = new PdfAccessibility(document);
        check.WholeFile();
        check.Standards();
        check.Fonts();
        if (check._structure.Root is { } root)
        {
            check.Headings(root);
            check.Tables(root);
            check.Figures(root);
            check.ReadingOrder(root);
        }
        check.Contents();
        check.Links();
        return check._findings;
    }

    private void Find(string code, int page = 0, string element = "") => _findings.Add(new(code, page, element));

    /// <summary>PDF/UA-1, 6.2, 7.1 (tags, title), 7.2 (language).</summary>
    private void WholeFile()
    {
        var marked = _structure.Get<DictionaryToken>(_structure.Catalog, "MarkInfo") is { } info && _structure.Get<BooleanToken>(info, "Marked")?.Data == true;
        if (!marked || _structure.Root is not { Kids.Count: > 0 })
            Find("pdf-check.no-tags");
        if (string.IsNullOrWhiteSpace(_structure.Language))
            Find("pdf-check.no-language");
        if (string.IsNullOrWhiteSpace(_document.Information.Title))
            Find("pdf-check.no-title");
        if (_structure.Get<DictionaryToken>(_structure.Catalog, "ViewerPreferences") is not { } view || _structure.Get<BooleanToken>(view, "DisplayDocTitle")?.Data != true)
            Find("pdf-check.title-not-shown");
    }

    /// <summary>PDF/A-2, 6.6.4; PDF/UA-1, 5: a file says itself which standards it follows.</summary>
    private void Standards()
    {
        XDocument? about = null;
        if (_document.TryGetXmpMetadata(out var metadata))
            about = metadata.GetXDocument();
        if (Said("http://www.aiim.org/pdfa/ns/id/", "part") != "2" || Said("http://www.aiim.org/pdfa/ns/id/", "conformance") != "A")
            Find("pdf-check.not-archival");
        if (Said("http://www.aiim.org/pdfua/ns/id/", "part") != "1")
            Find("pdf-check.not-universal");

        string? Said(XNamespace space, string name) =>
            about?.Descendants().Select(e => e.Name == space + name ? e.Value : e.Attribute(space + name)?.Value).FirstOrDefault(v => v is not null);
    }

    /// <summary>PDF/A-2, 6.2.11.4 (every font is in the file) and 6.2.11.7.2 (every letter is known as text).</summary>
    private void Fonts()
    {
        var met = new HashSet<string>();
        foreach (var page in _document.GetPages())
            Within(Resources(page.Dictionary), page.Number, 0);

        DictionaryToken? Resources(DictionaryToken? page)
        {
            for (; page is not null; page = _structure.Get<DictionaryToken>(page, "Parent"))
                if (_structure.Get<DictionaryToken>(page, "Resources") is { } found)
                    return found;
            return null;
        }

        void Within(DictionaryToken? resources, int page, int depth)
        {
            if (resources is null || depth > 8)
                return;
            foreach (var font in (_structure.Get<DictionaryToken>(resources, "Font")?.Data.Values ?? []).Select(_structure.Resolve).OfType<DictionaryToken>())
                Font(font, page);
            foreach (var form in (_structure.Get<DictionaryToken>(resources, "XObject")?.Data.Values ?? []).Select(_structure.Resolve).OfType<StreamToken>())
                Within(_structure.Get<DictionaryToken>(form.StreamDictionary, "Resources"), page, depth + 1);
        }

        void Font(DictionaryToken font, int page)
        {
            var kind = _structure.Get<NameToken>(font, "Subtype")?.Data;
            var name = _structure.Get<NameToken>(font, "BaseFont")?.Data ?? "";
            if (!met.Add($"{kind} {name}"))
                return;
            var drawn = kind == "Type0" ? _structure.Get<ArrayToken>(font, "DescendantFonts")?.Data is [var first, ..] ? _structure.Resolve(first) as DictionaryToken : null : font;
            var letters = drawn is null ? null : _structure.Get<DictionaryToken>(drawn, "FontDescriptor");
            // Letters of type 3 are drawn in the file itself.
            if (kind != "Type3" && (letters is null || !new[] { "FontFile", "FontFile2", "FontFile3" }.Any(file => _structure.Get<StreamToken>(letters, file) is not null)))
                Find("pdf-check.font-not-embedded", page, name);
            var standard = kind != "Type0" && _structure.Get<NameToken>(font, "Encoding")?.Data is "WinAnsiEncoding" or "MacRomanEncoding";
            if (!standard && _structure.Get<StreamToken>(font, "ToUnicode") is null)
                Find("pdf-check.font-without-text", page, name);
        }
    }

    /// <summary>PDF/UA-1, 7.4.2: headings are numbered from 1 and leap over none on the way down.</summary>
    private void Headings(PdfElement root)
    {
        var above = 0;
        foreach (var heading in root.All.Where(e => e.Type is ['H', >= '1' and <= '6']))
        {
            var level = heading.Type[1] - '0';
            if (level > above + 1)
                Find(above == 0 ? "pdf-check.first-heading" : "pdf-check.heading-leap", PageOf(heading), Named(heading));
            if (string.IsNullOrWhiteSpace(_contents.Text(heading)))
                Find("pdf-check.empty-heading", PageOf(heading), heading.Type);
            above = level;
        }
        if (above == 0)
            Find("pdf-check.no-heading");
    }

    /// <summary>PDF/UA-1, 7.5: a table has head cells that say what they are the head of; ISO 32000-1, 14.8.4.3.4: its rows are equally wide.</summary>
    private void Tables(PdfElement root)
    {
        foreach (var (table, number) in root.All.Where(e => e.Type == "Table").Select((table, index) => (table, index + 1)))
        {
            var rows = table.All.Where(e => e.Type == "TR").ToList();
            var heads = rows.SelectMany(r => r.Children).Where(c => c.Type == "TH").ToList();
            if (heads.Count == 0)
                Find("pdf-check.table-without-heads", PageOf(table), $"Table {number}");
            foreach (var head in heads.Where(h => h.Scope is not ("Row" or "Column" or "Both")))
                Find("pdf-check.head-without-scope", PageOf(head), Named(head));
            if (rows.Select(r => r.Children.Where(c => c.Type is "TH" or "TD").Sum(c => c.Columns)).Distinct().Count() > 1 && !table.All.Any(e => e.Rows > 1))
                Find("pdf-check.uneven-table", PageOf(table), $"Table {number}");
        }
    }

    /// <summary>PDF/UA-1, 7.3: a figure has a text in its stead, and a picture.</summary>
    private void Figures(PdfElement root)
    {
        foreach (var (figure, number) in root.All.Where(e => e.Type == "Figure").Select((figure, index) => (figure, index + 1)))
        {
            if (string.IsNullOrWhiteSpace(figure.Alt))
                Find("pdf-check.figure-without-text", PageOf(figure), $"Figure {number}");
            if (!figure.Marks.Any() && !figure.Children.Any())
                Find("pdf-check.figure-without-picture", PageOf(figure), $"Figure {number}");
        }
    }

    /// <summary>PDF/UA-1, 7.1 and 7.2: what is read one after the other stands one below the other, or to the right on the same height; pages in order.</summary>
    private void ReadingOrder(PdfElement root)
    {
        PdfStretch? before = null;
        foreach (var (element, stretch) in root.All.Where(e => e.Kids.Any(kid => kid is PdfMark)).Select(e => (e, First(e))))
        {
            if (stretch is null)
                continue;
            var follows = before is null || stretch.Page > before.Page
                || (stretch.Page == before.Page && (stretch.Top <= before.Top + SameLine || stretch.Left >= before.Right - 1));
            if (!follows)
                Find("pdf-check.reading-order", stretch.Page, Named(element));
            before = stretch;
        }

        PdfStretch? First(PdfElement element) => element.Kids.OfType<PdfMark>().Select(_contents.At).FirstOrDefault(s => s is { Empty: false });
    }

    /// <summary>PDF/UA-1, 7.1: all that a page shows is either tagged or called decoration.</summary>
    private void Contents()
    {
        var owned = _structure.Root?.Marks.ToHashSet() ?? [];
        foreach (var page in _contents.Pages)
        {
            if (page.Untold.Length > 0)
                Find("pdf-check.untagged", page.Number, page.Untold);
            foreach (var (mark, stretch) in page.Stretches.Where(s => !owned.Contains(new(page.Number, s.Key)) && !s.Value.Empty).OrderBy(s => s.Key))
                Find("pdf-check.mark-without-element", page.Number, stretch.Text.Length > 0 ? stretch.Text : $"{mark}");
        }
        foreach (var mark in owned.Where(m => _contents.At(m) is null).OrderBy(m => m.Page).ThenBy(m => m.Number))
            Find("pdf-check.element-without-mark", mark.Page, $"{mark.Number}");
    }

    /// <summary>PDF/UA-1, 7.18.1 (a text in its stead), 7.18.3 (order of tabs) and 7.18.5 (links are tagged as links).</summary>
    private void Links()
    {
        var tags = _structure.Root?.All.Where(e => e.Type == "Link").ToList() ?? [];
        foreach (var tag in tags.Where(t => !t.Kids.OfType<PdfAnnotation>().Any()))
            Find("pdf-check.link-tag-without-link", PageOf(tag), Named(tag));
        var tagged = tags.SelectMany(e => e.Kids.OfType<PdfAnnotation>()).Select(a => a.Object).ToHashSet();
        foreach (var page in _document.GetPages())
        {
            var held = _structure.Get<ArrayToken>(page.Dictionary, "Annots")?.Data ?? [];
            var links = held.Select(token => (Token: token, Link: _structure.Resolve(token) as DictionaryToken))
                .Where(a => a.Link is not null && _structure.Get<NameToken>(a.Link, "Subtype")?.Data == "Link").ToList();
            if (links.Count > 0 && _structure.Get<NameToken>(page.Dictionary, "Tabs")?.Data != "S")
                Find("pdf-check.tab-order", page.Number);
            foreach (var (token, link) in links)
            {
                var text = _structure.Text(link!, "Contents");
                if (string.IsNullOrWhiteSpace(text))
                    Find("pdf-check.link-without-text", page.Number, Target(link!));
                if (token is not IndirectReferenceToken reference || !tagged.Contains(reference.Data))
                    Find("pdf-check.untagged-link", page.Number, text ?? Target(link!));
            }
        }

        string Target(DictionaryToken link) => _structure.Get<DictionaryToken>(link, "A") is { } action ? _structure.Text(action, "URI") ?? "" : "";
    }

    private static int PageOf(PdfElement element) => element.Page > 0 ? element.Page : element.Marks.Select(m => m.Page).FirstOrDefault();

    /// <summary>An element as a person finds it: its type and how it begins.</summary>
    private string Named(PdfElement element)
    {
        var text = _contents.Text(element);
        return $"{element.Type} {(text.Length > 60 ? text[..60] : text)}".Trim();
    }
}
