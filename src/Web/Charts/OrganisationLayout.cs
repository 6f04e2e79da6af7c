using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Charts;

/// <summary>What a box of the organisation's picture shows.</summary>
public enum OrganisationBoxKind { Assembly, Board, Committee, Administration, Others, Company }

/// <summary>A box of the picture: whom it shows, in lines that fit, and where.</summary>
/// <param name="Id">The subject whose page it leads to; absent for boxes that gather several.</param>
public sealed record OrganisationBox(string? Id, OrganisationBoxKind Kind, IReadOnlyList<string> Lines, string? Minor, int X, int Y, int Width, int Height)
{
    public int Middle => X + (Width / 2);
}

/// <summary>Heads of administrations that a group gathers, drawn as a band around them.</summary>
public sealed record CoordinationBand(string Name, int X, int Width);

/// <summary>The organisation laid out in one picture: the political line from above, the line organisation below, and the groups that coordinate across it.</summary>
/// <remarks>Every committee answers to the assembly, the executive board too; the board leads and oversees. Each administration stands under the committee whose
/// decisions it carries out, and its head answers along the management line.</remarks>
public sealed class OrganisationLayout
{
    public const int Width = 1000;
    public const int CommitteeTop = 78;
    public const int AdministrationTop = 192;
    public const int BoxHeight = 84;
    private const int AssemblyHeight = 50;
    private const int Gap = 10;

    public OrganisationLayout(OrganisationChart chart, Texts t)
    {
        var line = Lines(chart).ToList();
        var columns = line.Count + 1;
        var wide = ((Width + Gap) / columns) - Gap;
        Assembly = new(Subject.AssemblyId, OrganisationBoxKind.Assembly, [NameOf(chart, t, Subject.AssemblyId)], SeatsOf(chart, t, Subject.AssemblyId), 0, 0, Width, AssemblyHeight);
        for (var i = 0; i < line.Count; i++)
        {
            var (body, administration) = line[i];
            var x = i * (wide + Gap);
            var kind = body.BodyKind == BodyKind.RegionalExecutiveBoard ? OrganisationBoxKind.Board : OrganisationBoxKind.Committee;
            Committees.Add(new(body.Id, kind, Wrapped(t[body.Name], wide), kind == OrganisationBoxKind.Board ? t["organisation.leads"] : null, x, CommitteeTop, wide, BoxHeight));
            if (administration is not null)
                Administrations.Add(new(administration.Id, OrganisationBoxKind.Administration, Wrapped(t[administration.Name], wide), HeadOf(chart, t, administration), x, AdministrationTop, wide, BoxHeight));
        }

        var last = line.Count * (wide + Gap);
        var others = chart.Bodies.Where(b => b.BodyKind is BodyKind.LocalCommittee or BodyKind.JointCommittee or BodyKind.Auditors).GroupBy(b => b.BodyKind!.Value).OrderBy(g => g.Key)
            .Select(g => t[$"organisation.others.{KeyWord.Of(g.Key)}", ("count", g.Count())]).ToList();
        if (others.Count > 0)
            Committees.Add(new(null, OrganisationBoxKind.Others, others, null, last, CommitteeTop, wide, BoxHeight));
        if (chart.Companies.Count > 0)
            Administrations.Add(new(null, OrganisationBoxKind.Company, [.. chart.Companies.SelectMany(c => Wrapped(t[c.Act.Name], wide))], t["organisation.ours"], last, AdministrationTop, wide, BoxHeight));
        Bands = [.. chart.ManagementGroups.Select(g => BandOf(chart, t, g.Act)).OfType<CoordinationBand>()];
    }

    public OrganisationBox Assembly { get; }

    public List<OrganisationBox> Committees { get; } = [];

    public List<OrganisationBox> Administrations { get; } = [];

    public IReadOnlyList<CoordinationBand> Bands { get; }

    /// <summary>Bodies that have an administration, the executive board first, then those that a group gathers, so that the group is one band.</summary>
    private static IEnumerable<(Subject Body, Subject? Administration)> Lines(OrganisationChart chart)
    {
        var gathered = chart.ManagementGroups.SelectMany(g => g.Act.Members).Select(m => chart.FindOffice(m)?.Act.In).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return chart.Bodies.Where(b => b.BodyKind is BodyKind.RegionalExecutiveBoard or BodyKind.OperatingCommittee)
            .Select(b => (Body: b, Administration: chart.Subjects.FirstOrDefault(s => s.Kind == SubjectKind.Administration && chart.AnsweringBody(s.Id).Id == b.Id)))
            .OrderBy(l => l.Body.BodyKind == BodyKind.RegionalExecutiveBoard ? 0 : l.Administration is { } a && gathered.Contains(a.Id) ? 1 : 2);
    }

    private CoordinationBand? BandOf(OrganisationChart chart, Texts t, EstablishManagementGroup group)
    {
        var members = group.Members.Select(m => chart.FindOffice(m)?.Act.In).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var boxes = Administrations.Where(a => a.Id is { } id && members.Contains(id) && Committees.Any(c => c.X == a.X && c.Kind == OrganisationBoxKind.Committee)).ToList();
        return boxes.Count == 0 ? null : new(t[group.Name], boxes.Min(b => b.X) - 5, boxes.Max(b => b.X + b.Width) - boxes.Min(b => b.X) + 10);
    }

    private static string NameOf(OrganisationChart chart, Texts t, string id) => chart.Find(id) is { } subject ? t[subject.Name] : id;

    private static string? SeatsOf(OrganisationChart chart, Texts t, string id) =>
        chart.Members.TryGetValue(id, out var members) ? string.Join(" · ", members.Act.Seats.OrderByDescending(s => s.Seats).Select(s => $"{s.Party} {s.Seats}"))
            : chart.Find(id)?.Seats is { } seats ? t["organisation.seats", ("count", seats)] : null;

    private static string? HeadOf(OrganisationChart chart, Texts t, Subject administration) =>
        chart.Offices.FirstOrDefault(o => o.Act.In == administration.Id && (o.Act.Under is null || chart.FindOffice(o.Act.Under)?.Act.In != administration.Id)) is { } office ? Shortened(t[office.Act.Name]) : administration.HeadOffice;

    /// <summary>An office without the name of the administration that stands above it anyhow.</summary>
    private static string Shortened(string name) => name.Split(',')[0];

    /// <summary>A name in lines that fit the box, cut where it would need a fourth.</summary>
    private static IReadOnlyList<string> Wrapped(string name, int width)
    {
        const int Most = 4;
        var most = Math.Max(width / 7, 8);
        var lines = new List<string>();
        foreach (var word in name.Split(' '))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= most)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }

        return lines.Count <= Most ? lines : [.. lines.Take(Most - 1), lines[Most - 1] + "…"];
    }
}
