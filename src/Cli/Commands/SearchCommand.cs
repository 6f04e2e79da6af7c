using System.CommandLine;
using System.Globalization;
using Styrkedja.App.Searching;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Region;
using Styrkedja.Store.Search;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja search WORDS: what has been decided about it, the best first, twenty at a time.</summary>
internal static class SearchCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var words = new Argument<string[]>("WORDS") { Description = texts["cli.search.words"], Arity = ArgumentArity.OneOrMore };
        var kind = new Option<string?>("--kind") { Description = texts["cli.search.kind"], HelpName = "KIND" };
        var page = new Option<int>("--page") { Description = texts["cli.search.page"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command("search", texts["cli.search"]) { words, kind, page, asked.AsOf, asked.KnownAt, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            using var archive = asked.Open(result);
            if (asked.Viewpoint(result, archive, Period.Year(DateTime.UtcNow.Year)) is not { } at)
                return Exit.WrongUsage;
            var question = new SearchQuestion(string.Join(' ', result.GetValue(words)!), at.KnownAt, result.GetValue(kind));
            var answer = archive.Search.Find(question);
            var number = Math.Max(1, result.GetValue(page));
            if (asked.Json(result))
                Printed.Json(SearchJson.Of(archive.Search, question, answer, number, at));
            else
                Tell(texts, archive.Search, question, answer, number, at);
            return Exit.Done;
        });
        return command;
    }

    private static void Tell(Texts texts, RegionSearch search, SearchQuestion question, SearchAnswer answer, int page, Viewpoint at)
    {
        if (answer.Count == 0)
        {
            Console.Out.WriteLine(texts["search.nothing", ("word", question.Text)]);
            foreach (var advice in new[] { "search.advice-parts", "search.advice-names", "search.advice-letters" })
                Console.Out.WriteLine(texts[advice]);
            return;
        }

        Console.Out.WriteLine(texts[answer is { Count: 1, AtLeast: false } ? "search.answer-one" : "search.answer", ("count", answer.AtLeast ? texts["search.at-least", ("count", answer.Count)] : answer.Count), ("word", question.Text)]);
        Console.Out.WriteLine(string.Join(", ", SearchKinds.InOrder(answer).Select(found => $"{SearchKinds.Name(texts, found.Kind).ToLowerInvariant()} {found.Count}")));
        Console.Out.WriteLine();
        foreach (var thing in SearchJson.OfPage(answer, page))
        {
            Console.Out.WriteLine($"{thing.Who,-8}  {texts[thing.Title]}");
            Console.Out.WriteLine($"          {string.Join(" · ", new[] { thing.Kind, thing.Id, Day(texts, thing.Date), OutOfForce(texts, thing, at) }.OfType<string>())}");
            if (search.Excerpt(thing, question) is { Count: > 0 } excerpt)
                Console.Out.WriteLine($"          {string.Concat(excerpt.Select(piece => piece.Text))}");
        }

        if (SearchJson.Pages(answer) > 1)
        {
            Console.Out.WriteLine();
            Console.Out.WriteLine(texts["search.page", ("page", page), ("pages", SearchJson.Pages(answer))]);
        }
    }

    private static string? OutOfForce(Texts texts, FoundThing thing, Viewpoint at) =>
        thing.LastDay < at.AsOf ? texts["search.until", ("day", Iso(thing.LastDay!.Value))] : thing.FirstDay > at.AsOf ? texts["search.from", ("day", Iso(thing.FirstDay!.Value))] : null;

    /// <summary>A day; an uncertain one is told as lying between two, never as certain.</summary>
    private static string Day(Texts texts, UncertainDate date) => date switch
    {
        { IsCertain: true } => Iso(date.Latest),
        _ when date.Earliest == date.Latest => texts["date.about", ("day", Iso(date.Latest))],
        _ => texts["date.between", ("earliest", Iso(date.Earliest)), ("latest", Iso(date.Latest))],
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
