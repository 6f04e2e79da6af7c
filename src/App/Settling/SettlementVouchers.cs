using System.Globalization;
using Styrkedja.Accounts;
using Styrkedja.Amounts;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Ledger;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Sie;

namespace Styrkedja.App.Settling;

/// <summary>A frozen month as a SIE file of type 4I: one voucher for each agreement, and one for each earlier month that is corrected; the same bytes for the same month.</summary>
/// <remarks>An own provider is a cost of the financier's and as much revenue of the provider's, so that both sides meet; a bought one is a cost and a debt. What another than the region
/// is to pay is no cost of the region's and is not booked.</remarks>
internal static class SettlementVouchers
{
    private static readonly SieDimensions s_dimensions = new();

    /// <summary>What the file of a month is called.</summary>
    public static string FileName(SettlementStatement statement) => $"avrakning-{statement.Month}.si";

    /// <summary>The vouchers, and what stands in the way of them.</summary>
    public static (byte[]? Bytes, IReadOnlyList<Fault> Faults) Of(SettlementStatement statement, SettlementAccounts accounts, RegionState state)
    {
        var (vouchers, faults) = Vouchers(statement, accounts, state);
        if (faults.Count > 0 || vouchers.Count == 0)
            return (null, faults);
        using var stream = new MemoryStream();
        var written = LedgerFaults.Of(SieWriter.Write(stream, FileName(statement), Document(statement, vouchers, state)), FileName(statement)).Where(f => f.Severity == Severity.Error).ToList();
        return (written.Count > 0 ? null : stream.ToArray(), written);
    }

    /// <summary>The vouchers before they are written, and what stands in the way of them.</summary>
    public static (IReadOnlyList<SieVoucher> Vouchers, IReadOnlyList<Fault> Faults) Vouchers(SettlementStatement statement, SettlementAccounts accounts, RegionState state)
    {
        var faults = new List<Fault>();
        var owed = statement.Lines.Where(l => l.Payer == ContactPayer.Region).Select(l => (l.Agreement, l.Provider, About: l.Month, l.Amount))
            .Concat(statement.Adjustments.Where(a => a.Payer == ContactPayer.Region).Select(a => (a.Agreement, a.Provider, a.About, a.Amount)))
            .GroupBy(l => (l.Agreement, l.Provider, l.About)).Select(g => (g.Key.Agreement, g.Key.Provider, g.Key.About, Amount: Money.Sum(g.Select(l => l.Amount))))
            .Where(l => l.Amount != Money.Zero)
            .OrderBy(l => l.Agreement, StringComparer.Ordinal).ThenBy(l => l.About).ToList();
        var vouchers = new List<SieVoucher>();
        foreach (var line in owed)
        {
            var provider = state.Care.Providers.FirstOrDefault(p => p.Act.Id == line.Provider)?.Act;
            if (provider is null)
                faults.Add(Fault.Error("settle.provider-unknown", new(FileName(statement)), line.Provider, ("agreement", line.Agreement)));
            else if (Rows(provider, line.Amount, state.Care.Payment.ModelOf(line.Agreement), accounts) is { } rows)
                vouchers.Add(new(accounts.Series, string.Create(CultureInfo.InvariantCulture, $"{statement.Month.Year % 100:00}{statement.Month.Number:00}{vouchers.Count + 1:0000}"), statement.Month.LastDay, SieWritable.Nearest(Text(line.Agreement, line.About, statement)), null, null, rows));
            else
                faults.Add(Fault.Error("settle.no-cost-centre", new(SettlementAccounts.FileName), provider.Subject ?? provider.Id, ("provider", provider.Id)));
        }

        return (vouchers, faults);
    }

    private static string Text(string agreement, Calendar.Month about, SettlementStatement statement) => about == statement.Month ? $"Avräkning {agreement} {about}" : $"Rättelse {agreement} {about}";

    private static SieVoucherRow[]? Rows(AuthoriseProvider provider, Money amount, string model, SettlementAccounts accounts)
    {
        var booked = accounts.For(model);
        if (provider.Regime == Regime.Own)
        {
            return accounts.PlacesOf(provider.Id, provider.Subject ?? "") is not { } theirs ? null :
            [
                .. Laid(booked.Own.Cost, booked.Places, provider.Counterparty, amount),
                .. Laid(booked.Own.Revenue, theirs, accounts.Financier, -amount),
            ];
        }

        var bought = provider.Regime == Regime.Private ? booked.Private : booked.OutOfRegion;
        return [.. Laid(bought.Cost, booked.Places, provider.Counterparty, amount), new(bought.Debt, [new(s_dimensions.Counterparty, provider.Counterparty)], -amount.Ore)];
    }

    /// <summary>An amount over the places by their shares; a place that gets nothing has no row.</summary>
    private static IEnumerable<SieVoucherRow> Laid(string account, IReadOnlyList<BookedPlace> places, string counterparty, Money amount)
    {
        var parts = amount.Spread([.. places.Select(place => (long)place.Share)]);
        for (var i = 0; i < places.Count; i++)
        {
            if (parts[i] == Money.Zero)
                continue;
            List<SieObjectRef> objects = [new(s_dimensions.CostCentre, places[i].CostCentre)];
            if (places[i].Activity.Length > 0)
                objects.Add(new(s_dimensions.Activity, places[i].Activity));
            objects.Add(new(s_dimensions.Counterparty, counterparty));
            yield return new(account, objects, parts[i].Ore);
        }
    }

    private static SieDocument Document(SettlementStatement statement, IReadOnlyList<SieVoucher> vouchers, RegionState state) => new()
    {
        Role = SieRole.Import4I,
        Header = new()
        {
            Type = 4,
            Program = "Styrkedja",
            ProgramVersion = "1",
            Generated = statement.Month.LastDay,
            CompanyName = state.Organisation.Region.Name.Sv,
            Years = [new(0, new(statement.Month.Year, 1, 1), new(statement.Month.Year, 12, 31))],
            Currency = "SEK",
        },
        Accounts = [.. vouchers.SelectMany(v => v.Rows).Select(r => r.Account).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => new SieAccount(code, SieWritable.Nearest(state.Accounts.NameOf(code)), TypeOf(state.Accounts, code), null, [], 1))],
        Dimensions =
        [
            new(s_dimensions.CostCentre, "Kostnadsställe", null, [.. Objects(vouchers, s_dimensions.CostCentre, code => state.Organisation.Find(code)?.Name)], 1),
            .. Objects(vouchers, s_dimensions.Activity, code => state.Accounts.Activities.GetValueOrDefault(code)?.Name).ToList() is { Count: > 0 } activities ? new SieDimension[] { new(s_dimensions.Activity, "Verksamhet", null, activities, 1) } : [],
            new(s_dimensions.Counterparty, "Motpart", null, [.. Objects(vouchers, s_dimensions.Counterparty, code => state.Accounts.Counterparties.GetValueOrDefault(code)?.Name)], 1),
        ],
        Vouchers = vouchers,
    };

    private static IEnumerable<SieObject> Objects(IReadOnlyList<SieVoucher> vouchers, int dimension, Func<string, Bilingual?> name) =>
        vouchers.SelectMany(v => v.Rows).SelectMany(r => r.Objects).Where(o => o.Dimension == dimension).Select(o => o.Object).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(code => new SieObject(code, SieWritable.Nearest(name(code)?.Sv ?? code), 1));

    private static char TypeOf(ChartOfAccounts chart, string account) => chart.GroupOf(account).Line switch
    {
        StatementLine.BalanceSheet => account[0] == '1' ? 'T' : 'S',
        var line when IncomeStatementLines.IsRevenue(line) => 'I',
        _ => 'K',
    };
}
