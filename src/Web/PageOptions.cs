using Microsoft.AspNetCore.Http;

namespace Styrkedja.Web;

/// <summary>What whoever hosts the pages decides of them.</summary>
/// <param name="ShowVouchers">True to show voucher rows, without their texts, to readers on the same machine.</param>
public sealed record PageOptions(bool ShowVouchers)
{
    /// <summary>True when this reader may see the rows of vouchers.</summary>
    public bool MayShowVouchers(HttpContext context) => ShowVouchers && PageAnswer.FromSameMachine(context);
}
