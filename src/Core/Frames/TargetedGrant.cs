using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Frames;

/// <summary>A targeted grant with all that has been told of how it was used.</summary>
/// <param name="Reports">What the giver has been told, the earliest first.</param>
public sealed record TargetedGrant(Decided<ReceiveGrant> Received, IReadOnlyList<Decided<ReportGrant>> Reports)
{
    public string Id => Received.Act.Id;

    /// <summary>What has been given on to those who are to use it.</summary>
    public Money Distributed => Money.Sum(Received.Act.Distribution.Select(part => part.Amount));

    /// <summary>What no one has been given yet; below zero when more has been given on than was received.</summary>
    public Money Undistributed => Received.Act.Amount - Distributed;

    /// <summary>What has been told as used.</summary>
    public Money Used => Money.Sum(Reports.Select(report => report.Act.Used));

    /// <summary>What has been told as paid back.</summary>
    public Money Returned => Money.Sum(Reports.Select(report => report.Act.Returned));

    /// <summary>What nothing has been told of.</summary>
    public Money NotTold => Received.Act.Amount - Used - Returned;

    /// <summary>The decision that told of the last of it; absent while something is still to be told.</summary>
    public Decided<ReportGrant>? Completed => NotTold <= Money.Zero && Reports.Count > 0 ? Reports[^1] : null;

    /// <summary>True when it may be used on some day of the year.</summary>
    public bool IsOf(int year) => Received.Act.Valid.From.Year <= year && (Received.Act.Valid.To is not { } to || to.Year >= year);

    /// <summary>Every grant received, by the day it begins.</summary>
    public static IReadOnlyList<TargetedGrant> Fold(ActsInOrder acts)
    {
        var reports = acts.Of<ReportGrant>().ToLookup(report => report.Act.Grant, StringComparer.Ordinal);
        return
        [
            .. acts.Latest<ReceiveGrant, string>(grant => grant.Id).Values
                .OrderBy(grant => grant.Act.Valid.From).ThenBy(grant => grant.Act.Id, StringComparer.Ordinal)
                .Select(grant => new TargetedGrant(grant, [.. reports[grant.Act.Id]])),
        ];
    }
}
