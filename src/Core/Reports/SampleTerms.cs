using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;

namespace Styrkedja.Reports;

/// <summary>By what the rows of a sample are chosen.</summary>
public enum SampleMethod
{
    /// <summary>Each krona has the same chance: from a random start every so many kronor a row is hit, so that large rows are chosen more often than small ones.</summary>
    [Term("monetärt urval")] MonetaryUnit,

    /// <summary>Each row has the same chance, whatever its amount.</summary>
    EachRow,
}

/// <summary>An auditor's sample of the rows behind a figure, as it is asked for; the same terms over the same rows always give the same sample.</summary>
/// <remarks>Units are öre, by the size of each row whichever way it goes, or rows. They are numbered from zero in the order in which rows are shown and taken out: by date, source file, line.
/// What is random comes from the first eight bytes, as a whole number with the most significant byte first, of SHA-256 over "seed/place/figure", less whole multiples of the number it must stay
/// below. Rule: our own choice, DECISIONS 2026-11-28; systematic monetary-unit sampling as ISA 530 names it.</remarks>
/// <param name="Count">How many times something is hit, at least 1.</param>
/// <param name="Seed">A number that whoever draws has chosen, and keeps.</param>
public sealed record SampleTerms(FigureAddress Figure, SampleMethod Method, int Count, long Seed)
{
    public const int MostRows = 100;

    /// <summary>The units that are hit, the first first, of so many.</summary>
    /// <remarks>By amount: units at an even distance of all by the count, so that a row of that size or more is always hit, and one of several times it several times. By rows: as many
    /// different ones as asked for, or all.</remarks>
    public IReadOnlyList<long> Hits(long units)
    {
        if (units <= 0)
            return [];
        if (Method == SampleMethod.MonetaryUnit)
        {
            var start = Drawn(0, units);
            return [.. Enumerable.Range(0, Count).Select(k => (long)((((Int128)k * units) + start) / Count))];
        }

        var hits = new SortedSet<long>();
        for (var place = 0L; hits.Count < Math.Min(Count, units); place++)
            hits.Add(Drawn(place, units));
        return [.. hits];
    }

    /// <summary>The distance in öre between one hit and the next, not rounded: a row of this size or more is always hit.</summary>
    public decimal Interval(Money size) => (decimal)size.Ore / Count;

    /// <summary>How many öre are passed before the first hit, not rounded.</summary>
    public decimal Start(Money size) => size.Ore <= 0 ? 0 : (decimal)Drawn(0, size.Ore) / Count;

    /// <summary>In which of items laid end to end each hit falls, and where in it.</summary>
    /// <param name="hits">Units, ascending, none beyond the last item.</param>
    /// <param name="sizes">How many units each item holds.</param>
    public static IReadOnlyList<(int Item, long Unit)> Places(IReadOnlyList<long> hits, IReadOnlyList<long> sizes)
    {
        var places = new List<(int, long)>(hits.Count);
        var (item, before) = (0, 0L);
        foreach (var hit in hits)
        {
            while (hit - before >= sizes[item])
                before += sizes[item++];
            places.Add((item, hit - before));
        }

        return places;
    }

    private long Drawn(long place, long below)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed}/{place}/{Figure}")));
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)below);
    }
}
