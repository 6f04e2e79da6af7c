using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Organisation;
using static Styrkedja.Authority.Deciders;
using static Styrkedja.Authority.RuleTable;

namespace Styrkedja.Authority;

/// <summary>Who decides about money and care bought for it, and what a budget and a frame must fulfil.</summary>
internal static class MoneyRules
{
    public static readonly IReadOnlyList<CompetenceRow> Competences =
    [
        Row<SetTaxRate>("tax rate", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetResultBudget>("budgeted result", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<SetEconomicPlan>("economic plan", Rules.AssemblyDecides, (_, _) => Assembly),
        Row<ProposeBudget>("planning directive", Rules.BoardLeads, (_, _) => BoardOrAssembly, (a, _) => a.Stage == BudgetStage.Directive),
        Row<ProposeBudget>("committee's draft", Rules.CommitteeInItsField, (a, p) => a.By is { } by && p.Organisation.Knows(by) ? [BodyOf(p, by)] : AnyBody(p), (a, _) => a.Stage == BudgetStage.Draft),
        Row<ProposeBudget>("counter-proposal", Rules.CounterProposalWhereTreated, (_, _) => BoardOrAssembly, (a, _) => a.Stage == BudgetStage.CounterProposal),
        Row<ProposeBudget>("budget proposal", Rules.BoardProposesBudget, (_, _) => Board),
        Row<SetFrame>("frame to another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsToAnother(p, a.From, a.To)),
        Row<SetFrame>("frame", Rules.DistributeWhatWasGiven, (a, p) => AnsweringOrAssembly(p, a.From)),
        Row<GrantAdditional>("addition to another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsToAnother(p, a.From, a.To)),
        Row<GrantAdditional>("addition", Rules.DistributeWhatWasGiven, (a, p) => AnsweringOrAssembly(p, a.From)),
        Row<Reallocate>("reallocation to another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsToAnother(p, a.Giver, a.To)),
        Row<Reallocate>("reallocation", Rules.DistributeWhatWasGiven, (a, p) => AnsweringOrAssembly(p, a.Giver)),
        Row<CarryOver>("carry-over to another body", Rules.AssemblyDecides, (_, _) => Assembly, (a, p) => IsToAnother(p, a.From, a.To)),
        Row<CarryOver>("carry-over", Rules.DistributeWhatWasGiven, (a, p) => AnsweringOrAssembly(p, a.From)),
        Row<SetBudget>("budget", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, a.Subject)),
        Row<SetInvestmentFrame>("investment", Rules.CommitteeInItsField, (a, p) => AnsweringOrAssembly(p, a.Subject)),
        Row<PlanInvestment>("plan of an investment", Rules.CommitteeInItsField, (a, p) => FrameOfInvestment(p, a.Investment) is { } frame ? AnsweringOrAssembly(p, frame.Subject) : []),
        Row<ReceiveGrant>("grant for several", Rules.BoardLeads, (_, _) => BoardOrAssembly, (a, p) => a.Distribution.Select(part => BodyOf(p, part.To)).Distinct().Count() != 1),
        Row<ReceiveGrant>("grant in a field", Rules.CommitteeInItsField, (a, p) => AnsweringOrBoard(p, a.Distribution[0].To)),
        Row<ReportGrant>("grant accounted for", Rules.GrantReceiverReports, (a, p) => ReceiverOfGrant(p, a.Grant)),
        Row<AgreeService>("internal service", Rules.CommitteeInItsField, (a, p) => [.. AnsweringOrBoard(p, a.Supplier).Append(BodyOf(p, a.Buyer)).Distinct()]),
        Row<SetPeriodProfile>("period profile", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SetPriceIndex>("price index", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SetPlanningConditions>("planning conditions", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<AdoptChart>("chart of accounts", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<AdoptCounterparties>("counterparties", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<AdoptActivities>("activities", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<NameCareFinancier>("care financier", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<AuthoriseProvider>("provider", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SignAgreement>("agreement", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SetPriceList>("price list", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<SetPaymentModel>("payment model", Rules.BoardLeads, (_, _) => BoardOrAssembly),
        Row<TellQuality>("quality reached", Rules.BoardLeads, (_, _) => BoardOrAssembly),
    ];

    public static readonly IReadOnlyList<RequirementRow> Requirements =
    [
        new("not more than given", Rules.NotMoreThanGiven, p => GiverOf(p.Act) is not null, OverDistributed),
        Requirement<Reallocate>("not below nothing", Rules.NotBelowNothing, (a, p) => When(IsBelowNothing(p, a.Giver, a.From, a.Year), [], ("from", a.From), Year(a.Year))),
        Requirement<CarryOver>("carried within the frame", Rules.CarriedWithinFrame, (a, p) => When(IsBelowNothing(p, a.From, a.To, a.Year), [], ("to", a.To), Year(a.Year))),
        Requirement<PlanInvestment>("planned within the frame", Rules.PlannedWithinFrame, (a, p) => FrameOfInvestment(p, a.Investment) is not { } frame ? []
            : When(Money.Sum(a.Years.Select(y => y.Amount)) > frame.Amount, AnsweringOrAssembly(p, frame.Subject), ("investment", a.Investment), ("planned", $"{Money.Sum(a.Years.Select(y => y.Amount)).Ore}"), ("given", $"{frame.Amount.Ore}"))),
        Requirement<ReceiveGrant>("given on within the grant", Rules.GrantGivenOnWithin, (a, _) =>
            When(Money.Sum(a.Distribution.Select(part => part.Amount)) > a.Amount, BoardOrAssembly, ("grant", a.Id), ("distributed", $"{Money.Sum(a.Distribution.Select(part => part.Amount)).Ore}"), ("given", $"{a.Amount.Ore}"))),
        Requirement<ReportGrant>("told within the grant", Rules.GrantToldWithin, (a, p) => ToldOfGrant(p, a.Grant) is var (told, received)
            ? When(told > received, [], ("grant", a.Grant), ("told", $"{told.Ore}"), ("given", $"{received.Ore}"))
            : []),
        Requirement<AgreeService>("service between two", Rules.ServiceBetweenTwo, (a, _) => When(a.Supplier == a.Buyer, [], ("supplier", a.Supplier))),
        Requirement<GrantAdditional>("spending financed", Rules.SpendingFinanced, (a, _) =>
            When(Money.Sum(a.Financing.Select(f => f.Amount)) != a.Amount, Assembly, ("amount", $"{a.Amount.Ore}"), ("financed", $"{Money.Sum(a.Financing.Select(f => f.Amount)).Ore}"))),
        Requirement<SetResultBudget>("budget balanced", Rules.BudgetBalanced, (a, p) => When(a.Subject == Subject.RegionId && a.Result <= Money.Zero && p.Decision.Exception is null, Assembly, Year(a.Year))),
        Requirement<SetEconomicPlan>("plan of three years", Rules.PlanThreeYears, (a, _) => When(a.Years.Count < 3 || a.Years.Where((y, i) => y.Year != a.Years[0].Year + i).Any(), Assembly, ("years", string.Join(", ", a.Years.Select(y => y.Year))))),
        Requirement<SetEconomicPlan>("plan from the budget year", Rules.PlanFromBudgetYear, (a, p) =>
            p.Decision.Acts.OfType<SetResultBudget>().Where(b => b.Subject == Subject.RegionId && (a.Years.Count == 0 || b.Year != a.Years[0].Year)).SelectMany(b => When(true, Assembly, Year(b.Year)))),
        Requirement<ProposeBudget>("proposal in time", Rules.ProposalInTime, (a, p) =>
            When(a.Stage == BudgetStage.Proposal && p.Decision.Exception is null && p.Day > new DateOnly(a.Year - 1, 10, 31), p.Day > new DateOnly(a.Year - 1, 11, 30) ? [] : Board, Year(a.Year))),
        Requirement<ProposeBudget>("proposal late with reason", Rules.ProposalLateWithReason, (a, p) => When(a.Stage == BudgetStage.Proposal && p.Decision.Exception is not null && p.Day > new DateOnly(a.Year - 1, 11, 30), [], Year(a.Year))),
        Requirement<SetResultBudget>("budget in time", Rules.BudgetInTime, (a, p) =>
            When(IsFirst(a, p) && p.Decision.Exception is null && p.Day > new DateOnly(a.Year - 1, 11, 30), p.Day > new DateOnly(a.Year - 1, 12, 31) ? [] : Assembly, Year(a.Year))),
        Requirement<SetResultBudget>("budget late with reason", Rules.BudgetLateWithReason, (a, p) => When(IsFirst(a, p) && p.Decision.Exception is not null && p.Day > new DateOnly(a.Year - 1, 12, 31), [], Year(a.Year))),
        Requirement<SetTaxRate>("tax in time", Rules.TaxInTime, (a, p) =>
            When(p.Day > new DateOnly(a.Year - 1, 11, 30) && !(MayChange(a, p) && p.Decision.Exception is not null), MayChange(a, p) ? Assembly : [], Year(a.Year))),
        Requirement<SetResultBudget>("budget by the newly elected", Rules.ByNewlyElected, (a, p) => When(IsFirst(a, p) && IsBeforeNewlyElected(a.Year, p.Day), Assembly, Year(a.Year))),
        Requirement<SetTaxRate>("tax by the newly elected", Rules.ByNewlyElected, (a, p) => When(!p.Standing.Frames.TaxRates.ContainsKey(a.Year) && IsBeforeNewlyElected(a.Year, p.Day), Assembly, Year(a.Year))),
    ];

    /// <summary>The frame of an investment, from the decision itself when it brings one.</summary>
    private static SetInvestmentFrame? FrameOfInvestment(DecisionPoint p, string id) =>
        p.Decision.Acts.OfType<SetInvestmentFrame>().LastOrDefault(i => i.Id == id) ?? p.Standing.Frames.Investments.FirstOrDefault(i => i.Act.Id == id)?.Act;

    /// <summary>The body that received a grant, and the executive board and assembly.</summary>
    private static IReadOnlyList<string> ReceiverOfGrant(DecisionPoint p, string id) =>
        p.Standing.Frames.Grants.FirstOrDefault(g => g.Id == id) is { } grant ? [.. BoardOrAssembly.Append(p.Standing.NameIn(grant.Received.By)).Distinct()] : [.. BoardOrAssembly.Append(p.InTheNameOf).Distinct()];

    /// <summary>What has been told of a grant in all after the decision, and what was received.</summary>
    private static (Money Told, Money Received)? ToldOfGrant(DecisionPoint p, string id)
    {
        var before = p.Standing.Frames.Grants.FirstOrDefault(g => g.Id == id);
        if ((p.Decision.Acts.OfType<ReceiveGrant>().LastOrDefault(g => g.Id == id) ?? before?.Received.Act) is not { } received)
            return null;
        var now = p.Decision.Acts.Take(p.Number).OfType<ReportGrant>().Where(r => r.Grant == id).Select(r => r.Used + r.Returned);
        return ((before is null ? Money.Zero : before.Used + before.Returned) + Money.Sum(now), received.Amount);
    }

    private static bool IsBeforeNewlyElected(int budgetYear, DateOnly day) => Elections.AreHeldIn(budgetYear - 1) && day < Elections.NewlyElectedFrom(budgetYear - 1);

    /// <summary>True when a tax rate that has been decided may be decided otherwise with the budget, for extraordinary reasons, before its year begins.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 11 kap. 11 §. Not checked against the text of the law.</remarks>
    private static bool MayChange(SetTaxRate act, DecisionPoint p) => p.Standing.Frames.TaxRates.ContainsKey(act.Year) && p.Day <= new DateOnly(act.Year - 1, 12, 31);

    /// <summary>True for the region's first budget of a year; a revision comes when it comes.</summary>
    private static bool IsFirst(SetResultBudget act, DecisionPoint p) => act.Subject == Subject.RegionId && !p.Standing.Frames.ResultBudgets.ContainsKey((act.Year, act.Subject));

    /// <summary>True when money would go from one body to another, as all of the region's own does. The executive board alone gives onward, of what the assembly gave it to give.</summary>
    private static bool IsToAnother(DecisionPoint p, string from, string to)
    {
        var (giver, receiver) = (BodyOf(p, from), BodyOf(p, to));
        return giver != Subject.ExecutiveBoardId && giver != receiver && !p.Organisation.IsWithin(receiver, giver);
    }

    /// <summary>Told once for each giver and year, at the last act of the decision by which it gives.</summary>
    private static IEnumerable<Shortfall> OverDistributed(DecisionPoint p)
    {
        if (GiverOf(p.Act) is not var (giver, year) || giver == Subject.RegionId || p.Decision.Acts.Skip(p.Number).Any(later => GiverOf(later) == (giver, year)))
            return [];
        var after = FrameSums.After(p.Standing.Frames, p.Decision);
        var (given, distributed) = (after.GivenTo(giver, year), after.DistributedBy(giver, year));
        return When(
            distributed > given && distributed > p.Standing.Frames.DistributedBy(giver, year),
            Assembly,
            ("giver", giver),
            Year(year),
            ("given", $"{given.Ore}"),
            ("distributed", $"{distributed.Ore}"));
    }

    private static (string Giver, int Year)? GiverOf(Act act) => act switch
    {
        SetFrame a => (a.From, a.Year),
        GrantAdditional a => (a.From, a.Year),
        Reallocate a => (a.Giver, a.Year),
        CarryOver a => (a.From, a.Year),
        _ => null,
    };

    /// <summary>True when a frame would be less than nothing after the decision.</summary>
    private static bool IsBelowNothing(DecisionPoint p, string giver, string receiver, int year) =>
        FrameSums.After(p.Standing.Frames, p.Decision).InForce.Any(f => f.Act.Amount < Money.Zero && f.Act.To == receiver && f.Act.From == giver && f.Act.Year == year);

    private static (string, string) Year(int year) => ("year", year.ToString(CultureInfo.InvariantCulture));
}
