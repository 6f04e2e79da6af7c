using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What a measure is expected to give in one year.</summary>
/// <param name="Amount">With the sign of deviations: a better result is positive, what the measure costs first is negative.</param>
public sealed record ExpectedEffect(int Year, Money Amount);

/// <summary>Something is decided to be done about a deviation from budget or goal, and followed until it is ended.</summary>
/// <param name="Subject">Whose deviation it is: a body, administration or unit, or the region itself.</param>
/// <param name="Owner">The office, unit or body that carries it out and tells how it goes.</param>
/// <param name="Why">The deviation in words; absent when subject, group and goal say enough.</param>
/// <param name="Group">Id of the account group that deviates; absent when it is about several.</param>
/// <param name="Goal">The goal or sub-goal that deviates; absent when it is about money alone.</param>
/// <param name="Effects">Year by year; empty when it is expected to change no amount.</param>
/// <param name="Time">From the day it begins to the day on which it is to be carried out.</param>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 6 §: a committee sees to it that its operations keep to goals and budget.</remarks>
[Term("åtgärd")]
public sealed record DecideMeasure(
    string Id,
    string Subject,
    string Owner,
    Bilingual Text,
    Bilingual? Why,
    string? Group,
    string? Goal,
    IReadOnlyList<ExpectedEffect> Effects,
    Validity Time) : Act;

/// <summary>How a measure came to its end.</summary>
public enum MeasureEnding
{
    /// <summary>Carried out; what it was expected to give still counts.</summary>
    Done,

    /// <summary>Broken off; no more is expected of it than it has given.</summary>
    Stopped,

    /// <summary>Another measure has come in its place.</summary>
    Replaced,
}

/// <summary>A measure is followed no longer.</summary>
public sealed record EndMeasure(string Measure, MeasureEnding How, Bilingual? Text) : Act;
