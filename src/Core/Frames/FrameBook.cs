using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
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

    // A row without a profile is laid out the same at every moment; it is kept for as long as the row is.
    private static readonly ConditionalWeakTable<BudgetRow, Money[]> s_laidOutEvenly = [];

    private readonly ConcurrentDictionary<int, YearOfFrames> _years = new();

    private readonly Lazy<FrameSums> _sums;

    private FrameBook(Lazy<FrameSums> sums) => _sums = sums;

    /// <summary>Frames as they stand after additions, reallocations and what has been carried over, each with the decision that last changed it.</summary>
    public required IReadOnlyList<Decided<SetFrame>> Frames { get; init; }

    /// <summary>Every change of every frame, in the order they took effect.</summary>
    public IReadOnlyList<FrameChange> Changes => _sums.Value.Changes;

    public required IReadOnlyList<Decided<SetEconomicPlan>> Plans { get; init; }

    public required IReadOnlyList<Decided<SetInvestmentFrame>> Investments { get; init; }

    /// <summary>The plan in force of each investment, by the id of its frame.</summary>
    public required IReadOnlyDictionary<string, Decided<PlanInvestment>> InvestmentPlans { get; init; }

    /// <summary>Targeted grants received, by the day they begin, with what has been told of each.</summary>
    public required IReadOnlyList<TargetedGrant> Grants { get; init; }

    /// <summary>Agreements between parts of the region, the earliest decided first.</summary>
    public required IReadOnlyList<Decided<AgreeService>> Services { get; init; }

    public required IReadOnlyList<BudgetLine> Budget { get; init; }

    public required IReadOnlyDictionary<int, Decided<SetTaxRate>> TaxRates { get; init; }

    public required IReadOnlyDictionary<(int Year, string Subject), Decided<SetResultBudget>> ResultBudgets { get; init; }

    public static FrameBook Fold(ActsInOrder acts)
    {
        var profiles = acts.Latest<SetPeriodProfile, string>(p => p.Id);
        var rows = acts.LatestRows<SetBudget, BudgetRow, (int, string, string, string?)>(b => b.Rows, (b, row) => (b.Year, b.Subject, row.Group, row.Counterparty));

        var set = acts.Latest<SetFrame, (int, string, string, FrameKind, string?)>(f => (f.Year, f.From, f.To, f.Kind, f.Purpose));
        List<(Act, Decision, long)> changes =
        [
            .. acts.Of<GrantAdditional>().Select(d => ((Act)d.Act, d.By, d.Position)),
            .. acts.Of<Reallocate>().Select(d => ((Act)d.Act, d.By, d.Position)),
            .. acts.Of<CarryOver>().Select(d => ((Act)d.Act, d.By, d.Position)),
        ];
        var sets = acts.Of<SetFrame>();
        // Each change is asked about seldom; without additions and reallocations the frames are the latest ones set.
        var sums = new Lazy<FrameSums>(() => FrameSums.Of(sets, changes));
        return new(sums)
        {
            Frames = changes.Count == 0 ? [.. set.Values] : sums.Value.InForce,
            Plans = [.. acts.Of<SetEconomicPlan>()],
            Investments = [.. acts.Latest<SetInvestmentFrame, string>(i => i.Id).Values],
            InvestmentPlans = acts.Latest<PlanInvestment, string>(p => p.Investment),
            Grants = TargetedGrant.Fold(acts),
            Services = [.. acts.Latest<AgreeService, string>(s => s.Id).Values],
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

    /// <summary>The changes of what one giver has given one receiver for a year, the earliest first.</summary>
    public IEnumerable<FrameChange> ChangesOf(string from, string to, int year) => Changes.Where(c => c.Frame.From == from && c.Frame.To == to && c.Frame.Year == year);

    /// <summary>How each frame of a year came to be as it is, in the order they were first given.</summary>
    public IReadOnlyList<FrameStory> StoriesOf(int year) => FrameStory.Of(Changes, year);

    /// <summary>Givers that have given more for a year than they have been given, as after a lawful cut, until it is mended.</summary>
    public IEnumerable<(string Giver, Money Given, Money Distributed)> OverDistributed(int year) =>
        FramesOf(year).Select(f => f.Act.From).Where(giver => giver != Subject.RegionId).Distinct()
            .Select(giver => (giver, Given: GivenTo(giver, year), Distributed: DistributedBy(giver, year)))
            .Where(g => g.Distributed > g.Given);

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
