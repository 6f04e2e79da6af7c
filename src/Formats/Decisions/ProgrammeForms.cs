using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about how programmes are thought to work and what evaluations have found.</summary>
internal static class ProgrammeForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("set-logic-chain", 1, "Says how a programme is thought to work, from resources to effects.", f => new SetLogicChain(
            f.Required("programme", Id, "The programme."),
            f.Required("steps", SomeOf(Nested(StepForm)), "Its steps."))),
        new("add-evaluation", 1, "Tells of an evaluation of a programme or of a step in its logic chain.", f => new AddEvaluation(
            f.Required("id", Id, "Short id."),
            f.Required("of", Id, "The programme, or a step of its chain."),
            f.Required("name", Names, "Its title."),
            f.Required("by", Text, "Who made it; an organisation, never a person."),
            f.Required("date", Date, "The day it was published."),
            f.Optional("document", Document, "SHA-256 of the document, or its web address."),
            f.Required("finding", Names, "What it found."),
            f.Required("supports", OneOf<FindingSupport>(), "Whether that bears out what the chain claims."))),
    ];

    private static ChainStep StepForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("kind", OneOf<ChainStepKind>(), "Where in the chain it stands."),
        f.Required("text", Names, "What is put in, done or reached."),
        f.Optional("leads-to", ListOf(Id), "Steps that follow from it.") ?? [],
        f.Optional("evidence", Optionally(OneOf<EvidenceStrength>()), "How well it is known that they do."),
        f.Optional("indicator", Id, "What measures it."));
}
