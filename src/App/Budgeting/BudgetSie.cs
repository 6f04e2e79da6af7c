using Styrkedja.Accounts;
using Styrkedja.Formats.Ledger;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Sie;

namespace Styrkedja.App.Budgeting;

/// <summary>The detailed budget of a year as a SIE file of type 4E, with a #PBUDGET for each account, unit, counterparty and month.</summary>
/// <remarks>A budget row speaks of an account group; the file names the first account of the group. The unit lies in dimension 22, since a budget is of units and not of cost centres; the counterparty in
/// dimension 21. As in SIE debit is positive, so budgeted revenue is negative. Rule: SIE file format 4B, #PBUDGET.</remarks>
public static class BudgetSie
{
    /// <summary>The dimension that units lie in.</summary>
    public const int UnitDimension = 22;

    private static readonly int s_counterpartyDimension = new SieDimensions().Counterparty;

    public static string FileName(int year) => $"budget-{year}.se";

    /// <summary>Writes the file and returns the faults of what was written; with an error among them the stream is left untouched.</summary>
    public static IReadOnlyList<Fault> Write(Stream stream, RegionState state, int year) => LedgerFaults.Of(SieWriter.Write(stream, FileName(year), Document(state, year)), FileName(year));

    private static SieDocument Document(RegionState state, int year)
    {
        var lines = state.Frames.Budget.Where(line => line.Year == year && AccountOf(state, line.Row.Group) is not null)
            .OrderBy(line => line.Subject, StringComparer.Ordinal).ThenBy(line => AccountOf(state, line.Row.Group), StringComparer.Ordinal).ThenBy(line => line.Row.Counterparty, StringComparer.Ordinal).ToList();
        return new()
        {
            Role = SieRole.Export4E,
            Header = new()
            {
                Type = 4,
                Program = "Styrkedja",
                ProgramVersion = "1",
                Generated = lines.Count == 0 ? new(year, 1, 1) : lines.Max(line => line.Decided.By.Date.Latest),
                CompanyName = SieWritable.Nearest(state.Organisation.Region.Name.Sv),
                Years = [new(0, new(year, 1, 1), new(year, 12, 31))],
                Currency = "SEK",
            },
            Accounts = [.. lines.Select(line => line.Row.Group).Distinct(StringComparer.Ordinal).Select(group => new SieAccount(AccountOf(state, group)!, SieWritable.Nearest(state.Accounts.FindGroup(group)!.Name.Sv), TypeOf(state, group), null, [], 1)).OrderBy(a => a.Code, StringComparer.Ordinal)],
            Dimensions =
            [
                new(s_counterpartyDimension, "Motpart", null, [.. lines.Select(line => line.Row.Counterparty).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Object(state, id))], 1),
                new(UnitDimension, "Enhet", null, [.. lines.Select(line => line.Subject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => Object(state, id))], 1),
            ],
            Balances =
            [
                .. from line in lines
                   from month in Enumerable.Range(0, line.Months.Count)
                   where line.Months[month].Ore != 0
                   select new SieBalance(SieBalanceKind.PeriodBudget, 0, new SieMonth(year, month + 1), AccountOf(state, line.Row.Group)!, [.. Objects(line.Subject, line.Row.Counterparty)], -line.Months[month].Ore),
            ],
        };
    }

    private static IEnumerable<SieObjectRef> Objects(string subject, string? counterparty)
    {
        if (counterparty is not null)
            yield return new(s_counterpartyDimension, counterparty);
        yield return new(UnitDimension, subject);
    }

    private static string? AccountOf(RegionState state, string group) => state.Accounts.FindGroup(group) is { Accounts: [var first, ..] } ? first.From : null;

    private static SieObject Object(RegionState state, string id) => new(id, SieWritable.Nearest(state.Organisation.NameOf(id)?.Sv ?? id), 1);

    private static char TypeOf(RegionState state, string group) => IncomeStatementLines.IsRevenue(state.Accounts.FindGroup(group)!.Line) ? 'I' : 'K';
}
