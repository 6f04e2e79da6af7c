using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

/// <summary>The examples in tests/Specs/vård/röjandekontroll.md: tables as they are, and as they are shown, reckoned by hand.</summary>
public sealed partial class DisclosureSpecificationTests
{
    private const string Hidden = "··";

    public static TheoryData<string> Examples => [.. Read().Select(e => e.Heading)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_table_is_shown_as_reckoned_by_hand(string heading)
    {
        var (_, limits, tables) = Read().Single(e => e.Heading == heading);
        var parameters = Parameters(limits);
        var earlier = new List<Release>();
        IReadOnlyList<TableDimension>? dimensions = null;
        for (var i = 0; i < tables.Count; i++)
        {
            var (table, ofDimensions) = Table(tables[i].Table, dimensions);
            dimensions = ofDimensions;
            var shown = DisclosureControl.Protect(table, parameters, earlier);
            Assert.Equal(Words(tables[i].Shown), Words(Text(shown)));
            if (i + 1 < tables.Count)
                earlier.Add(new([table], [shown], tables[i + 1].Change == "rättad" ? ReleaseChange.Corrects : ReleaseChange.Grows));
        }
    }

    [Fact]
    public void Every_heading_of_a_table_has_what_is_shown() => Assert.Equal(Regex.Count(All(), "^#### ", RegexOptions.Multiline), Read().Count(e => e.Tables.Count > 0));

    private static DisclosureParameters Parameters(string limits)
    {
        var set = DisclosureParameters.DefaultOf(DataSet.Care);
        foreach (var limit in limits.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var number = int.TryParse(Regex.Match(limit, @"\d+").Value, out var n) ? n : 0;
            set = Regex.Replace(limit, @"\s*\d+", "") switch
            {
                "minst" => set with { MinimumCount = number },
                "bredd" => set with { ProtectionWidth = number },
                "nollor döljs" => set with { ZerosShown = false },
                "avrundas" => set with { Method = DisclosureMethod.Rounding },
                _ => throw new FormatException(limit),
            };
        }

        return set;
    }

    /// <summary>Rows under a head of columns; a row that stands further in is a part of the one above it. A cell is a count, or contributors with their amounts.</summary>
    private static (UnpublishedTable Table, IReadOnlyList<TableDimension> Dimensions) Table(string text, IReadOnlyList<TableDimension>? known)
    {
        var lines = text.TrimEnd().Split('\n');
        var columns = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        var rows = new List<(string Code, string? Under, string[] Cells)>();
        foreach (var line in lines[1..])
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            rows.Add((words[0], line.StartsWith(' ') ? rows.Last(r => r.Under is null).Code : null, words[1..]));
        }

        var dimensions = known ?? (columns.Length == 1
            ? [TableDimension.Of("rader", "alla", rows.Select(r => (r.Code, r.Under)))]
            : [TableDimension.Of("rader", "alla", rows.Select(r => (r.Code, r.Under))), TableDimension.Of("kolumner", "alla", columns)]);
        var cells = rows.SelectMany(r => r.Cells.Select((cell, c) => (Places: PlacesOf(dimensions, r.Code, columns[c]), Text: cell))).ToList();
        return cells.Exists(c => c.Text.Contains('='))
            ? (UnpublishedTable.OfAmounts(dimensions, cells.SelectMany(c => c.Text.Split('+').Where(from => from != "0").Select(from => from.Split('=')).Select(from => new TableRow(c.Places, Whole(from[1]), from[0])))), dimensions)
            : (UnpublishedTable.OfCounts(dimensions, cells.Select(c => new TableRow(c.Places, Whole(c.Text)))), dimensions);
    }

    private static int[] PlacesOf(IReadOnlyList<TableDimension> dimensions, string row, string column) =>
        dimensions.Count == 1 ? [dimensions[0].PlaceOf(row)] : [dimensions[0].PlaceOf(row), dimensions[1].PlaceOf(column)];

    private static string Text(PublishedTable shown)
    {
        var rows = shown.Dimensions[0];
        var order = Enumerable.Range(1, rows.Codes.Count - 1).Append(0);
        if (shown.Dimensions.Count == 1)
            return string.Join('\n', order.Select(r => $"{rows.Codes[r]} {Cell(shown[rows.Codes[r]])}"));
        var columns = shown.Dimensions[1].Codes;
        var across = Enumerable.Range(1, columns.Count - 1).Append(0).ToList();
        return string.Join('\n', order.Select(r => $"{rows.Codes[r]} {string.Join(' ', across.Select(c => Cell(shown[rows.Codes[r], columns[c]])))}"));
    }

    private static string Cell(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? Hidden;

    private static long Whole(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Words(string text) => Regex.Replace(text.Trim(), " +", " ").Replace("\n ", "\n", StringComparison.Ordinal);

    private static IEnumerable<(string Heading, string Limits, IReadOnlyList<(string Change, string Table, string Shown)> Tables)> Read() =>
        Example().Matches(All()).Select(match => (
            match.Groups["heading"].Value.Trim(),
            Regex.Match(match.Value, @"^Gränser: (.*)\.$", RegexOptions.Multiline).Groups[1].Value,
            (IReadOnlyList<(string, string, string)>)[.. Blocks().Matches(match.Value).Select(b => (b.Groups["change"].Value.Trim(), b.Groups["table"].Value, b.Groups["shown"].Value))]));

    private static string All([CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Specs", "vård", "röjandekontroll.md")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^#### (?<heading>.*)\n(?:(?!^#).*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"```tabell(?<change>.*)\n(?<table>(?:.*\n)*?)```\s+```visas\n(?<shown>(?:.*\n)*?)```")]
    private static partial Regex Blocks();
}
