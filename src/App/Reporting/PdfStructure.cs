using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Styrkedja.App.Reporting;

/// <summary>One element among the tags of a PDF: a heading, a table, a cell.</summary>
/// <param name="Type">The standard name, after the document's own names have been looked up: H1, P, Table, TH.</param>
/// <param name="Page">The page that it says it is on, from one; 0 when it says none.</param>
/// <param name="Alt">What it shows, for those who do not see it.</param>
/// <param name="Scope">What a head cell is the head of: Row, Column or Both.</param>
/// <param name="Columns">How many columns a cell is wide.</param>
/// <param name="Rows">How many rows a cell is high.</param>
/// <param name="Kids">What it holds, in reading order: elements, marks on pages and annotations.</param>
internal sealed record PdfElement(string Type, int Page, string? Alt, string? Scope, int Columns, int Rows, IReadOnlyList<PdfKid> Kids) : PdfKid
{
    public IEnumerable<PdfElement> Children => Kids.OfType<PdfElement>();

    /// <summary>It and all in it, in reading order.</summary>
    public IEnumerable<PdfElement> All => Children.SelectMany(c => c.All).Prepend(this);

    /// <summary>Every stretch of a page in it, in reading order.</summary>
    public IEnumerable<PdfMark> Marks => Kids.SelectMany(kid => kid switch { PdfElement e => e.Marks, PdfMark m => [m], _ => [] });
}

/// <summary>One piece of an element.</summary>
internal abstract record PdfKid;

/// <summary>A stretch of what a page paints, by its number on the page.</summary>
internal sealed record PdfMark(int Page, int Number) : PdfKid;

/// <summary>An annotation, by its object.</summary>
internal sealed record PdfAnnotation(IndirectReference Object) : PdfKid;

/// <summary>The tags of a PDF and its language, as they are written.</summary>
/// <remarks>Rules: ISO 32000-1, 14.7 (structure), 14.8 (standard types).</remarks>
internal sealed class PdfStructure
{
    private readonly PdfDocument _document;
    private readonly IPdfTokenScanner _scanner;
    private readonly List<IndirectReference> _pages = [];
    private readonly Dictionary<string, string> _roles = [];
    private readonly HashSet<IndirectReference> _met = [];
    private readonly Lazy<PdfElement?> _root;

    private PdfStructure(PdfDocument document)
    {
        _document = document;
        _scanner = document.Structure.TokenScanner;
        if (Catalog.TryGet(NameToken.Create("Pages"), out var pages))
            FindPages(pages);
        _root = new(Tags);
    }

    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    /// <summary>All elements stand in this; absent in a file without tags.</summary>
    public PdfElement? Root => _root.Value;

    /// <summary>The language of the text, such as sv-SE.</summary>
    public string? Language => Text(Catalog, "Lang");

    public static PdfStructure Of(PdfDocument document) => new(document);

    /// <summary>The page of an object, from one; 0 for what is no page.</summary>
    public int PageOf(IndirectReference page) => _pages.IndexOf(page) + 1;

    public IToken? Resolve(IToken? token) => token is IndirectReferenceToken reference ? _scanner.Get(reference.Data)?.Data : token;

    public T? Get<T>(DictionaryToken dictionary, string key) where T : class, IToken =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) as T : null;

    public string? Text(DictionaryToken dictionary, string key) =>
        dictionary.TryGet(NameToken.Create(key), out var token) ? Resolve(token) switch { StringToken s => s.Data, HexToken h => h.Data, _ => null } : null;

    private PdfElement? Tags()
    {
        if (Get<DictionaryToken>(Catalog, "StructTreeRoot") is not { } tree)
            return null;
        foreach (var (own, standard) in Get<DictionaryToken>(tree, "RoleMap")?.Data ?? new Dictionary<string, IToken>())
            if (Resolve(standard) is NameToken name)
                _roles[own] = name.Data;
        return new("Root", 0, null, null, 1, 1, [.. Kids(tree, 0)]);
    }

    private void FindPages(IToken node)
    {
        if (node is not IndirectReferenceToken reference || !_met.Add(reference.Data) || Resolve(node) is not DictionaryToken dictionary)
            return;
        if (Get<ArrayToken>(dictionary, "Kids") is { } kids)
            foreach (var kid in kids.Data)
                FindPages(kid);
        else
            _pages.Add(reference.Data);
    }

    private IEnumerable<PdfKid> Kids(DictionaryToken element, int page)
    {
        if (!element.TryGet(NameToken.Create("K"), out var held))
            yield break;
        foreach (var kid in Resolve(held) is ArrayToken array ? array.Data : [held])
        {
            if (kid is IndirectReferenceToken reference && !_met.Add(reference.Data))
                continue;
            if (Resolve(kid) is NumericToken number)
                yield return new PdfMark(page, number.Int);
            else if (Resolve(kid) is DictionaryToken dictionary)
                yield return Kid(dictionary, page);
        }
    }

    private PdfKid Kid(DictionaryToken kid, int page)
    {
        if (kid.TryGet(NameToken.Create("Pg"), out var own) && own is IndirectReferenceToken reference)
            page = PageOf(reference.Data);
        switch (Get<NameToken>(kid, "Type")?.Data)
        {
            case "MCR":
                return new PdfMark(page, Get<NumericToken>(kid, "MCID")?.Int ?? -1);
            case "OBJR":
                return new PdfAnnotation(kid.TryGet(NameToken.Create("Obj"), out var at) && at is IndirectReferenceToken annotation ? annotation.Data : default);
            default:
                var attributes = Attributes(kid).ToList();
                return new PdfElement(
                    Standard(Get<NameToken>(kid, "S")?.Data ?? ""), page, Text(kid, "Alt"),
                    attributes.Select(a => Get<NameToken>(a, "Scope")?.Data).FirstOrDefault(s => s is not null),
                    attributes.Select(a => Get<NumericToken>(a, "ColSpan")?.Int).FirstOrDefault(s => s is not null) ?? 1,
                    attributes.Select(a => Get<NumericToken>(a, "RowSpan")?.Int).FirstOrDefault(s => s is not null) ?? 1,
                    [.. Kids(kid, page)]);
        }
    }

    private IEnumerable<DictionaryToken> Attributes(DictionaryToken element)
    {
        if (!element.TryGet(NameToken.Create("A"), out var held))
            return [];
        return Resolve(held) is ArrayToken array ? array.Data.Select(Resolve).OfType<DictionaryToken>() : Resolve(held) is DictionaryToken one ? [one] : [];
    }

    /// <summary>The standard name for a type; a document may call its own types what it likes, in several steps.</summary>
    private string Standard(string type)
    {
        for (var steps = 0; steps <= _roles.Count && _roles.TryGetValue(type, out var standard); steps++)
            type = standard;
        return type;
    }
}
