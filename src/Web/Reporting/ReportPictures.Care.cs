using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Web.Charts;
using static Styrkedja.Web.Reporting.DrawingSheet;

namespace Styrkedja.Web.Reporting;

/// <summary>A municipality or other place that residents come from.</summary>
/// <param name="Value">What flows from it, or how many live there; nothing when it may not be told.</param>
/// <param name="Heading">What stands above it, for the first of those that belong together.</param>
public sealed record PictureHome(string Code, string Name, long? Value, string Text, string? Heading = null);

/// <summary>The words of the picture of the care system.</summary>
/// <param name="Region">The financier's name.</param>
/// <param name="Said">A value with its unit; given nothing it says that it may not be told.</param>
/// <param name="UntoldArms">What stands at so many arms that may not be told one by one.</param>
public sealed record CarePictureWords(
    string Residents,
    string Financier,
    string Regimes,
    string Arms,
    string Region,
    Func<long?, string> Said,
    Func<Regime, string> RegimeName,
    Func<CareSystemArm, string> ArmName,
    Func<int, string> UntoldArms);

public static partial class ReportPictures
{
    /// <summary>Who pays whom for care: residents, the region as financier, who runs the care, and each arm, heights after what flows.</summary>
    public static Drawing CareSystem(CareSystemFlows flows, IReadOnlyList<PictureHome> homes, CarePictureWords words)
    {
        const decimal homeX = 104, block = 10, beside = 7, top = 30;
        // Where no homes are told of, the rest has their room.
        var (financierX, regimeX, armX) = homes.Count > 0 ? (208m, 328m, 446m) : (0m, 190m, 380m);
        var (financierRoom, regimeRoom, armRoom) = (regimeX - financierX - block - (2 * beside), armX - regimeX - block - (2 * beside), Width - armX - block - beside);
        IReadOnlyList<string> NameOf(CareRow row) => Wrapped(row.Arms is [{ Value: not null } arm] ? words.ArmName(arm) : words.UntoldArms(row.Arms.Count), armRoom, 2);
        var twoLines = flows.Arms.Any(a => Wrapped(words.ArmName(a), armRoom, 2).Count > 1);
        var layout = new CareSystemLayout(flows, [.. homes.Select(h => (h.Code, h.Value, h.Heading is not null))], 320, twoLines ? 50 : 34, 32);
        var sheet = new DrawingSheet();
        foreach (var (x, head, room) in new[] { (0m, homes.Count > 0 ? words.Residents : "", homeX), (financierX, words.Financier, financierRoom + block), (regimeX, words.Regimes, regimeRoom + block), (armX, words.Arms, armRoom) })
            sheet.Text(x, 12, Wrapped(head, room, 1, Small)[0], Small, fill: Granite);
        foreach (var band in layout.Bands)
        {
            var (left, right) = band.Step switch { 0 => (homeX + block, financierX), 1 => (financierX + block, regimeX), _ => (regimeX + block, armX) };
            sheet.Area(CareSystemLayout.Outline(band with { FromY = band.FromY + top, ToY = band.ToY + top }, left, right), ColourOf(band.Block.Regime), band.Block.Untold ? 0.12m : 0.3m);
        }

        foreach (var (home, at) in homes.Zip(layout.Homes))
        {
            var middle = at.Middle + top;
            sheet.Rect(homeX, at.Y + top, block, at.Height, Calm);
            if (home.Heading is { } heading)
                sheet.Text(0, Math.Min(at.Y + top, middle - 16) - 9, Wrapped(heading, homeX + 40, 1, Small)[0], Small, fill: Granite);
            sheet.Text(0, middle - 2, Wrapped(home.Name, homeX - beside, 1)[0]);
            sheet.Text(0, middle + 12, Wrapped(home.Text, homeX - beside, 1, Small)[0], Small, fill: Granite);
        }

        Block(financierX, layout.Financier, Sea);
        On(financierX, layout.Financier.Middle, Wrapped(words.Region, financierRoom, 3), words.Said(flows.Total), financierRoom);
        foreach (var regime in layout.Regimes)
        {
            Block(regimeX, regime, ColourOf(regime.Regime));
            On(regimeX, regime.Middle, Wrapped(words.RegimeName(regime.Regime!.Value), regimeRoom, 2), words.Said(flows.ByRegime[regime.Regime.Value]), regimeRoom);
        }

        foreach (var row in layout.Rows)
        {
            Block(armX, row.Block, ColourOf(row.Regime));
            var name = NameOf(row);
            var first = row.Block.Middle + top - ((name.Count + 1) * LineOf(Size) / 2) + Size - 1;
            sheet.Lines(armX + block + beside, first, name);
            sheet.Text(armX + block + beside, first + (name.Count * LineOf(Size)), Wrapped(words.Said(row.Value), armRoom, 1, strong: true)[0], strong: true);
        }

        return sheet.Finish(Width, layout.Height + top + 12);

        void Block(decimal x, CareBlock at, string colour)
        {
            if (at.Untold)
                sheet.Rect(x + 0.5m, at.Y + top, block - 1, at.Height, White, 1, colour, "2 2");
            else
                sheet.Rect(x, at.Y + top, block, at.Height, colour);
        }

        void On(decimal x, decimal middle, IReadOnlyList<string> name, string value, decimal room)
        {
            var said = Wrapped(value, room, 1, strong: true);
            var first = middle + top - ((name.Count + said.Count) * LineOf(Size) / 2) + Size - 1;
            sheet.Lines(x + block + beside, first, name);
            sheet.Lines(x + block + beside, first + (name.Count * LineOf(Size)), said, strong: true);
        }
    }

    private static string ColourOf(Regime? regime) => regime switch
    {
        Regime.Own => Own,
        Regime.Private => Private,
        null => Calm,
        _ => Out,
    };
}
