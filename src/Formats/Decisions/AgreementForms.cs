using System.Text.RegularExpressions;
using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts by which providers are let in, and by which what is agreed with them is followed up.</summary>
internal static partial class AgreementForms
{
    /// <summary>An id in the national catalogue of health care (HSA): SE, the number of the organisation, a hyphen and what the organisation itself has chosen.</summary>
    /// <remarks>The third digit of an organisation's number is never below 2, so that nobody's personal identity number is taken for one.</remarks>
    public static readonly FieldKind<string> HsaId = new(
        Holding(Id, id => HsaPattern().IsMatch(id), "hsa-id").FromYaml,
        Id.FromJson,
        () => new() { ["type"] = "string", ["pattern"] = HsaForm })
    {
        Input = Id.Input,
    };

    private const string HsaForm = "^SE[0-9]{2}[2-9][0-9]{7}-[A-Z0-9]{1,17}$";

    public static readonly IReadOnlyList<ActForm> All =
    [
        new("set-provider-terms", 1, "Decides what providers have to fulfil to be approved and paid.", f => new SetProviderTerms(
            f.Required("id", Id, "Short id, the same for later editions."),
            f.Required("name", Names, "What the terms are called."),
            f.Required("scope", Names, "Which care they are about."),
            f.Required("basis", OneOf<AgreementBasis>(), "On what ground providers are let in."),
            f.Required("requirements", SomeOf(Nested(r => new ProviderRequirement(
                r.Required("id", Id, "Short id within the terms."),
                r.Required("text", Names, "What is required."),
                r.Required("checked", OneOf<RequirementCheck>(), "How often it is looked after."))
            {
                Measure = r.Optional("seen-by", Names, "By what it is seen that it is met."),
            })), "The requirements."),
            f.Optional("model", Id, "The payment model that comes with them."),
            f.Required("valid", Valid, "Days in force."))),
        new("receive-application", 1, "Keeps an application to take part as a provider.", f => new ReceiveApplication(
            f.Required("id", Id, "Short id."),
            f.Required("terms", Id, "The terms that it is about."),
            f.Required("applicant", Names, "The business that applies."),
            f.Required("received", Date, "The day it came in."))),
        new("decide-application", 1, "Approves a provider that has applied, or does not.", f => new DecideApplication(
            f.Required("application", Id, "The application."),
            f.Required("outcome", OneOf<ApplicationOutcome>(), "What came of it."),
            f.Required("reason", Names, "Why."),
            f.Optional("unmet", ListOf(Id), "Requirements that are not met.") ?? [],
            f.Optional("provider", Id, "The provider that is authorised in the same decision."),
            f.Optional("agreement", Id, "The agreement that is signed in the same decision."))),
        new("follow-up-agreement", 1, "Tells that an agreement has been followed up, and what was found.", f => new FollowUpAgreement(
            f.Required("id", Id, "Short id."),
            f.Required("agreement", Id, "The agreement."),
            f.Required("day", Date, "The day it was done."),
            f.Required("how", OneOf<FollowUpWay>(), "In what way."),
            f.Required("text", Names, "What was looked at, and what came of it."),
            f.Optional("findings", ListOf(Nested(r => new RequirementFinding(
                r.Required("requirement", Id, "The requirement."),
                r.Required("found", OneOf<RequirementOutcome>(), "Whether it was met."),
                r.Optional("text", Names, "What was found.")))), "Requirement by requirement.") ?? [],
            f.Optional("next", Optionally(Date), "The day by which it is to be followed up next."))),
        new("demand-remedy", 1, "Tells a provider of a deviation from the agreement, and what to do about it.", f => new DemandRemedy(
            f.Required("id", Id, "Short id."),
            f.Required("agreement", Id, "The agreement."),
            f.Optional("requirement", Id, "The requirement that it is against."),
            f.Required("severity", OneOf<DeviationSeverity>(), "How much it weighs."),
            f.Required("text", Names, "The deviation."),
            f.Required("remedy", Names, "What the provider has to do."),
            f.Required("due", Date, "The last day for it."))),
        new("accept-remedy", 1, "Accepts what a provider has done about a deviation.", f => new AcceptRemedy(
            f.Required("deviation", Id, "The deviation."),
            f.Optional("text", Names, "Why it is enough."))),
        new("terminate-agreement", 1, "Ends an agreement before its time.", f => new TerminateAgreement(
            f.Required("agreement", Id, "The agreement."),
            f.Required("how", OneOf<AgreementEnding>(), "In what way."),
            f.Required("reason", Names, "Why."),
            f.Required("last-day", Date, "Its last day."))),
    ];

    [GeneratedRegex(HsaForm)]
    private static partial Regex HsaPattern();
}
