using System.Text;

namespace Styrkedja.Sources;

/// <summary>Something to ask a source: an address, and for some sources a body sent with it.</summary>
/// <param name="Body">JSON to send; absent for a plain GET.</param>
/// <param name="Tag">The entity tag of the answer that one has, so that the source may say that it still holds.</param>
/// <param name="Since">When the answer that one has was last changed, for the same.</param>
public sealed record SourceQuestion(Uri Address, string? Body = null, string? Tag = null, DateTimeOffset? Since = null)
{
    /// <summary>All that the answer depends on.</summary>
    public string Asked => Body is null ? Address.AbsoluteUri : $"{Address.AbsoluteUri} {Body}";

    internal HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Address);
        message.Headers.Accept.ParseAdd("application/json");
        if (Body is not null)
            message.Content = new StringContent(Body, Encoding.UTF8, "application/json");
        if (Tag is not null)
            message.Headers.TryAddWithoutValidation("If-None-Match", Tag);
        else if (Since is not null)
            message.Headers.IfModifiedSince = Since;
        return message;
    }
}

/// <summary>What a source answered, whole and unread.</summary>
/// <param name="Bytes">The answer, unpacked; empty when it still holds.</param>
/// <param name="At">When it had come.</param>
/// <param name="StillHolds">True when the source says that the answer one has is the latest.</param>
/// <param name="Tag">The entity tag of the answer; absent when the source gave none.</param>
/// <param name="Changed">When the source says that the answer was last changed; absent when it did not say.</param>
public sealed record SourceAnswer(byte[] Bytes, DateTimeOffset At, bool StillHolds, string? Tag, DateTimeOffset? Changed);
