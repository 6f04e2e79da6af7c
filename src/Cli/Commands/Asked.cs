using System.CommandLine;
using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Region;

namespace Styrkedja.Cli.Commands;

/// <summary>The options that several commands share: which region, from which moment, in which form.</summary>
internal sealed class Asked(Texts texts)
{
    /// <summary>The region's folder when no one names another.</summary>
    public static string DefaultFolder => Environment.GetEnvironmentVariable("STYRKEDJA_DATA") ?? Path.Combine("var", "halland");

    public Option<string> Data { get; } = new("--data") { Description = texts["cli.data"], DefaultValueFactory = _ => DefaultFolder, HelpName = "DIR" };

    public Option<string?> AsOf { get; } = new("--as-of") { Description = texts["cli.as-of"], HelpName = "DATE" };

    public Option<string?> KnownAt { get; } = new("--known-at") { Description = texts["cli.known-at"], HelpName = "POSITION|DATE" };

    public Option<string> Format { get; } = FormatOption(texts, "text", "json");

    public static Option<string> FormatOption(Texts texts, params string[] formats)
    {
        var option = new Option<string>("--format") { Description = texts["cli.format"], DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public RegionArchive Open(ParseResult asked)
    {
        var folder = asked.GetValue(Data)!;
        return File.Exists(Path.Combine(folder, "journal.sqlite")) ? RegionArchive.Open(folder) : throw new IOException(texts["cli.no-region", ("folder", folder)]);
    }

    public bool Json(ParseResult asked) => asked.GetValue(Format) == "json";

    /// <summary>The viewpoint asked for; nothing, and a sentence told, when a date or position cannot be read.</summary>
    public Viewpoint? Viewpoint(ParseResult asked, RegionArchive archive, Period period)
    {
        DateOnly? asOf = null;
        if (asked.GetValue(AsOf) is { } asOfText)
        {
            if (!TryDate(asOfText, out var day))
                return Unreadable(asOfText);
            asOf = day;
        }

        long? knownAt = null;
        if (asked.GetValue(KnownAt) is { } knownText)
        {
            if (long.TryParse(knownText, NumberStyles.None, CultureInfo.InvariantCulture, out var position))
                knownAt = position;
            else if (TryDate(knownText, out var day))
                knownAt = archive.PositionAt(day);
            else
                return Unreadable(knownText);
        }

        return archive.Viewpoint(period, asOf, knownAt);
    }

    private Viewpoint? Unreadable(string text)
    {
        Console.Error.WriteLine(texts["cli.not-a-moment", ("found", text)]);
        return null;
    }

    private static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
