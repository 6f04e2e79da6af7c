using Microsoft.AspNetCore.Http;
using Styrkedja.App.Budgeting;
using Styrkedja.App.Drafting;
using Styrkedja.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Store.Drafts;

namespace Styrkedja.Web.Budgeting;

/// <summary>The table of a detailed budget as it lies before whoever writes in it: the rows, what was typed, and what is wrong.</summary>
public sealed class BudgetSheet
{
    /// <summary>Amounts in the table are in thousands of kronor.</summary>
    public const int Decimals = 5;

    private const int KronorDecimals = 2;
    private const int Months = 12;

    private BudgetSheet(RegionState state, Subject subject, int year) => (State, Subject, Year) = (state, subject, year);

    public RegionState State { get; }

    public Subject Subject { get; }

    public int Year { get; }

    /// <summary>The draft it is written in; absent before it has been saved.</summary>
    public Draft? Draft { get; private init; }

    /// <summary>The rows of the table: account group, counterparty after a colon, and what stands in each month.</summary>
    public IReadOnlyList<(string Key, string[] Cells)> Rows { get; private init; } = [];

    /// <summary>What was pasted in the box below the table.</summary>
    public string Pasted { get; private init; } = "";

    /// <summary>Decimals of the pasted amounts down to the öre.</summary>
    public int PastedDecimals { get; private init; } = Decimals;

    public IReadOnlyList<Fault> Faults { get; private init; } = [];

    /// <summary>What became of saving it.</summary>
    public DraftResult? Result { get; init; }

    /// <summary>All rows that differ from the budget in force, of this subject and of others in the draft.</summary>
    public IReadOnlyList<BudgetTableRow> Changed { get; private init; } = [];

    /// <summary>The subject's budget with the draft laid over it.</summary>
    public static BudgetSheet Of(RegionState state, Subject subject, int year, Draft? draft)
    {
        var changed = draft is null ? [] : DetailedBudget.InDraft(draft.Content.Text, year);
        var rows = DetailedBudget.Over(DetailedBudget.Standing(state, subject.Id, year), changed.Where(row => row.Subject == subject.Id));
        return new(state, subject, year)
        {
            Draft = draft,
            Changed = changed,
            Rows =
            [
                .. state.Accounts.Groups.Where(g => g.Line != StatementLine.BalanceSheet && rows.All(r => r.Group != g.Id || r.Counterparty is not null) && g.Accounts.Count > 0).Select(g => (g.Id, Empty()))
                    .Concat(rows.Select(r => (Key(r), r.Months.Select(m => m == Amounts.Money.Zero ? "" : BudgetTable.Text(m, Decimals)).ToArray())))
                    .OrderBy(r => PlaceOf(state, r.Item1)).ThenBy(r => r.Item1, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>What someone has sent: every cell as it was typed, and the rows that it all comes to when nothing is wrong.</summary>
    public static BudgetSheet Posted(RegionState state, Subject subject, int year, Draft? draft, IFormCollection sent)
    {
        var rows = Enumerable.Range(0, sent.Count).TakeWhile(n => sent.ContainsKey($"k.{n}")).Select(n => (Key: sent[$"k.{n}"].ToString(), Cells: Enumerable.Range(0, Months).Select(m => sent[$"c.{n}.{m}"].ToString()).ToArray())).ToList();
        var decimals = sent["unit"].ToString() switch { "kr" => 2, "mnkr" => 8, _ => Decimals };
        bool IsSubject(string id) => state.Organisation.Find(id) is { Kind: not SubjectKind.CostCentre };
        bool IsGroup(string id) => state.Accounts.FindGroup(id) is { Line: not StatementLine.BalanceSheet };
        var typed = BudgetTable.Pasted(string.Join('\n', rows.Select(r => $"{r.Key}\t{string.Join('\t', r.Cells.Select(c => c.Replace('\t', ' ').ReplaceLineEndings(" ")))}")), subject.Id, IsSubject, IsGroup, Decimals);
        var pasted = BudgetTable.Pasted(sent["pasted"].ToString(), subject.Id, IsSubject, IsGroup, decimals);
        var file = sent.Files["file"] is { Length: > 0 } handed ? Read(handed, subject.Id, IsSubject, IsGroup) : new([], []);
        var faults = typed.Faults.Concat(pasted.Faults).Concat(file.Faults).Where(f => f.Severity == Severity.Error).ToList();
        var earlier = draft is null ? [] : DetailedBudget.InDraft(draft.Content.Text, year);
        return new(state, subject, year)
        {
            Draft = draft,
            Rows = rows,
            Pasted = sent["pasted"].ToString(),
            PastedDecimals = decimals,
            Faults = faults,
            Changed = faults.Count > 0 ? earlier : DetailedBudget.Changed(state, year, DetailedBudget.Over(DetailedBudget.Over(DetailedBudget.Over(earlier, typed.Rows), pasted.Rows), file.Rows)),
        };
    }

    public BudgetSheet With(DraftResult result) => new(State, Subject, Year) { Draft = result.Draft ?? Draft, Rows = Rows, Pasted = Pasted, PastedDecimals = PastedDecimals, Faults = result.Faults, Changed = Changed, Result = result };

    /// <summary>A file in the form that the table is given out in: kronor, XLSX or CSV with semicolons.</summary>
    private static BudgetTable Read(IFormFile file, string subject, Func<string, bool> isSubject, Func<string, bool> isGroup)
    {
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        var format = file.FileName.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? TableFormat.Xlsx : TableFormat.Csv;
        var form = new TableForm(format, TableDelimiter.Semicolon, TableEncoding.Utf8, null, 0, Headerless: true, DecimalSign.Comma, ThousandsSign.Space, []);
        using var rows = form.Open(bytes.ToArray(), file.FileName);
        return BudgetTable.Of(rows, file.FileName, subject, isSubject, isGroup, KronorDecimals);
    }

    private static string Key(BudgetTableRow row) => row.Counterparty is { } other ? $"{row.Group}:{other}" : row.Group;

    private static string[] Empty() => [.. Enumerable.Repeat("", Months)];

    private static int PlaceOf(RegionState state, string key)
    {
        var group = key.Split(':')[0];
        for (var i = 0; i < state.Accounts.Groups.Count; i++)
        {
            if (state.Accounts.Groups[i].Id == group)
                return i;
        }

        return int.MaxValue;
    }
}
