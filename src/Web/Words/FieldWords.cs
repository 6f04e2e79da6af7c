using Styrkedja.App.Texts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.Web.Words;

/// <summary>The fields of forms as people say them: what each asks for, how it is written, and the words there are to choose from.</summary>
public sealed class FieldWords(Texts t)
{
    /// <summary>What a field asks for; some acts ask for something of their own by a name that others use too.</summary>
    public string Label(string field, string? act) => t.Find($"field.{act}.{field}") ?? t[$"field.{field}"];

    /// <summary>How a value is written; nothing where anyone can tell.</summary>
    public string? Hint(InputSort sort) => sort switch
    {
        InputSort.Amount => t["hint.amount"],
        InputSort.Day or InputSort.Span => t["hint.day"],
        InputSort.Period => t["hint.period"],
        InputSort.Month => t["hint.month"],
        InputSort.Id => null,
        InputSort.Hash => t["hint.hash"],
        InputSort.Number => t["hint.number"],
        _ => null,
    };

    /// <summary>A word of an enumeration.</summary>
    public string Word(Input input, string word) => input.WordsOf switch
    {
        "frame-kind" => t[$"frame.{word}"],
        "statement-line" or "balance-line" or "cash-flow-place" or "requirement-row" or "requirement-adjustment" => t[$"line.{word}"],
        "office-function" => t[$"function.{word}"],
        "protected-data" => t[$"protected.{word}"],
        "balance-side" => t[$"balance-side.{word}"],
        "goal-fulfilment" => t[$"fulfilment.{Camel(word)}"],
        "matter-kind" or "counterparty-kind" or "agreement-basis" or "round-kind" => t[$"word.{input.WordsOf}.{word}"],
        _ => t[$"{input.WordsOf}.{word}"],
    };

    /// <summary>The list of known ids that a field is helped by; nothing when it names something new or something of its own.</summary>
    public static string? KnownIds(string field) => field switch
    {
        "body" or "to" or "under" or "subject" or "in" or "owner" or "giver" or "from" or "of" or "for" or "by" or "unit" or "payer" or "writer" => "known-places",
        "office" or "led-by" => "known-offices",
        "case" => "known-cases",
        "goal" or "serves" or "area" or "replaces" or "financial-goals" or "activity-goals" => "known-goals",
        "meeting" => "known-meetings",
        "delegation" => "known-delegations",
        "assignment" or "part-of" => "known-assignments",
        "round" => "known-rounds",
        "measure" => "known-measures",
        "programme" => "known-programmes",
        _ => null,
    };

    /// <summary>The ids that one can choose from, with what each is called.</summary>
    public IEnumerable<(string List, IEnumerable<(string Id, string Name)> Ids)> Known(RegionState state)
    {
        var chart = state.Organisation;
        yield return ("known-places",
        [
            .. chart.Subjects.Where(s => s.Kind is SubjectKind.Region or SubjectKind.Body or SubjectKind.Administration or SubjectKind.BudgetPart).Select(s => (s.Id, t[s.Name])),
            .. chart.Offices.Select(o => (o.Act.Id, t[o.Act.Name])),
            .. state.Development.Partners.Select(p => (p.Act.Id, t[p.Act.Name])),
        ]);
        yield return ("known-offices", chart.Offices.Select(o => (o.Act.Id, t[o.Act.Name])));
        yield return ("known-cases", state.Cases.All.Where(c => c.IsOpen).TakeLast(100).Select(c => (c.Id, c.Secrecy is { } paragraph ? t["matter.secret", ("paragraph", paragraph)] : t[c.Opened.Act.Title])));
        yield return ("known-goals",
        [
            .. state.Goals.Goals.Values.Concat(state.Goals.OwnGoals.Values).Select(g => (g.Act.Id, g.Act.Text is { } text ? t[text] : g.Act.Id)),
            .. state.Goals.SubGoals.Select(s => (s.Act.Id, t[s.Act.Text])),
        ]);
        yield return ("known-meetings", state.Meetings.All.TakeLast(60).Select(m => (m.Id, $"{m.Body} {DateWords.Iso(m.Day)}")));
        yield return ("known-delegations", state.Delegations.InForce.Select(d => (d.Id, $"{d.Giver}: {d.Matter}")));
        yield return ("known-assignments", state.Assignments.Open.Select(a => (a.Id, t[a.Given.Act.Text])));
        yield return ("known-rounds", state.Rounds.Select(r => (r.Act.Id, t[r.Act.Name])));
        yield return ("known-measures", state.Measures.All.Where(m => m.IsOpen).Select(m => (m.Id, t[m.Act.Text])));
        yield return ("known-programmes", state.Development.Programmes.Select(p => (p.Act.Id, t[p.Act.Name])));
    }

    private static string Camel(string word) => string.Concat(word.Split('-').Select((part, i) => i == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..]));
}
