using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about providers of care and what is agreed with them.</summary>
internal static class CareForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("name-care-financier", 1, "Names the subject that pays for care as financier.", f => new NameCareFinancier(
            f.Required("subject", Id, "Body or budget part."))),
        new("authorise-provider", 1, "Takes a provider, or a group of providers paid alike, into the care system.", f => new AuthoriseProvider(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("regime", OneOf<Regime>(), "Who runs the care."),
            f.Required("counterparty", Id, "Its counterparty code in the ledger."),
            f.Optional("subject", Id, "The region's own committee or unit."),
            f.Optional("care", Names, "What care it gives."),
            f.Required("valid", Valid, "Days in force."))
        {
            Hsa = f.Optional("hsa", AgreementForms.HsaId, "Its id in the national catalogue (HSA)."),
            Sites = f.Optional("sites", ListOf(Nested(s => new ProviderSite(
                s.Required("name", Names, "What the place is called."),
                s.Optional("hsa", AgreementForms.HsaId, "Its id in the national catalogue (HSA)."),
                s.Optional("municipality", Text, "The municipality that it lies in, four digits.")))), "Where it gives care.") ?? [],
        }),
        new("sign-agreement", 1, "Agrees with a provider on care.", f => new SignAgreement(
            f.Required("id", Id, "Short id."),
            f.Required("payer", Id, "Who pays."),
            f.Required("provider", Id, "Who gives the care."),
            f.Required("scope", Names, "Which care."),
            f.Required("basis", OneOf<AgreementBasis>(), "On what ground."),
            f.Required("valid", Valid, "Days in force."))
        {
            Model = f.Optional("model", Id, "The payment model by which the provider is paid."),
            Terms = f.Optional("terms", Id, "The terms whose requirements the provider has agreed to."),
        }),
        new("set-price-list", 1, "Sets a list of prices for care.", f => new SetPriceList(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Required("prices", ListOf(Nested(p => new PriceEntry(p.Required("code", Id, "What is priced."), p.Optional("price", Amount, "The price; with a weight, what is added."))
            {
                Weight = p.Optional("weight", Optionally(Number), "How many base prices it costs."),
            })), "The prices."),
            f.Required("valid", Valid, "Days in force."))),
        .. PaymentForms.All,
        .. AgreementForms.All,
    ];
}
