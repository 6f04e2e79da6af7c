using System.Globalization;
using System.Text;
using Styrkedja.Amounts;
using Styrkedja.App.Importing;
using Styrkedja.App.Verifying;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;

namespace Styrkedja.App.Settling;

/// <summary>A month of care is settled, frozen and booked, and what comes late is corrected in the month after. Amounts are reckoned by hand in the tests.</summary>
public sealed class SettleMonthTests : IDisposable
{
    private const string Agreements = SmallCare.Region + """

        ---
        decision: RS-AVTAL-2017
        body: RS
        date: 2016-12-14
        title: Avtal 2017
        acts:
          - establish-unit: {id: RS1, name: Finansiering, under: RS, valid: 2015..}
          - open-cost-centres: {unit: RS1, codes: [{code: 900, name: Köpt vård}], valid: 2015..}
          - adopt-counterparties: {entries: [{code: 70, name: Regionstyrelsen, kind: internal, subject: RS}, {code: 71, name: Driftnämnd A, kind: internal, subject: DN-A}, {code: 72, name: Driftnämnd B, kind: internal, subject: DN-B}, {code: 90, name: Privat vårdcentral, kind: private-company}, {code: 91, name: Annan region, kind: other-region}]}
          - set-price-list: {id: PL, name: Besök, prices: [{code: läkarbesök, price: 1 500 kr}, {code: sjuksköterska, price: 600 kr}], valid: 2017}
          - set-payment-model: {id: VC, name: Vårdcentral, capitation: [{id: listning, per-point: 100 kr, reference-day: 15}], contacts: [{id: besök, prices: PL, by: type}], valid: 2017}
          - set-payment-model: {id: RIKS, name: Riksavtal, contacts: [{id: besök, prices: PL, by: type}], valid: 2017}
          - sign-agreement: {id: AVT-A, payer: RS, provider: V-A, scope: Primärvård, basis: commission, valid: 2017, model: VC}
          - sign-agreement: {id: AVT-B, payer: RS, provider: V-B, scope: Primärvård, basis: choice-of-care, valid: 2017, model: VC}
          - sign-agreement: {id: AVT-R, payer: RS, provider: V-R, scope: Utomlänsvård, basis: out-of-region, valid: 2017, model: RIKS}
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

    private static readonly DateTimeOffset s_recorded = new(2017, 6, 10, 12, 0, 0, TimeSpan.Zero);
    private static readonly Month s_march = new(2017, 3);

    private readonly TemporaryRegion _region = new(Agreements);
    private readonly DirectoryInfo _sources = Directory.CreateTempSubdirectory("styrkedja-settle");

    public void Dispose()
    {
        _region.Dispose();
        _sources.Delete(recursive: true);
    }

    [Fact]
    public void A_month_is_tried_without_anything_being_written()
    {
        March();
        var settled = new SettleMonth(_region.Archive).Try(s_march);
        Assert.Equal(
            [
                // Two listed at 100 kr, a visit at 1 500 and one at 600.
                "AVT-A 2017-03 listning 20000 2", "AVT-A 2017-03 besök 210000 2",
                "AVT-B 2017-03 listning 10000 1", "AVT-R 2017-03 besök 150000 1",
            ],
            Rows(settled));
        Assert.Equal(new Money(390_000), settled.Statement!.Total);
        Assert.Equal(["V-A NoPrice 1"], settled.Unpaid.Select(u => $"{u.Provider} {u.Reason} {u.Count}"));
        Assert.DoesNotContain(_region.Archive.FactEntries(), f => f.Batch.Kind is FactKind.Settlement or FactKind.Ledger);
    }

    [Fact]
    public void An_approved_month_is_frozen_and_its_vouchers_are_facts_of_the_ledger_with_both_sides_of_own_care()
    {
        March();
        var settled = Approve(s_march);
        Assert.Equal("", Errors(settled));
        var ledger = _region.Archive.FactEntries().Single(f => f.Batch.Kind == FactKind.Ledger).Batch;
        // Own care is 2 300 kr on both sides; private is 100 and other regions 1 500.
        Assert.Equal((3L, 6L, 390_000L, -390_000L), (ledger.Vouchers, ledger.Rows, ledger.Debit.Ore, ledger.Credit.Ore));
        var view = _region.Archive.ViewAt(_region.Archive.Viewpoint(new(s_march, s_march), null, null));
        Assert.Equal(new FigureValue.Amount(new(-390_000)), view.Evaluate(new(Measure.Result, new(s_march, s_march), "RS")).Value);
        Assert.Equal(new FigureValue.Amount(new(230_000)), view.Evaluate(new(Measure.Result, new(s_march, s_march), "DN-A")).Value);
        Assert.Equal(new FigureValue.Amount(new(-160_000)), view.Evaluate(new(Measure.Result, new(s_march, s_march), "REGION")).Value);
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public void The_same_month_approved_again_is_neither_frozen_nor_booked_twice()
    {
        March();
        var first = Approve(s_march);
        var again = Approve(s_march);
        Assert.Equal((true, first.Batch, true, first.Booked!.Batch), (again.FrozenBefore, again.Batch, again.Booked!.AlreadyKnown, again.Booked.Batch));
        Assert.Equal(2, _region.Archive.FactEntries().Count(f => f.Batch.Kind is FactKind.Settlement or FactKind.Ledger));
    }

    [Fact]
    public void Two_regions_that_know_the_same_freeze_and_book_the_same_bytes()
    {
        March();
        using var other = new TemporaryRegion(Agreements);
        var whole = Approve(s_march);
        foreach (var file in Directory.EnumerateFiles(_sources.FullName).Order(StringComparer.Ordinal))
            Import(other, file);
        var settled = new SettleMonth(other.Archive).Approve(s_march, Read(), s_recorded);
        Assert.Equal((whole.Batch, whole.Booked!.Batch), (settled.Batch, settled.Booked!.Batch));
    }

    [Fact]
    public void What_comes_late_is_corrected_in_the_next_month_and_the_frozen_month_stands()
    {
        March();
        Approve(s_march);
        // A visit that was forgotten, one that was wrong, and one in April.
        Contacts("0000000000000009;11;2017-03-30;V-B;läkarbesök", "0000000000000001;11;2017-03-02;V-A;sjuksköterska", "000000000000000a;11;2017-04-03;V-A;läkarbesök");
        var april = new Month(2017, 4);
        var settled = Approve(april);
        Assert.Equal("", Errors(settled));
        Assert.Equal(
            [
                "AVT-A 2017-04 listning 20000 2", "AVT-A 2017-04 besök 150000 1", "AVT-B 2017-04 listning 10000 1",
                // 600 instead of 1 500 kr, and 1 500 more.
                "AVT-A 2017-03 besök -90000 0", "AVT-B 2017-03 besök 150000 1",
            ],
            Rows(settled));
        var frozen = new SettleMonth(_region.Archive).Try(s_march);
        Assert.True(frozen.FrozenBefore);
        Assert.Equal(new Money(390_000), frozen.Statement!.Total);
        var ledgers = _region.Archive.FactEntries().Where(f => f.Batch.Kind == FactKind.Ledger).Select(f => f.Batch).ToList();
        Assert.Equal([390_000L, 420_000L], ledgers.Select(l => l.Debit.Ore));
        Assert.Equal("settle.later-frozen", new SettleMonth(_region.Archive).Try(new(2017, 2)).Faults.Single().Code);
    }

    [Fact]
    public void What_cannot_be_booked_is_not_frozen()
    {
        March();
        var (accounts, faults) = SettlementAccounts.Read(Accounts.Replace("DN-A", "DN-B", StringComparison.Ordinal), "settlement-accounts.yaml");
        Assert.Empty(faults);
        var settled = new SettleMonth(_region.Archive).Approve(s_march, accounts!, s_recorded);
        Assert.Equal("settle.no-cost-centre  DN-A", Errors(settled));
        Assert.Equal("settle.nothing  2017-02", Errors(Approve(new(2017, 2))));
        Assert.DoesNotContain(_region.Archive.FactEntries(), f => f.Batch.Kind is FactKind.Settlement or FactKind.Ledger);
    }

    [Fact]
    public void A_model_is_booked_on_its_own_accounts_and_an_own_provider_on_its_places_by_their_shares()
    {
        March();
        var booked = Accounts.Replace("providers: [{subject: DN-A, cost-centre: 100}]", """
            models:
              - {model: VC, cost-centres: [{cost-centre: 900, activity: "110", share: 3}, {cost-centre: 900, activity: "120"}], own: {cost: 4510, revenue: 3110}}
            providers:
              - {subject: DN-A, cost-centre: 300}
              - {provider: V-A, cost-centres: [{cost-centre: 100, activity: "110", share: 2}, {cost-centre: 100, activity: "120"}]}
            """, StringComparison.Ordinal);
        var (accounts, faults) = SettlementAccounts.Read(booked, "settlement-accounts.yaml");
        Assert.Empty(faults);
        Assert.Equal("", Errors(new SettleMonth(_region.Archive).Approve(s_march, accounts!, s_recorded)));
        // 2 300 kr is three parts and one for the financier, and two parts and one for V-A. V-B is private: the model has no accounts of its own for such.
        Assert.Equal(
            [
                "4510 900 110 71 172500", "4510 900 120 71 57500", "3110 100 110 70 -153333", "3110 100 120 70 -76667",
                "4600 900 110 90 7500", "4600 900 120 90 2500", "2440 90 -10000",
                "4700 900 91 150000", "2440 91 -150000",
            ],
            new SettleMonth(_region.Archive).VouchersOf(s_march, accounts!).SelectMany(v => v.Rows).Select(row => $"{row.Account} {string.Join(' ', row.Objects.Select(o => o.Object))} {row.Ore}"));
        Assert.Empty(new SettleMonth(_region.Archive).VouchersOf(new(2017, 4), accounts!));
    }

    [Fact]
    public void Quality_is_paid_beforehand_until_its_outcome_is_told_and_then_corrected_in_the_next_month()
    {
        March();
        _region.Record("""
            decision: RS-KVALITET
            body: RS
            date: 2016-12-15
            title: Kvalitet
            acts:
              - set-payment-model: {id: VC, name: Vårdcentral, quality: [{id: mål, amount: 1 000 kr, beforehand: 60}], valid: 2017}
            """, "kvalitet.yaml");
        var accounts = SettlementAccounts.Read(Accounts, "f.yaml").Accounts!;
        var verb = new SettleMonth(_region.Archive);
        Assert.Equal("", Errors(verb.Approve(s_march, accounts, s_recorded)));
        Assert.Equal([60_000L, 60_000L], verb.Try(s_march).Statement!.Lines.Where(l => l.Component == "mål").Select(l => l.Amount.Ore));
        _region.Record("""
            decision: RS-UTFALL
            body: RS
            date: 2017-04-20
            title: Utfall på kvalitet i mars
            acts:
              - tell-quality: {agreement: AVT-A, component: mål, month: 2017-03, points: {reached: 1, of: 3}}
              - tell-quality: {agreement: AVT-A, component: mål, month: 2017-03, points: {reached: 3, of: 4}}
            """, "utfall.yaml");
        var april = verb.Approve(new(2017, 4), accounts, s_recorded.AddDays(30));
        Assert.Equal("", Errors(april));
        // 750 kr by outcome, less the 600 that was paid beforehand.
        var corrected = Assert.Single(april.Statement!.Adjustments);
        Assert.Equal(("AVT-A", s_march, "mål", 15_000L), (corrected.Agreement, corrected.About, corrected.Component, corrected.Amount.Ore));
    }

    [Fact]
    public void Accounts_are_read_and_what_is_wrong_with_them_is_told()
    {
        var (accounts, faults) = SettlementAccounts.Read(Accounts, "settlement-accounts.yaml");
        Assert.Empty(faults);
        Assert.Equal(("AVR", null), (accounts!.Series, accounts.PlacesOf("V-B", "DN-B")));
        Assert.Equal([new BookedPlace("100", "", 1)], accounts.PlacesOf("V-A", "DN-A")!);
        Assert.Equal(["settle.provider-unclear"], SettlementAccounts.Read(Accounts.Replace("subject: DN-A, cost-centre: 100", "subject: DN-A, provider: V-A, cost-centre: 100", StringComparison.Ordinal), "f.yaml").Faults.Select(f => f.Code));
        Assert.Equal(["settle.provider-unclear"], SettlementAccounts.Read(Accounts.Replace("cost-centre: 100}", "cost-centres: [{cost-centre: 100, share: 0}]}", StringComparison.Ordinal), "f.yaml").Faults.Select(f => f.Code));
        Assert.Equal(["settle.model-unclear"], SettlementAccounts.Read(Accounts + "\nmodels: [{model: VC}, {model: VC}]\n", "f.yaml").Faults.Select(f => f.Code));
        Assert.Equal(["settle.provider-twice"], SettlementAccounts.Read(Accounts.Replace("cost-centre: 100}", "cost-centre: 100}, {subject: DN-A, cost-centre: 200}", StringComparison.Ordinal), "f.yaml").Faults.Select(f => f.Code));
    }

    private void March()
    {
        var listings = Path.Combine(_sources.FullName, "1-listings.csv");
        File.WriteAllText(listings, SmallCare.ListingHeading + string.Concat(new[] { "11;V-A", "12;V-A", "13;V-B" }.Select(l => l.Split(';')).Select(l => $"{l[0].PadLeft(16, '0')};2017-03-01;;{l[1]};1380;40-44;women;;;\n")));
        Import(_region, listings);
        Contacts("0000000000000001;11;2017-03-02;V-A;läkarbesök", "0000000000000002;12;2017-03-03;V-A;sjuksköterska", "0000000000000003;12;2017-03-03;V-A;telefon", "0000000000000004;13;2017-03-31;V-R;läkarbesök");
    }

    private void Contacts(params string[] rows)
    {
        var path = Path.Combine(_sources.FullName, $"2-contacts-{Directory.GetFiles(_sources.FullName).Length}.csv");
        File.WriteAllText(path, SmallCare.ContactHeading + string.Concat(rows.Select(r => r.Split(';')).Select(r => $"{r[0]};{r[1].PadLeft(16, '0')};{r[2]};{r[3]};{r[4]};;1380;40-44;women;;;;;\n")), Encoding.UTF8);
        Import(_region, path);
    }

    private static void Import(TemporaryRegion region, string path)
    {
        var (verb, source, terms) = (new ImportCare(region.Archive), new CareSource(path, Path.GetFileName(path)), new ImportTerms(s_recorded));
        var stop = TestContext.Current.CancellationToken;
        var result = (Path.GetFileName(path)[0] == '1' ? verb.Listings([source], terms, null, stop) : verb.Contacts([source], terms, null, stop))[0];
        Assert.Empty(result.Faults.Select(f => $"{f.Code} {f.Found}"));
    }

    private SettledMonth Approve(Month month) => new SettleMonth(_region.Archive).Approve(month, Read(), s_recorded);

    private static SettlementAccounts Read() => SettlementAccounts.Read(Accounts, "settlement-accounts.yaml").Accounts!;

    private static IReadOnlyList<string> Rows(SettledMonth settled) => [.. StatementText.Rows(settled.Statement!).Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Agreement} {r.About} {r.Component} {r.Ore} {r.Count}"))];

    private static string Errors(SettledMonth settled) => string.Join(", ", settled.Faults.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {(f.Place.Line == 0 ? "" : f.Place.Line)} {f.Found}"));
}
