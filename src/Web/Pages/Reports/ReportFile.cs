using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Styrkedja.App.Archive;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Pages.Reports;

/// <summary>A report as one HTML file that needs nothing beside it: the same markup as the page, with the look inside.</summary>
/// <remarks>The same archive and parameters give the same bytes: no clock is read and nothing is numbered by chance.</remarks>
internal static class ReportFile
{
    public static async Task<string> RenderAsync<TReport>(RegionArchive archive, string language, string title, Dictionary<string, object?> parameters)
        where TReport : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton(archive)
            .AddSingleton<SourceList>()
            .AddSingleton(HtmlEncoder.Create(UnicodeRanges.All))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var body = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TReport>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{HtmlEncoder.Default.Encode(title)}</title>
            <style>
            {Encoding.UTF8.GetString(new LookFiles().Css)}
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
