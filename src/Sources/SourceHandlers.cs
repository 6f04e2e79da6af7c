using System.Net;
using System.Net.Http.Headers;

namespace Styrkedja.Sources;

/// <summary>Waits for one's turn before each call, also before one that is made again, and counts them.</summary>
internal sealed class PacedCalls(SourceManners manners, TimeProvider clock, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private int _calls;

    public int Calls => _calls;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await SourcePace.Of(request.RequestUri!).Turn(manners, clock, cancellationToken);
        Interlocked.Increment(ref _calls);
        return await base.SendAsync(request, cancellationToken);
    }
}

/// <summary>Reads an answer to its last byte before it counts as one, so that a connection that breaks in the middle is a call that failed, and no answer is longer than is allowed.</summary>
internal sealed class WholeAnswers(int mostBytes, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Piece = 1 << 16;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        // What went wrong is told by the code; nobody reads on.
        if (answer.StatusCode != HttpStatusCode.OK)
            return answer;
        try
        {
            using var bytes = new MemoryStream();
            await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
            var piece = new byte[Piece];
            for (int read; (read = await body.ReadAsync(piece, cancellationToken)) > 0;)
            {
                if (bytes.Length + read > mostBytes)
                    throw new AnswerTooLongException();
                bytes.Write(piece, 0, read);
            }

            var (changed, type) = (answer.Content.Headers.LastModified, answer.Content.Headers.ContentType);
            answer.Content = new ByteArrayContent(bytes.ToArray());
            answer.Content.Headers.ContentType = type ?? new MediaTypeHeaderValue("application/json");
            answer.Content.Headers.LastModified = changed;
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }
}

/// <summary>An answer went on beyond what is taken in.</summary>
internal sealed class AnswerTooLongException : Exception;
