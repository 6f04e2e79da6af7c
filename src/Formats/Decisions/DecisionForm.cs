using System.Text.Json.Nodes;
using Styrkedja.Decisions;
using Styrkedja.Formats.Journal;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using YamlDotNet.RepresentationModel;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The form of a whole decision, and of an assessment, as both stand in files and in the journal.</summary>
internal static class DecisionForm
{
    /// <summary>Marks that every act may carry beside its own fields.</summary>
    private static readonly (string Name, string About)[] s_marks =
    [
        ("source", "Where the values were found; left out when the decision's own source holds."),
        ("illustrative", "True when the values are made up to fill what no source tells."),
    ];

    public static Decision ReadDecision(Fields f, FieldKind<Act> acts)
    {
        var id = f.Required("decision", Id, "Short id of the decision.");
        var body = f.Required("body", Id, "The body or office that decides.");
        var date = f.Required("date", DateOrSpan, "The day of the decision.");
        var paragraph = f.Optional("paragraph", Text, "Paragraph of the minutes; left out when not found.");
        var diary = f.Optional("diary", Text, "Diary number; left out when not found.");
        var title = f.Required("title", Names, "What the decision is called.");
        var completes = f.Optional("completes", Id, "The sourced decision whose missing values this one fills in.");
        var source = f.Optional("source", Source, "Where the decision was found.");
        var illustrative = f.Optional("illustrative", Flag, "True when every value in it is made up.");
        var taken = f.Optional("taken", Flag, "True when the body has in fact decided, whatever the rules say.");
        var exception = f.Optional("exception", Text, "Why a rule was broken.");
        var delegation = f.Optional("delegation", Id, "The delegation by which it is decided in a body's name.");
        var restsOn = f.Optional("rests-on", ListOf(Id), "Steering documents that it rests on.") ?? [];
        var minute = f.Optional("minute", Nested(MinuteForm), "How it came about, by the minutes.");
        var read = f.Required("acts", SomeOf(acts), "What the decision does.") ?? [];
        return new(id, body, date, paragraph, diary, title, completes, source, taken, exception, illustrative ? [.. read.Select(act => act with { Illustrative = true })] : read)
        {
            Delegation = delegation,
            RestsOn = restsOn,
            Minute = minute,
        };
    }

    private static MinuteItem MinuteForm(Fields f) => new(
        f.Optional("meeting", Id, "The meeting."),
        f.Optional("case", Id, "Diary number of the case."),
        f.Optional("manner", Optionally(OneOf<Manner>()), "How it was decided."),
        f.Optional("votes", ListOf(Nested(VotesForm)), "Votes by party.") ?? [],
        f.Optional("reservations", ListOf(Nested(OrganisationForms.SeatsForm)), "Reservations by party.") ?? [],
        f.Optional("conflicts", ListOf(Nested(OrganisationForms.SeatsForm)), "Members, by party, who stood aside.") ?? [],
        f.Optional("verified-immediately", Flag, "True when the item was verified at the meeting itself."));

    private static PartyVotes VotesForm(Fields f) => new(
        f.Required("party", Text, "The party."),
        f.Optional("yes", Count, "For the proposal that was put."),
        f.Optional("no", Count, "Against."),
        f.Optional("abstained", Count, "Present and did not vote."),
        f.Optional("absent", Count, "Not there."));

    public static Assessment ReadAssessment(Fields f) => new(
        f.Required("assessment", Id, "Short id."),
        f.Required("subject", Id, "Goal, sub-goal, body or programme."),
        f.Required("by", Id, "The body or partner that says it."),
        f.Required("period", Months, "The months it covers."),
        f.Required("date", Date, "The day it was given."),
        f.Optional("fulfilment", Optionally(OneOf<GoalFulfilment>()), "Judgement of a goal or sub-goal."),
        f.Optional("forecast", Optionally(Amount), "Result expected for the whole year."),
        f.Optional("text", Names, "In the words of the one who says it."),
        f.Optional("source", Source, "Where it was found."),
        f.Optional("illustrative", Flag, "True when made up."))
    {
        Explained = f.Optional("explained", ListOf(Nested(ExplainedForm)), "Parts of the deviation from budget that are explained.") ?? [],
        Measures = f.Optional("measures", ListOf(Nested(MeasureReportForm)), "How the measures go that have been decided about the deviation.") ?? [],
        Round = f.Optional("round", Id, "The round of follow-up that it answers."),
        Answers = f.Optional("replies", ListOf(Nested(AnswerForm)), "Answers to the round's own questions.") ?? [],
        Remark = f.Optional("remark", Nested(RemarkForm), "The line of a settlement that it is about; the subject is the agreement and the period the month."),
        OfValue = f.Optional("of-value", Nested(ValueRemarkForm), "The value signed by a partner that it is about; the subject is the indicator and the period that of the value."),
    };

    private static ValueRemark ValueRemarkForm(Fields f) => new(
        f.Required("place", Id, "The place that the value is about."),
        f.Required("says", OneOf<ValueRemarkKind>(), "What it is."),
        f.Optional("answers", Id, "The assessment that it answers."));

    private static SettlementRemark RemarkForm(Fields f) => new(
        f.Required("component", Id, "The component of the payment model."),
        f.Required("says", OneOf<RemarkKind>(), "What it is."),
        f.Optional("answers", Id, "The assessment that it answers."));

    private static QuestionAnswer AnswerForm(Fields f) => new(
        f.Required("question", Id, "The question."),
        f.Required("text", Names, "The answer."));

    private static ExplainedDeviation ExplainedForm(Fields f) => new(
        f.Required("cause", OneOf<DeviationCause>(), "What made the outcome deviate."),
        f.Required("amount", Amount, "Positive is better than budget."),
        f.Optional("group", Id, "Account group; left out when it is about several."),
        f.Optional("text", Names, "In the words of the one who explains it."));

    private static MeasureReport MeasureReportForm(Fields f) => new(
        f.Required("measure", Id, "The measure."),
        f.Optional("effect", Optionally(Amount), "What it has given from January to the end of the period; positive is better."),
        f.Optional("forecast", Optionally(Amount), "What it will give in the whole year."),
        f.Optional("text", Names, "How it goes."));

    /// <summary>An act in a file: a mapping with one key, the act's name, over its fields.</summary>
    public static readonly FieldKind<Act> ActInFile = new(ReadActFromFile, ReadActFromJournal, ActSchema) { Input = () => new(InputSort.Act), ToFile = node => ActToFile((JsonObject)node) };

    private static (Act Value, JsonNode Journal)? ReadActFromFile(YamlNode node, YamlReading reading)
    {
        if (node is not YamlMappingNode { Children.Count: 1 } mapping || mapping.Children[0].Key is not YamlScalarNode { Value: { } name } key)
        {
            reading.NotOfKind(node, "act");
            return null;
        }

        if (ActForms.Find(name) is not { } form)
        {
            reading.Add(Fault.Error("decision.act-unknown", reading.PlaceOf(key), name, ("known", string.Join(", ", ActForms.All.Select(a => a.Name)))));
            return null;
        }

        if (reading.Mapping(mapping.Children[0].Value, f => WithMarks(f, form)) is not var (act, journal))
            return null;
        var entry = (JsonObject)journal;
        entry["act"] = form.Name;
        entry["schema"] = form.Version;
        return (act, entry);
    }

    private static Act ReadActFromJournal(JournalValue node)
    {
        var form = ActForms.Find((string)node["act"]) ?? throw new FormatException($"Unknown act {node["act"]}.");
        return WithMarks(new JsonFields(node), form);
    }

    private static JsonObject ActToFile(JsonObject act)
    {
        var form = ActForms.Find((string)act["act"]!) ?? throw new FormatException($"Unknown act {act["act"]}.");
        return new() { [form.Name] = FileFields.Of(act, f => WithMarks(f, form)) };
    }

    internal static Act WithMarks(Fields f, ActForm form)
    {
        var act = form.Read(f);
        var (source, illustrative) = (f.Optional(s_marks[0].Name, Source, s_marks[0].About), f.Optional(s_marks[1].Name, Flag, s_marks[1].About));
        return source is null && !illustrative ? act : act with { Source = source, Illustrative = illustrative };
    }

    private static JsonObject ActSchema() => new()
    {
        ["oneOf"] = new JsonArray(
        [
            .. ActForms.All.Select(form =>
            {
                var fields = SchemaOf(f => WithMarks(f, form));
                fields["description"] = form.About;
                return (JsonNode)new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { [form.Name] = fields },
                    ["required"] = new JsonArray(form.Name),
                    ["additionalProperties"] = false,
                };
            }),
        ]),
    };
}
