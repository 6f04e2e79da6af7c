using Styrkedja.Accounts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Ledger;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Sie;

namespace Styrkedja.App.Demo;

/// <summary>Writes a book's month of the sample ledger as a SIE file of type 4I, which is then imported like any other.</summary>
public static class SampleLedgerSie
{
    private static readonly SieDimensions s_dimensions = new();

    /// <summary>Name of the file of a book and month, such as HS-2017-11.si.</summary>
    public static string FileName(SampleBookMonth month) => $"{month.Book}-{month.Month}.si";

    /// <summary>Writes the file and returns the faults of what was written; with an error among them the stream is left untouched.</summary>
    /// <param name="state">Names the accounts, cost centres, counterparties and activities.</param>
    public static IReadOnlyList<Fault> Write(Stream stream, SampleBookMonth month, RegionState state) =>
        LedgerFaults.Of(SieWriter.Write(stream, FileName(month), Document(month, state)), FileName(month));

    /// <summary>Name of the file of opening balances, such as IB-2015.se.</summary>
    public static string OpeningName(SampleBalanceSheet sheet) => $"IB-{sheet.Year}.se";

    /// <summary>Writes what the first year opened with as a SIE file of type 4E, made on the year's first day: nothing has moved, so opening and closing are the same.</summary>
    public static IReadOnlyList<Fault> WriteOpening(Stream stream, SampleBalanceSheet sheet, RegionState state)
    {
        var accounts = sheet.Opening.OrderBy(o => o.Key, StringComparer.Ordinal).ToList();
        var document = new SieDocument
        {
            Role = SieRole.Export4E,
            Header = Header(new(sheet.Year, 1, 1), sheet.Year, before: true, state),
            Accounts = [.. accounts.Select(o => new SieAccount(o.Key, SieWritable.Nearest(state.Accounts.NameOf(o.Key)), TypeOf(state.Accounts, o.Key), null, [], 1))],
            Balances =
            [
                .. accounts.Select(o => new SieBalance(SieBalanceKind.Opening, 0, null, o.Key, [], o.Value.Ore)),
                .. accounts.Select(o => new SieBalance(SieBalanceKind.Closing, 0, null, o.Key, [], o.Value.Ore)),
            ],
        };
        return LedgerFaults.Of(SieWriter.Write(stream, OpeningName(sheet), document), OpeningName(sheet));
    }

    private static SieHeader Header(DateOnly generated, int year, bool before, RegionState state) => new()
    {
        Type = 4,
        Program = "Styrkedja",
        ProgramVersion = "1",
        Generated = generated,
        Remark = "Exempeldata, inte Region Hallands bokföring",
        CompanyName = state.Organisation.Region.Name.Sv,
        Years = !before ? [new(0, new(year, 1, 1), new(year, 12, 31))] : [new(0, new(year, 1, 1), new(year, 12, 31)), new(-1, new(year - 1, 1, 1), new(year - 1, 12, 31))],
        Currency = "SEK",
    };

    private static SieDocument Document(SampleBookMonth month, RegionState state) => new()
    {
        Role = SieRole.Import4I,
        Header = Header(month.Month.LastDay, month.Month.Year, before: false, state),
        Accounts = [.. Codes(month, row => row.Account).Select(code => new SieAccount(code, SieWritable.Nearest(state.Accounts.NameOf(code)), TypeOf(state.Accounts, code), null, [], 1))],
        Dimensions =
        [
            new(s_dimensions.CostCentre, "Kostnadsställe", null, [.. Codes(month, row => row.CostCentre).Select(c => Object(c, state.Organisation.Find(c)?.Name))], 1),
            new(s_dimensions.Activity, "Verksamhet", null, [.. Codes(month, row => row.Activity).Select(c => Object(c, state.Accounts.Activities.GetValueOrDefault(c)?.Name))], 1),
            new(s_dimensions.Counterparty, "Motpart", null, [.. Codes(month, row => row.Counterparty).Select(c => Object(c, state.Accounts.Counterparties.GetValueOrDefault(c)?.Name))], 1),
        ],
        Vouchers = [.. month.Vouchers.Select(v => new SieVoucher(v.Series, v.Number, v.Day, SieWritable.Nearest(v.Text), null, null, [.. v.Rows.Select(Row)]))],
    };

    private static SieVoucherRow Row(SampleRow row)
    {
        var objects = new List<SieObjectRef>(3);
        Put(s_dimensions.CostCentre, row.CostCentre);
        Put(s_dimensions.Activity, row.Activity);
        Put(s_dimensions.Counterparty, row.Counterparty);
        return new(row.Account, objects, row.Amount.Ore);

        void Put(int dimension, string code)
        {
            if (code.Length > 0)
                objects.Add(new(dimension, code));
        }
    }

    private static SieObject Object(string code, Bilingual? name) => new(code, SieWritable.Nearest(name?.Sv ?? code), 1);

    private static IEnumerable<string> Codes(SampleBookMonth month, Func<SampleRow, string> code) =>
        month.Vouchers.SelectMany(v => v.Rows).Select(code).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static char TypeOf(ChartOfAccounts chart, string account) => chart.GroupOf(account).Line switch
    {
        StatementLine.BalanceSheet => account[0] == '1' ? 'T' : 'S',
        var line when IncomeStatementLines.IsRevenue(line) => 'I',
        _ => 'K',
    };
}
