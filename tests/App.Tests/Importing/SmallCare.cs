namespace Styrkedja.App.Importing;

/// <summary>A small region with four providers of care, one of which ends with 2016.</summary>
internal static class SmallCare
{
    public const string ContactHeading = "contact;person;date;provider;type;group;municipality;age_band;sex;way;payer;referral;fee;status\n";

    public const string ListingHeading = "person;from;to;provider;municipality;age_band;sex;acg;cni;status\n";

    public const string Region = SmallLedger.Region + """

        ---
        decision: RS-VARDGIVARE
        body: RS
        date: 2015-01-14
        title: Vårdgivare
        acts:
          - authorise-provider: {id: V-A, regime: own, counterparty: 71, subject: DN-A, valid: 2015.., name: Egen vårdcentral}
          - authorise-provider: {id: V-B, regime: private, counterparty: 90, valid: 2015.., name: Privat vårdcentral}
          - authorise-provider: {id: V-R, regime: out-of-region, counterparty: 91, valid: 2015.., name: Annan region}
          - authorise-provider: {id: V-SLUT, regime: private, counterparty: 92, valid: 2015..2016, name: Upphörd vårdcentral}
        """;
}
