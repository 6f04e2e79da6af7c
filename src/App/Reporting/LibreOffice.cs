using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using Styrkedja.Provenance;

namespace Styrkedja.App.Reporting;

/// <summary>The converter that lays a Word file out on pages: LibreOffice, run without windows, once for each file.</summary>
/// <remarks>Each run has a folder of its own for profile, input and output, so runs do not disturb each other or the one who sits at the machine, and
/// an environment of its own, so that language, time zone and settings of the machine leave no trace in what it makes.</remarks>
/// <param name="program">The name of the program, or the path to it.</param>
/// <param name="patience">How long one file may take; two minutes when nothing else is said.</param>
public sealed class LibreOffice(string program = "soffice", TimeSpan? patience = null)
{
    private static readonly string s_form = "pdf:writer_pdf_Export:" + JsonSerializer.Serialize(new Dictionary<string, Choice>
    {
        // 2 is PDF/A-2. What it writes is called level B even when it is tagged; FixedPdf says A, and PdfAccessibility that A holds.
        ["SelectPdfVersion"] = Choice.Of(2),
        ["PDFUACompliance"] = Choice.Of(true),
        ["UseTaggedPDF"] = Choice.Of(true),
        ["ExportBookmarks"] = Choice.Of(true),
        ["DisplayPDFDocumentTitle"] = Choice.Of(true),
        ["InitialView"] = Choice.Of(1),
        // Charts are drawn, not photographed: sharp edges stay sharp.
        ["UseLosslessCompression"] = Choice.Of(true),
        ["ReduceImageResolution"] = Choice.Of(false),
        ["ExportFormFields"] = Choice.Of(false),
    });

    private readonly TimeSpan _patience = patience ?? TimeSpan.FromMinutes(2);

    /// <summary>The pages of a Word file, as PDF.</summary>
    /// <exception cref="FaultException">The converter is not installed, took too long, or made nothing of the file.</exception>
    public async Task<byte[]> PdfAsync(byte[] word, CancellationToken cancellation = default)
    {
        var folder = Directory.CreateTempSubdirectory("styrkedja-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.docx");
            await File.WriteAllBytesAsync(file, word, cancellation);
            using var run = Start(folder.FullName, file);
            var told = Task.WhenAll(run.StandardOutput.ReadToEndAsync(CancellationToken.None), run.StandardError.ReadToEndAsync(CancellationToken.None));
            await EndAsync(run, told, cancellation);
            var pdf = Path.ChangeExtension(file, ".pdf");
            if (!File.Exists(pdf))
                throw new FaultException(Fault.Error("report-pdf.not-converted", new(program), string.Join('\n', await told).Trim()));
            return await File.ReadAllBytesAsync(pdf, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Process Start(string folder, string file)
    {
        var start = new ProcessStartInfo(program,
        [
            "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
            "--convert-to", s_form, "--outdir", folder, file,
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        var path = start.Environment.TryGetValue("PATH", out var found) ? found : null;
        start.Environment.Clear();
        foreach (var (name, value) in new[]
        {
            ("PATH", path), ("HOME", folder), ("TMPDIR", folder), ("LANG", "C.UTF-8"), ("LC_ALL", "C.UTF-8"), ("TZ", "UTC"),
            ("SOURCE_DATE_EPOCH", "0"), ("SAL_USE_VCLPLUGIN", "svp"),
        })
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new FaultException(Fault.Error("report-pdf.no-converter", new(program), program), e);
        }
    }

    /// <summary>Waits until the run and all that it started have ended, by themselves or by us.</summary>
    private async Task EndAsync(Process run, Task told, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(_patience);
        try
        {
            await run.WaitForExitAsync(stop.Token);
        }
        catch (OperationCanceledException e)
        {
            run.Kill(entireProcessTree: true);
            // Nobody is left to write in the folder when nobody is left to speak.
            await told;
            cancellation.ThrowIfCancellationRequested();
            throw new FaultException(Fault.Error("report-pdf.too-slow", new(program), $"{_patience.TotalSeconds:0}"), e);
        }
    }

    /// <summary>One choice in the form in which the converter takes them.</summary>
    private sealed record Choice(string type, string value)
    {
        public static Choice Of(bool value) => new("boolean", value ? "true" : "false");

        public static Choice Of(int value) => new("long", $"{value}");
    }
}
