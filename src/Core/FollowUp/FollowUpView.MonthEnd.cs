using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    /// <summary>How a month stands at the viewpoint, and what is left to do.</summary>
    /// <param name="accrued">What was booked on the accounts of accruals in the month and the one after.</param>
    public MonthEnd MonthEnd(Month month, IReadOnlyList<LedgerTurnover> accrued)
    {
        var ledgers = State.LiveBatches.Where(b => b.Batch.Kind == FactKind.Ledger).ToList();
        var end = new MonthEnd(
            month,
            [.. ledgers.Where(b => b.Batch.Period.Holds(month))],
            ledgers.Count == 0 ? null : ledgers.Max(b => b.Batch.Period.To),
            PairDifferences(month),
            Accruals(month, accrued),
            SignOffs(month),
            State.MonthEnds.LocksOf(month))
        { Left = [] };
        return end with { Left = [.. Left(end)] };
    }

    /// <summary>The subjects that have rows in a month and a head of their own nearest to them, with how their sign-off stands.</summary>
    /// <remarks>Cost centres that no head stands nearer to than the body are the body's own, or its part of the budget. What others have signed off is told too.</remarks>
    private List<SignOffStanding> SignOffs(Month month)
    {
        var result = new PostingFilter(GroupsWhere(line => line != StatementLine.BalanceSheet), null, null, null);
        var places = _outcome.Places.NodeOf;
        var nodes = new HashSet<int>();
        foreach (var (set, found) in _outcome.Matching(0, own: false, result, new(month, month)))
        {
            foreach (var i in found.Span)
                nodes.Add(places[((LeafCells)set.Source).CostCentre[i]]);
        }

        var heads = State.Organisation.Offices.Where(o => OrganisationChart.Leads(o.Act)).Select(o => o.Act.In).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. nodes.Where(node => node != _nodes.Unplaced)
                .Select(node => State.Organisation.PathUp(_nodes.IdOf(node)).FirstOrDefault(s => s.Kind != SubjectKind.Region && heads.Contains(s.Id))?.Id ?? BookOf(node))
                .Concat(State.MonthEnds.SignedOff(month).Where(id => State.Organisation.Find(id) is not null))
                .Distinct().OrderBy(_nodes.NodeOf)
                .Select(subject => State.MonthEnds.SignOffsOf(subject, month) is [.., var last] ? new SignOffStanding(subject, last, LaterRowsThan(last)) : new SignOffStanding(subject, null, null)),
        ];
    }

    /// <summary>What files recorded after a sign-off have changed in its month: those added, less those taken away by being superseded.</summary>
    private LaterRows? LaterRowsThan(Decided<SignOffMonth> given)
    {
        var (now, then) = (Alive(long.MaxValue), Alive(given.Position));
        if (_nodes.NodeOf(given.Act.Subject) is not (>= 0 and var node) || now.SetEquals(then))
            return null;
        var sums = new Dictionary<(int, int, int, int), long>();
        var (places, month) = (_outcome.Places, given.Act.Month.Index);
        foreach (var cells in _everyLedger.Where(c => now.Contains(c.Batch.Id) != then.Contains(c.Batch.Id) && ReferenceEquals(c.Codes, places.Codes)))
        {
            var sign = now.Contains(cells.Batch.Id) ? -1 : 1;
            for (var i = 0; i < cells.Count; i++)
            {
                if (cells.MonthIndex[i] != month || !_nodes.IsWithin(places.NodeOf[cells.CostCentre[i]], node) || _groups[places.GroupOf[cells.Account[i]]].Line == StatementLine.BalanceSheet)
                    continue;
                var key = (cells.CostCentre[i], cells.Account[i], cells.Counterparty[i], cells.Activity[i]);
                sums[key] = checked(sums.GetValueOrDefault(key) + (sign * cells.Ore[i]));
            }
        }

        var changed = sums.Values.Where(ore => ore != 0).ToList();
        return changed.Count == 0 ? null : new(Money.Sum(changed.Select(ore => new Money(ore))), changed.Count);
    }

    /// <summary>The ledger files alive just before a position.</summary>
    private HashSet<string> Alive(long position)
    {
        var known = State.Ledgers.Where(l => l.Position < position).Select(l => l.Batch).ToList();
        var superseded = known.SelectMany(b => b.Supersedes).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(b => !superseded.Contains(b.Id)).Select(b => b.Id)];
    }

    /// <summary>What a unit has accrued and turned back, by account, the largest left first.</summary>
    private List<Accrual> Accruals(Month month, IReadOnlyList<LedgerTurnover> accrued)
    {
        var next = HasOutcome(new(month.Plus(1), month.Plus(1)));
        return
        [
            .. from booked in accrued
               where State.Statements.IsAccrual(booked.Account)
               group booked by (Subject: UnitOf(booked.CostCentre), booked.Account) into of
               let asset = State.Statements.LineOf(of.Key.Account, 0) is { } line ? line < BalanceLine.EarmarkedReserve : of.Sum(b => b.Month == month ? b.Net.Ore : 0) > 0
               let here = Way(of.Where(b => b.Month == month), asset)
               let back = Way(of.Where(b => b.Month == month.Plus(1)), !asset)
               where here != Money.Zero
               let row = new Accrual(of.Key.Subject, of.Key.Account, here, next ? back : null, of.Any(b => b.Illustrative))
               orderby row.Left descending, row.Subject, row.Account
               select row,
        ];

        static Money Way(IEnumerable<LedgerTurnover> rows, bool debit) => Money.Sum(rows.Select(r => debit ? r.Debit : -r.Credit));
    }

    private string? UnitOf(string costCentre) => costCentre.Length == 0 ? null : State.Organisation.Find(costCentre)?.Under ?? Subject.UnplacedId;

    private IEnumerable<MonthEndTask> Left(MonthEnd end)
    {
        var office = State.Organisation.Offices.Where(o => o.Act.Function == OfficeFunction.BudgetOffice).Select(o => o.Act.Id).DefaultIfEmpty(Subject.ExecutiveBoardId).ToList();
        if (end.Imported.Count == 0)
            yield return new(MonthEndStep.ImportLedger, null, null, office);
        foreach (var pair in end.Pairs)
            yield return new(MonthEndStep.MatchPair, $"{pair.First} – {pair.Second}", pair.Difference, [.. pair.Lacking.SelectMany(TurnOf).Distinct()]);
        foreach (var accrual in end.Accruals.Where(a => a.Left != Money.Zero))
            yield return new(MonthEndStep.TurnAccrual, accrual.Subject is { } unit ? $"{accrual.Account} {unit}" : accrual.Account, accrual.Left, accrual.Subject is { } of and not Subject.UnplacedId ? TurnOf(of) : office);
        foreach (var signing in end.SignOffs.Where(s => s.Given is null))
            yield return new(MonthEndStep.SignOff, signing.Subject, null, TurnOf(signing.Subject));
        foreach (var signing in end.SignOffs.Where(s => s.Since is not null))
            yield return new(MonthEndStep.SignOffAnew, signing.Subject, signing.Since!.Result, TurnOf(signing.Subject));
        if (!end.IsClosed && end.Imported.Count > 0)
            yield return new(MonthEndStep.Close, null, null, [.. State.Delegations.InForce.Where(d => d.Matter == ClosePeriod.Matter).Select(d => d.To).DefaultIfEmpty(Subject.ExecutiveBoardId)]);
    }

    /// <summary>Whose turn it is where a subject has something to do: the office that leads it nearest, or the body that answers for it.</summary>
    private IReadOnlyList<string> TurnOf(string subject) => State.Organisation.LeadersOf(subject) is [var nearest, ..] ? [nearest.Act.Id] : [State.Organisation.AnsweringBody(subject).Id];
}
