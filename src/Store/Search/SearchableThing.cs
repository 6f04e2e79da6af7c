using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Store.Search;

/// <summary>Something that has been decided and can be searched for: a decision, a body, a goal, a case.</summary>
/// <param name="Kind">What sort of thing it is, in lower case with hyphens, such as sub-goal.</param>
/// <param name="Id">Its id; of two things of one kind and id the later decided is shown.</param>
/// <param name="Address">Where its page lies, perhaps with a query and a place in the page.</param>
/// <param name="Text">What it says besides its title; empty when nothing.</param>
public sealed record SearchableThing(string Kind, string Id, string Address, Bilingual Title, string Text)
{
    /// <summary>Further names by which exactly this thing is asked for, such as a diary number.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    /// <summary>The body that has decided it.</summary>
    public string? Who { get; init; }

    /// <summary>The day it was decided, or happened; the newer stands before the older.</summary>
    public UncertainDate Date { get; init; }

    /// <summary>The days on which it is in force; absent for what simply has happened.</summary>
    public Validity? Valid { get; init; }

    public bool Illustrative { get; init; }
}

/// <summary>The last day of something that was established before under an id.</summary>
public sealed record ThingEnded(string Id, DateOnly LastDay);

/// <summary>What one entry of the journal gives to search for.</summary>
public sealed record EntryThings(long Position, IReadOnlyList<SearchableThing> Things, IReadOnlyList<ThingEnded> Ended);
