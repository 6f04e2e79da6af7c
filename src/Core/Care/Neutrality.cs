using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>A component of a payment model as it shows in what is paid.</summary>
public readonly record struct PaidPart(SettlementKind Kind, string Component);

/// <summary>What one provider, or several together, got by a payment model for some months.</summary>
/// <param name="ListedMonths">Listed residents, each month's added.</param>
/// <param name="PointMonths">Weighed residents in millionths, each month's added.</param>
/// <param name="Paid">Positive is to the provider; fees that are taken off are negative.</param>
public sealed record PaidByModel(int Months, long ListedMonths, long PointMonths, IReadOnlyDictionary<PaidPart, Money> Paid)
{
    public Money Total => Money.Sum(Paid.Values);

    /// <summary>Listed residents in a month, as a mean of the months.</summary>
    public decimal Listed => Months == 0 ? 0 : (decimal)ListedMonths / Months;

    /// <summary>Points in a month, as a mean of the months.</summary>
    public decimal Points => Months == 0 ? 0 : PointMonths / 1_000_000m / Months;

    /// <summary>Kronor for each point over all the months; nothing when there is no point.</summary>
    public decimal? PerPoint(Money amount) => PointMonths == 0 ? null : amount.Ore / 100m / Points;

    /// <summary>Kronor for each listed resident over all the months; nothing when no one is listed.</summary>
    public decimal? PerListed(Money amount) => ListedMonths == 0 ? null : amount.Ore / 100m / Listed;

    /// <summary>What a component gave; zero when it gave nothing.</summary>
    public Money Of(PaidPart part) => Paid.GetValueOrDefault(part);

    internal static PaidByModel Together(int months, IReadOnlyCollection<PaidByModel> all) => new(
        months, all.Sum(p => p.ListedMonths), all.Sum(p => p.PointMonths),
        all.SelectMany(p => p.Paid).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => Money.Sum(g.Select(p => p.Value))));
}

/// <summary>A provider that is paid by the model.</summary>
public sealed record NeutralUnit(string Provider, Regime Regime, PaidByModel Paid);

/// <summary>Own and private providers under the same payment model, side by side: whether the same rule gives the same money, and by which components it does not.</summary>
/// <param name="Months">The frozen months that it is told from.</param>
/// <param name="Models">Versions of the payment model in force in the months, the earliest first.</param>
/// <param name="Prices">Price lists of the model in force in the months, by id and day.</param>
/// <remarks>Rule: lagen (2008:962) om valfrihetssystem 1 kap. 2 § and hälso- och sjukvårdslagen (2017:30) 7 kap. 3 §, before it (1982:763) 5 § (providers are treated alike). Not checked against the text of the laws.</remarks>
public sealed record Neutrality(string Model, IReadOnlyList<Month> Months, IReadOnlyList<Decided<SetPaymentModel>> Models, IReadOnlyList<Decided<SetPriceList>> Prices, IReadOnlyList<NeutralUnit> Units)
{
    public PaidByModel Own => Together(Regime.Own);

    public PaidByModel Private => Together(Regime.Private);

    /// <summary>Every component that has given anything, listing first.</summary>
    public IReadOnlyList<PaidPart> Parts => [.. Units.SelectMany(u => u.Paid.Paid.Keys).Distinct().OrderBy(p => p.Kind).ThenBy(p => p.Component, StringComparer.Ordinal)];

    /// <summary>Kronor for each point that listing gave the unit with least and the unit with most; nothing when the model pays for no listing.</summary>
    public (decimal Least, decimal Most)? ListingPerPoint
    {
        get
        {
            var each = Units.Select(u => u.Paid.PerPoint(Money.Sum(u.Paid.Paid.Where(p => p.Key.Kind == SettlementKind.Capitation).Select(p => p.Value)))).OfType<decimal>().ToList();
            return each.Count == 0 ? null : (each.Min(), each.Max());
        }
    }

    /// <summary>True when a point gives every unit the same for its listed residents, to the krona: what is left is öre that cannot be shared.</summary>
    public bool IsSameForListed => ListingPerPoint is var (least, most) && most - least < 1;

    /// <summary>Each payment model that both own and private providers are paid by, in the order of their ids.</summary>
    /// <param name="frozen">Frozen months; adjustments count in the month that they are about.</param>
    public static IReadOnlyList<Neutrality> Of(CareSystem care, IReadOnlyList<SettlementStatement> frozen, Period period)
    {
        var months = frozen.Select(f => f.Month).Where(period.Holds).Order().ToList();
        var regimes = care.Providers.ToDictionary(p => p.Act.Id, p => p.Act.Regime, StringComparer.Ordinal);
        var rows = frozen.SelectMany(f => f.Lines.Select(l => new Row(l.Agreement, l.Provider, l.Month, new(l.Kind, l.Component), l.Payer, l.Amount, l.Kind == SettlementKind.Capitation ? l.Count : 0, l.Points))
                .Concat(f.Adjustments.Select(a => new Row(a.Agreement, a.Provider, a.About, new(a.Kind, a.Component), a.Payer, a.Amount, a.Kind == SettlementKind.Capitation ? a.Count : 0, 0))))
            .Where(row => row.Payer == ContactPayer.Region && period.Holds(row.Month) && regimes.GetValueOrDefault(row.Provider, Regime.OutOfRegion) != Regime.OutOfRegion);
        return
        [
            .. rows.GroupBy(row => care.Payment.ModelOf(row.Agreement), StringComparer.Ordinal)
                .Where(model => model.Key.Length > 0 && model.Select(row => regimes[row.Provider]).Distinct().Count() == 2)
                .OrderBy(model => model.Key, StringComparer.Ordinal)
                .Select(model => new Neutrality(model.Key, months, Versions(care.Payment, model.Key, months), PricesOf(care.Payment, model.Key, months), [.. model.GroupBy(row => row.Provider, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal).Select(unit => new NeutralUnit(unit.Key, regimes[unit.Key], Paid(months.Count, unit)))])),
        ];
    }

    private static PaidByModel Paid(int months, IEnumerable<Row> rows)
    {
        var all = rows.ToList();
        return new(months, all.Sum(r => r.Listed), all.Sum(r => r.Points), all.GroupBy(r => r.Part).ToDictionary(g => g.Key, g => Money.Sum(g.Select(r => r.Amount))));
    }

    private static List<Decided<SetPaymentModel>> Versions(PaymentBook book, string model, List<Month> months) =>
        [.. months.SelectMany(m => new[] { m.FirstDay, m.LastDay }).Select(day => book.Model(model, day)).OfType<Decided<SetPaymentModel>>().Distinct()];

    private static List<Decided<SetPriceList>> PricesOf(PaymentBook book, string model, List<Month> months) =>
    [
        .. months.SelectMany(m => new[] { m.FirstDay, m.LastDay })
            .SelectMany(day => (book.Model(model, day)?.Act.Contacts ?? []).SelectMany(part => part.Steps.Select(s => s.Prices).Prepend(part.Prices)).Select(list => book.Prices(list, day)))
            .OfType<Decided<SetPriceList>>().Distinct().OrderBy(p => p.Act.Id, StringComparer.Ordinal).ThenBy(p => p.Act.Valid.From),
    ];

    private PaidByModel Together(Regime regime) => PaidByModel.Together(Months.Count, [.. Units.Where(u => u.Regime == regime).Select(u => u.Paid)]);

    private readonly record struct Row(string Agreement, string Provider, Month Month, PaidPart Part, ContactPayer Payer, Money Amount, long Listed, long Points);
}
