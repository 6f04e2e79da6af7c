using System.Globalization;
using System.Reflection;
using Styrkedja.Decisions;
using Styrkedja.Indicators;

namespace Styrkedja.App.FollowingUp;

/// <summary>The tables that indicators are read by, as they lie in data/code-lists: regions, polarities, and what makes regions alike.</summary>
public static class IndicatorTables
{
    /// <summary>How many regions are called similar.</summary>
    private const int MostAlike = 5;

    /// <summary>The tables, and no values yet.</summary>
    public static IndicatorGround Ground { get; } = Read();

    private static IndicatorGround Read()
    {
        var polarities = Rows("kolada-polarity").ToDictionary(row => row[0], row => PolarityOf(row[1]), StringComparer.Ordinal);
        return IndicatorGround.None with
        {
            PolarityOf = (source, code) => source == IndicatorGround.WordOf(StatisticsSource.Kolada) && polarities.TryGetValue(code, out var polarity) ? polarity : null,
            Regions = [.. Rows("regions").Select(row => new StatisticsPlace(row[0], row[1]))],
            Likeness = [.. Rows("similar-regions").Select(row => new LikenessMeasure(row[0], row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture)))],
            MostAlike = MostAlike,
        };
    }

    private static Polarity PolarityOf(string word) => word switch
    {
        "higher-is-better" => Polarity.HigherIsBetter,
        "lower-is-better" => Polarity.LowerIsBetter,
        "neutral" => Polarity.Neutral,
        _ => throw new InvalidDataException($"The table of polarities does not know {word}."),
    };

    /// <summary>The rows of a table after remarks and heading.</summary>
    private static IEnumerable<string[]> Rows(string table)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"code-lists/{table}.csv")!;
        using var text = new StreamReader(file);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#').Skip(1).Select(line => line.Split(';'))];
    }
}
