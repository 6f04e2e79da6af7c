using Styrkedja.Amounts;
using Styrkedja.Frames;

namespace Styrkedja.Development;

/// <summary>What a payer of grants has for a year: of its frame what it has not given onward, or what one row of its detailed budget holds.</summary>
/// <remarks>Positive. Nothing when neither frame nor budget has been decided, so that nobody grants of what nobody has given.</remarks>
public static class PayerMoney
{
    /// <param name="group">The row of the budget that pays; absent for the frame as a whole.</param>
    public static Money Of(FrameBook frames, string payer, string? group, int year)
    {
        if (group is null && frames.FramesTo(payer, year).Any())
            return frames.GivenTo(payer, year) - frames.DistributedBy(payer, year);
        return -Money.Sum(frames.Budget.Where(line => line.Year == year && line.Subject == payer && line.Row.Amount < Money.Zero && (group is null || line.Row.Group == group)).Select(line => line.Row.Amount));
    }
}
