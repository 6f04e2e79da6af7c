using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Organisation;
using Styrkedja.Tests;

namespace Styrkedja.App.Tests.Halland;

/// <summary>Honest to the öre: what changes in a raw file changes above it by exactly as much, and nowhere else.</summary>
public sealed class OneOreTests
{
    [Fact]
    public void One_ore_more_in_a_voucher_moves_every_figure_above_it_by_one_ore()
    {
        var file = BuiltRegion.SieFiles(2017).First(f => Path.GetFileName(f) == "PSY-2017-01.si");
        var raw = Encoding.Latin1.GetString(File.ReadAllBytes(file));
        var changed = OneOreMore(raw, out var costCentre, out var account);
        var january = new Period(new(2017, 1), new(2017, 1));

        var before = Figures(raw, january, costCentre, account);
        var after = Figures(changed, january, costCentre, account);

        Assert.Equal(before.Select(b => b with { Ore = b.Above ? b.Ore - 1 : b.Ore }), after);
        Assert.Contains(before, b => b.Above);
        Assert.Contains(before, b => !b.Above);
    }

    /// <summary>Adds one öre of cost to the first cost row of the file and takes it from the balance row of the same voucher.</summary>
    private static string OneOreMore(string raw, out string costCentre, out string account)
    {
        var lines = raw.Split("\r\n");
        var first = Array.FindIndex(lines, l => l.TrimStart().StartsWith("#TRANS 4", StringComparison.Ordinal));
        var balance = Array.FindIndex(lines, first, l => l.TrimStart().StartsWith("#TRANS 1", StringComparison.Ordinal) || l.TrimStart().StartsWith("#TRANS 2", StringComparison.Ordinal));
        (account, costCentre) = (lines[first].TrimStart().Split(' ')[1], lines[first].Split('{')[1].Split(' ')[1].Trim('"', '}'));
        lines[first] = Plus(lines[first], 1);
        lines[balance] = Plus(lines[balance], -1);
        return string.Join("\r\n", lines.Where(l => !l.StartsWith("#KSUMMA", StringComparison.Ordinal)));
    }

    private static string Plus(string line, int ore)
    {
        var end = line.IndexOf("} ", StringComparison.Ordinal) + 2;
        var rest = line[end..].Split(' ', 2);
        var amount = decimal.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) + (ore / 100m);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{line[..end]}{amount:0.00}{(rest.Length > 1 ? " " + rest[1] : "")}");
    }

    private static List<(string Figure, bool Above, long Ore)> Figures(string raw, Period period, string costCentre, string account)
    {
        var folder = BuiltRegion.DecisionsOnly();
        using var region = RegionArchive.Open(folder);
        var result = new ImportLedger(region).Import(Encoding.Latin1.GetBytes(raw), "PSY-2017-01.si", new(new DateTimeOffset(2018, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(result.Refused);
        var view = region.ViewAt(region.Viewpoint(period, null, null));
        var above = view.State.Organisation.PathUp(costCentre).Select(s => s.Id).Append(Subject.GroupId).ToHashSet();
        List<(string, bool, long)> figures =
        [
            .. view.State.Organisation.Subjects.Select(s => (s.Id, above.Contains(s.Id), view.Evaluate(new(Measure.Result, period, s.Id)).Money.Ore)),
            .. above.Select(id => ($"{id} {account}", true, view.Evaluate(new(Measure.Result, period, id, new(Account: account))).Money.Ore)),
            .. above.Select(id => ($"{id} cost", true, view.Evaluate(new(Measure.Cost, period, id)).Money.Ore)),
        ];
        Directory.Delete(folder, recursive: true);
        return figures;
    }
}
