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
    private readonly IReadOnlyDictionary<string, Decided<TerminateAgreement>> _ended;

    private PaymentBook(ActsInOrder acts)
    {
        _agreements = ById<SignAgreement>(acts, a => a.Id);
        _models = ById<SetPaymentModel>(acts, a => a.Id);
        _prices = ById<SetPriceList>(acts, a => a.Id);
        _providers = ById<AuthoriseProvider>(acts, a => a.Id);
        _ended = acts.Latest<TerminateAgreement, string>(t => t.Agreement);
        Quality = [.. acts.Latest<TellQuality, (string, string, Month)>(a => (a.Agreement, a.Component, a.Month)).Values.Select(a => new QualityReached(a.Act.Agreement, a.Act.Component, a.Act.Month, a.Act.Points.Reached, a.Act.Points.Of))];
        ReferenceDays = [.. _models.Values.SelectMany(versions => versions).SelectMany(m => m.Act.Capitation).Select(c => c.ReferenceDay).Distinct().Order()];
        AgreementIds = [.. _agreements.Where(a => a.Value.Any(d => d.Act.Model is not null)).Select(a => a.Key).Order(StringComparer.Ordinal)];
    }

    /// <summary>Agreements that are settled by a payment model, in the order of their ids.</summary>
    public IReadOnlyList<string> AgreementIds { get; }

    /// <summary>Payment models decided so far, also those no longer in force, in the order of their ids.</summary>
    public IEnumerable<string> ModelIds => _models.Keys.Order(StringComparer.Ordinal);

    /// <summary>Days of the month on which some payment model counts listings.</summary>
    internal IReadOnlyList<int> ReferenceDays { get; }

    public static PaymentBook Fold(ActsInOrder acts) => new(acts);

    /// <summary>The agreement as it stands on a day; nothing when it is not in force or names no payment model.</summary>
    public Decided<SignAgreement>? Agreement(string id, DateOnly day) => Holding(_agreements, id, day, a => a.Valid) is { Act.Model: not null } agreement && !HasEnded(agreement, day) ? agreement : null;

    /// <summary>The components of every payment model decided so far with an id.</summary>
    public IReadOnlySet<string> ComponentsOf(string model) => _models.TryGetValue(model, out var versions) ? versions.SelectMany(v => Components(v.Act)).ToHashSet(StringComparer.Ordinal) : new HashSet<string>();

    /// <summary>The payment model that an agreement named last, also when it is no longer in force; empty when it never named any.</summary>
    public string ModelOf(string agreement) => _agreements.TryGetValue(agreement, out var versions) ? Array.FindLast(versions, a => a.Act.Model is not null)?.Act.Model ?? "" : "";

    /// <summary>What has been told about quality, by agreement, component and month.</summary>
    public IReadOnlyList<QualityReached> Quality { get; }

    /// <summary>True for a payment model decided so far, also one that is no longer in force.</summary>
    public bool HasModel(string id) => _models.ContainsKey(id);

    /// <summary>True for a price list decided so far, also one that is no longer in force.</summary>
    public bool HasPrices(string id) => _prices.ContainsKey(id);

    /// <summary>True for a provider authorised so far, also one that is no longer so.</summary>
    public bool HasProvider(string id) => _providers.ContainsKey(id);

    /// <summary>How a provider has been authorised, the earliest first; none for one that nobody has authorised.</summary>
    public IReadOnlyList<Decided<AuthoriseProvider>> ProviderVersions(string id) => _providers.TryGetValue(id, out var versions) ? versions : [];

    public Decided<SetPaymentModel>? Model(string id, DateOnly day) => Holding(_models, id, day, a => a.Valid);

    /// <summary>Every version of a payment model, in the order in which they were decided; none for one that is unknown.</summary>
    public IReadOnlyList<Decided<SetPaymentModel>> VersionsOf(string model) => _models.GetValueOrDefault(model) ?? [];

    /// <summary>Every version of a price list, in the same order.</summary>
    public IReadOnlyList<Decided<SetPriceList>> PriceVersionsOf(string list) => _prices.GetValueOrDefault(list) ?? [];

    /// <summary>Agreements in force on a day that are settled by a model.</summary>
    public IEnumerable<Decided<SignAgreement>> AgreementsBy(string model, DateOnly day) => AgreementIds.Select(id => Agreement(id, day)).OfType<Decided<SignAgreement>>().Where(a => a.Act.Model == model);

    public Decided<SetPriceList>? Prices(string id, DateOnly day) => Holding(_prices, id, day, a => a.Valid);

    /// <summary>Who runs the care of a provider on a day; nothing when no one has authorised it.</summary>
    public Regime? RegimeOf(string provider, DateOnly day) => Holding(_providers, provider, day, a => a.Valid)?.Act.Regime;

    /// <summary>Every agreement in force on a day with some providers, also those that name no payment model, in the order of their ids.</summary>
    public IReadOnlyList<Decided<SignAgreement>> AgreementsWith(IEnumerable<string> providers, DateOnly day)
    {
        var asked = providers.ToHashSet(StringComparer.Ordinal);
        return [.. _agreements.Keys.Order(StringComparer.Ordinal).Select(id => Holding(_agreements, id, day, a => a.Valid)).OfType<Decided<SignAgreement>>().Where(a => asked.Contains(a.Act.Provider))];
    }

    /// <summary>First days of what may differ from the day before, among agreements, payment models and price lists.</summary>
    internal IEnumerable<DateOnly> Changes() =>
        _agreements.Values.SelectMany(acts => acts.Select(a => a.Act.Valid))
            .Concat(_models.Values.SelectMany(acts => acts.Select(a => a.Act.Valid)))
            .Concat(_prices.Values.SelectMany(acts => acts.Select(a => a.Act.Valid)))
            .Concat(_ended.Values.Select(ended => new Validity(DateOnly.MinValue, ended.Act.LastDay)))
            .SelectMany(valid => valid.To is { } to && to < DateOnly.MaxValue ? new[] { valid.From, to.AddDays(1) } : [valid.From]);

    private static IEnumerable<string> Components(SetPaymentModel model) =>
    [
        .. model.Capitation.Select(c => c.Id), .. model.Contacts.Select(c => c.Id), .. model.Fixed.Select(f => f.Id), .. model.Quality.Select(q => q.Id),
        .. model.Limits.Select(l => l.Id), .. model.Fees is { } fees ? [fees.Id] : Array.Empty<string>(),
    ];

    /// <summary>True when the agreement was ended before its time and that day has passed; one that is signed anew after that holds.</summary>
    private bool HasEnded(Decided<SignAgreement> agreement, DateOnly day) =>
        _ended.TryGetValue(agreement.Act.Id, out var ended) && day > ended.Act.LastDay && agreement.By.Date.Latest <= ended.By.Date.Latest;

    private static Dictionary<string, Decided<TAct>[]> ById<TAct>(ActsInOrder acts, Func<TAct, string> id)
        where TAct : Act =>
        acts.Of<TAct>().GroupBy(a => id(a.Act), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    private static Decided<TAct>? Holding<TAct>(Dictionary<string, Decided<TAct>[]> acts, string id, DateOnly day, Func<TAct, Validity> valid)
        where TAct : Act =>
        acts.TryGetValue(id, out var versions) && Array.FindLast(versions, a => valid(a.Act).From <= day) is { } latest && valid(latest.Act).Holds(day) ? latest : null;
}
