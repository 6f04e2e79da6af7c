using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>What has been decided about payment for care, so that the rules of any day can be found.</summary>
/// <remarks>A later act with the same id takes over from its first day, also when an earlier one was to hold for longer.</remarks>
public sealed class PaymentBook
{
    private readonly Dictionary<string, Decided<SignAgreement>[]> _agreements;
    private readonly Dictionary<string, Decided<SetPaymentModel>[]> _models;
    private readonly Dictionary<string, Decided<SetPriceList>[]> _prices;
    private readonly Dictionary<string, Decided<AuthoriseProvider>[]> _providers;

    private PaymentBook(ActsInOrder acts)
    {
        _agreements = ById<SignAgreement>(acts, a => a.Id);
        _models = ById<SetPaymentModel>(acts, a => a.Id);
        _prices = ById<SetPriceList>(acts, a => a.Id);
        _providers = ById<AuthoriseProvider>(acts, a => a.Id);
        Quality = [.. acts.Latest<TellQuality, (string, string, Month)>(a => (a.Agreement, a.Component, a.Month)).Values.Select(a => new QualityReached(a.Act.Agreement, a.Act.Component, a.Act.Month, a.Act.Points.Reached, a.Act.Points.Of))];
        ReferenceDays = [.. _models.Values.SelectMany(versions => versions).SelectMany(m => m.Act.Capitation).Select(c => c.ReferenceDay).Distinct().Order()];
        AgreementIds = [.. _agreements.Where(a => a.Value.Any(d => d.Act.Model is not null)).Select(a => a.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>Agreements that are settled by a payment model, in the order of their ids.</summary>
    public IReadOnlyList<string> AgreementIds { get; }

    /// <summary>Days of the month on which some payment model counts listings.</summary>
    internal IReadOnlyList<int> ReferenceDays { get; }

    public static PaymentBook Fold(ActsInOrder acts) => new(acts);

    /// <summary>The agreement as it stands on a day; nothing when it is not in force or names no payment model.</summary>
    public Decided<SignAgreement>? Agreement(string id, DateOnly day) => Holding(_agreements, id, day, a => a.Valid) is { Act.Model: not null } agreement ? agreement : null;

    /// <summary>The payment model that an agreement named last, also when it is no longer in force; empty when it never named any.</summary>
    public string ModelOf(string agreement) => _agreements.TryGetValue(agreement, out var versions) ? Array.FindLast(versions, a => a.Act.Model is not null)?.Act.Model ?? "" : "";

    /// <summary>True for an agreement signed so far, also one that is no longer in force.</summary>
    public bool HasAgreement(string id) => _agreements.ContainsKey(id);

    /// <summary>What has been told about quality, by agreement, component and month.</summary>
    public IReadOnlyList<QualityReached> Quality { get; }

    /// <summary>True for a payment model decided so far, also one that is no longer in force.</summary>
    public bool HasModel(string id) => _models.ContainsKey(id);

    /// <summary>True for a price list decided so far, also one that is no longer in force.</summary>
    public bool HasPrices(string id) => _prices.ContainsKey(id);

    public Decided<SetPaymentModel>? Model(string id, DateOnly day) => Holding(_models, id, day, a => a.Valid);

    public Decided<SetPriceList>? Prices(string id, DateOnly day) => Holding(_prices, id, day, a => a.Valid);

    /// <summary>Who runs the care of a provider on a day; nothing when no one has authorised it.</summary>
    public Regime? RegimeOf(string provider, DateOnly day) => Holding(_providers, provider, day, a => a.Valid)?.Act.Regime;

    /// <summary>First days of what may differ from the day before, among agreements, payment models and price lists.</summary>
    internal IEnumerable<DateOnly> Changes() =>
        _agreements.Values.SelectMany(acts => acts.Select(a => a.Act.Valid))
            .Concat(_models.Values.SelectMany(acts => acts.Select(a => a.Act.Valid)))
            .Concat(_prices.Values.SelectMany(acts => acts.Select(a => a.Act.Valid)))
            .SelectMany(valid => valid.To is { } to && to < DateOnly.MaxValue ? new[] { valid.From, to.AddDays(1) } : [valid.From]);

    private static Dictionary<string, Decided<TAct>[]> ById<TAct>(ActsInOrder acts, Func<TAct, string> id)
        where TAct : Act =>
        acts.Of<TAct>().GroupBy(a => id(a.Act), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static Decided<TAct>? Holding<TAct>(Dictionary<string, Decided<TAct>[]> acts, string id, DateOnly day, Func<TAct, Validity> valid)
        where TAct : Act =>
        acts.TryGetValue(id, out var versions) && Array.FindLast(versions, a => valid(a.Act).From <= day) is { } latest && valid(latest.Act).Holds(day) ? latest : null;
}
