using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The head of a unit says that the unit's month is booked and gone through.</summary>
/// <remarks>Execution, not a delegated decision: it decides nothing in any matter, so it is not reported at a meeting. It stands for the rows that were known when it was
/// given; later rows do not take it away but are shown beside it. Rule: kommunallagen (2017:725) 6 kap. 6 §; (1991:900) 6 kap. 7 §.</remarks>
/// <param name="Subject">The unit, administration, part of a budget or body whose month it is.</param>
/// <param name="Remark">What the head wants known, such as an invoice that is disputed; absent when nothing is.</param>
[Term("avstämning av månad")]
public sealed record SignOffMonth(string Subject, Month Month, Bilingual? Remark) : Act;

/// <summary>The ledger is closed from January through a month: no row of those months is taken in, and none is taken away.</summary>
/// <remarks>A lock of the ledger alone: decisions about organisation, chart and budget are shown as they stand. Rule: the executive board leads and coordinates the region's
/// economy (kommunallagen 6 kap. 1 §), as a rule by delegation to the finance director.</remarks>
/// <param name="Through">The last month; all months before it in the same year are closed too.</param>
[Term("periodlås")]
public sealed record ClosePeriod(Month Through) : Act
{
    /// <summary>The kind of matter that closing and opening the ledger is, in the words of delegations.</summary>
    public const string Matter = "period-lock";
}

/// <summary>One closed month is opened again for rows, with the reason that every figure of it is then shown with.</summary>
/// <remarks>Closing it anew locks it with the rows that have come; that it was open is still told.</remarks>
public sealed record ReopenPeriod(Month Month, Bilingual Reason) : Act;
