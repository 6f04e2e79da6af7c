using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Where the rules of a provider in a stretch of days lie.</summary>
/// <param name="Cells">First cell by codes.</param>
/// <param name="GroupCells">First cell by group.</param>
/// <param name="Sums">First of the provider's sums.</param>
/// <param name="FirstRule">Id of the rule of its first slot.</param>
internal readonly record struct ProviderPlan(int Cells, int GroupCells, int Sums, int FirstRule);

/// <summary>Sums of a provider in a month under one shape of rules.</summary>
internal sealed record SumBlock(int Provider, Month Month, PaymentShape Shape, IReadOnlyList<Decided<SignAgreement>> Agreements, int First)
{
    /// <summary>True when it is of the very same agreements.</summary>
    public bool IsOf(List<(Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model)> held)
    {
        for (var i = 0; i < held.Count; i++)
        {
            if (i >= Agreements.Count || held[i].Agreement.Act.Id != Agreements[i].Act.Id)
                return false;
        }

        return held.Count == Agreements.Count;
    }
}

/// <summary>The dated rules of some months as tables to look up in: for each stretch of days in which no rule changes, and each provider, a plan.</summary>
internal sealed class SettlementTables
{
    private readonly List<SumBlock> _blocks = [];

    private SettlementTables(PaymentBook book, Month from, Month to, CareContacts contacts, SettlementTables? before)
    {
        (Book, From, To, Providers) = (book, from, to, contacts.Providers);
        FirstDay = from.FirstDay.DayNumber;
        Days = to.LastDay.DayNumber - FirstDay + 1;
        PlansOf = new int[Days];
        var firstDays = Enumerable.Range(0, to.Index - from.Index + 1).Select(m => from.Plus(m).FirstDay.DayNumber)
            .Concat(book.Changes().Select(d => d.DayNumber).Where(d => d > FirstDay && d < FirstDay + Days)).Distinct().Order().ToArray();
        var standing = firstDays.Select(day => Standing(DateOnly.FromDayNumber(day))).ToArray();
        Space = CodeSpace.Of(contacts, standing.SelectMany(s => s.Values).SelectMany(s => s).SelectMany(a => a.Model.Act.Contacts));
        Shapes = before is not null && before.Space.IsSameAs(Space) ? [.. before.Shapes] : [];
        NextRule = Shapes.Count > 0 ? before!.NextRule : 1;
        ShapeOf = new PaymentShape[firstDays.Length * Providers.Count];
        Plans = new ProviderPlan[ShapeOf.Length];
        LayOut(firstDays, standing);
    }

    public PaymentBook Book { get; }

    public Month From { get; }

    public Month To { get; }

    public int FirstDay { get; }

    public int Days { get; }

    public IReadOnlyList<string> Providers { get; }

    public CodeSpace Space { get; }

    /// <summary>For each day the first of its plans.</summary>
    public int[] PlansOf { get; }

    /// <summary>By stretch and provider.</summary>
    public ProviderPlan[] Plans { get; }

    public PaymentShape[] ShapeOf { get; }

    public List<PaymentShape> Shapes { get; }

    public PriceCell[] Cells { get; private set; } = [];

    public PriceCell[] GroupCells { get; private set; } = [];

    /// <summary>In the order of days; one provider's stretches of the same rules in a month are one.</summary>
    public IReadOnlyList<SumBlock> Blocks => _blocks;

    public int SumCount { get; private set; }

    /// <summary>Ids of rules go up to here; rule zero is a contact outside the months.</summary>
    public int NextRule { get; private set; }

    public static SettlementTables Compile(PaymentBook book, Month from, Month to, CareContacts contacts, SettlementTables? before = null) => new(book, from, to, contacts, before);

    /// <summary>The rule with an id; nothing for contacts outside the months.</summary>
    public SlotRule? Rule(int id) => id > 0 && Shapes.FindLast(s => s.FirstRule <= id) is { } shape ? shape.Slots[id - shape.FirstRule] : null;

    /// <summary>The sums that a provider has under the rules of a day.</summary>
    public SumBlock BlockOf(int day, int provider) => _blockOf[PlansOf[day - FirstDay] + provider];

    private SumBlock[] _blockOf = [];

    private void LayOut(int[] firstDays, Dictionary<string, List<(Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model)>>[] standing)
    {
        _blockOf = new SumBlock[ShapeOf.Length];
        for (var stretch = 0; stretch < firstDays.Length; stretch++)
        {
            var (day, end) = (DateOnly.FromDayNumber(firstDays[stretch]), stretch + 1 < firstDays.Length ? firstDays[stretch + 1] : FirstDay + Days);
            PlansOf.AsSpan((firstDays[stretch] - FirstDay)..(end - FirstDay)).Fill(stretch * Providers.Count);
            var month = Month.Of(day);
            Dictionary<string, Decided<SetPriceList>?> prices = new(StringComparer.Ordinal);
            Decided<SetPriceList>? PricesOf(string id) => prices.TryGetValue(id, out var list) ? list : prices[id] = Book.Prices(id, day);
            Dictionary<Act, PaymentShape> byModel = new(ReferenceEqualityComparer.Instance);
            PaymentShape ShapeOfAll(List<(Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model)> held) => held.Count != 1
                ? ShapeFor([.. held.Select(h => h.Model)], PricesOf)
                : byModel.TryGetValue(held[0].Model.Act, out var known) ? known : byModel[held[0].Model.Act] = ShapeFor([held[0].Model], PricesOf);
            for (var provider = 0; provider < Providers.Count; provider++)
            {
                var held = standing[stretch].GetValueOrDefault(Providers[provider]) ?? [];
                var (at, shape) = ((stretch * Providers.Count) + provider, ShapeOfAll(held));
                var block = stretch > 0 ? _blockOf[at - Providers.Count] : null;
                if (block is null || block.Month != month || block.Shape != shape || !block.IsOf(held))
                {
                    _blocks.Add(block = new(provider, month, shape, [.. held.Select(h => h.Agreement)], SumCount));
                    SumCount += shape.Slots.Count;
                }

                (ShapeOf[at], _blockOf[at]) = (shape, block);
            }
        }

        var used = ShapeOf.Distinct().ToList();
        Dictionary<PaymentShape, (int Cells, int GroupCells)> firsts = [];
        List<PriceCell> cells = [], groupCells = [];
        foreach (var shape in used)
        {
            firsts[shape] = (cells.Count, groupCells.Count);
            cells.AddRange(shape.Cells);
            groupCells.AddRange(shape.GroupCells);
        }

        (Cells, GroupCells) = ([.. cells], [.. groupCells]);
        for (var i = 0; i < Plans.Length; i++)
            Plans[i] = new(firsts[ShapeOf[i]].Cells, firsts[ShapeOf[i]].GroupCells, _blockOf[i].First, ShapeOf[i].FirstRule);
    }

    private PaymentShape ShapeFor(IReadOnlyList<Decided<SetPaymentModel>> models, Func<string, Decided<SetPriceList>?> prices)
    {
        var key = PaymentShape.KeyOf(models, prices);
        if (Shapes.Find(s => s.Is(key, Space)) is { } known)
            return known;
        var shape = PaymentShape.Compile(Space, key, models, prices, NextRule);
        NextRule += shape.Slots.Count;
        _ = checked((ushort)NextRule);
        Shapes.Add(shape);
        return shape;
    }

    /// <summary>By provider, the agreements in force on a day with their payment models, in the order of their ids.</summary>
    private Dictionary<string, List<(Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model)>> Standing(DateOnly day)
    {
        Dictionary<string, List<(Decided<SignAgreement>, Decided<SetPaymentModel>)>> byProvider = new(StringComparer.Ordinal);
        foreach (var id in Book.AgreementIds)
        {
            if (Book.Agreement(id, day) is not { } agreement || Book.Model(agreement.Act.Model!, day) is not { } model)
                continue;
            if (!byProvider.TryGetValue(agreement.Act.Provider, out var held))
                byProvider[agreement.Act.Provider] = held = [];
            held.Add((agreement, model));
        }

        return byProvider;
    }
}
