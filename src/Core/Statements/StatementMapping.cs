using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Statements;

/// <summary>Which line of balance sheet and cash flow, and which row of the balance requirement, each account lies on, on a certain day.</summary>
/// <remarks>Of two mappings in force that name the same account the one decided later decides; within a mapping the first row that holds. Rule: LKBR (2018:597) 6 and 8 kap.</remarks>
[Term("uppställning")]
public sealed class StatementMapping
{
    private readonly List<BalanceLineAccounts> _balance;
    private readonly List<CashFlowAccounts> _cashFlow;
    private readonly List<RequirementAccounts> _requirement;

    private StatementMapping(IReadOnlyList<Decided<AdoptStatements>> inForce)
    {
        InForce = inForce;
        _balance = [.. inForce.Reverse().SelectMany(m => m.Act.Balance)];
        _cashFlow = [.. inForce.Reverse().SelectMany(m => m.Act.CashFlow)];
        _requirement = [.. inForce.Reverse().SelectMany(m => m.Act.Requirement)];
    }

    /// <summary>The mappings in force, the one decided last standing last.</summary>
    public IReadOnlyList<Decided<AdoptStatements>> InForce { get; }

    /// <summary>True when accounts of accumulated depreciation are told apart, so that investments are seen as they were made.</summary>
    public bool TellsDepreciationApart => _cashFlow.Exists(row => row.Line == CashFlowPlace.Depreciation);

    /// <summary>Folds the mappings in force on a day.</summary>
    public static StatementMapping Fold(ActsInOrder acts, DateOnly day) => new(
        [.. acts.Latest<AdoptStatements, string>(m => m.Id).Values.Where(m => m.Act.Valid.Holds(day)).OrderBy(m => m.By.Date.Latest).ThenBy(m => m.Position)]);

    /// <summary>The line of an account; nothing when no row holds it, and then it has no place.</summary>
    /// <param name="ore">Its balance, debit positive, which may decide between two rows.</param>
    public BalanceLine? LineOf(string account, long ore) =>
        _balance.Find(row => (row.Side is null || (row.Side == BalanceSide.Debit) == (ore >= 0)) && Holds(row.Accounts, account))?.Line;

    /// <summary>Where the movements of an account are told to lie in the cash flow; nothing when that follows from its balance line.</summary>
    public CashFlowPlace? CashFlowOf(string account) => _cashFlow.Find(row => Holds(row.Accounts, account))?.Line;

    /// <summary>The rows of the balance requirement that an account of the income statement is part of: a gain may be both taken away and permitted.</summary>
    public IEnumerable<RequirementRow> RequirementRowsOf(string account) => _requirement.Where(row => Holds(row.Accounts, account)).Select(row => row.Row).Distinct();

    /// <summary>True for an account that a mapping in force names as one of accruals.</summary>
    public bool IsAccrual(string account) => InForce.Any(m => Holds(m.Act.Accruals, account));

    /// <summary>True when any account is named as one of accruals.</summary>
    public bool TellsAccruals => InForce.Any(m => m.Act.Accruals.Count > 0);

    private static bool Holds(IReadOnlyList<AccountRange> ranges, string account) => ranges.Any(range => range.Holds(account));
}
