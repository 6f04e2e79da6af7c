using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.Rights;

/// <summary>Says whether someone may see or do something: by the offices held, what those offices are for, and what stands decided on the day. Asked by pages, API and command line alike.</summary>
/// <remarks>What no ground gives is refused. The state is that of the day on which something is wanted, so a right ends with the last day of its appointment, delegation or access.</remarks>
public static class Policy
{
    /// <summary>Whether someone has a right.</summary>
    /// <param name="about">The body, administration, unit, office or partner that it is about; absent asks whether they have it anywhere at all.</param>
    public static Permission May(OfficeHolder who, Right right, string? about, RegionState state)
    {
        if (right == Right.SeePublic || who.Arrival == Arrival.Console)
            return Permission.By([new(null, null)]);
        if (who.Arrival == Arrival.Public)
            return Refused(right, about, RefusalReason.NotSignedIn, state);
        if (right == Right.SeeOwnWork)
            return Permission.By([new(null, null)]);
        return ProtectedBy(right) is { } data ? MaySeeProtected(who, right, data, about, state) : MayByOffice(who, right, about, state);
    }

    /// <summary>Whether someone may hand in a decision for recording.</summary>
    /// <param name="verdict">What authority says of the decision; whoever decides alone must keep within it, while a secretary records what a body has in fact decided.</param>
    public static Permission MayRecord(OfficeHolder who, Decision decision, Verdict verdict, RegionState state)
    {
        var alone = IsDecidedAlone(decision, state);
        var permission = May(who, RightToRecord(decision, alone, state), decision.Body, state);
        if (!permission.Allowed && decision.OnlyKeepsRecords() && May(who, Right.KeepDiary, decision.Body, state) is { Allowed: true } diary)
            permission = diary;
        if (!permission.Allowed || who.Arrival == Arrival.Console || !alone || verdict.Outcome == VerdictOutcome.Within)
            return permission;
        return Permission.No(new(permission.Grounds[0].Row!.Right, decision.Body, RefusalReason.BeyondAuthority, [], [.. verdict.Breaches.SelectMany(b => b.CouldDecide).Distinct()], null, verdict));
    }

    /// <summary>True for one who takes part in regional development, or has done so, and is no part of the region.</summary>
    public static bool IsPartner(string id, RegionState state) => !state.Organisation.Knows(id) && state.ActsOf<JoinPartner>().Any(p => p.Act.Id == id);

    /// <summary>Every right that someone has on the day, with the office or access that carries it.</summary>
    public static IEnumerable<(Right Right, Ground Ground)> RightsOf(OfficeHolder who, RegionState state) =>
    [
        .. who.Offices.SelectMany(office => RightTable.Rows.Where(row => row.Function == office.Function && Acts(office, state)).Select(row => (row.Right, new Ground(office, row)))),
        .. who.Offices.SelectMany(office => state.Organisation.Accesses.Where(a => a.Act.Office == office.Office).Select(access => (RightTo(access.Act.What), new Ground(office, null, access)))),
    ];

    /// <summary>The protected data that a right is about; nothing for other rights.</summary>
    public static ProtectedData? ProtectedBy(Right right) => right switch
    {
        Right.SeeVoucherTexts => ProtectedData.VoucherTexts,
        Right.SeeCareContacts => ProtectedData.CareContacts,
        _ => null,
    };

    private static Right RightTo(ProtectedData data) => data == ProtectedData.VoucherTexts ? Right.SeeVoucherTexts : Right.SeeCareContacts;

    /// <summary>True when no meeting of a body of the region's stands behind the decision: an office or a partner decides, or presidium or a member by delegation.</summary>
    private static bool IsDecidedAlone(Decision decision, RegionState state) => state.Organisation.FindOffice(decision.Body) is not null || IsPartner(decision.Body, state) || IsByPresidium(decision, state);

    private static bool IsByPresidium(Decision decision, RegionState state) =>
        decision.Delegation is { } id && state.Delegations.FindGiven(id) is { Kind: DelegateKind.Presidium or DelegateKind.Member, To: var to } && to == decision.Body;

    private static Right RightToRecord(Decision decision, bool alone, RegionState state) =>
        decision.Acts.Count > 0 && decision.Acts.All(act => act is VerifyMinutes) ? Right.Sign
        : IsPartner(decision.Body, state) ? Right.Sign
        : !alone ? Right.Record
        : IsByPresidium(decision, state) ? Right.DecideForBody : Right.DecideAsOffice;

    private static Permission MayByOffice(OfficeHolder who, Right right, string? about, RegionState state)
    {
        var rows = RightTable.Rows.Where(row => row.Right == right).ToList();
        var carrying = (from office in who.Offices from row in rows where row.Function == office.Function select new Ground(office, row)).ToList();
        var grounds = carrying.Where(g => Acts(g.Office!, state) && Reaches(g.Office!.Office, g.Office.In, g.Row!.Reach, about, state.Organisation)).ToList();
        if (grounds.Count > 0)
            return Permission.By(grounds);
        if (carrying.Any(g => !Acts(g.Office!, state)))
            return Refused(right, about, RefusalReason.NotAPartner, state);
        if (carrying.Count > 0)
            return Refused(right, about, RefusalReason.OtherPlace, state);
        return EndedOn(who, rows, about, state) is { } ended ? Refused(right, about, RefusalReason.AppointmentEnded, state, ended) : Refused(right, about, RefusalReason.NoSuchOffice, state);
    }

    private static Permission MaySeeProtected(OfficeHolder who, Right right, ProtectedData data, string? about, RegionState state)
    {
        var held = who.Offices.ToLookup(o => o.Office, StringComparer.Ordinal);
        var grounds = state.Organisation.Accesses.Where(a => a.Act.What == data && held.Contains(a.Act.Office) && (about is null || state.Organisation.IsWithin(about, a.Act.In)))
            .Select(a => new Ground(held[a.Act.Office].First(), null, a)).ToList();
        return grounds.Count > 0 ? Permission.By(grounds) : Refused(right, about, RefusalReason.NoAccess, state);
    }

    /// <summary>True unless the office is one of a partner that is no member on the day.</summary>
    private static bool Acts(OfficeHeld office, RegionState state) =>
        office.Function != OfficeFunction.PartnerOfficer || state.Development.Partners.Any(p => p.Act.Id == office.In);

    private static bool Reaches(string office, string within, Reach reach, string? about, OrganisationChart chart) => about is null || reach switch
    {
        Reach.Own => about == within,
        Reach.Itself => about == office,
        Reach.Under => chart.IsWithin(about, within),
        Reach.Body => chart.Find(within) is not null && IsAnsweredForBy(about, chart.AnsweringBody(within).Id, chart),
        Reach.Line => LineFrom(office, chart).Any(below => IsAnsweredForBy(about, chart.AnsweringBody(below).Id, chart)),
        _ => chart.Find(about) is not null,
    };

    private static bool IsAnsweredForBy(string about, string body, OrganisationChart chart) => chart.IsWithin(about, body);

    /// <summary>The office and every office below it.</summary>
    private static HashSet<string> LineFrom(string office, OrganisationChart chart)
    {
        var line = new HashSet<string>(StringComparer.Ordinal) { office };
        for (var before = 0; before < line.Count;)
        {
            before = line.Count;
            line.UnionWith(chart.Offices.Where(o => o.Act.Under is { } under && line.Contains(under)).Select(o => o.Act.Id));
        }

        return line;
    }

    /// <summary>The latest last day of an appointment of theirs that carried the right and has ended.</summary>
    private static DateOnly? EndedOn(OfficeHolder who, List<RightRow> rows, string? about, RegionState state) =>
    (
        from appointed in state.ActsOf<Appoint>()
        where appointed.Act.Holder == who.Id && appointed.Act.Valid.To < state.Organisation.Day
        let office = state.Organisation.FindOffice(appointed.Act.Office)
        where office is not null && rows.Any(row => row.Function == office.Act.Function && Reaches(office.Act.Id, office.Act.In, row.Reach, about, state.Organisation))
        select appointed.Act.Valid.To
    ).Max();

    private static Permission Refused(Right right, string? about, RefusalReason reason, RegionState state, DateOnly? endedOn = null)
    {
        var chart = state.Organisation;
        if (ProtectedBy(right) is not null)
            return Permission.No(new(right, about, reason, [], [.. new[] { chart.AnsweringBody(about ?? Subject.RegionId).Id, Subject.ExecutiveBoardId }.Distinct()], endedOn));
        var rows = RightTable.Rows.Where(row => row.Right == right).ToList();
        if (rows.Count == 0)
            return Permission.No(new(right, about, reason, [], [], endedOn));
        var offices = (from row in rows
                       from office in chart.Offices
                       where office.Act.Function == row.Function && Reaches(office.Act.Id, office.Act.In, row.Reach, about, chart)
                       select office.Act).Distinct().ToList();
        return Permission.No(new(right, about, reason, [.. offices.Select(o => o.Id)], [.. offices.Select(o => chart.AnsweringBody(o.Id).Id).Append(Subject.ExecutiveBoardId).Distinct()], endedOn));
    }
}
