namespace Styrkedja.Facts;

/// <summary>How many values of each status a batch of indicators holds, and what those told add up to: proof that its file is as it was written.</summary>
/// <param name="Sum">Sum of the values told, whatever their units; it means nothing but that nothing has been changed.</param>
public sealed record IndicatorSums(long Told, long Missing, long Suppressed, long Withdrawn, decimal Sum)
{
    /// <summary>The sums of values in the order that they lie in their file.</summary>
    public static IndicatorSums Of(IReadOnlyList<IndicatorValue> values)
    {
        long told = 0, missing = 0, suppressed = 0, withdrawn = 0;
        var sum = 0m;
        foreach (var value in values)
        {
            sum += value.Value ?? 0;
            switch (value.Status)
            {
                case ValueStatus.Told:
                    told++;
                    break;
                case ValueStatus.Missing:
                    missing++;
                    break;
                case ValueStatus.Suppressed:
                    suppressed++;
                    break;
                default:
                    withdrawn++;
                    break;
            }
        }

        return new(told, missing, suppressed, withdrawn, sum);
    }

    public long Rows => Told + Missing + Suppressed + Withdrawn;
}

/// <summary>What a measure was called by its source when values of it were fetched; titles change.</summary>
public sealed record IndicatorTitle(string Source, string Code, string Title);

/// <summary>An answer of a source from which values were read, kept whole beside them under the hash of its bytes.</summary>
/// <param name="At">When it was fetched.</param>
/// <param name="Hash">SHA-256 of the bytes as they came.</param>
public sealed record FetchedAnswer(string Address, DateTimeOffset At, string Hash, long Bytes);

/// <summary>What a batch of indicators says of itself in the journal, beyond what every batch says.</summary>
/// <param name="Unchanged">How many more values the source told that were as they were known already; they are not told again.</param>
/// <param name="Answers">In the order they were read; empty when the values came in a table, which the batch is named by.</param>
public sealed record IndicatorManifest(IndicatorSums Sums, long Unchanged, IReadOnlyList<IndicatorTitle> Titles, IReadOnlyList<FetchedAnswer> Answers);
