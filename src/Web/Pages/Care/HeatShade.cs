namespace Styrkedja.Web.Pages.Care;

/// <summary>How dark a cell of a table of shades is; the number stands in the cell, so that nothing rests on the shade.</summary>
public static class HeatShade
{
    private const int Shades = 5;

    /// <summary>The class of a shade: none for nothing or what is hidden, then one to five.</summary>
    public static string Of(decimal? value, decimal highest) => value is not { } told || told <= 0 || highest <= 0 ? "" : $"heat-{Math.Clamp((int)Math.Ceiling(told * Shades / highest), 1, Shades)}";
}
