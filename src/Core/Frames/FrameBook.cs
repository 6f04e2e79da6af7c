using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Frames;

/// <summary>One row of the budget in force, laid out over the months, with the decision it rests on.</summary>
public sealed record BudgetLine(int Year, string Subject, BudgetRow Row, IReadOnlyList<Money> Months, Decided<SetBudget> Decided);

/// <summary>Frames, budgets, tax rates and budgeted results as decided up to a certain day.</summary>
public sealed class FrameBook
{
    private static readonly long[] s_evenly = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    private FrameBook()
    {
    }

    /// <summary>Frames as they stand after additions and reallocations, each with the decision that last changed it.</summary>
    public required IReadOnlyList<Decided<SetFrame>> Frames { get; init; }

    /// <summary>Every change of every frame, in the order they took effect.</summary>
    public required IReadOnlyList<FrameChange> Changes { get; init; }

    public required IReadOnlyList<Decided<SetEconomicPlan>> Plans { get; init; }

    public required IReadOnlyList<Decided<SetInvestmentFrame>> Investments { get; init; }

    public required IReadOnlyList<BudgetLine> Budget { get; init; }

    public required IReadOnlyDictionary<int, Decided<SetTaxRate>> TaxRates { get; init; }

    public required IReadOnlyDictionary<(int Year, string Subject), Decided<SetResultBudget>> ResultBudgets { get; init; }

    public static FrameBook Fold(ActsInOrder acts)
    {
        var profiles = acts.Latest<SetPeriodProfile, string>(p => p.Id);
        var rows = new Dictionary<(int, string, string, string?), (BudgetRow Row, Decided<SetBudget> Decided)>();
        foreach (var decided in acts.Of<SetBudget>())
        {
            foreach (var row in decided.Act.Rows)
                rows[(decided.Act.Year, decided.Act.Subject, row.Group, row.Counterparty)] = (row, decided);
        }

        var frames = FrameSums.Of(acts);
        return new()
        {
            Frames = frames.InForce,
            Changes = frames.Changes,
            Plans = [.. acts.Of<SetEconomicPlan>()],
            Investments = [.. acts.Latest<SetInvestmentFrame, string>(i => i.Id).Values],
            Budget =
            [
                .. rows.Select(r => new BudgetLine(r.Key.Item1, r.Key.Item2, r.Value.Row, LaidOut(r.Value.Row, profiles), r.Value.Decided)),
            ],
            TaxRates = acts.Latest<SetTaxRate, int>(t => t.Year),
            ResultBudgets = acts.Latest<SetResultBudget, (int, string)>(r => (r.Year, r.Subject)),
        };
    }

    /// <summary>What a subject has been given for a year, whoever gave it; result requirements are no money and do not count.</summary>
    public Money GivenTo(string subject, int year) => Money.Sum(FramesTo(subject, year).Select(f => f.Act.Amount));

    /// <summary>What a subject has given onward for a year.</summary>
    public Money DistributedBy(string subject, int year) =>
        Money.Sum(Frames.Where(f => f.Act.From == subject && f.Act.Year == year && f.Act.Kind != FrameKind.ResultRequirement).Select(f => f.Act.Amount));

    public IEnumerable<Decided<SetFrame>> FramesTo(string subject, int year) =>
        Frames.Where(f => f.Act.To == subject && f.Act.Year == year && f.Act.Kind != FrameKind.ResultRequirement);

    /// <summary>The changes of what one giver has given one receiver for a year, the earliest first.</summary>
    public IEnumerable<FrameChange> ChangesOf(string from, string to, int year) => Changes.Where(c => c.Frame.From == from && c.Frame.To == to && c.Frame.Year == year);

    /// <summary>Givers that have given more for a year than they have been given, as after a lawful cut, until it is mended.</summary>
    public IEnumerable<(string Giver, Money Given, Money Distributed)> OverDistributed(int year) =>
        Frames.Where(f => f.Act.Year == year && f.Act.From != Subject.RegionId).Select(f => f.Act.From).Distinct()
            .Select(giver => (giver, Given: GivenTo(giver, year), Distributed: DistributedBy(giver, year)))
            .Where(g => g.Distributed > g.Given);

    private static IReadOnlyList<Money> LaidOut(BudgetRow row, IReadOnlyDictionary<string, Decided<SetPeriodProfile>> profiles)
    {
        if (row.Months is { } months)
            return months;
        var shares = row.Profile is { } id && profiles.TryGetValue(id, out var profile) ? [.. profile.Act.Shares] : s_evenly;
        return row.Amount.Spread(shares);
    }
}
