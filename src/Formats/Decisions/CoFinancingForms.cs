using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about money for others' projects: calls, applications, grants, payments and reports.</summary>
internal static partial class CoFinancingForms
{
    /// <summary>An organisation number: ten digits, where the third is never below 2, so that nobody's personal identity number is taken for one.</summary>
    private static readonly FieldKind<string> s_organisationNumber = new(
        Holding(Text, number => OrganisationNumberPattern().IsMatch(number), "organisation-number").FromYaml,
        Text.FromJson,
        () => new() { ["type"] = "string", ["pattern"] = OrganisationNumberForm })
    {
        Input = Text.Input,
    };

    private const string OrganisationNumberForm = "^[0-9]{2}[2-9][0-9]{3}-[0-9]{4}$";

    private static readonly FieldKind<int> s_percent = Holding(Count, percent => percent is > 0 and <= 100, "percent", ("minimum", 1), ("maximum", 100));

    private static readonly FieldKind<int> s_points = Holding(Count, points => points <= 5, "points", ("minimum", 0), ("maximum", 5));

    /// <summary>What state aid there is; de minimis aid is reckoned in euro, so it needs the rate of its day.</summary>
    internal static readonly FieldKind<StateAid> StateAidKind = Holding(Nested(StateAidForm), aid => aid.Basis != StateAidBasis.DeMinimis || aid.Euro > Money.Zero, "state-aid");

    public static readonly IReadOnlyList<ActForm> All =
    [
        new("grant-co-financing", 1, "Pays a part of a project that others carry out.", f => new GrantCoFinancing(
            f.Required("id", Id, "Short id."),
            f.Required("programme", Id, "The programme it serves."),
            f.Required("to", Text, "Who carries it out; an organisation, never a person."),
            f.Required("text", Names, "The project."),
            f.Required("amount", AmountGiven, "What the region pays."),
            f.Required("valid", Valid, "Days of the project."))
        {
            Application = f.Optional("application", Id, "The application that it answers."),
            Call = f.Optional("call", Id, "The call that it is granted in."),
            From = f.Optional("from", Id, "Whose frame or budget pays, when there is no call."),
            Share = f.Optional("share", Optionally(s_percent), "What the region pays of the costs, in per cent."),
            Kind = f.Optional("kind", Optionally(OneOf<PartnerKind>()), "What sort of actor the recipient is, when no application tells."),
            Choice = f.Optional("choice", Id, "The strategic choice that it serves, when no application tells."),
            Place = f.Optional("place", ListOf(Text), "Codes of the municipalities where it is carried out, when no application tells.") ?? [],
            Payments = f.Optional("payments", ListOf(Nested(p => new PlannedPayment(p.Required("date", Date, "The day."), p.Required("amount", AmountGiven, "How much.")))), "When payments are planned.") ?? [],
            Conditions = f.Optional("conditions", Names, "What the recipient has to fulfil."),
            StateAid = f.Optional("state-aid", StateAidKind, "What state aid there is in it."),
        }),
        new("open-call", 1, "Opens money for projects to apply for.", f => new OpenCall(
            f.Required("id", Id, "Short id, the same for later changes."),
            f.Required("programme", Id, "The programme it serves."),
            f.Required("name", Names, "What the call is called."),
            f.Required("from", Id, "Whose frame or budget pays."),
            f.Required("frame", AmountGiven, "What can be granted."),
            f.Required("opens", Date, "The first day for applications."),
            f.Required("closes", Date, "The last day for applications."),
            f.Required("most-share", s_percent, "The most that the region pays of a project's costs, in per cent."),
            f.Required("valid", Valid, "The days within which projects are carried out."))
        {
            Group = f.Optional("group", Id, "The row of the payer's budget that pays."),
            Focus = f.Optional("focus", ListOf(Names), "What the call is for.") ?? [],
            Criteria = f.Optional("criteria", ListOf(Nested(c => new CallCriterion(
                c.Required("id", Id, "Short id within the call."),
                c.Required("name", Names, "What applications are weighed by."),
                c.Required("weight", Weight, "How much its points count.")))), "What applications are weighed by.") ?? [],
        }),
        new("add-to-call", 1, "Adds money to a call.", f => new AddToCall(
            f.Required("call", Id, "The call."),
            f.Required("amount", AmountGiven, "How much is added."),
            f.Required("text", Names, "Why."))),
        new("receive-grant-application", 1, "Keeps an application to a call.", f => new ReceiveGrantApplication(
            f.Required("id", Id, "Short id."),
            f.Required("call", Id, "The call."),
            f.Required("applicant", Nested(ApplicantForm), "Who applies; an organisation, never a person."),
            f.Required("name", Names, "What the project is called."),
            f.Required("choice", Id, "The strategic choice of the programme that it serves."),
            f.Required("costs", AmountGiven, "What the whole project costs."),
            f.Required("applied", AmountGiven, "What is applied for."),
            f.Required("own-financing", AmountGiven, "What the applicant pays itself."),
            f.Required("time", Time, "The first and the last day of the project."),
            f.Required("received", Date, "The day it came in."))
        {
            Other = f.Optional("other", ListOf(Nested(o => new OtherFinancing(
                o.Required("source", OneOf<OtherSource>(), "Who pays."),
                o.Optional("programme", Names, "The fund or programme."),
                o.Required("amount", AmountGiven, "How much.")))), "Where the rest of the money comes from.") ?? [],
            Place = f.Optional("place", ListOf(Text), "Codes of the municipalities where it is carried out; left out for the whole region.") ?? [],
            Document = f.Optional("document", Sha256, "SHA-256 of the file that was handed in."),
        }),
        new("assess-application", 1, "Weighs an application against the criteria of its call.", f => new AssessApplication(
            f.Required("application", Id, "The application."),
            f.Optional("scores", ListOf(Nested(s => new CriterionScore(s.Required("criterion", Id, "The criterion."), s.Required("points", s_points, "From 0 to 5.")))), "Points, criterion by criterion.") ?? [],
            f.Required("meets-requirements", Flag, "Whether it fulfils all that the call demands."),
            f.Required("recommends", OneOf<GrantAdvice>(), "What is advised."),
            f.Required("text", Names, "Why."))
        {
            Amount = f.Optional("amount", Optionally(AmountGiven), "What is advised to be granted."),
            StateAid = f.Optional("state-aid", StateAidKind, "What state aid there would be in it."),
        }),
        new("reject-grant-application", 1, "Does not grant an application to a call.", f => new RejectGrantApplication(
            f.Required("application", Id, "The application."),
            f.Required("reason", Names, "Why."))),
        new("claim-payment", 1, "Keeps a requisition from the recipient of a grant.", f => new ClaimPayment(
            f.Required("id", Id, "Short id."),
            f.Required("grant", Id, "The grant."),
            f.Required("time", Time, "The first and the last day that the costs are of."),
            f.Required("costs", AmountGiven, "What the project has cost in that time."),
            f.Required("amount", AmountGiven, "What is asked for."),
            f.Optional("final", Flag, "Whether it is the last one."))),
        new("approve-claim", 1, "Pays a requisition, wholly or in part.", f => new ApproveClaim(
            f.Required("claim", Id, "The requisition."),
            f.Required("amount", AmountGiven, "What is paid; 0 kr when nothing is."),
            f.Optional("text", Names, "Why, when it is not all."))),
        new("report-project", 1, "Keeps what a recipient tells of its project.", f => new ReportProject(
            f.Required("grant", Id, "The grant."),
            f.Required("time", Time, "The first and the last day that it tells of."),
            f.Required("text", Names, "How it goes."),
            f.Optional("results", ListOf(Nested(r => new ProjectResult(
                r.Required("of", Id, "The strategic choice or indicator."),
                r.Required("text", Names, "What has been reached."),
                r.Optional("value", Optionally(Number), "In a number.")))), "What has been reached.") ?? [],
            f.Optional("final", Flag, "Whether it is the final report."))),
        new("recover-grant", 1, "Asks back what has been paid.", f => new RecoverGrant(
            f.Required("id", Id, "Short id."),
            f.Required("grant", Id, "The grant."),
            f.Required("amount", AmountGiven, "How much."),
            f.Required("reason", Names, "Why."))),
        new("close-grant", 1, "Brings a project that has been paid for to its end.", f => new CloseGrant(
            f.Required("grant", Id, "The grant."),
            f.Required("text", Names, "How it ended."))),
    ];

    private static GrantApplicant ApplicantForm(Fields f) => new(
        f.Required("name", Names, "What the organisation is called."),
        f.Optional("organisation-number", s_organisationNumber, "Ten digits with a hyphen."),
        f.Required("kind", OneOf<PartnerKind>(), "What sort of actor it is."),
        f.Optional("partner", Id, "The partner in regional development that it is."));

    private static StateAid StateAidForm(Fields f) => new(
        f.Required("basis", OneOf<StateAidBasis>(), "By what rule it is allowed."),
        f.Optional("amount", AmountGiven, "How much of the grant is aid."),
        f.Optional("earlier", AmountGiven, "De minimis aid that the recipient says it has had in the three years."),
        f.Optional("euro", Optionally(AmountGiven), "Kronor for one euro on the day."));

    [GeneratedRegex(OrganisationNumberForm)]
    private static partial Regex OrganisationNumberPattern();
}
