using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about regional development.</summary>
internal static class DevelopmentForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("adopt-programme", 1, "Adopts a programme for regional development.", f => new AdoptProgramme(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("serves", Id, "What it serves."),
            f.Required("goals", ListOf(Nested(ProgrammeGoalForm)), "Its goals."),
            f.Required("valid", Valid, "Days in force."))),
        new("join-partner", 1, "Recognises a partner in regional development.", f => new JoinPartner(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("kind", OneOf<PartnerKind>(), "What sort of actor it is."),
            f.Required("valid", Valid, "Days in force."))
        {
            Place = f.Optional("place", Id, "Code of the place that it answers for in statistics, such as 1380."),
            Bodies = f.Optional("bodies", ListOf(Nested(b => new PartnerBody(b.Required("id", Id, "Short id."), b.Required("name", Names, "Its name.")))), "Its own deciding bodies.") ?? [],
        }),
        new("grant-co-financing", 1, "Pays a part of a project that others carry out.", f => new GrantCoFinancing(
            f.Required("id", Id, "Short id."),
            f.Required("programme", Id, "The programme it serves."),
            f.Required("to", Text, "Who carries it out; an organisation, never a person."),
            f.Required("text", Names, "The project."),
            f.Required("amount", AmountGiven, "What the region pays."),
            f.Required("valid", Valid, "Days of the project."))),
    ];

    private static ProgrammeGoalEntry ProgrammeGoalForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Optional("goal", Id, "Region-wide goal it answers to."),
        f.Optional("choices", ListOf(Nested(c => new StrategicChoiceEntry(c.Required("id", Id, "Short id."), c.Required("name", Names, "Its name.")))), "Strategic choices.") ?? []);
}
