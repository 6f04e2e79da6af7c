using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The rows of the balance requirement inquiry that the accounts do not tell by themselves.</summary>
/// <remarks>Rule: LKBR (2018:597) 11 kap. 10 §; before 2019 KRL (1997:614) 4 kap. 3 a §. Not checked against the text of either law.</remarks>
[Term("balanskravsjustering")]
public enum BalanceAdjustment
{
    /// <summary>Gains on things sold; taken away.</summary>
    Gains,

    /// <summary>Gains that may count all the same.</summary>
    ExemptGains,

    /// <summary>Losses on things sold that need not count.</summary>
    ExemptLosses,

    /// <summary>Gains and losses on securities that have not been sold.</summary>
    Unrealised,

    /// <summary>Such gains and losses of earlier years, taken back when sold.</summary>
    Returned,
}

/// <summary>The assembly states a row of a year's balance requirement inquiry.</summary>
/// <param name="Amount">As it is added to the result: gains taken away are negative, exemptions positive.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12 §.</remarks>
public sealed record AdjustBalanceRequirement(int Year, BalanceAdjustment Row, Money Amount, Bilingual? Reason) : Act;

/// <summary>The assembly sets a part of a year's result aside for worse years.</summary>
/// <param name="Amount">What is set aside, positive.</param>
/// <param name="NegativeEquity">True when equity with all pension obligations counted is below zero, so that less may be set aside.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 14 §.</remarks>
public sealed record ReserveResult(int Year, Money Amount, bool NegativeEquity) : Act;

/// <summary>The assembly uses what was set aside to even out a year.</summary>
/// <param name="Amount">What is used, positive.</param>
public sealed record UseReserve(int Year, Money Amount, Bilingual? Reason) : Act;

/// <summary>The assembly decides that a part of a year's deficit need not be restored.</summary>
/// <param name="Amount">The part of the deficit, positive.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 13 §.</remarks>
[Term("synnerliga skäl")]
public sealed record ClaimSpecialReasons(int Year, Money Amount, Bilingual Reason) : Act;

/// <summary>How much of a deficit a year is to restore.</summary>
public sealed record RestoringYear(int Year, Money Amount);

/// <summary>The assembly decides when a deficit is to be restored.</summary>
/// <param name="DeficitOf">The year whose deficit it is.</param>
/// <remarks>Rule: kommunallagen (2017:725) 11 kap. 12 §: within the three years after.</remarks>
public sealed record PlanRestoration(int DeficitOf, IReadOnlyList<RestoringYear> Years) : Act;
