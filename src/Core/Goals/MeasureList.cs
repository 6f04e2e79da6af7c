using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Goals;

/// <summary>How a measure stands on a day.</summary>
public enum MeasureStatus
{
    /// <summary>Decided, but not begun.</summary>
    Planned,
    Ongoing,

    /// <summary>Its last day has passed and no one has decided that it is ended.</summary>
    Late,
    Done,
    Stopped,
    Replaced,
}

/// <summary>A measure as last decided, with the decision that ended it.</summary>
/// <param name="Ended">Absent while it is followed.</param>
public sealed record MeasureEntry(Decided<DecideMeasure> Decided, Decided<EndMeasure>? Ended)
{
    public string Id => Act.Id;

    public DecideMeasure Act => Decided.Act;

    public bool IsOpen => Ended is null;

    /// <summary>True when no more is expected of it than it has already given.</summary>
    public bool IsBrokenOff => Ended?.Act.How is MeasureEnding.Stopped or MeasureEnding.Replaced;

    public MeasureStatus StatusOn(DateOnly day) => Ended?.Act.How switch
    {
        MeasureEnding.Done => MeasureStatus.Done,
        MeasureEnding.Stopped => MeasureStatus.Stopped,
        MeasureEnding.Replaced => MeasureStatus.Replaced,
        _ => day < Act.Time.From ? MeasureStatus.Planned : Act.Time.To < day ? MeasureStatus.Late : MeasureStatus.Ongoing,
    };

    /// <summary>What it is expected to give in a year; nothing when no amount is told of that year.</summary>
    public Money? ExpectedIn(int year) => Act.Effects.Any(e => e.Year == year) ? Money.Sum(Act.Effects.Where(e => e.Year == year).Select(e => e.Amount)) : null;

    /// <summary>True when there is something to tell of it in a year: it is expected to give something then, or is under way.</summary>
    /// <param name="day">The day on which it is looked at; a measure that nobody ends goes on until then.</param>
    public bool Concerns(int year, DateOnly day) =>
        ExpectedIn(year) is not null || (Act.Time.From.Year <= year && year <= (Ended?.By.Date.Latest ?? (Act.Time.To is { } to && to > day ? to : day)).Year);
}

/// <summary>Every measure decided, open until a decision ends it.</summary>
public sealed class MeasureList
{
    private readonly Dictionary<string, MeasureEntry> _byId;

    private MeasureList(IReadOnlyList<MeasureEntry> all)
    {
        All = all;
        _byId = all.ToDictionary(m => m.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order first decided.</summary>
    public IReadOnlyList<MeasureEntry> All { get; }

    /// <summary>A later decision of the same id replaces what was decided; an ending holds whichever was decided.</summary>
    public static MeasureList Fold(ActsInOrder acts)
    {
        var ended = acts.Latest<EndMeasure, string>(e => e.Measure);
        return new([.. acts.Latest<DecideMeasure, string>(m => m.Id).Values.Select(m => new MeasureEntry(m, ended.GetValueOrDefault(m.Act.Id)))]);
    }

    public MeasureEntry? Find(string id) => _byId.GetValueOrDefault(id);
}
