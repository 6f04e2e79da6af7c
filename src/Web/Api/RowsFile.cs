using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Styrkedja.App.Archive;
using Styrkedja.App.FollowingUp;
using Styrkedja.App.Texts;
using Styrkedja.FollowUp;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Api;

/// <summary>All rows behind a figure as a file to download: the figure's address and then rows.csv, rows.xlsx or rows.parquet.</summary>
/// <remarks>For whoever may see the rows on the page, and never with their texts. CSV and XLSX are sent as they are written; Parquet is written to a file first, which is removed when
/// it has been sent. When the one who asked goes away the reading stops.</remarks>
internal sealed class RowsFile(RegionArchive archive, FollowUpView view, FigureAddress address, RowForm form) : IResult
{
    private static readonly (string Ending, RowForm Form, string Type)[] s_forms =
    [
        ("/rows.csv", RowForm.Csv, "text/csv; charset=utf-8"),
        ("/rows.xlsx", RowForm.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("/rows.parquet", RowForm.Parquet, "application/vnd.apache.parquet"),
    ];

    /// <summary>Parts an address from the file asked for at it; nothing when none is.</summary>
    public static (string Address, RowForm Form)? In(string address) =>
        s_forms.Where(f => address.EndsWith(f.Ending, StringComparison.Ordinal)).Select(f => ((string, RowForm)?)(address[..^f.Ending.Length], f.Form)).FirstOrDefault();

    public async Task ExecuteAsync(HttpContext http)
    {
        var answer = http.Response;
        answer.Headers.CacheControl = "no-store";
        answer.Headers.XContentTypeOptions = "nosniff";
        var export = new ExportRows(archive);
        if (view.RowsBehind(address) is null)
        {
            answer.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (ending, _, type) = s_forms.Single(f => f.Form == form);
        answer.ContentType = type;
        answer.Headers.ContentDisposition = $"attachment; filename=\"{FileName()}{ending.Replace("/rows", "", StringComparison.Ordinal)}\"";
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        var texts = Texts.In(ReadingChoice.Of(http.Request, default).Language);
        try
        {
            if (form == RowForm.Parquet)
                await SendParquet(http, export);
            else
                await Task.Run(() => Stream(http, export, texts), http.RequestAborted);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The one who asked has gone; there is no one to tell.
        }
    }

    private void Stream(HttpContext http, ExportRows export, Texts texts)
    {
        // Rows come one by one from the database and go out as fast as the reader takes them; waiting for either holds this thread and nothing more.
        http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        try
        {
            export.ToStream(view, address, form, texts, withTexts: false, http.Response.Body, null, http.RequestAborted);
        }
        catch (Exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // Half a file must not look like a whole one.
            http.Abort();
            throw;
        }
    }

    private async Task SendParquet(HttpContext http, ExportRows export)
    {
        var file = Path.Combine(archive.SpillFolder(), Guid.NewGuid().ToString("N") + ".parquet");
        try
        {
            await Task.Run(() => export.ToParquet(view, address, withTexts: false, file, http.RequestAborted), http.RequestAborted);
            await http.Response.SendFileAsync(file, http.RequestAborted);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The address as a name of a file: letters, digits, points, lines and equals signs.</summary>
    private string FileName() => new([.. address.ToString().Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '=' ? c : '_')]);
}
