using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>One row of the budget in force, laid out over the months, with the decision it rests on.</summary>
public sealed record BudgetLine(int Year, string Subject, BudgetRow Row, IReadOnlyList<Money> Months, Decided<SetBudget> Decided);

/// <summary>Frames, budgets, tax rates and budgeted results as decided up to a certain day.</summary>
public sealed class FrameBook
{
    private static readonly long[] s_evenly = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    // A row without a profile is laid out the same at every moment; it is kept for as long as the row is.
    private static readonly ConditionalWeakTable<BudgetRow, Money[]> s_laidOutEvenly = [];

    private readonly ConcurrentDictionary<int, YearOfFrames> _years = new();

    private FrameBook()
    {
    }

    public required IReadOnlyList<Decided<SetFrame>> Frames { get; init; }

    public required IReadOnlyList<BudgetLine> Budget { get; init; }

    public required IReadOnlyDictionary<int, Decided<SetTaxRate>> TaxRates { get; init; }

    public required IReadOnlyDictionary<(int Year, string Subject), Decided<SetResultBudget>> ResultBudgets { get; init; }

    public static FrameBook Fold(ActsInOrder acts)
    {
        var profiles = acts.Latest<SetPeriodProfile, string>(p => p.Id);
        var rows = acts.LatestRows<SetBudget, BudgetRow, (int, string, string, string?)>(b => b.Rows, (b, row) => (b.Year, b.Subject, row.Group, row.Counterparty));

        return new()
        {
            Frames = [.. acts.Latest<SetFrame, (int, string, string, FrameKind, string?)>(f => (f.Year, f.From, f.To, f.Kind, f.Purpose)).Values],
            Budget =
            [
                .. rows.Select(r => new BudgetLine(r.Decided.Act.Year, r.Decided.Act.Subject, r.Row, LaidOut(r.Row, profiles), r.Decided)),
            ],
            TaxRates = acts.Latest<SetTaxRate, int>(t => t.Year),
            ResultBudgets = acts.Latest<SetResultBudget, (int, string)>(r => (r.Year, r.Subject)),
        };
    }

    /// <summary>What a subject has been given for a year, whoever gave it; result requirements are no money and do not count.</summary>
    public Money GivenTo(string subject, int year) => Money.Sum(FramesTo(subject, year).Select(f => f.Act.Amount));

    /// <summary>What a subject has given onward for a year.</summary>
    public Money DistributedBy(string subject, int year) =>
        Money.Sum(FramesFrom(subject, year).Where(f => f.Act.Kind != FrameKind.ResultRequirement).Select(f => f.Act.Amount));

    public IEnumerable<Decided<SetFrame>> FramesTo(string subject, int year) =>
        InYear(year).To[subject].Where(f => f.Act.Kind != FrameKind.ResultRequirement);

    /// <summary>The frames that a subject has given for a year, result requirements among them.</summary>
    public IEnumerable<Decided<SetFrame>> FramesFrom(string subject, int year) => InYear(year).From[subject];

    /// <summary>All frames of a year.</summary>
    public IReadOnlyList<Decided<SetFrame>> FramesOf(int year) => InYear(year).All;

    private YearOfFrames InYear(int year) => _years.GetOrAdd(year, static (of, frames) => new([.. frames.Where(f => f.Act.Year == of)]), Frames);

    private static IReadOnlyList<Money> LaidOut(BudgetRow row, IReadOnlyDictionary<string, Decided<SetPeriodProfile>> profiles)
    {
        if (row.Months is { } months)
            return months;
        if (row.Profile is null)
            return s_laidOutEvenly.GetValue(row, static even => even.Amount.Spread(s_evenly));
        var shares = profiles.TryGetValue(row.Profile, out var profile) ? [.. profile.Act.Shares] : s_evenly;
        return row.Amount.Spread(shares);
    }

    /// <summary>The frames of one year by receiver and by giver, sorted out when the year is first asked about.</summary>
    private sealed class YearOfFrames(IReadOnlyList<Decided<SetFrame>> all)
    {
        public IReadOnlyList<Decided<SetFrame>> All => all;

        public ILookup<string, Decided<SetFrame>> To { get; } = all.ToLookup(f => f.Act.To, StringComparer.Ordinal);

        public ILookup<string, Decided<SetFrame>> From { get; } = all.ToLookup(f => f.Act.From, StringComparer.Ordinal);
    }
}
