using System.Diagnostics;
using Styrkedja.App.Archive;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Exports;

namespace Styrkedja.App.FollowingUp;

/// <summary>In which form rows are taken out.</summary>
public enum RowForm
{
    /// <summary>Comma-separated values as Excel in Swedish opens them.</summary>
    Csv,

    /// <summary>An Excel workbook, of several sheets when there are more rows than a sheet can have.</summary>
    Xlsx,

    /// <summary>The columns of the store, in the sign of the ledger, with the name of the source file and its batch.</summary>
    Parquet,
}

/// <summary>How far an export has come; nothing is known of the rate of a Parquet file until it is done.</summary>
public readonly record struct RowProgress(long Rows, long Total, TimeSpan Elapsed);

/// <summary>Takes out all rows behind a figure, streaming, so that memory does not grow with their number.</summary>
/// <remarks>In CSV and XLSX the amount has the sign of the figure, so that the column adds up to it: revenue positive, cost negative. In Parquet it has that of the ledger. Texts are taken
/// along only for those who may read them.</remarks>
public sealed class ExportRows(RegionArchive archive)
{
    private const int RowsBetweenReports = 4096;

    /// <summary>How many rows there are to take out; nothing for a figure that is no sum of rows.</summary>
    public long? Count(FollowUpView view, FigureAddress address) =>
        new VoucherRows(archive).Behind(view, address) is var (batches, filter) ? archive.Rows.Count(batches, filter) : null;

    /// <summary>Writes the rows to a file. A file of that name is replaced when all is written; one broken off leaves no trace.</summary>
    /// <returns>How many rows were written.</returns>
    /// <exception cref="OperationCanceledException">The one who asked stopped it.</exception>
    public long ToFile(FollowUpView view, FigureAddress address, RowForm form, Texts.Texts texts, bool withTexts, string path, IProgress<RowProgress>? progress, CancellationToken stop)
    {
        var partial = path + ".part";
        try
        {
            long rows;
            if (form == RowForm.Parquet)
            {
                rows = ToParquet(view, address, withTexts, partial, stop);
            }
            else
            {
                using var file = File.Create(partial, 1 << 16);
                rows = ToStream(view, address, form, texts, withTexts, file, progress, stop);
            }

            File.Move(partial, path, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    /// <summary>Writes the rows to a stream as CSV or XLSX.</summary>
    public long ToStream(FollowUpView view, FigureAddress address, RowForm form, Texts.Texts texts, bool withTexts, Stream stream, IProgress<RowProgress>? progress, CancellationToken stop)
    {
        if (new VoucherRows(archive).Behind(view, address) is not var (batches, filter))
            return 0;
        var columns = Columns(texts, withTexts);
        using TableWriter table = form == RowForm.Xlsx ? new XlsxTable(stream, texts["rows.sheet"], columns) : new CsvTable(stream);
        if (form == RowForm.Csv)
        {
            columns.ForEach(table.Text);
            table.EndRow();
        }

        var (rows, watch) = (0L, Stopwatch.StartNew());
        var total = progress is null ? 0 : archive.Rows.Count(batches, filter);
        foreach (var found in archive.Rows.All(batches, filter, withTexts, stop))
        {
            var row = found.Row;
            table.Day(row.Date);
            table.Text(row.Series);
            table.Text(row.Voucher);
            table.Text(row.Account);
            table.Text(row.CostCentre);
            table.Text(row.Counterparty);
            table.Text(row.Activity);
            table.Text(row.Project);
            table.Kronor(-row.Ore);
            table.Thousandths(row.QuantityMilli);
            table.Text(found.Source);
            table.Number(row.Line);
            if (withTexts)
            {
                table.Text(found.VoucherText ?? "");
                table.Text(found.RowText ?? "");
            }

            table.EndRow();
            if (++rows % RowsBetweenReports == 0)
                progress?.Report(new(rows, total, watch.Elapsed));
        }

        table.Complete();
        progress?.Report(new(rows, total, watch.Elapsed));
        return rows;
    }

    /// <summary>Writes the rows to a Parquet file of that very name, which the caller removes when it fails.</summary>
    public long ToParquet(FollowUpView view, FigureAddress address, bool withTexts, string path, CancellationToken stop)
    {
        if (new VoucherRows(archive).Behind(view, address) is not var (batches, filter))
            return 0;
        archive.Rows.CopyTo(path, batches, filter, withTexts, stop);
        return archive.Rows.Count(batches, filter);
    }

    private static List<string> Columns(Texts.Texts texts, bool withTexts) =>
    [
        texts["rows.date"], texts["rows.series"], texts["rows.voucher"], texts["rows.account"], texts["rows.cost-centre"], texts["rows.counterparty"], texts["rows.activity"],
        texts["rows.project"], texts["rows.amount"], texts["rows.quantity"], texts["rows.file"], texts["rows.line"],
        .. withTexts ? new[] { texts["rows.voucher-text"], texts["rows.row-text"] } : [],
    ];
}
