using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What a body or an office has decided: one or more acts, with where and when.</summary>
/// <remarks>Never changed once recorded; a later decision amends it. Paragraph and diary number are absent when no source gives them.</remarks>
/// <param name="Completes">The sourced decision whose missing values an illustrative decision fills in; absent otherwise.</param>
/// <param name="Taken">True when the body has in fact decided, so that a breach of rules is recorded and shown instead of refused.</param>
/// <param name="Exception">Why a rule was broken, in the body's own words; absent means that the reason is unknown.</param>
[Term("beslut")]
public sealed record Decision(
    string Id,
    string Body,
    UncertainDate Date,
    string? Paragraph,
    string? Diary,
    Bilingual Title,
    string? Completes,
    SourceRef? Source,
    bool Taken,
    string? Exception,
    IReadOnlyList<Act> Acts)
{
    /// <summary>How it came about, by the minutes; absent when no one has told.</summary>
    public MinuteItem? Minute { get; init; }

    /// <summary>The delegation by which someone decides in a body's name; absent when the body decides itself.</summary>
    public string? Delegation { get; init; }

    /// <summary>The steering documents that the decision says it rests on.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    /// <summary>True when it only keeps the diary or the minutes, so that nothing is decided in any matter.</summary>
    public bool OnlyKeepsRecords() => Acts.Count > 0 && Acts.All(act => act is OpenCase or FileDocument or SendCase or CallMeeting or VerifyMinutes);

    /// <summary>True when every value in the decision is made up.</summary>
    public bool Illustrative => Acts.Count > 0 && Acts.All(act => act.Illustrative);
}

/// <summary>An act together with the decision that carries it and where that stands in the journal.</summary>
/// <remarks>For one subject the later decision date wins, then the later position, then the later act within the decision.</remarks>
public sealed record Decided<TAct>(TAct Act, Decision By, long Position)
    where TAct : Act;
