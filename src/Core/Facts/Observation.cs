namespace Styrkedja.Facts;

/// <summary>A value that came from outside for a figure: an indicator's value, or a total that was published.</summary>
/// <param name="Figure">Address of the figure it is a value of, such as result/2017-01..2017-12/REGION.</param>
/// <param name="Value">In the unit given, rounded as the source rounded it.</param>
/// <param name="Decimals">How many decimals the source gave, so that agreement can be judged at its precision.</param>
/// <param name="Source">Key of the published source; absent when the value is illustrative.</param>
public sealed record Observation(string Figure, decimal Value, int Decimals, string Unit, string? Source, string? Note, bool Illustrative);

/// <summary>An observation and the batch that brought it.</summary>
public sealed record KnownObservation(Observation Observation, KnownBatch Batch);
