using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms by which it is decided how providers of care are paid, and told what they reached of what was agreed.</summary>
internal static class PaymentForms
{
    /// <summary>A part of the whole in per cent.</summary>
    private static readonly FieldKind<int> s_percent = Holding(Count, percent => percent <= 100, "share", ("minimum", 0), ("maximum", 100));

    private static readonly FieldKind<int> s_dayOfMonth = Holding(Count, day => day is >= 1 and <= 28, "day-of-month", ("minimum", 1), ("maximum", 28));

    private static readonly FieldKind<QualityPoints> s_points = Holding(
        Nested(p => new QualityPoints(p.Required("reached", Count, "Points reached."), p.Required("of", Count, "Points that could be reached."))), p => p.Of > 0 && p.Reached <= p.Of, "quality-points");

    public static readonly IReadOnlyList<ActForm> All =
    [
        new("set-payment-model", 1, "Decides how those who have agreed on it are paid for care.", f => new SetPaymentModel(
            f.Required("id", Id, "Short id."),
            f.Required("name", Names, "Its name."),
            f.Optional("capitation", ListOf(Holding(Nested(Capitation), IsWhole, "capitation")), "Payment for listed residents.") ?? [],
            f.Optional("contacts", ListOf(Nested(Contacts)), "Payment for each contact; the first that holds for a contact pays it.") ?? [],
            f.Optional("fixed", ListOf(Nested(p => new FixedPart(p.Required("id", Id, "Short id within the model."), p.Required("amount", Amount, "Per month.")))), "Amounts that are the same each month.") ?? [],
            f.Optional("quality", ListOf(Nested(Quality)), "Amounts that are earned by quality.") ?? [],
            f.Optional("fees", Nested(Fees), "Patients' fees."),
            f.Optional("limits", ListOf(Nested(Limits)), "Ceilings and floors.") ?? [],
            f.Optional("vat-percent", Number, "Compensation to private providers for value added tax, per cent of the payment."),
            f.Required("valid", Valid, "Days in force; a later act with the same id takes over from its first day."))),
        new("tell-quality", 1, "Tells how much an agreement reached of what was agreed on quality in a month.", f => new TellQuality(
            f.Required("agreement", Id, "The agreement."),
            f.Required("component", Id, "The quality-linked component of its payment model."),
            f.Required("month", OneMonth, "The month that the outcome is about."),
            f.Required("points", s_points, "Points of quality."))),
    ];

    /// <summary>True when a point gives either a part of a pot or a price, and is not weighed by more than the whole of it.</summary>
    private static bool IsWhole(CapitationPart part) => part.Pot is null != part.PerPoint is null && part.AgeShare + part.AcgShare + part.CniShare + part.CoverageShare <= 100;

    private static CapitationPart Capitation(Fields p) => new(
        p.Required("id", Id, "Short id within the model."),
        p.Optional("pot", Optionally(AmountGiven), "What is laid out in a calendar year over all providers of the model."),
        p.Optional("per-point", Optionally(Amount), "Per point and month, when no pot is laid out."),
        p.Optional("age-share", s_percent, "Per cent of the point that is weighed by age."),
        p.Optional("acg-share", s_percent, "Per cent that is weighed by expected need of care (ACG)."),
        p.Optional("cni-share", s_percent, "Per cent that is weighed by socio-economic need (CNI)."),
        p.Optional("coverage-share", s_percent, "Per cent that is weighed by the provider's coverage."),
        p.Optional("ages", ListOf(Nested(a => new AgeWeight(a.Required("band", Text, "Band of age, such as 0-6."), a.Required("weight", Number, "1 is the mean resident.")))), "Weights of age bands; those left out weigh 1.") ?? [],
        p.Optional("coverage", ListOf(Nested(c => new CoverageIndex(c.Required("provider", Id, "The provider."), c.Required("index", Number, "1 is the mean provider.")))), "Coverage by provider; those left out have 1.") ?? [],
        p.Required("reference-day", s_dayOfMonth, "Day of the month on which listings are counted, 1 to 28."));

    private static ContactPart Contacts(Fields p) => new(
        p.Required("id", Id, "Short id within the model."),
        p.Required("prices", Id, "The price list."),
        p.Required("by", OneOf<PricedBy>(), "By what a contact is found in the list."),
        p.Optional("base-price", Optionally(Amount), "The price of weight 1, when the list gives weights."),
        p.Optional("types", ListOf(Text), "Types of contact it holds for; left out means all.") ?? [],
        p.Optional("ways", ListOf(OneOf<CareWay>()), "Ways it holds for; left out means all.") ?? [],
        p.Optional("payers", ListOf(OneOf<CarePayer>()), "Payers it holds for; left out means the region alone.") ?? [],
        p.Optional("homes", ListOf(Text), "First digits of codes of municipalities whose residents it holds for; left out means all.") ?? [],
        p.Optional("listed", Optionally(OneOf<ListedCondition>()), "Whether the patient must be listed with the provider; left out means either.") ?? ListedCondition.Either,
        p.Optional("steps", ListOf(Nested(s => new PriceStep(s.Required("from", Count, "Number of the year's first contact at these prices."), s.Required("prices", Id, "The price list from then on.")))), "Other prices later in the year.") ?? []);

    private static QualityPart Quality(Fields p) => new(
        p.Required("id", Id, "Short id within the model."),
        p.Required("amount", Amount, "Per month when everything is reached."),
        p.Optional("beforehand", s_percent, "Per cent that is paid until the outcome is told."));

    private static FeePart Fees(Fields p) => new(
        p.Required("id", Id, "Short id within the model."),
        p.Required("keeper", OneOf<FeeKeeper>(), "Where the fee goes."),
        p.Optional("ceiling", Optionally(AmountGiven), "What a person pays at most in twelve months."));

    private static LimitPart Limits(Fields p) => new(
        p.Required("id", Id, "Short id within the model."),
        p.Optional("of", ListOf(Id), "Components that are counted together; left out means all.") ?? [],
        p.Optional("floor", Optionally(Amount), "The least they give."),
        p.Optional("ceiling", Optionally(Amount), "The most they give."),
        p.Required("over", OneOf<LimitSpan>(), "Over how long it is counted."));
}
