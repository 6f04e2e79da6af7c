using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Frames;
using Styrkedja.Organisation;

namespace Styrkedja.App.Trying;

/// <summary>The draft of a decision that moves money from one to another, or gives more of the region's result, as text in the form of decision files.</summary>
public static class MoveProposal
{
    /// <summary>Writes the draft; nothing when no one gives the first a frame that year.</summary>
    /// <param name="body">Who is to decide it.</param>
    /// <param name="name">A word for the proposal, part of the draft's id.</param>
    public static string? Draft(FrameBook frames, string body, DateOnly date, int year, string from, string to, Money amount, string name)
    {
        if (from == Subject.RegionId)
            return frames.FramesTo(to, year).Where(f => f.Act.From == Subject.RegionId).MaxBy(f => f.Act.Amount) is { } receiver ? Addition(receiver.Act, body, date, amount, name) : null;
        if (frames.FramesTo(from, year).MaxBy(f => f.Act.Amount) is not { Act: var frame })
            return null;
        return $"""
            decision: {body}-{year}-{name}
            body: {body}
            date: {date:yyyy-MM-dd}
            title: Omdisponering {year} från {from} till {to}
            acts:
              - reallocate: {Braces($"year: {year}, giver: {frame.From}, from: {from}, to: {to}, kind: {Word(frame.Kind)}, amount: {Kronor(amount)}")}

            """;
    }

    private static string Addition(SetFrame frame, string body, DateOnly date, Money amount, string name) => $"""
        decision: {body}-{frame.Year}-{name}
        body: {body}
        date: {date:yyyy-MM-dd}
        title: Tilläggsanslag {frame.Year} till {frame.To}
        acts:
          - grant-additional: {Braces($"year: {frame.Year}, from: {frame.From}, to: {frame.To}, kind: {Word(frame.Kind)}, amount: {Kronor(amount)}{Purpose(frame)}, financing: [{Braces($"from: {Subject.RegionId}, amount: {Kronor(amount)}")}]")}

        """;

    private static string Purpose(SetFrame frame) => frame.Purpose is { } purpose ? $", purpose: \"{purpose.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "";

    private static string Kronor(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Ore / 100}.{amount.Ore % 100:00} kr");

    private static string Word(FrameKind kind) => kind switch
    {
        FrameKind.Grant => "grant",
        FrameKind.Commission => "commission",
        FrameKind.ResultRequirement => "result-requirement",
        _ => "central-financing",
    };

    private static string Braces(string fields) => "{" + fields + "}";
}
