using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Region;

namespace Styrkedja.Rights;

/// <summary>Who sees what a provider has been paid by an agreement, and who speaks of it for the provider and for the payer.</summary>
/// <remarks>An agreement has two parties. The provider's is the provider itself, for offices established there, and with own providers also the body or unit that runs the care.</remarks>
public static class SettlementRights
{
    /// <summary>Whether someone may see the amounts of an agreement; a refusal tells what is missing on the payer's side.</summary>
    public static Permission MaySee(OfficeHolder who, SignAgreement agreement, RegionState state) =>
        Parties(agreement, state).Select(place => Policy.May(who, Right.SeeSettlement, place, state)).FirstOrDefault(p => p.Allowed) ?? Policy.May(who, Right.SeeSettlement, agreement.Payer, state);

    /// <summary>Offices that someone holds and in whose name they may say something of a kind about the agreement's settlement.</summary>
    public static IReadOnlyList<string> OfficesFor(OfficeHolder who, bool answers, SignAgreement agreement, RegionState state) =>
    [
        .. (answers ? [agreement.Payer] : ProviderPlaces(agreement, state))
            .SelectMany(place => Policy.May(who, RightTo(answers), place, state).Grounds)
            .Select(ground => ground.Office?.Office).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>Whether someone may say what an assessment of a line of settlement says, in the name of the office that it names.</summary>
    public static Permission MaySay(OfficeHolder who, Assessment said, SettlementRemark remark, RegionState state)
    {
        if (state.Care.Agreements.Find(said.Subject) is not { Act: var agreement })
            return Policy.May(who, RightTo(remark.IsAnswer), said.Subject, state);
        var places = remark.IsAnswer ? [agreement.Payer] : ProviderPlaces(agreement, state);
        var permissions = places.Select(place => Policy.May(who, RightTo(remark.IsAnswer), place, state)).ToList();
        return permissions.Find(p => p.Allowed && (who.Arrival == Arrival.Console || p.Grounds.Any(g => g.Office?.Office == said.By)))
            ?? permissions.Find(p => !p.Allowed)
            ?? Permission.No(new(RightTo(remark.IsAnswer), said.By, RefusalReason.OtherPlace, [], []));
    }

    private static Right RightTo(bool answers) => answers ? Right.AnswerSettlement : Right.QuestionSettlement;

    private static IEnumerable<string> Parties(SignAgreement agreement, RegionState state) => [agreement.Payer, .. ProviderPlaces(agreement, state)];

    private static IReadOnlyList<string> ProviderPlaces(SignAgreement agreement, RegionState state) =>
        state.Care.Payment.ProviderVersions(agreement.Provider) is [.., var provider] && provider.Act.Subject is { } subject ? [agreement.Provider, subject] : [agreement.Provider];
}
