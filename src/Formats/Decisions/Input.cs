namespace Styrkedja.Formats.Decisions;

/// <summary>How someone who fills in a form is asked for a value.</summary>
public enum InputSort
{
    Text,
    Id,

    /// <summary>A name or sentence in Swedish, and if one likes in English.</summary>
    Names,
    Year,
    Count,
    Number,
    Amount,
    Day,

    /// <summary>A day, or the two days between which it lies.</summary>
    Span,

    /// <summary>First and last day in force.</summary>
    Validity,
    Period,

    /// <summary>A single month.</summary>
    Month,
    Hash,
    Flag,
    Choice,
    Source,
    List,
    Group,

    /// <summary>One act of any kind, chosen by its name.</summary>
    Act,
}

/// <summary>What a field of a form asks for.</summary>
public sealed record Input(InputSort Sort)
{
    /// <summary>The words to choose from; empty for other sorts.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>What the words are of, as a word itself: case-kind.</summary>
    public string? WordsOf { get; init; }

    /// <summary>What each item of a list is.</summary>
    public Input? Item { get; init; }

    /// <summary>The fewest items of a list.</summary>
    public int AtLeast { get; init; }

    /// <summary>The most items of a list; absent when it has no end.</summary>
    public int? AtMost { get; init; }

    /// <summary>The fields of a group.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];
}

/// <summary>One field of a form: its name in files, what it asks for, and what it means.</summary>
/// <param name="About">What it means, in English, as in the published schema.</param>
public sealed record FormField(string Name, Input Input, bool Required, string About);

/// <summary>Fields that are only asked for what they ask, so that any act, decision or row can be filled in as a form.</summary>
internal sealed class AskedFields : Fields
{
    private readonly List<FormField> _asked = [];

    public static IReadOnlyList<FormField> Of(Action<Fields> form)
    {
        var fields = new AskedFields();
        form(fields);
        return fields._asked;
    }

    public override T Required<T>(string name, FieldKind<T> kind, string about) => Add<T>(new(name, kind.Input(), true, about))!;

    public override T? Optional<T>(string name, FieldKind<T> kind, string about)
        where T : default => Add<T>(new(name, kind.Input(), false, about));

    private T? Add<T>(FormField field)
    {
        _asked.Add(field);
        return default;
    }
}
