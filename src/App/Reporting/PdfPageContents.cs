using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Styrkedja.App.Reporting;

/// <summary>A stretch of a page that a tag owns, as it is seen: what it says and where it begins.</summary>
/// <remarks>Unit: points from the lower left corner.</remarks>
/// <param name="Empty">Nothing is painted in it.</param>
internal sealed record PdfStretch(int Page, string Text, double Left, double Right, double Top, bool Empty);

/// <param name="Stretches">By their numbers on the page.</param>
/// <param name="Untold">What is painted without being tagged or called decoration; empty when there is nothing such.</param>
internal sealed record PdfPageContent(int Number, IReadOnlyDictionary<int, PdfStretch> Stretches, string Untold);

/// <summary>What the pages of a PDF paint, by the marks that the tags point to.</summary>
internal sealed class PdfPageContents
{
    private PdfPageContents(List<PdfPageContent> pages) => Pages = pages;

    public IReadOnlyList<PdfPageContent> Pages { get; }

    public static PdfPageContents Of(PdfDocument document) => new([.. document.GetPages().Select(Read)]);

    /// <summary>Nothing when no page paints anything under that mark.</summary>
    public PdfStretch? At(PdfMark mark) =>
        mark.Page > 0 && mark.Page <= Pages.Count ? Pages[mark.Page - 1].Stretches.GetValueOrDefault(mark.Number) : null;

    /// <summary>What is read in an element, its stretches one after the other.</summary>
    public string Text(PdfElement element) =>
        string.Join(' ', string.Join(' ', element.Marks.Select(At).OfType<PdfStretch>().Select(s => s.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static PdfPageContent Read(Page page)
    {
        var stretches = new Dictionary<int, PdfStretch>();
        var (letters, images, paths) = (0, 0, 0);
        foreach (var content in page.GetMarkedContents())
            Count(content, owned: false);
        var untold = new StringBuilder();
        // The letters that are under no mark cannot be told from the others by place; those last painted are named, which is enough to find the page.
        if (page.Letters.Count > letters)
            untold.Append(string.Concat(page.Letters.Skip(letters).Select(l => l.Value)).Trim());
        if (untold.Length == 0 && page.Letters.Count > letters)
            untold.Append(page.Letters.Count - letters);
        if (page.NumberOfImages > images)
            untold.Append(untold.Length > 0 ? " " : "").Append("Image");
        if (page.Paths.Count(Seen) > paths)
            untold.Append(untold.Length > 0 ? " " : "").Append("Path");
        return new(page.Number, stretches, untold.ToString());

        void Count(MarkedContentElement content, bool owned)
        {
            owned |= content.IsArtifact || content.MarkedContentIdentifier >= 0;
            if (owned)
            {
                letters += content.Letters.Count;
                images += content.Images.Count;
                paths += content.Paths.Count(Seen);
            }
            if (content.MarkedContentIdentifier >= 0 && !content.IsArtifact)
            {
                var all = Flat(content).ToList();
                var boxes = all.SelectMany(c => c.Letters.Select(l => l.BoundingBox).Concat(c.Images.Select(i => i.BoundingBox)).Concat(c.Paths.Select(p => p.GetBoundingRectangle()).OfType<PdfRectangle>())).ToList();
                var text = string.Concat(all.SelectMany(c => c.Letters).Select(l => l.Value));
                var first = all.SelectMany(c => c.Letters).FirstOrDefault(l => l.Value.Trim().Length > 0);
                stretches[content.MarkedContentIdentifier] = boxes.Count == 0
                    ? new(page.Number, "", 0, 0, 0, true)
                    : new(page.Number, text, boxes.Min(b => b.Left), boxes.Max(b => b.Right), first is null ? boxes.Max(b => b.Top) : first.StartBaseLine.Y, false);
            }
            foreach (var child in content.Children)
                Count(child, owned);
        }
    }

    private static bool Seen(UglyToad.PdfPig.Graphics.PdfPath path) => path.IsFilled || path.IsStroked;

    private static IEnumerable<MarkedContentElement> Flat(MarkedContentElement content) => content.Children.SelectMany(Flat).Prepend(content);
}
