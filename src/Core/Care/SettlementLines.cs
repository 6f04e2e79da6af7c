using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>Puts together what each component gives, from sums of contacts and listed residents.</summary>
internal static class SettlementLines
{
    public static IReadOnlyList<SettlementLine> Of(
        SettlementTables tables,
        SlotSum[] sums,
        CapitationPoints points,
        IReadOnlyList<QualityReached> quality,
        Dictionary<(string Agreement, Month Month), long> aboveCeiling)
    {
        var reached = quality.ToDictionary(q => (q.Agreement, q.Component, q.Month));
        var (months, ids) = (tables.To.Index - tables.From.Index + 1, tables.Book.AgreementIds);
        var places = ids.Select((id, i) => (id, i)).ToDictionary(a => a.id, a => a.i * months, StringComparer.Ordinal);
        var parts = new List<SettlementLine>?[ids.Count * months];
        for (var m = 0; m < months; m++)
        {
            foreach (var line in Capitation(tables.Book, points, tables.From.Plus(m)))
                (parts[places[line.Agreement] + m] ??= []).Add(line);
        }

        var fees = OfContacts(tables, sums, places, parts);
        List<SettlementLine> lines = [];
        foreach (var id in ids)
        {
            var limits = new LimitsOfYear();
            for (var month = tables.From; month <= tables.To; month = month.Plus(1))
            {
                if (InMonth(tables.Book, id, month) is not var (agreement, model, onFirst))
                    continue;
                var at = places[id] + month.Index - tables.From.Index;
                var ofMonth = parts[at] ?? [];
                if (onFirst)
                {
                    ofMonth.AddRange(model.Act.Fixed.Select(part => Line(part.Id, SettlementKind.Fixed, part.Amount)));
                    ofMonth.AddRange(model.Act.Quality.Select(part => Line(part.Id, SettlementKind.Quality, reached.GetValueOrDefault((id, part.Id, month)) is { } told ? part.Amount.Times(told.Points, told.Of) : part.Amount.Times(part.Beforehand, 100))));
                }

                if (model.Act.Fees is { Keeper: FeeKeeper.ProviderPaidLess } kept && fees[at] is var paid and not 0)
                    ofMonth.Add(Line(kept.Id, SettlementKind.Fees, new Money(-paid)));
                if (model.Act.Fees is { Keeper: not FeeKeeper.Payer } part && aboveCeiling.GetValueOrDefault((id, month)) is var above and not 0)
                    ofMonth.Add(Line(part.Id, SettlementKind.FeeProtection, new Money(above)));
                foreach (var limit in model.Act.Limits)
                {
                    if (limits.Adjust(limit, month, ofMonth) is { } adjustment && adjustment != Money.Zero)
                        ofMonth.Add(Line(limit.Id, SettlementKind.Limit, adjustment));
                }

                if (model.Act.VatPercent > 0 && tables.Book.RegimeOf(agreement.Act.Provider, month.FirstDay) == Regime.Private
                    && Money.Sum(ofMonth.Where(l => l.Payer == ContactPayer.Region).Select(l => l.Amount)).Times((long)(model.Act.VatPercent * 10_000), 1_000_000) is var vat && vat != Money.Zero)
                    ofMonth.Add(Line(VatComponent, SettlementKind.Vat, vat));
                lines.AddRange(ofMonth);

                SettlementLine Line(string component, SettlementKind kind, Money amount) =>
                    new(id, agreement.Act.Provider, month, component, kind, ContactPayer.Region, amount, 0, 0, [new(model, null, 0, amount)]);
            }
        }

        return lines;
    }

    /// <summary>The component that compensation for value added tax is a line of.</summary>
    public const string VatComponent = "vat";

    public static IEnumerable<UnpaidContacts> Unpaid(SettlementTables tables, SlotSum[] sums) =>
        from block in tables.Blocks
        from slot in block.Shape.Slots.Select((rule, i) => (rule, sums[block.First + i].Count))
        where slot.rule.Unpaid is not null && slot.Count > 0
        group slot.Count by (Provider: tables.Providers[block.Provider], block.Month, Reason: slot.rule.Unpaid!.Value) into counted
        orderby counted.Key.Provider, counted.Key.Month, counted.Key.Reason
        select new UnpaidContacts(counted.Key.Provider, counted.Key.Month, counted.Key.Reason, counted.Sum());

    /// <summary>Adds the lines of contacts to those of their agreement and month, and gives the fees paid in contacts that the region pays for.</summary>
    private static long[] OfContacts(SettlementTables tables, SlotSum[] sums, Dictionary<string, int> places, List<SettlementLine>?[] lines)
    {
        var fees = new long[lines.Length];
        foreach (var block in tables.Blocks)
        {
            for (var slot = 0; slot < block.Shape.Slots.Count; slot++)
            {
                var (rule, sum) = (block.Shape.Slots[slot], sums[block.First + slot]);
                if (sum.Count == 0)
                    continue;
                if (FeeProtection.PlaceOf(block.Shape, slot) is { } place)
                    fees[At(block, place)] += sum.Fees;
                if (rule.Part is not null)
                    Add(lines[At(block, rule.Place)] ??= [], block, rule, sum);
            }
        }

        return fees;

        int At(SumBlock block, int place) => places[block.Agreements[place].Act.Id] + block.Month.Index - tables.From.Index;

        void Add(List<SettlementLine> into, SumBlock block, SlotRule rule, SlotSum sum)
        {
            var ground = new SettlementGround(rule.Model!, rule.Prices, sum.Count, new Money(sum.Ore));
            var known = into.FindIndex(l => l.Kind == SettlementKind.Contacts && l.Component == rule.Part!.Id && l.Payer == rule.Payer);
            if (known >= 0)
                into[known] = into[known] with { Amount = into[known].Amount + ground.Amount, Count = into[known].Count + ground.Count, Grounds = [.. into[known].Grounds, ground] };
            else
                into.Add(new(block.Agreements[rule.Place].Act.Id, tables.Providers[block.Provider], block.Month, rule.Part!.Id, SettlementKind.Contacts, rule.Payer, ground.Amount, ground.Count, 0, [ground]));
        }
    }

    /// <summary>Lays each pot of the month out over the agreements that share it, and prices points where a point has a price.</summary>
    private static IEnumerable<SettlementLine> Capitation(PaymentBook book, CapitationPoints points, Month month)
    {
        List<(Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model, CapitationPart Part, long Listed, long Points)> counted = [];
        foreach (var id in book.AgreementIds)
        {
            foreach (var day in book.ReferenceDays.Select(d => new DateOnly(month.Year, month.Number, d)))
            {
                if (book.Agreement(id, day) is not { } agreement || book.Model(agreement.Act.Model!, day) is not { } model)
                    continue;
                counted.AddRange(model.Act.Capitation.Where(part => part.ReferenceDay == day.Day).Select(part => (agreement, model, part, points.Of(part, agreement.Act.Provider, month)))
                    .Select(c => (c.agreement, c.model, c.part, c.Item4.Listed, c.Item4.Points)));
            }
        }

        foreach (var shared in counted.Where(c => c.Points > 0).GroupBy(c => (c.Model.Act.Id, c.Part.Id)))
        {
            var sharing = shared.ToList();
            var pot = sharing[0].Part.Pot?.Spread([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1])[month.Number - 1].Spread([.. sharing.Select(s => s.Points)]);
            for (var i = 0; i < sharing.Count; i++)
            {
                var (agreement, model, part, listed, weighed) = sharing[i];
                var amount = pot is not null ? pot[i] : (part.PerPoint ?? Money.Zero).Times(weighed, 1_000_000);
                yield return new(agreement.Act.Id, agreement.Act.Provider, month, part.Id, SettlementKind.Capitation, ContactPayer.Region, amount, listed, weighed, [new(model, null, listed, amount)]);
            }
        }
    }

    /// <summary>The agreement and model on the first day of the month on which both are in force, and whether that is the month's first.</summary>
    private static (Decided<SignAgreement> Agreement, Decided<SetPaymentModel> Model, bool OnFirst)? InMonth(PaymentBook book, string id, Month month)
    {
        for (var day = month.FirstDay; day <= month.LastDay; day = day.AddDays(1))
        {
            if (book.Agreement(id, day) is { } agreement && book.Model(agreement.Act.Model!, day) is { } model)
                return (agreement, model, day == month.FirstDay);
        }

        return null;
    }
}

/// <summary>Ceilings and floors of one agreement, counted over the months as they come.</summary>
internal sealed class LimitsOfYear
{
    private readonly Dictionary<(string Limit, int Year), (Money Sum, Money Adjusted)> _year = [];

    /// <summary>What a limit adds to, or takes from, the lines of a month.</summary>
    public Money? Adjust(LimitPart limit, Month month, IReadOnlyList<SettlementLine> lines)
    {
        var sum = Money.Sum(lines.Where(l => l.Payer == ContactPayer.Region && (limit.Of.Count == 0 ? l.Kind != SettlementKind.Limit : limit.Of.Contains(l.Component))).Select(l => l.Amount));
        if (limit.Over == LimitSpan.Month)
            return Held(limit, sum, floor: true) - sum;
        var before = _year.GetValueOrDefault((limit.Id, month.Year));
        var total = before.Sum + sum;
        var adjusted = Held(limit, total, floor: month.Number == 12) - total;
        _year[(limit.Id, month.Year)] = (total, adjusted);
        return adjusted - before.Adjusted;
    }

    private static Money Held(LimitPart limit, Money sum, bool floor) =>
        limit.Ceiling is { } ceiling && sum > ceiling ? ceiling
        : floor && limit.Floor is { } least && sum < least ? least
        : sum;
}
