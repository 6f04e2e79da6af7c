using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Facts;

/// <summary>Whom a value is about: all, women or men.</summary>
public enum Sex
{
    All,
    Women,
    Men,
}

/// <summary>Why a place, period and sex has no value, or that it has one.</summary>
public enum ValueStatus
{
    /// <summary>There is a value.</summary>
    Told,

    /// <summary>The source has none; that is not zero.</summary>
    Missing,

    /// <summary>The source keeps it to itself, since it could show something of someone.</summary>
    Suppressed,

    /// <summary>The source has taken back what it had told.</summary>
    Withdrawn,
}

/// <summary>What one value is a value of: whose statistics, which measure, which place, when, and whom it is about.</summary>
/// <param name="Source">Word of the source, such as kolada, scb or own.</param>
/// <param name="Code">The source's own code of the measure, such as N79222 or TAB638:BE0101N1; for own indicators the id that a decision gave.</param>
/// <param name="Place">The source's code of the place with leading zeros (0013, 1380, 0000), or an id of the region's own organisation.</param>
/// <param name="Period">The year, or the months, that the value is about.</param>
/// <param name="Part">A further breakdown such as an age band; empty for the whole.</param>
public sealed record IndicatorKey(string Source, string Code, string Place, Period Period, Sex Sex = Sex.All, string Part = "");

/// <summary>A value of an indicator as its source told it once. A later one of the same key stands beside it and never replaces it.</summary>
/// <remarks>A value that is missing is never zero. Unit: that of the indicator.</remarks>
/// <param name="Value">Present exactly when the status is told.</param>
/// <param name="Count">How many the value is about or, for a group, how many members it is the mean of; absent when the source does not say.</param>
[Term("indikatorvärde")]
public sealed record IndicatorValue(IndicatorKey Key, decimal? Value, ValueStatus Status, int? Count = null);

/// <summary>A value and when it was taken in.</summary>
/// <param name="Position">Where in the journal the batch stands that brought it.</param>
/// <param name="Recorded">When that entry was written.</param>
public sealed record KnownIndicatorValue(IndicatorValue Value, long Position, DateTimeOffset Recorded);
