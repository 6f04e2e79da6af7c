using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Organisation;

/// <summary>Who stands under whom on a certain day, from the region down to its cost centres.</summary>
public sealed class OrganisationChart
{
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Subject>> _children = new(StringComparer.Ordinal);

    private OrganisationChart(DateOnly day) => Day = day;

    /// <summary>The day the chart is drawn for.</summary>
    public DateOnly Day { get; }

    public IEnumerable<Subject> Subjects => _subjects.Values;

    public IEnumerable<Subject> Bodies => _subjects.Values.Where(s => s.Kind == SubjectKind.Body);

    public IReadOnlyList<Decided<EstablishOffice>> Offices { get; private init; } = [];

    public IReadOnlyList<Decided<EstablishCompany>> Companies { get; private init; } = [];

    /// <summary>Groups that coordinate and decide nothing.</summary>
    public IReadOnlyList<Decided<EstablishManagementGroup>> ManagementGroups { get; private init; } = [];

    /// <summary>Seats by party of each body, for the term that holds.</summary>
    public IReadOnlyDictionary<string, Decided<ElectMembers>> Members { get; private init; } = new Dictionary<string, Decided<ElectMembers>>();

    public IReadOnlyDictionary<string, Decided<SetBodyMandate>> Mandates { get; private init; } = new Dictionary<string, Decided<SetBodyMandate>>();

    public IReadOnlyList<Decided<Appoint>> Appointments { get; private init; } = [];

    /// <summary>Access to protected data that holds on the day.</summary>
    public IReadOnlyList<Decided<GiveAccess>> Accesses { get; private init; } = [];

    /// <summary>Units moved, merged and split, decided so far whether or not their day has come, the earliest first.</summary>
    public IReadOnlyList<Decided<Act>> Reorganisations { get; private init; } = [];

    public Subject Region => _subjects[Subject.RegionId];

    /// <summary>The region with the companies that it owns wholly; absent when it owns none.</summary>
    public Subject? Group => Find(Subject.GroupId);

    /// <summary>Folds the acts of the organisation to the chart in force on a day.</summary>
    /// <remarks>The region stands under nothing; the group holds it and the companies owned wholly, so that a path up from within the region ends with the region. A company owned in part stands
    /// alone: how much of it counts is no sum. A subject whose superior is not in force that day, or that stands under itself, has no place in the chart and is left out with everything under it.</remarks>
    public static OrganisationChart Fold(ActsInOrder acts, DateOnly day, Bilingual regionName)
    {
        var chart = new OrganisationChart(day)
        {
            Offices = [.. acts.Latest<EstablishOffice, string>(a => a.Id).Values.Where(o => o.Act.Valid.Holds(day))],
            Companies = [.. acts.Latest<EstablishCompany, string>(a => a.Id).Values.Where(c => c.Act.Valid.Holds(day))],
            ManagementGroups = [.. acts.Latest<EstablishManagementGroup, string>(a => a.Id).Values.Where(g => g.Act.Valid.Holds(day))],
            Members = acts.Of<ElectMembers>().Where(m => m.Act.Valid.Holds(day)).GroupBy(m => m.Act.Body).ToDictionary(m => m.Key, m => m.Last(), StringComparer.Ordinal),
            Mandates = acts.Of<SetBodyMandate>().Where(m => m.Act.Valid.Holds(day)).GroupBy(m => m.Act.Body).ToDictionary(m => m.Key, m => m.Last(), StringComparer.Ordinal),
            Appointments = [.. acts.Latest<Appoint, (string, string)>(a => (a.Office, a.Holder)).Values.Where(a => a.Act.Valid.Holds(day))],
            Accesses = [.. acts.Latest<GiveAccess, string>(a => a.Id).Values.Where(a => a.Act.Valid.Holds(day))],
            Reorganisations = Reorganisation.InOrder(acts),
        };
        var named = Named(acts);
        foreach (var change in chart.Reorganisations)
            Reorganisation.Apply(change, named, day);
        named.TryAdd(Subject.AssemblyId, new(Subject.AssemblyId, SubjectKind.Body, new("Regionfullmäktige", "Regional assembly"), Subject.RegionId, Validity.Always, null)
        {
            BodyKind = BodyKind.RegionalAssembly,
        });
        named[Subject.RegionId] = new(Subject.RegionId, SubjectKind.Region, regionName, null, Validity.Always, null);
        named[Subject.UnplacedId] = new(Subject.UnplacedId, SubjectKind.Unit, new("Ej placerat i organisationen", "Not placed in the organisation"), Subject.RegionId, Validity.Always, null);
        foreach (var (company, by, _) in chart.Companies)
            named[company.Id] = new(company.Id, SubjectKind.Company, company.Name, company.OwnedPercent == 100 ? Subject.GroupId : null, company.Valid, by);
        if (named.Values.Any(s => s.Under == Subject.GroupId))
            named[Subject.GroupId] = new(Subject.GroupId, SubjectKind.Group, new("Koncernen " + regionName.Sv, "The group " + (regionName.En ?? regionName.Sv)), null, Validity.Always, null);
        var lastDays = acts.Latest<Dissolve, string>(a => a.Id);

        foreach (var subject in named.Values)
        {
            if (InForce(subject, named.Count))
                chart.Place(subject);
        }

        if (chart._children.TryGetValue(Subject.GroupId, out var companies))
            companies.Insert(0, chart.Region);

        return chart;

        bool InForce(Subject subject, int levels)
        {
            if (levels == 0 || !subject.Valid.Holds(day) || (lastDays.TryGetValue(subject.Id, out var last) && day > last.Act.LastDay))
                return false;
            return subject.Under is null || (named.TryGetValue(subject.Under, out var above) && InForce(above, levels - 1));
        }
    }

    public Subject? Find(string id) => _subjects.GetValueOrDefault(id);

    public Decided<EstablishOffice>? FindOffice(string id) => Offices.FirstOrDefault(o => o.Act.Id == id);

    /// <summary>The name of whoever or whatever has the id that day: a subject, an office or a company; nothing when it is not known.</summary>
    public Bilingual? NameOf(string id) => Find(id)?.Name ?? FindOffice(id)?.Act.Name ?? Companies.FirstOrDefault(c => c.Act.Id == id)?.Act.Name;

    /// <summary>True when anyone or anything in force that day has the id: a subject, an office, a company or a management group.</summary>
    public bool Knows(string id) =>
        _subjects.ContainsKey(id) || FindOffice(id) is not null || Companies.Any(c => c.Act.Id == id) || ManagementGroups.Any(g => g.Act.Id == id);

    public IReadOnlyList<Subject> Children(string id) => _children.TryGetValue(id, out var children) ? children : [];

    /// <summary>The subject and everything above it, the subject first and the region last.</summary>
    public IEnumerable<Subject> PathUp(string id)
    {
        for (var subject = Find(id); subject is not null; subject = subject.Under is null ? null : Find(subject.Under))
            yield return subject;
    }

    /// <summary>True when the subject is the other one or stands anywhere under it.</summary>
    public bool IsWithin(string id, string aboveId) => PathUp(id).Any(s => s.Id == aboveId);

    /// <summary>The body that answers for a subject or office; the region's own assembly for the region.</summary>
    public Subject AnsweringBody(string id) => PathUp(FindOffice(id)?.Act.In ?? id).FirstOrDefault(s => s.Kind == SubjectKind.Body) ?? _subjects[Subject.AssemblyId];

    /// <summary>The offices that lead a subject, the nearest first: those on its way up, and those above them in the management line.</summary>
    /// <remarks>Where none stands on the way, as for what a body keeps to itself, the highest that lead anything of the same body.</remarks>
    public IReadOnlyList<Decided<EstablishOffice>> LeadersOf(string id)
    {
        var path = PathUp(id).Where(s => s.Kind != SubjectKind.Region).SelectMany(s => Offices.Where(o => o.Act.In == s.Id && Leads(o.Act))).ToList();
        if (path.Count == 0)
        {
            var body = AnsweringBody(id).Id;
            var inBody = Offices.Where(o => Leads(o.Act) && IsWithin(o.Act.In, body)).ToList();
            path = [.. inBody.Where(o => !inBody.Exists(other => other.Act.Id == o.Act.Under))];
        }

        for (var i = 0; i < path.Count; i++)
        {
            if (path[i].Act.Under is { } above && !path.Exists(o => o.Act.Id == above) && FindOffice(above) is { } line)
                path.Add(line);
        }

        return path;
    }

    /// <summary>True when the office is one that leads a unit, an administration or the region.</summary>
    public static bool Leads(EstablishOffice office) =>
        office.Function is OfficeFunction.UnitHead or OfficeFunction.HeadOfAdministration or OfficeFunction.HealthCareDirector or OfficeFunction.RegionalDirector;

    private void Place(Subject subject)
    {
        _subjects[subject.Id] = subject;
        if (subject.Under is null)
            return;
        if (!_children.TryGetValue(subject.Under, out var siblings))
            _children[subject.Under] = siblings = [];
        siblings.Add(subject);
    }

    private static Dictionary<string, Subject> Named(ActsInOrder acts)
    {
        var named = new Dictionary<string, Subject>(StringComparer.Ordinal);
        foreach (var (act, by, _) in acts.Of<EstablishBody>())
        {
            named[act.Id] = new(act.Id, SubjectKind.Body, act.Name, act.Under, act.Valid, by)
            {
                BodyKind = act.Kind,
                Seats = act.Seats,
                Municipality = act.Municipality,
                Field = act.Field,
            };
        }

        foreach (var (act, by, _) in acts.Of<EstablishAdministration>())
            named[act.Id] = new(act.Id, SubjectKind.Administration, act.Name, act.Under, act.Valid, by) { HeadOffice = act.HeadOffice };
        foreach (var (act, by, _) in acts.Of<EstablishUnit>())
            named[act.Id] = new(act.Id, act.BudgetPart ? SubjectKind.BudgetPart : SubjectKind.Unit, act.Name, act.Under, act.Valid, by);
        foreach (var (act, by, _) in acts.Of<OpenCostCentres>())
        {
            foreach (var code in act.Codes)
                named[code.Code] = new(code.Code, SubjectKind.CostCentre, new(code.Name), act.Unit, act.Valid, by);
        }

        return named;
    }
}
