using Styrkedja.Amounts;
using Styrkedja.FollowUp;

namespace Styrkedja.App.FollowingUp;

/// <summary>One number of a statement: a figure with its address, or an amount that decisions tell.</summary>
/// <param name="Decision">Id of the decision that the amount rests on, where it is no figure.</param>
public sealed record StatementCell(Figure? Figure, Money? Amount = null, string? Decision = null)
{
    /// <summary>A place where the statement has no number.</summary>
    public static readonly StatementCell Empty = new(null, null);
}

/// <summary>A row of a statement with its numbers, one a column.</summary>
/// <param name="Total">True for a sum of the rows above.</param>
/// <param name="Subject">Whom the row is about, where it is about someone.</param>
public sealed record StatementTableRow(string Name, bool Total, IReadOnlyList<StatementCell> Cells, string? Subject = null);

/// <summary>A statement as it is shown on a page, printed on the command line and written as data: the same rows in the same order everywhere.</summary>
/// <param name="Id">A word that the table is known by in files and links.</param>
/// <param name="Columns">What the numbers of each column are, the first the name of the row.</param>
/// <param name="Notes">What a reader must know beside the rows.</param>
public sealed record StatementTable(string Id, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<StatementTableRow> Rows, IReadOnlyList<string> Notes);
