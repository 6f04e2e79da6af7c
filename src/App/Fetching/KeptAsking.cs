using Styrkedja.Facts;
using Styrkedja.Sources;
using Styrkedja.Store.Answers;

namespace Styrkedja.App.Fetching;

/// <summary>Asks a source for what is not at hand already. Every answer that could be read is kept as it came, so that a run that breaks off is taken up where it was.</summary>
internal sealed class KeptAsking(SourceClient client, AnswerFiles answers, FetchTerms terms, TimeProvider clock)
{
    /// <summary>How long an answer is used without asking whether it still holds. Rule: our own choice, DECISIONS 2026-11-27.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    private readonly DateTimeOffset _begun = clock.GetUtcNow();

    /// <summary>Answers that were at hand or that the source said still hold.</summary>
    public int Kept { get; private set; }

    public DateTimeOffset Begun => _begun;

    /// <summary>The answer to a question, read. An answer that cannot be read is not kept.</summary>
    public async Task<(T Read, FetchedAnswer From)> Ask<T>(SourceQuestion question, Func<ReadOnlyMemory<byte>, string, T> read, CancellationToken stop)
    {
        var known = answers.Find(question.Asked);
        // What this very run has asked is never asked twice, and what another run asked is used while it is fresh.
        if (known is not null && (known.At >= _begun || (!terms.Again && known.At > _begun - Fresh)))
            return Known(known, question, read);
        var answer = await client.Ask(known is null ? question : question with { Tag = known.Tag, Since = known.Changed }, stop);
        if (answer.StillHolds)
        {
            known = known! with { At = answer.At };
            answers.Remember(known);
            return Known(known, question, read);
        }

        var value = read(answer.Bytes, question.Address.AbsoluteUri);
        var hash = answers.Put(answer.Bytes);
        answers.Remember(new(question.Asked, hash, answer.Bytes.Length, answer.At, answer.Tag, answer.Changed));
        return (value, new(question.Asked, answer.At, hash, answer.Bytes.Length));
    }

    private (T Read, FetchedAnswer From) Known<T>(KeptAnswer known, SourceQuestion question, Func<ReadOnlyMemory<byte>, string, T> read)
    {
        Kept++;
        return (read(answers.Read(known.Hash)!, question.Address.AbsoluteUri), new(known.Asked, known.At, known.Hash, known.Bytes));
    }
}
