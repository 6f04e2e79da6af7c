using Styrkedja.Care;
using Styrkedja.Facts;

namespace Styrkedja.Formats.Care;

/// <summary>The words of the closed lists in tables of contacts and listings, in English and Swedish; written as they stand here, with small letters.</summary>
public static class CareWords
{
    public static readonly IReadOnlyDictionary<string, Sex> Sexes = new Dictionary<string, Sex>
    {
        ["all"] = Sex.All,
        ["alla"] = Sex.All,
        ["women"] = Sex.Women,
        ["kvinnor"] = Sex.Women,
        ["K"] = Sex.Women,
        ["men"] = Sex.Men,
        ["män"] = Sex.Men,
        ["M"] = Sex.Men,
    };

    public static readonly IReadOnlyDictionary<string, ContactWay> Ways = new Dictionary<string, ContactWay>
    {
        ["ordinary"] = ContactWay.Ordinary,
        ["ordinarie"] = ContactWay.Ordinary,
        ["referred"] = ContactWay.Referred,
        ["remiss"] = ContactWay.Referred,
        ["own-choice"] = ContactWay.OwnChoice,
        ["eget-val"] = ContactWay.OwnChoice,
        ["emergency"] = ContactWay.Emergency,
        ["akut"] = ContactWay.Emergency,
    };

    public static readonly IReadOnlyDictionary<string, ContactPayer> Payers = new Dictionary<string, ContactPayer>
    {
        ["region"] = ContactPayer.Region,
        ["regionen"] = ContactPayer.Region,
        ["other-region"] = ContactPayer.OtherRegion,
        ["annan-region"] = ContactPayer.OtherRegion,
        ["state"] = ContactPayer.State,
        ["staten"] = ContactPayer.State,
        ["social-insurance"] = ContactPayer.SocialInsurance,
        ["socialforsakring"] = ContactPayer.SocialInsurance,
        ["patient"] = ContactPayer.Patient,
        ["patienten"] = ContactPayer.Patient,
    };

    internal static readonly IReadOnlyDictionary<string, bool> Withdrawn = new Dictionary<string, bool>
    {
        ["told"] = false,
        ["finns"] = false,
        ["withdrawn"] = true,
        ["återtagen"] = true,
    };
}
