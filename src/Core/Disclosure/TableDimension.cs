namespace Styrkedja.Disclosure;

/// <summary>What a published table is divided by: codes in one or more steps under a total, such as municipalities under areas or the sexes under both.</summary>
/// <remarks>A code is told of by its place in <see cref="Codes"/>; the total is at place 0 and stands before its parts, and so does every code that has parts.</remarks>
public sealed class TableDimension
{
    private TableDimension(string name, IReadOnlyList<string> codes, IReadOnlyList<int> above)
    {
        (Name, Codes, Above) = (name, codes, above);
        var parts = codes.Select(_ => new List<int>()).ToArray();
        for (var place = 1; place < codes.Count; place++)
            parts[above[place]].Add(place);
        Parts = parts;
        Innermost = [.. Enumerable.Range(0, codes.Count).Where(place => parts[place].Count == 0)];
    }

    public string Name { get; }

    public IReadOnlyList<string> Codes { get; }

    /// <summary>The place of what each code is a part of; -1 for the total.</summary>
    public IReadOnlyList<int> Above { get; }

    /// <summary>The places of the parts of each code.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parts { get; }

    /// <summary>The places of codes without parts.</summary>
    public IReadOnlyList<int> Innermost { get; }

    /// <summary>A dimension of codes, each with the code it is a part of; those without one are parts of the total.</summary>
    /// <exception cref="ArgumentException">A code stands twice, or under one that does not stand before it.</exception>
    public static TableDimension Of(string name, string total, IEnumerable<(string Code, string? Under)> codes)
    {
        var (all, above, places) = (new List<string> { total }, new List<int> { -1 }, new Dictionary<string, int>(StringComparer.Ordinal) { [total] = 0 });
        foreach (var (code, under) in codes)
        {
            if (!places.TryGetValue(under ?? total, out var place) || !places.TryAdd(code, all.Count))
                throw new ArgumentException($"{code} stands twice or before {under}.", nameof(codes));
            all.Add(code);
            above.Add(place);
        }

        return new(name, all, above);
    }

    /// <summary>A dimension in one step.</summary>
    public static TableDimension Of(string name, string total, params IEnumerable<string> codes) => Of(name, total, codes.Select(code => (code, (string?)null)));

    /// <summary>The place of a code.</summary>
    /// <exception cref="ArgumentException">No such code.</exception>
    public int PlaceOf(string code)
    {
        for (var place = 0; place < Codes.Count; place++)
        {
            if (Codes[place] == code)
                return place;
        }

        throw new ArgumentException($"{Name} has no {code}.", nameof(code));
    }

    /// <summary>A place and everything it is a part of, the total last.</summary>
    internal IEnumerable<int> UpFrom(int place)
    {
        for (; place >= 0; place = Above[place])
            yield return place;
    }
}
