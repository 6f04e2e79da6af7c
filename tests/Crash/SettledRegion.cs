using System.Globalization;
using System.Text;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.App.Importing;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;

namespace Styrkedja.Tests;

/// <summary>A small region in which a month of care is ready to be approved, on disk for processes that are killed.</summary>
internal static class SettledRegion
{
    public const string Month = "2017-03";

    private const string Decisions = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: DN-A, kind: operating-committee, name: Driftnämnd A, valid: 2015..}
          - establish-unit: {id: A1, name: Vårdcentralen, under: DN-A, valid: 2015..}
          - establish-unit: {id: RS1, name: Finansiering, under: RS, valid: 2015..}
          - open-cost-centres: {unit: A1, codes: [{code: 100, name: Mottagning}], valid: 2015..}
          - open-cost-centres: {unit: RS1, codes: [{code: 900, name: Köpt vård}], valid: 2015..}
        ---
        decision: RS-2017
        body: RS
        date: 2016-12-14
        title: Kontoplan, vårdgivare och avtal
        acts:
          - adopt-chart: {id: K, groups: [{id: sales, name: Försäljning, line: operating-revenue, accounts: [{from: 3000, to: 3999}]}, {id: care, name: Vård, line: operating-costs, accounts: [{from: 4000, to: 6999}]}, {id: balance, name: Balans, line: balance-sheet, accounts: [{from: 1000, to: 2999}]}], valid: 2015..}
          - adopt-counterparties: {entries: [{code: 70, name: Regionstyrelsen, kind: internal, subject: RS}, {code: 71, name: Driftnämnd A, kind: internal, subject: DN-A}, {code: 90, name: Privat vårdcentral, kind: private-company}]}
          - authorise-provider: {id: V-A, regime: own, counterparty: 71, subject: DN-A, valid: 2015.., name: Egen vårdcentral}
          - authorise-provider: {id: V-B, regime: private, counterparty: 90, valid: 2015.., name: Privat vårdcentral}
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 500 kr}], valid: 2017}
          - set-payment-model: {id: VC, name: Vårdcentral, capitation: [{id: listning, per-point: 100 kr, reference-day: 15}], contacts: [{id: besök, prices: PL, by: type}], valid: 2017}
          - sign-agreement: {id: AVT-A, payer: RS, provider: V-A, scope: Primärvård, basis: commission, valid: 2017, model: VC}
          - sign-agreement: {id: AVT-B, payer: RS, provider: V-B, scope: Primärvård, basis: choice-of-care, valid: 2017, model: VC}
        """;

    private const string Accounts = """
        series: AVR
        cost-centre: 900
        financier: 70
        own: {cost: 4500, revenue: 3100}
        private: {cost: 4600, debt: 2440}
        out-of-region: {cost: 4700, debt: 2440}
        providers: [{subject: DN-A, cost-centre: 100}]
        """;

    /// <summary>Makes the region in a folder of its own.</summary>
    /// <param name="contacts">How many contacts the month has.</param>
    public static string Make(int contacts)
    {
        var folder = Directory.CreateTempSubdirectory("styrkedja-").FullName;
        using var archive = RegionArchive.Open(folder);
        foreach (var document in Decisions.Split("\n---\n"))
        {
            var recorded = new RecordDecisions(archive).Record([(document, "beslut.yaml")], null, check: false);
            if (recorded.Faults.Count > 0 || recorded.Recordings.Any(r => r.Position is null))
                throw new InvalidOperationException(string.Join(", ", recorded.Faults.Select(f => $"{f.Code} {f.Found}").Concat(recorded.Recordings.SelectMany(r => r.Verdict.Breaches).Select(b => b.Rule))));
        }

        File.WriteAllText(Path.Combine(folder, SettlementAccounts.FileName), Accounts);
        var (listings, visits) = (new StringBuilder(string.Join(';', CareColumns.Listings.Select(c => c.Name)) + "\n"), new StringBuilder(string.Join(';', CareColumns.Contacts.Select(c => c.Name)) + "\n"));
        for (var i = 1; i <= contacts; i++)
        {
            if (i % 5 == 0)
                listings.Append(CultureInfo.InvariantCulture, $"{i:x16};2017-01-01;;V-{"AB"[i % 2]};1380;40-44;women;;;\n");
            visits.Append(CultureInfo.InvariantCulture, $"{i:x16};{(i / 5 * 5) + 5:x16};2017-03-{(i % 31) + 1:00};V-{"AB"[i % 2]};läkarbesök;;1380;40-44;women;;;;{i % 3 * 100};\n");
        }

        var terms = new ImportTerms(new DateTimeOffset(2017, 4, 10, 12, 0, 0, TimeSpan.Zero));
        var verb = new ImportCare(archive);
        var (listed, seen) = (Path.Combine(folder, "listings.csv"), Path.Combine(folder, "contacts.csv"));
        File.WriteAllText(listed, listings.ToString());
        File.WriteAllText(seen, visits.ToString());
        var results = verb.Listings([new(listed, "listings.csv")], terms).Concat(verb.Contacts([new(seen, "contacts.csv")], terms)).ToList();
        File.Delete(listed);
        File.Delete(seen);
        return results.TrueForAll(r => !r.Refused) ? folder : throw new InvalidOperationException(string.Join(", ", results.SelectMany(r => r.Faults).Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {f.Found}")));
    }
}
