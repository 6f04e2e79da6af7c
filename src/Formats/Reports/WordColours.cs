namespace Styrkedja.Formats.Reports;

/// <summary>The few colours of a report on paper; text stands out from white by at least 7 to 1.</summary>
internal static class WordColours
{
    public const string Ink = "1B1F23";
    public const string Granite = "4A5058";
    public const string Sea = "17496A";
    public const string Hairline = "CFC8BB";
    public const string Sand = "F6F1E8";
    public const string Brick = "8A3118";
    public const string Teal = "0F5750";
}
