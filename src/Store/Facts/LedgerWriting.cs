using System.Text;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>What a written source came to: the names of its files and the sums that prove them.</summary>
/// <param name="Debit">Sum of all positive amounts, in öre.</param>
/// <param name="Credit">Sum of all negative amounts, in öre.</param>
public sealed record WrittenLedger(string RowsFile, string? TextsFile, long Rows, long Debit, long Credit);

/// <summary>The rows of one source on their way into a file: handed over in one run, or in several when they are too many to hold.</summary>
/// <remarks>One run is sorted here and written at once. Of several, each is written apart and all are sorted together at the end, on disk where memory does not
/// hold them. Nothing has a name before <see cref="Finish"/>; what is left when it is disposed of unfinished is removed.</remarks>
public sealed class LedgerWriting : IDisposable
{
    private const string RowOrderSql = "cost_centre, account, date, line";

    private readonly FactFiles _files;
    private readonly List<CellSums> _cells = [];
    private readonly List<string> _rowParts = [], _textParts = [];
    private LedgerRows? _waiting;
    private long _rows, _debit, _credit;

    internal LedgerWriting(FactFiles files) => _files = files;

    /// <summary>Takes a run of rows; lines of a later run stand after those of an earlier.</summary>
    public void Add(LedgerRows run)
    {
        if (_waiting is { } before)
            WritePart(before);
        _waiting = run;
    }

    /// <summary>Writes everything to disk and names it.</summary>
    /// <param name="vouchers">The vouchers of all rows handed over.</param>
    public WrittenLedger Finish(VoucherRuns vouchers)
    {
        var last = _waiting ?? throw new InvalidOperationException("No rows were handed over.");
        _waiting = null;
        string rows;
        string? texts;
        if (_rowParts.Count == 0)
        {
            (var rowsPart, var textsPart) = WriteRun(last);
            rows = FactFiles.Name(rowsPart, _files.RowsFolder);
            texts = textsPart is null ? null : FactFiles.Name(textsPart, _files.TextsFolder);
        }
        else
        {
            WritePart(last);
            rows = FactFiles.Name(Together(_rowParts, _files.RowsFolder, RowOrderSql), _files.RowsFolder);
            texts = _textParts.Count == 0 ? null : FactFiles.Name(Together(_textParts, _files.TextsFolder, "line"), _files.TextsFolder);
        }

        _files.Keep(rows, new CellFile(CellSums.Together(_cells), vouchers));
        return new(rows, texts, _rows, _debit, _credit);
    }

    public void Dispose()
    {
        foreach (var part in _rowParts.Concat(_textParts))
            File.Delete(part);
    }

    private void WritePart(LedgerRows run)
    {
        var (rows, texts) = WriteRun(run);
        _rowParts.Add(rows);
        if (texts is not null)
            _textParts.Add(texts);
    }

    /// <summary>Sorts and writes a run; sums are taken and texts written meanwhile.</summary>
    private (string Rows, string? Texts) WriteRun(LedgerRows run)
    {
        var order = RowOrder.Of(run);
        var texts = run.Texts is null ? null : Task.Run(() => WriteTexts(run));
        var cells = Task.Run(() => CellSums.Of(run, order));
        var rows = WriteRows(run, order);
        _cells.Add(cells.GetAwaiter().GetResult());
        _rows += run.Count;
        foreach (var ore in run.Ore.AsSpan(0, run.Count))
        {
            if (ore > 0)
                _debit = checked(_debit + ore);
            else
                _credit = checked(_credit + ore);
        }

        return (rows, texts?.GetAwaiter().GetResult());
    }

    private string WriteRows(LedgerRows run, RowOrder order)
    {
        var series = CodeOrder.Of(run.SeriesCodes, run.VoucherSeries);
        var counterparty = CodeOrder.Of(run.CounterpartyCodes, run.Counterparty.AsSpan(0, run.Count));
        var activity = CodeOrder.Of(run.ActivityCodes, run.Activity.AsSpan(0, run.Count));
        var project = CodeOrder.Of(run.ProjectCodes, run.Project.AsSpan(0, run.Count));
        using var duck = _files.Connection();
        using var table = new DuckTable(duck, "incoming",
        [
            "line INTEGER", $"series {DuckTable.TypeOf(series)}", "voucher VARCHAR", "date DATE", $"account {DuckTable.TypeOf(order.Account)}",
            $"cost_centre {DuckTable.TypeOf(order.CostCentre)}", $"counterparty {DuckTable.TypeOf(counterparty)}", $"activity {DuckTable.TypeOf(activity)}",
            $"project {DuckTable.TypeOf(project)}", "ore BIGINT", "quantity_milli BIGINT",
        ]);
        var longNumbers = new List<byte[]>();
        var numbers = run.VoucherNumbers.Select(n => Number(n, longNumbers)).ToArray();
        Span<int> seriesOf = new int[DuckTable.PieceRows];
        for (var from = 0; from < run.Count; from += DuckTable.PieceRows)
        {
            var rows = order.Rows.AsSpan(from, Math.Min(DuckTable.PieceRows, run.Count - from));
            table.Begin(rows.Length);
            Fill(table.Ints(0), rows, run.Line, 0);
            for (var i = 0; i < rows.Length; i++)
                seriesOf[i] = run.Voucher[rows[i]];
            table.Codes(1, seriesOf[..rows.Length], run.VoucherSeries, series);
            var texts = table.Texts(2);
            for (var i = 0; i < rows.Length; i++)
                texts[i] = numbers[run.Voucher[rows[i]]];
            Fill(table.Ints(3), rows, run.Day, DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber);
            table.Codes(4, rows, run.Account, order.Account);
            table.Codes(5, rows, run.CostCentre, order.CostCentre);
            table.Codes(6, rows, run.Counterparty, counterparty);
            table.Codes(7, rows, run.Activity, activity);
            table.Codes(8, rows, run.Project, project);
            var ore = table.Longs(9);
            for (var i = 0; i < rows.Length; i++)
                ore[i] = run.Ore[rows[i]];
            table.Longs(10, rows, run.QuantityMilli, LedgerRows.NoQuantity);
            table.End();
        }

        table.Close();
        // Texts were pointed to where they lie, until now.
        GC.KeepAlive((longNumbers, series, order, counterparty, activity, project));
        return FactFiles.Copy(duck, "incoming", _files.RowsFolder);
    }

    private static void Fill(Span<int> target, ReadOnlySpan<int> rows, int[] column, int less)
    {
        for (var i = 0; i < rows.Length; i++)
            target[i] = column[rows[i]] - less;
    }

    /// <summary>A voucher's number; one too long to lie in the vector is kept where it lies.</summary>
    private static VectorText Number(string number, List<byte[]> kept)
    {
        if (Encoding.UTF8.GetMaxByteCount(number.Length) <= 64)
        {
            Span<byte> utf8 = stackalloc byte[64];
            var length = Encoding.UTF8.GetBytes(number, utf8);
            if (length <= VectorText.Longest)
                return new(utf8[..length]);
        }

        kept.Add(PinnedText.Of(number));
        return new(kept[^1]);
    }

    private string WriteTexts(LedgerRows run)
    {
        var (ofVouchers, ofRows) = run.Texts!.Value;
        using var duck = _files.Connection();
        using var table = new DuckTable(duck, "incoming", ["line INTEGER", "voucher_text VARCHAR", "row_text VARCHAR"]);
        using var voucherPin = ofVouchers.Pin();
        using var rowPin = ofRows.Pin();
        var rows = Array.FindAll(RowOrder.ByLine(run), row => ofVouchers[run.Voucher[row]].Length > 0 || ofRows[row].Length > 0);
        for (var from = 0; from < rows.Length; from += DuckTable.PieceRows)
        {
            var piece = rows.AsSpan(from, Math.Min(DuckTable.PieceRows, rows.Length - from));
            table.Begin(piece.Length);
            Fill(table.Ints(0), piece, run.Line, 0);
            var voucherTexts = table.Texts(1);
            var rowTexts = table.Texts(2);
            for (var i = 0; i < piece.Length; i++)
            {
                voucherTexts[i] = new(ofVouchers[run.Voucher[piece[i]]]);
                rowTexts[i] = new(ofRows[piece[i]]);
            }

            table.End();
        }

        table.Close();
        return FactFiles.Copy(duck, "incoming", _files.TextsFolder);
    }

    private string Together(List<string> parts, string folder, string order)
    {
        using var duck = _files.Connection();
        var whole = FactFiles.Copy(duck, $"(SELECT * FROM read_parquet([{string.Join(',', parts.Select(RowFilter.Quoted))}]) ORDER BY {order})", folder);
        foreach (var part in parts)
            File.Delete(part);
        parts.Clear();
        return whole;
    }
}
