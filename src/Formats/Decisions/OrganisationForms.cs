using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about who there is, and who stands under whom.</summary>
internal static class OrganisationForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("establish-body", 1, "Establishes or describes a political body.", f => new EstablishBody(
            f.Required("id", Id, "Short id, never reused."),
            f.Required("kind", OneOf<BodyKind>(), "What sort of body it is."),
            f.Required("name", Names, "Its name."),
            f.Optional("under", Id, "Who stands above; left out for bodies that answer to the assembly.") ?? "REGION",
            f.Optional("seats", Count, "Number of members.") is var seats and > 0 ? seats : null,
            f.Optional("municipality", Text, "Four-digit municipality code of a local committee."),
            f.Optional("field", Names, "What it is for."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-administration", 1, "Establishes an administration.", f => new EstablishAdministration(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("under", Id, "The committee or budget part it serves."),
            f.Optional("head-office", Text, "The office that leads it."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-unit", 1, "Establishes a unit, or divides a body's budget into parts.", f => new EstablishUnit(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("under", Id, "Administration, unit or body above."),
            f.Optional("budget-part", Flag, "True when it is a part of a body's budget and no unit."),
            f.Required("valid", Valid, "Days in force."))),
        new("open-cost-centres", 1, "Opens cost centres under a unit.", f => new OpenCostCentres(
            f.Required("unit", Id, "The unit that answers for them."),
            f.Required("codes", SomeOf(Nested(c => new CostCentreCode(c.Required("code", Id, "Code in the ledger."), c.Required("name", Text, "Its name.")))), "The cost centres."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-office", 1, "Establishes an office; never a person.", f => new EstablishOffice(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("in", Id, "Body, administration, unit or partner it belongs to."),
            f.Optional("under", Id, "The office it answers to."),
            f.Required("valid", Valid, "Days in force."))
        {
            Function = f.Optional("function", OneOf<OfficeFunction>(), "What it is for, from which rights follow; left out means an employee's office."),
        }),
        new("dissolve", 1, "Ends a body, administration, unit or cost centre.", f => new Dissolve(
            f.Required("id", Id, "What ceases."),
            f.Required("last-day", Date, "Last day in force."))),
        new("move-unit", 1, "Moves a unit, administration or cost centre under another.", f => new MoveUnit(
            f.Required("unit", Id, "What is moved."),
            f.Required("under", Id, "What it stands under afterwards."),
            f.Required("from", Date, "First day there."))),
        new("merge-units", 1, "Makes several units one.", f => new MergeUnits(
            f.Required("units", SomeOf(Id), "The units that cease."),
            f.Required("into", Id, "The unit they go into, established in the same or an earlier decision."),
            f.Required("from", Date, "First day as one."))),
        new("split-unit", 1, "Splits a unit into several.", f => new SplitUnit(
            f.Required("unit", Id, "The unit that ceases."),
            f.Required("into", Holding(ListOf(Nested(UnitPartForm)), parts => parts.Count > 1, "parts", ("minItems", 2)), "Two units or more that take its place; what none of them takes goes to the first."),
            f.Required("from", Date, "First day as several."))),
        new("establish-company", 1, "Tells of a company that the region owns.", f => new EstablishCompany(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("owned-percent", Holding(Count, percent => percent is > 0 and <= 100, "percent", ("minimum", 1), ("maximum", 100)), "The region's part of the votes."),
            f.Optional("purpose", Names, "What it is for."),
            f.Required("valid", Valid, "Days in force."))),
        new("establish-management-group", 1, "Gathers offices in a group that coordinates and decides nothing.", f => new EstablishManagementGroup(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("led-by", Id, "The office that leads it."),
            f.Required("members", SomeOf(Id), "The offices that belong to it."),
            f.Required("valid", Valid, "Days in force."))),
        new("elect-members", 1, "Tells of a body's seats by party for a term; never who sits there.", f => new ElectMembers(
            f.Required("body", Id, "The body."),
            f.Required("seats", ListOf(Nested(SeatsForm)), "Seats of each party."),
            f.Required("valid", Valid, "The term."))),
        new("appoint", 1, "Lets someone hold an office; the holder is an opaque id, never a name.", f => new Appoint(
            f.Required("office", Id, "The office."),
            f.Required("holder", Id, "Opaque id of the holder."),
            f.Optional("deputy", Flag, "True for the one who steps in."),
            f.Required("valid", Valid, "Days in force."))),
        new("set-body-mandate", 1, "Says what a body is for.", f => new SetBodyMandate(
            f.Required("body", Id, "The body."),
            f.Required("matters", ListOf(Id), "Kinds of matter that are its own to decide."),
            f.Optional("text", Names, "Its mandate in words."),
            f.Required("valid", Valid, "Days in force."))),
    ];

    internal static PartySeats SeatsForm(Fields f) => new(f.Required("party", Text, "The party."), f.Required("seats", Count, "How many."));

    private static UnitPart UnitPartForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Optional("takes", ListOf(Id), "Units and cost centres that go there.") ?? []);
}
