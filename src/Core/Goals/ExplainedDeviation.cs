using Styrkedja.Amounts;
using Styrkedja.Provenance;

namespace Styrkedja.Goals;

/// <summary>What makes an outcome deviate from its budget.</summary>
[Term("avvikelseorsak")]
public enum DeviationCause
{
    /// <summary>A price, a wage or a rate other than the one budgeted.</summary>
    Price,

    /// <summary>More or less done, bought or sold than budgeted.</summary>
    Volume,

    /// <summary>What happens once and does not come again next year.</summary>
    OneOff,

    /// <summary>Comes in other months than budgeted; the year as a whole is not changed.</summary>
    Phasing,
    Other,
}

/// <summary>A part of a deviation that someone responsible has explained.</summary>
/// <param name="Amount">With the sign of deviations: positive is better than budget.</param>
/// <param name="Group">Id of the account group that it is about; absent when it is about several.</param>
public sealed record ExplainedDeviation(DeviationCause Cause, Money Amount, string? Group, Bilingual? Text);
