namespace Styrkedja.Web;

/// <summary>What whoever hosts the pages decides of them.</summary>
/// <param name="ShowVouchers">True to show voucher rows, without their texts, to readers on the same machine.</param>
public sealed record PageOptions(bool ShowVouchers);
