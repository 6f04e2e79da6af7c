using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>A batch whose file of rows is read, and its rank among those that one question is about.</summary>
internal readonly record struct RowSource(int Rank, FactBatch Batch, string File);

/// <summary>The batches of one question in the order that their rows are told within a day, and how the database is told of them.</summary>
/// <remarks>The database numbers the files of a list in the order of the list, so a batch is known by its number and no row need be joined with the name of its file. A file that two
/// batches share stands twice in the list and is read as two.</remarks>
internal sealed class RowSources
{
    public const string RowColumns = "line, series, voucher, date, account, cost_centre, counterparty, activity, project, ore, quantity_milli";

    private RowSources(IReadOnlyList<RowSource> all) => All = all;

    public IReadOnlyList<RowSource> All { get; }

    public static RowSources Of(IEnumerable<FactBatch> batches, RowFilter filter, Func<string, string> pathOf) => new(
    [
        .. batches.Where(b => b.Kind == FactKind.Ledger && b.RowsFile is not null && b.Period.From.Index <= filter.Period.To.Index && b.Period.To.Index >= filter.Period.From.Index)
            .OrderBy(b => b.SourceName, StringComparer.Ordinal).ThenBy(b => b.Id, StringComparer.Ordinal)
            .Select((batch, rank) => new RowSource(rank, batch, pathOf(batch.RowsFile!))),
    ]);

    /// <summary>The rank of the batch that a place is in; nothing when it is not among these.</summary>
    public int? RankOf(RowPlace place) => All.Where(s => place.IsIn(s.Batch.Id)).Select(s => (int?)s.Rank).FirstOrDefault();

    /// <summary>The rows of some sources as the database reads them; <c>file_index</c> is the place in the list.</summary>
    public static string Table(IEnumerable<RowSource> sources) => $"read_parquet([{string.Join(',', sources.Select(s => RowFilter.Quoted(s.File)))}])";

    /// <summary>The condition that keeps the rows on one side of a place, among sources in the order of their ranks.</summary>
    public string Beyond(IReadOnlyList<RowSource> sources, RowPlace place, RowDirection direction)
    {
        var (day, sign) = ($"DATE '{RowFilter.Iso(place.Date)}'", direction == RowDirection.After ? '>' : '<');
        if (RankOf(place) is not { } rank)
            return direction == RowDirection.After ? $"date >= {day}" : $"date < {day}";
        var at = sources.TakeWhile(s => s.Rank < rank).Count();
        var within = at < sources.Count && sources[at].Rank == rank;
        var files = direction == RowDirection.After ? $"file_index >= {(within ? at + 1 : at)}" : $"file_index < {at}";
        return within
            ? $"(date {sign} {day} OR (date = {day} AND ({files} OR (file_index = {at} AND line {sign} {place.Line}))))"
            : $"(date {sign} {day} OR (date = {day} AND {files}))";
    }
}
