using Styrkedja.Amounts;

namespace Styrkedja.Disclosure;

/// <summary>A table as it may be shown: every cell is its value or a mark that it is hidden. What is hidden is not in it.</summary>
/// <remarks>The mark does not tell why: a small cell and one hidden to protect it look alike.</remarks>
public sealed class PublishedTable
{
    private readonly long?[] _shown;

    internal PublishedTable(IReadOnlyList<TableDimension> dimensions, bool ofMoney, bool rounded, long?[] shown)
    {
        (Dimensions, OfMoney, Rounded, _shown) = (dimensions, ofMoney, rounded, shown);
        Steps = UnpublishedTable.StepsOf(dimensions);
    }

    public IReadOnlyList<TableDimension> Dimensions { get; }

    public bool OfMoney { get; }

    /// <summary>True when innermost cells are rounded and totals are sums of what is shown, so that they may differ from the true ones.</summary>
    public bool Rounded { get; }

    /// <summary>The cells in one row, the last dimension running fastest; null where hidden.</summary>
    public IReadOnlyList<long?> Shown => _shown;

    private int[] Steps { get; }

    /// <summary>The value of a cell, persons or öre; null when it is hidden.</summary>
    public long? this[params IReadOnlyList<string> codes]
    {
        get
        {
            var cell = 0;
            for (var d = 0; d < Steps.Length; d++)
                cell += Dimensions[d].PlaceOf(codes[d]) * Steps[d];
            return _shown[cell];
        }
    }

    /// <summary>How many of a hundred the first cell is of the second, with one decimal; nothing when either is hidden or the second tells of too few.</summary>
    /// <remarks>Hidden too when what remains of the second is hidden: the caller names that cell when the table holds it.</remarks>
    public decimal? PercentOf(IReadOnlyList<string> part, IReadOnlyList<string> whole, DisclosureParameters parameters, IReadOnlyList<string>? rest = null) =>
        this[part] is { } some && this[whole] is { } all && all >= parameters.MinimumDenominator && (rest is null || this[rest] is not null)
            ? decimal.Round(some * 100m / all, 1, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>Money of one cell spread over the persons of the same cell in another table; nothing when either is hidden or the persons are too few.</summary>
    public Money? MeanOver(PublishedTable persons, IReadOnlyList<string> codes, DisclosureParameters parameters) =>
        this[codes] is { } ore && persons[codes] is { } count && count >= parameters.MinimumDenominator
            ? new Money((long)decimal.Round((decimal)ore / count, 0, MidpointRounding.ToEven))
            : null;
}
