using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The form of the act by which published tables are protected.</summary>
internal static class DisclosureForms
{
    private static readonly FieldKind<int> s_percent = Holding(Count, percent => percent is > 0 and <= 100, "percent", ("minimum", 1), ("maximum", 100));

    private static readonly FieldKind<int> s_persons = Holding(Count, persons => persons >= DisclosureParameters.LowestCount, "persons", ("minimum", DisclosureParameters.LowestCount));

    private static readonly FieldKind<int> s_base = Holding(Count, persons => persons >= DisclosureParameters.LowestDenominator, "base-of-share", ("minimum", DisclosureParameters.LowestDenominator));

    public static readonly IReadOnlyList<ActForm> All =
    [
        new("set-disclosure-parameters", 1, "Sets how published tables of one kind of data are protected.", f => new SetDisclosureParameters(
            f.Required("data-set", OneOf<DataSet>(), "Which kind of data."),
            f.Optional("minimum-count", Optionally(s_persons), "The fewest persons that a cell may tell of."),
            f.Optional("minimum-denominator", Optionally(s_base), "The fewest persons that a share or mean may be reckoned of."),
            f.Optional("dominance-percent", Optionally(s_percent), "Money is hidden when one contributor stands for more than this."),
            f.Optional("minimum-contributors", Optionally(Count), "Money is hidden when fewer than these contribute."),
            f.Optional("zeros-shown", Optionally(Flag), "Whether zeros are shown."),
            f.Optional("protection-width", Optionally(s_persons), "Persons between the lowest and highest that a reader can reckon a hidden cell to be."),
            f.Optional("protection-percent", Optionally(s_percent), "The same for money, in percent of the hidden amount."),
            f.Optional("method", Optionally(OneOf<DisclosureMethod>()), "How tables are protected."))),
    ];
}
