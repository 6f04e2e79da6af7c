using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Reports;

namespace Styrkedja.Web.Reporting;

/// <summary>Makes the texts that people have written into blocks of a report: Markdown, with the figures they name filled in as they are now.</summary>
/// <remarks>Headings, lists, emphasis and links are kept; pictures, raw HTML and tables are not, since tables come from figures.</remarks>
internal sealed class ReportTexts(ReportGround ground)
{
    // Characters of Unicode's private use area, which nobody writes, around the number of a figure while Markdown is read.
    private const char Opening = '\uE000';
    private const char Closing = '\uE001';

    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().DisableHtml().Build();

    public IReadOnlyList<ReportBlock> Blocks(Decided<WriteReportText> text)
    {
        var blocks = Blocks(ground.T[text.Act.Text]).ToList();
        if (text.Act.Illustrative)
            blocks.Add(new ReportParagraph(ground.T["report-document.illustrative-text"], ReportTone.Note));
        return blocks;
    }

    /// <summary>The blocks of a text in one language.</summary>
    public IEnumerable<ReportBlock> Blocks(string written)
    {
        var named = NamedFigure.In(written);
        var marked = new StringBuilder();
        var at = 0;
        foreach (var (figure, i) in named.Select((figure, i) => (figure, i)))
        {
            marked.Append(written, at, figure.Start - at).Append(Opening).Append(i.ToString(CultureInfo.InvariantCulture)).Append(Closing);
            at = figure.Start + figure.Length;
        }

        marked.Append(written, at, written.Length - at);
        return Markdown.Parse(marked.ToString(), s_pipeline).SelectMany(block => Block(block, named));
    }

    /// <summary>A figure as the text asks for it to be written; what stands there when it cannot be read.</summary>
    public static string Said(ReportGround ground, NamedFigure named, Figure figure)
    {
        if (figure.Value is not FigureValue.Amount)
            return ground.Said(figure);
        var unit = named.Unit switch { "tkr" => AmountUnit.Thousand, "kr" => AmountUnit.Krona, _ => AmountUnit.Million };
        var amount = named.Absolute ? new Money(Math.Abs(figure.Money.Ore)) : figure.Money;
        var signed = !named.Absolute && figure.Address.Measure.Kind() == FigureKind.Deviation;
        return AmountText.Number(AmountText.In(amount, unit), named.Decimals ?? AmountText.Decimals(unit), signed) + AmountText.Group + AmountText.Word(unit);
    }

    private IEnumerable<ReportBlock> Block(Block block, IReadOnlyList<NamedFigure> named)
    {
        switch (block)
        {
            case HeadingBlock heading:
                yield return new ReportHeading(string.Concat(Runs(heading.Inline, named, false, false, null).Select(run => run.Text)));
                break;
            case ListBlock list:
                yield return new ReportPoints([.. list.OfType<ListItemBlock>().Select(item => (IReadOnlyList<ReportRun>)[.. item.Descendants<ParagraphBlock>().SelectMany(p => Runs(p.Inline, named, false, false, null))])], list.IsOrdered);
                break;
            case QuoteBlock quote:
                foreach (var within in quote.SelectMany(inner => Block(inner, named)))
                    yield return within;
                break;
            case LeafBlock { Inline: { } inline }:
                yield return new ReportParagraph([.. Runs(inline, named, false, false, null)]);
                break;
            case CodeBlock code:
                yield return new ReportParagraph([.. Filled(code.Lines.ToString(), named, false, false, null)]);
                break;
        }
    }

    private IEnumerable<ReportRun> Runs(ContainerInline? inlines, IReadOnlyList<NamedFigure> named, bool strong, bool emphasis, string? address)
    {
        foreach (var inline in inlines ?? [])
        {
            var runs = inline switch
            {
                LiteralInline literal => Filled(literal.Content.ToString(), named, strong, emphasis, address),
                EmphasisInline { DelimiterCount: 2 } inner => Runs(inner, named, true, emphasis, address),
                EmphasisInline inner => Runs(inner, named, strong, true, address),
                LinkInline { IsImage: false } link => Runs(link, named, strong, emphasis, IsSafe(link.Url) ? link.Url : address),
                CodeInline code => Filled(code.Content, named, strong, emphasis, address),
                LineBreakInline => [new ReportRun(" ")],
                ContainerInline container => Runs(container, named, strong, emphasis, address),
                _ => [],
            };
            foreach (var run in runs)
                yield return run;
        }
    }

    /// <summary>Plain words with their figures.</summary>
    private IEnumerable<ReportRun> Filled(string text, IReadOnlyList<NamedFigure> named, bool strong, bool emphasis, string? address)
    {
        var at = 0;
        while (text.IndexOf(Opening, at) is var open and >= 0)
        {
            var close = text.IndexOf(Closing, open);
            if (open > at)
                yield return new(text[at..open], null, address, strong, emphasis);
            var figure = named[int.Parse(text.AsSpan(open + 1, close - open - 1), CultureInfo.InvariantCulture)];
            if (figure.Address is { } of && ground.View.Evaluate(of) is { } value)
                yield return new(Said(ground, figure, value), value, null, strong, emphasis);
            else
                yield return new(ground.T["report-document.unreadable-figure", ("written", figure.Written)], null, null, true, false);
            at = close + 1;
        }

        if (at < text.Length)
            yield return new(text[at..], null, address, strong, emphasis);
    }

    /// <summary>Paths within the system and addresses of the web; nothing that could run.</summary>
    private static bool IsSafe(string? address) =>
        address is not null && (address.StartsWith('/') || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "mailto"));
}
