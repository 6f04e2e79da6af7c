using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>What is told of a measure at the end of a period, in an assessment of the one whose deviation it is about.</summary>
/// <param name="Effect">What it has given from January to the end of the period, better is positive; absent when it is not in money or not known.</param>
/// <param name="Forecast">What it will give in the whole year; absent when nobody has reckoned it.</param>
[Term("åtgärdens effekt")]
public sealed record MeasureReport(string Measure, Money? Effect, Money? Forecast, Bilingual? Text);
