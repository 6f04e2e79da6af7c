using Styrkedja.Calendar;

namespace Styrkedja.FollowUp;

/// <summary>Narrows a figure to one line, group, account, counterparty or activity, to what stands directly on a subject, to one giver, or to one place that an indicator has values of.</summary>
/// <remarks>In addresses the dimensions stand in the order of this record; an empty one is left out.</remarks>
public sealed record Dimensions(
    bool Own = false,
    string? Line = null,
    string? Through = null,
    string? Group = null,
    string? Account = null,
    string? Counterparty = null,
    string? Activity = null,
    string? From = null,
    string? Place = null)
{
    public static readonly Dimensions None = new();

    public IEnumerable<(string Name, string Value)> InOrder()
    {
        if (Own)
            yield return ("own", "yes");
        foreach (var (name, value) in new[] { ("line", Line), ("through", Through), ("group", Group), ("account", Account), ("counterparty", Counterparty), ("activity", Activity), ("from", From), ("place", Place) })
        {
            if (value is not null)
                yield return (name, value);
        }
    }

    /// <summary>The same dimensions with one more; nothing when the name is unknown or already used.</summary>
    public Dimensions? With(string name, string value) => (name, this) switch
    {
        ("own", { Own: false }) when value == "yes" => this with { Own = true },
        ("line", { Line: null }) => this with { Line = value },
        ("through", { Through: null }) => this with { Through = value },
        ("group", { Group: null }) => this with { Group = value },
        ("account", { Account: null }) => this with { Account = value },
        ("counterparty", { Counterparty: null }) => this with { Counterparty = value },
        ("activity", { Activity: null }) => this with { Activity = value },
        ("from", { From: null }) => this with { From = value },
        ("place", { Place: null }) => this with { Place = value },
        _ => null,
    };
}

/// <summary>The name of a figure, the same in pages, API, command line and reports: measure/2017-01..2017-12/subject/dimension=value.</summary>
/// <remarks>Says what the figure is of, never when it was known or in whose organisation; those are a viewpoint, kept apart. An address never changes
/// meaning. Codes are the ledger's own, so the four characters that part an address in a link (/ ? # %) are written in them as %2F, %3F, %23 and %25.</remarks>
public sealed record FigureAddress(Measure Measure, Period Period, string Subject, Dimensions Dimensions)
{
    public FigureAddress(Measure measure, Period period, string subject)
        : this(measure, period, subject, Dimensions.None)
    {
    }

    /// <summary>Reads an address, with or without the leading /figure/ of its page.</summary>
    public static bool TryParse(string text, out FigureAddress address)
    {
        address = null!;
        var parts = text.Trim('/').Split('/');
        if (parts[0] == "figure")
            parts = parts[1..];
        if (parts.Length < 3 || !Measures.TryParse(parts[0], out var measure) || !Period.TryParse(parts[1], out var period) || parts[2].Length == 0)
            return false;
        var dimensions = Dimensions.None;
        foreach (var part in parts[3..])
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || dimensions.With(part[..equals], Uri.UnescapeDataString(part[(equals + 1)..])) is not { } more)
                return false;
            dimensions = more;
        }

        address = new(measure, period, Uri.UnescapeDataString(parts[2]), dimensions);
        return true;
    }

    public override string ToString() =>
        string.Join('/', [Measure.Word(), Period.ToString(), Escaped(Subject), .. Dimensions.InOrder().Select(d => $"{d.Name}={Escaped(d.Value)}")]);

    private static string Escaped(string code) => code.Replace("%", "%25").Replace("/", "%2F").Replace("?", "%3F").Replace("#", "%23");
}
