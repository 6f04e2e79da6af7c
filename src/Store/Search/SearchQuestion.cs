using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Search;

/// <summary>What someone searches for, and from which moment.</summary>
/// <param name="Text">As it was written; every word of it must be found.</param>
/// <param name="KnownAt">The last journal position that counts.</param>
/// <param name="Kind">The only kind of thing sought; absent means every kind.</param>
public sealed record SearchQuestion(string Text, long KnownAt, string? Kind = null)
{
    /// <summary>Parts shorter than this are found at the beginning of words only: further in they say nothing.</summary>
    public const int ShortestPart = 3;

    private const int MostSigns = 300;
    private const int MostWords = 8;

    /// <summary>The words sought, each once. What comes after the eighth is not sought.</summary>
    public IReadOnlyList<string> Words { get; } =
        [.. SearchWords.In(Text.Length > MostSigns ? Text[..MostSigns] : Text).Select(word => word.Folded).Distinct(StringComparer.Ordinal).Take(MostWords)];
}

/// <summary>A thing that was found.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Position">The journal entry that it stands in.</param>
/// <param name="LastDay">The last day it was in force, by its own words or a later decision; absent when none is known.</param>
public sealed record FoundThing(
    int Number, long Position, string Kind, string Id, string Address, Bilingual Title, string? Who, UncertainDate Date, DateOnly? FirstDay, DateOnly? LastDay, bool Illustrative);

/// <summary>The things of one kind that were found.</summary>
/// <param name="Things">The best first; not all of them when there are many.</param>
/// <param name="Count">How many there are.</param>
public sealed record FoundOfKind(string Kind, IReadOnlyList<FoundThing> Things, int Count);

/// <summary>What a search came to.</summary>
/// <param name="Things">The best first, of every kind or of the kind asked for; not all of them when there are many.</param>
/// <param name="Count">How many there are.</param>
/// <param name="AtLeast">True when there may be more than were counted, as a word of the question is part of very many words.</param>
/// <param name="Kinds">The same by kind, whichever kind was asked for.</param>
public sealed record SearchAnswer(IReadOnlyList<FoundThing> Things, int Count, bool AtLeast, IReadOnlyList<FoundOfKind> Kinds);
