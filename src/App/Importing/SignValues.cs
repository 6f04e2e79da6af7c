using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Takes in values that a partner tells of itself, signed by one of its offices. The only way in for such values.</summary>
/// <remarks>Whoever calls has seen to it that the one who signs holds the office; this sees to it that the office is the partner's, and that every value is the partner's to tell.</remarks>
public sealed class SignValues(RegionArchive archive)
{
    /// <param name="bytes">A table of values, as other values of indicators are told.</param>
    /// <param name="office">The office that signs.</param>
    /// <param name="from">Where the partner took the values from, in its own words.</param>
    public ImportResult Sign(ReadOnlyMemory<byte> bytes, string fileName, string office, string? from, ImportTerms terms)
    {
        var state = archive.StateAt(new Viewpoint(RegionToday.DayAt(terms.Recorded), long.MaxValue));
        return state.Organisation.FindOffice(office)?.Act is { Function: OfficeFunction.PartnerOfficer, In: var partner } && state.Development.FindPartner(partner) is { } member
            ? new ImportIndicators(archive).Import(bytes, fileName, terms, new(new ValueSigner(partner, office, terms.Recorded, from), SignedValues.PlaceOf(member.Act), SignedBy(state)))
            : new(fileName, null, 0, false, [Fault.Error("indicators.not-an-officer", new(fileName), office)]);
    }

    /// <summary>The codes of the measures that partners sign.</summary>
    internal static IReadOnlySet<string> SignedBy(RegionState state) =>
        state.Goals.Indicators.Where(i => SignedValues.IsSigned(i.Act)).Select(i => i.Act.Code ?? i.Act.Id).ToHashSet(StringComparer.Ordinal);
}

/// <summary>What a signer may tell: of which place, and of which measures.</summary>
internal sealed record SigningTerms(ValueSigner Signer, string Place, IReadOnlySet<string> Codes);
