using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Region;

namespace Styrkedja.Rights;

/// <summary>Who signs the values that a partner tells of itself, and who speaks of them.</summary>
/// <remarks>A partner's values are its own: nobody in the region can sign or change them, whatever office is held. Rule: our own choice, DECISIONS 2026-11-28.</remarks>
public static class ValueRights
{
    /// <summary>Whether someone may sign values in a partner's name. Official statistics and the region's own figures are nobody's to sign.</summary>
    public static Permission MaySign(OfficeHolder who, AdoptIndicator indicator, string partner, RegionState state) =>
        SignedValues.IsSigned(indicator) ? BySigner(who, partner, state) : Permission.No(new(Right.Sign, partner, RefusalReason.NobodySigns, [], []));

    /// <summary>The partner that a place is; nothing when no partner of the day answers for it.</summary>
    public static Decided<JoinPartner>? PartnerAt(string place, RegionState state) => state.Development.Partners.FirstOrDefault(p => SignedValues.PlaceOf(p.Act) == place);

    /// <summary>In whose name someone may comment on a partner's value, or answer for the partner: the office, or its unit when only the employer's register tells of the office.</summary>
    public static IReadOnlyList<string> OfficesFor(OfficeHolder who, bool answers, string partner, RegionState state) =>
        [.. (answers ? BySigner(who, partner, state) : Policy.May(who, Right.CommentOnValue, null, state)).Grounds.Select(ground => VoiceOf(ground, state)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Whether someone may say what an assessment of a partner's value says, in the name of the office that it names.</summary>
    public static Permission MaySay(OfficeHolder who, Assessment said, ValueRemark remark, RegionState state)
    {
        var partner = PartnerAt(remark.Place, state)?.Act.Id ?? remark.Place;
        var permission = remark.IsAnswer ? BySigner(who, partner, state) : Policy.May(who, Right.CommentOnValue, null, state);
        return !permission.Allowed || who.Arrival == Arrival.Console || permission.Grounds.Any(g => VoiceOf(g, state) == said.By)
            ? permission
            : Permission.No(new(remark.IsAnswer ? Right.Sign : Right.CommentOnValue, said.By, RefusalReason.OtherPlace, [], []));
    }

    private static string? VoiceOf(Ground ground, RegionState state) => ground.Office is not { } held ? null : state.Organisation.FindOffice(held.Office) is null ? held.In : held.Office;

    /// <summary>A partner's officer signs; whoever stands at the console holds no office at the partner, and does not.</summary>
    private static Permission BySigner(OfficeHolder who, string partner, RegionState state)
    {
        var signing = Policy.May(who, Right.Sign, partner, state);
        return signing.Allowed && signing.Grounds.All(g => g.Office?.Function != OfficeFunction.PartnerOfficer) ? Permission.No(new(Right.Sign, partner, RefusalReason.NoSuchOffice, OfficersOf(partner, state), [])) : signing;
    }

    private static IReadOnlyList<string> OfficersOf(string partner, RegionState state) =>
        [.. state.Organisation.Offices.Where(o => o.Act.Function == OfficeFunction.PartnerOfficer && o.Act.In == partner).Select(o => o.Act.Id)];
}
