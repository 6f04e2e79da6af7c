using System.Globalization;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Drafting;
using Styrkedja.Formats.Decisions;
using Styrkedja.Region;
using Styrkedja.Store.Drafts;

namespace Styrkedja.Web.Drafting;

/// <summary>A draft as it lies before whoever writes in it: what stands in its boxes or its text, which version it was made from, and what came of the last thing tried.</summary>
public sealed class DraftSheet
{
    /// <summary>What the names of the form's own boxes begin with, so that they are told from the buttons.</summary>
    public const string Box = "f.";

    private DraftSheet(DraftKind kind, string owner, FilledForm? form, string? rawText) => (Kind, Owner, Form, RawText) = (kind, owner, form, rawText);

    public DraftKind Kind { get; }

    /// <summary>The unit, body or partner whose draft it is.</summary>
    public string Owner { get; }

    /// <summary>The boxes; absent when the text says something that no form has a box for.</summary>
    public FilledForm? Form { get; private set; }

    /// <summary>The text itself, when it is not written by boxes.</summary>
    public string? RawText { get; private set; }

    /// <summary>The version it was made from; absent before it has been saved.</summary>
    public Draft? Draft { get; set; }

    /// <summary>The number of the version that the writer has seen; 0 before it has been saved.</summary>
    public int Seen { get; private init; }

    /// <summary>The number of the version that the writer began from, when someone else has saved one since.</summary>
    public int? Base { get; private init; }

    /// <summary>What came of the last thing tried.</summary>
    public DraftResult? Result { get; set; }

    public IReadOnlyList<FormField> Fields => Drafts.FieldsOf(Kind);

    /// <summary>The text of the decision or assessment.</summary>
    public string Text => Form is { } form ? DraftText.Of(form, Fields) : RawText ?? "";

    public static DraftSheet Of(Draft draft)
    {
        var form = DraftText.Form(draft.Content.Text, Drafts.FieldsOf(draft.Content.Kind));
        return new(draft.Content.Kind, draft.Content.Owner, form, form is null ? draft.Content.Text : null) { Draft = draft, Seen = draft.Number };
    }

    /// <summary>A new decision with what the address says filled in: the body, and an act about a case, a meeting or another thing named.</summary>
    public static DraftSheet NewDecision(string owner, IQueryCollection asked, DateOnly today)
    {
        var form = new FilledForm([]) { ["date"] = Iso(today), ["body"] = asked["body"], ["minute.case"] = asked["case"], ["minute.meeting"] = asked["meeting"], ["title"] = asked["title"], ["delegation"] = asked["delegation"] };
        if (asked["act"].ToString() is { Length: > 0 } act && ActForms.Find(act) is { } chosen)
        {
            form["acts.0"] = act;
            // A field that holds several, such as a text in two languages, is filled in part by part: text.sv.
            foreach (var name in asked.Keys.Where(key => chosen.Fields.Any(f => key == f.Name || key.StartsWith(f.Name + ".", StringComparison.Ordinal))))
                form["acts.0." + name] = asked[name];
        }

        return new(DraftKind.Decision, owner, form, null);
    }

    /// <summary>A new answer with what the address says filled in.</summary>
    public static DraftSheet NewAnswer(string owner, IQueryCollection asked, DateOnly today)
    {
        var form = new FilledForm([]) { ["date"] = Iso(today), ["subject"] = asked["subject"], ["by"] = asked["by"], ["period"] = asked["period"], ["round"] = asked["round"] };
        foreach (var (question, i) in asked["question"].Select((question, i) => (question, i)))
            form[$"replies.{i}.question"] = question;
        return new(DraftKind.Answer, owner, form, null);
    }

    /// <summary>What someone has sent about a draft that there is: whose it is and of what kind is said by the draft, never by the one who sends.</summary>
    public static DraftSheet Posted(Draft draft, FormCollection sent, RegionState today)
    {
        var fields = sent.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal);
        fields["owner"] = draft.Content.Owner;
        fields["kind"] = draft.Content.Kind.ToString();
        var sheet = Posted(new FormCollection(fields), today);
        sheet.Draft = draft;
        return sheet;
    }

    /// <summary>What someone has sent: every box as it was typed.</summary>
    public static DraftSheet Posted(IFormCollection sent, RegionState today)
    {
        var kind = sent["kind"] == nameof(DraftKind.Answer) ? DraftKind.Answer : DraftKind.Decision;
        var seen = int.TryParse(sent["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        int? began = int.TryParse(sent["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : null;
        if (sent.ContainsKey("raw"))
            return new(kind, sent["owner"].ToString(), null, Normal(sent["text"])) { Seen = seen, Base = began };
        var form = new FilledForm(sent.Where(s => s.Key.StartsWith(Box, StringComparison.Ordinal)).Select(s => KeyValuePair.Create(s.Key[Box.Length..], s.Value[^1] ?? "")));
        var sheet = new DraftSheet(kind, sent["owner"].ToString(), form, null) { Seen = seen, Base = began };
        sheet.NameIt(form, today);
        return sheet;
    }

    /// <summary>Puts one more act last.</summary>
    public void AddAct(string name)
    {
        if (Form is not { } form || ActForms.Find(name) is null)
            return;
        var next = Enumerable.Range(0, form.Rows("acts") + 1).First(i => !form.Holds($"acts.{i}"));
        form[$"acts.{next}"] = name;
        // What the decision's own part says already need not be said again.
        foreach (var field in ActForms.Find(name)!.Fields.Where(f => f is { Name: "case" or "meeting" or "body", Input.Sort: InputSort.Id }))
            form[$"acts.{next}.{field.Name}"] = field.Name == "body" ? form["body"] : form["minute." + field.Name];
    }

    public void DropAct(string place) => Form?.Clear(place);

    /// <summary>Gives a list more empty rows.</summary>
    public void MoreRows(string list)
    {
        if (Form is { } form)
            form[$"{list}.{form.Rows(list) + 3}"] = "";
    }

    /// <summary>Takes the text as it was edited instead of the boxes.</summary>
    public void UseText(string text)
    {
        text = Normal(text);
        Form = DraftText.Form(text, Fields);
        RawText = Form is null ? text : null;
    }

    /// <summary>Goes on from a version that someone else has saved since, with the writer's own words still in the boxes.</summary>
    public DraftSheet After(Draft theirs) => new(Kind, Owner, Form, RawText) { Draft = theirs, Seen = theirs.Number, Result = Result, Base = Result?.Theirs is null ? null : Base ?? (Seen > 0 ? Seen : null) };

    /// <summary>The writer's own words and those of someone else together: a box that only one of them has changed as that one left it, a longer text that both have changed with both, and any other box as
    /// the writer left it. What is joined is not saved. Texts without boxes stand after each other.</summary>
    /// <param name="before">The version that both began from.</param>
    public DraftSheet JoinedWith(Draft before, Draft theirs)
    {
        if (Form is not { } mine || DraftText.Form(before.Content.Text, Fields) is not { } old || DraftText.Form(theirs.Content.Text, Fields) is not { } other)
            return new(Kind, Owner, null, theirs.Content.Text == Text ? Text : $"{Text}\n# ----\n{theirs.Content.Text}") { Draft = theirs, Seen = theirs.Number };
        var joined = new FilledForm([]);
        foreach (var box in mine.Boxes.Concat(other.Boxes).Select(b => b.Key).Distinct(StringComparer.Ordinal))
            joined[box] = Joined(box, old[box], mine[box], other[box]);
        return new(Kind, Owner, joined, null) { Draft = theirs, Seen = theirs.Number };
    }

    private static string? Joined(string box, string? old, string? mine, string? theirs) =>
        mine == theirs || theirs == old ? mine : mine == old ? theirs
        : mine is not null && theirs is not null && (box == "text" || box.EndsWith(".text", StringComparison.Ordinal)) ? $"{theirs}\n\n{mine}" : mine ?? theirs;

    private static string Normal(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives a decision or assessment an id of its own, when whoever writes has not: the body, the day, and a number when that is taken.</summary>
    private void NameIt(FilledForm form, RegionState today)
    {
        var (id, who, what) = Kind == DraftKind.Decision ? ("decision", form["body"], form["date"]) : ("assessment", form["by"], Joined(form["subject"], form["period"]));
        if (form[id] is not null || who is null || what is null)
            return;
        var name = $"{who}-{what.Replace("..", "-", StringComparison.Ordinal)}";
        if (!name.All(c => char.IsLetterOrDigit(c) || c is '-' or '.' or '_'))
            return;
        bool Taken(string tried) => today.FindDecision(tried) is not null || today.Assessments.Any(a => a.Assessment.Id == tried);
        form[id] = Enumerable.Range(1, 10_000).Select(n => n == 1 ? name : $"{name}-{n}").First(tried => !Taken(tried));
    }

    private static string? Joined(string? one, string? other) => one is null || other is null ? null : $"{one}-{other}";
}
