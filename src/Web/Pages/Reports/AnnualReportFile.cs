using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Region;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Pages.Reports;

/// <summary>The annual report as one HTML file that needs nothing beside it: the same markup as the page, with the look inside.</summary>
/// <remarks>The same archive, viewpoint and language give the same bytes: no clock is read and nothing is numbered by chance.</remarks>
public static class AnnualReportFile
{
    public static async Task<string> RenderAsync(RegionArchive archive, Viewpoint at, int year, string language, string? headHash)
    {
        var look = new LookFiles();
        var t = Texts.In(language);
        await using var services = new ServiceCollection()
            .AddSingleton(archive)
            .AddSingleton<SourceList>()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var body = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<AnnualReport>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(AnnualReport.Archive)] = archive,
                [nameof(AnnualReport.At)] = at,
                [nameof(AnnualReport.Year)] = year,
                [nameof(AnnualReport.Language)] = language,
                [nameof(AnnualReport.HeadHash)] = headHash,
            }));
            return root.ToHtmlString();
        });
        return $"""
            <!DOCTYPE html>
            <html lang="{t.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{HtmlEncoder.Default.Encode(t["report.title", ("year", year), ("region", t[archive.Name])])}</title>
            <style>
            {Encoding.UTF8.GetString(look.Css)}
            </style>
            </head>
            <body class="alone">
            <main>
            {body}
            </main>
            </body>
            </html>

            """;
    }
}
