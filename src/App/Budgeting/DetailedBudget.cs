using System.Globalization;
using System.Text;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Frames;
using Styrkedja.Region;

namespace Styrkedja.App.Budgeting;

/// <summary>The detailed budget of a subject as a table by account group and month, and the draft of a decision that a changed table becomes.</summary>
/// <remarks>A draft holds only the rows that were changed: a later decision replaces a row of the same account group and counterparty, and leaves the others as they stand.</remarks>
public static class DetailedBudget
{
    /// <summary>The budget in force, as rows of a table.</summary>
    public static IReadOnlyList<BudgetTableRow> Standing(RegionState state, string subject, int year) =>
    [
        .. state.Frames.Budget.Where(line => line.Year == year && line.Subject == subject).Select(line => new BudgetTableRow(subject, line.Row.Group, line.Row.Counterparty, line.Months, 0)),
    ];

    /// <summary>The rows that a draft changes, in its own order; nothing when its text can't be read.</summary>
    public static IReadOnlyList<BudgetTableRow> InDraft(string text, int year) =>
    [
        .. from read in DecisionFile.Read(text, "").Decisions
           from act in read.Decision.Acts.OfType<SetBudget>()
           where act.Year == year
           from row in act.Rows
           select new BudgetTableRow(act.Subject, row.Group, row.Counterparty, row.Months ?? row.Amount.Spread([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 0),
    ];

    /// <summary>Rows laid over others: one of the same subject, group and counterparty takes the place of the earlier.</summary>
    public static IReadOnlyList<BudgetTableRow> Over(IEnumerable<BudgetTableRow> earlier, IEnumerable<BudgetTableRow> later)
    {
        var rows = new Dictionary<(string, string, string?), BudgetTableRow>();
        foreach (var row in earlier.Concat(later))
            rows[(row.Subject, row.Group, row.Counterparty)] = row;
        return [.. rows.Values];
    }

    /// <summary>The rows that say something else than the budget in force.</summary>
    public static IReadOnlyList<BudgetTableRow> Changed(RegionState state, int year, IEnumerable<BudgetTableRow> rows)
    {
        var wanted = rows.ToList();
        var standing = wanted.Select(row => row.Subject).Distinct(StringComparer.Ordinal).SelectMany(subject => Standing(state, subject, year))
            .ToDictionary(row => (row.Subject, row.Group, row.Counterparty), row => row.Months);
        return [.. wanted.Where(row => standing.TryGetValue((row.Subject, row.Group, row.Counterparty), out var months) ? !months.SequenceEqual(row.Months) : row.Months.Any(m => m != Money.Zero))];
    }

    /// <summary>The text of a decision that sets these rows.</summary>
    /// <param name="subject">Whose budget it is called after; its body decides.</param>
    public static string Text(RegionState state, string subject, int year, IReadOnlyList<BudgetTableRow> rows, DateOnly day)
    {
        var body = state.Organisation.AnsweringBody(subject).Id;
        var text = new StringBuilder();
        var (iso, name) = (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), state.Organisation.NameOf(subject)?.Sv ?? subject);
        text.Append(CultureInfo.InvariantCulture, $"decision: {body}-{iso}-detaljbudget-{year}-{subject}\nbody: {body}\ndate: {iso}\ntitle: \"Detaljbudget {year}, {name.Replace("\"", "", StringComparison.Ordinal)}\"\nacts:\n");
        foreach (var own in rows.GroupBy(row => row.Subject, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"- set-budget:\n    year: {year}\n    subject: {own.Key}\n    rows:\n");
            foreach (var row in own)
            {
                text.Append(CultureInfo.InvariantCulture, $"    - group: {row.Group}\n      amount: {Kronor(Money.Sum(row.Months))}\n");
                if (row.Counterparty is { } other)
                    text.Append(CultureInfo.InvariantCulture, $"      counterparty: {other}\n");
                text.Append("      months: [").AppendJoin(", ", row.Months.Select(Kronor)).Append("]\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The whole budget of a year summed through the organisation, with rows laid over it.</summary>
    public static BudgetSums Sums(RegionState state, int year, IEnumerable<BudgetTableRow> over)
    {
        var later = over.ToDictionary(row => (row.Subject, row.Group, row.Counterparty));
        var sums = new BudgetSums(state.Organisation, state.Accounts.Groups.Select(g => g.Id).Concat(state.Frames.Budget.Where(l => l.Year == year).Select(l => l.Row.Group)).Concat(later.Values.Select(r => r.Group)));
        foreach (var line in state.Frames.Budget.Where(line => line.Year == year && !later.ContainsKey((line.Subject, line.Row.Group, line.Row.Counterparty))))
            Add(sums, line.Subject, line.Row.Group, line.Months);
        foreach (var row in later.Values)
            Add(sums, row.Subject, row.Group, row.Months);
        return sums;
    }

    /// <summary>How far the frame that a subject lives on is laid out by the budget of the year, with rows laid over it; absent when nobody above it has been given a frame.</summary>
    public static FrameUse? FrameOf(RegionState state, string subject, int year, IEnumerable<BudgetTableRow> over)
    {
        var later = over.ToDictionary(row => (row.Subject, row.Group, row.Counterparty));
        return FrameUse.Of(subject, year, state.Frames, state.Organisation,
        [
            .. state.Frames.Budget.Where(line => line.Year == year && !later.ContainsKey((line.Subject, line.Row.Group, line.Row.Counterparty))).Select(line => (line.Subject, line.Row.Counterparty, Money.Sum(line.Months))),
            .. later.Values.Select(row => (row.Subject, row.Counterparty, Money.Sum(row.Months))),
        ]);
    }

    private static void Add(BudgetSums sums, string subject, string group, IReadOnlyList<Money> months)
    {
        for (var month = 0; month < months.Count; month++)
            sums.Add(subject, group, month, months[month]);
    }

    private static string Kronor(Money amount) => (amount.Ore / 100m).ToString("0.##", CultureInfo.InvariantCulture) + " kr";
}
