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
            f.Required("valid", Valid, "Days in force."))
        {
            Kind = f.Optional("kind", Optionally(OneOf<ProgrammeKind>()), "What sort of document it is."),
        }),
        new("join-partner", 1, "Recognises a partner in regional development.", f => new JoinPartner(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("kind", OneOf<PartnerKind>(), "What sort of actor it is."),
            f.Required("valid", Valid, "Days in force."))
        {
            Place = f.Optional("place", Id, "Code of the place that it answers for in statistics, such as 1380."),
            Bodies = f.Optional("bodies", ListOf(Nested(b => new PartnerBody(b.Required("id", Id, "Short id."), b.Required("name", Names, "Its name.")))), "Its own deciding bodies.") ?? [],
        }),
        .. CoFinancingForms.All,
        .. ProgrammeForms.All,
    ];

    private static ProgrammeGoalEntry ProgrammeGoalForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Optional("goal", Id, "Region-wide goal it answers to."),
        f.Optional("choices", ListOf(Nested(c => new StrategicChoiceEntry(c.Required("id", Id, "Short id."), c.Required("name", Names, "Its name.")))), "Strategic choices.") ?? []);
}
