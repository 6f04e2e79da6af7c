using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.Care;

/// <summary>What the providers of care are to be paid for some months, by the rules that have been decided and what is known about contacts and listings.</summary>
/// <remarks>
/// Whole öre, the same whatever order the rows come in. The months are those from January of the first year asked for, since ceilings and stepped prices
/// are counted over the calendar year. Contacts of the two years before are handed in too where fees are protected by a ceiling over twelve months.
/// </remarks>
/// <exception cref="OverflowException">A price is above 21 474 836 kronor, or there are more than 65 535 rules.</exception>
public sealed class Settlement
{
    private readonly CareContacts _contacts;
    private readonly Listings _listings;
    private readonly IReadOnlyList<QualityReached> _quality;
    private readonly ListedWith? _listed;
    private readonly SettlementTables _tables;
    private readonly SlotSum[] _sums;
    private readonly CapitationPoints _points;
    private readonly KeptRun?[]? _kept;
    private readonly IReadOnlyList<(int Row, int Ore)> _aboveCeiling;
    private IReadOnlyList<SettlementLine>? _lines;
    private Dictionary<(string Agreement, Month Month), long>? _aboveBySum;
    private (ushort Least, ushort Most)[]? _providersOfRun;

    private Settlement(SettlementTables tables, CareContacts contacts, Listings listings, CapitationPoints points, IReadOnlyList<QualityReached> quality, ListedWith? listed, SlotSum[] sums, KeptRun?[]? kept, IReadOnlyList<(int, int)> aboveCeiling)
    {
        (_tables, _contacts, _listings, _points, _quality) = (tables, contacts, listings, points, quality);
        (_listed, _sums, _kept, _aboveCeiling) = (listed, sums, kept, aboveCeiling);
    }

    public Month From => _tables.From;

    public Month To => _tables.To;

    /// <summary>What is to be paid, by agreement, month and component.</summary>
    public IReadOnlyList<SettlementLine> Lines => _lines ??= SettlementLines.Of(_tables, _sums, _points, _quality, AboveCeilingBySum());

    /// <summary>Contacts that no component pays, so that none goes unseen.</summary>
    public IEnumerable<UnpaidContacts> Unpaid => SettlementLines.Unpaid(_tables, _sums);

    /// <summary>Settles all months from January of the first year asked for.</summary>
    /// <param name="keep">True to keep each contact's amount and rule, which explanations and settling again need.</param>
    public static Settlement Of(PaymentBook book, Period months, CareContacts contacts, Listings listings, IReadOnlyList<QualityReached> quality, bool keep)
    {
        var tables = SettlementTables.Compile(book, new Month(months.From.Year, 1), months.To, contacts);
        var listed = tables.Space.AsksListing ? new ListedWith(listings, contacts.Providers, tables.FirstDay) : null;
        var kept = keep ? new KeptRun?[SettlementPass.RunsOf(contacts)] : null;
        var (pass, points) = (new SettlementPass(tables, contacts, listed), new CapitationPoints(listings, tables.From, tables.To));
        Parallel.Invoke(() => pass.Run(kept), () => points.Count(book.ReferenceDays));
        var steps = new PriceSteps();
        steps.Take(pass, contacts);
        steps.Apply(pass.Sums, kept);
        return new(tables, contacts, listings, points, quality, listed, pass.Sums, kept, FeeProtection.Above(tables, pass, contacts));
    }

    /// <summary>Settles contacts that come part by part, so that no more than a part need lie in memory. Amounts of contacts are not kept.</summary>
    /// <param name="parts">At least one. All contacts of a person lie in the same part, and every part has the same lists of codes.</param>
    /// <exception cref="ArgumentException">There is no part, or two have other lists.</exception>
    public static Settlement OfParts(PaymentBook book, Period months, IEnumerable<CareContacts> parts, Listings listings, IReadOnlyList<QualityReached> quality)
    {
        var (steps, aboveCeiling) = (new PriceSteps(), new Dictionary<(string, Month), long>());
        (CareContacts Contacts, SettlementTables Tables, ListedWith? Listed, SlotSum[] Sums)? first = null;
        foreach (var contacts in parts)
        {
            if (first is not var (codes, tables, listed, sums))
            {
                tables = SettlementTables.Compile(book, new Month(months.From.Year, 1), months.To, contacts);
                listed = tables.Space.AsksListing ? new ListedWith(listings, contacts.Providers, tables.FirstDay) : null;
                first = (codes, _, _, sums) = (contacts.WithoutRows(), tables, listed, new SlotSum[tables.SumCount]);
            }
            else if (!contacts.HasListsOf(codes))
            {
                throw new ArgumentException("Two parts of the contacts have different lists of codes.", nameof(parts));
            }

            var pass = new SettlementPass(tables, contacts, listed);
            pass.Run(null);
            for (var i = 0; i < sums.Length; i++)
                sums[i].Add(pass.Sums[i]);
            steps.Take(pass, contacts);
            FeeProtection.AddBySum(pass, FeeProtection.Above(tables, pass, contacts), aboveCeiling);
        }

        if (first is not { } all)
            throw new ArgumentException("There is no part of the contacts.", nameof(parts));
        steps.Apply(all.Sums, null);
        var points = new CapitationPoints(listings, all.Tables.From, all.Tables.To);
        points.Count(book.ReferenceDays);
        return new(all.Tables, all.Contacts, listings, points, quality, all.Listed, all.Sums, null, []) { _aboveBySum = aboveCeiling };
    }

    /// <summary>Settles again by rules that have changed, going only through contacts with providers whose rules are other than before.</summary>
    /// <exception cref="InvalidOperationException">The amounts of contacts were not kept.</exception>
    public Settlement Again(PaymentBook book)
    {
        if (_kept is null)
            throw new InvalidOperationException("The amounts of contacts were not kept.");
        var tables = SettlementTables.Compile(book, From, To, _contacts, _tables);
        var concerned = Concerned(tables);
        _points.Count(book.ReferenceDays);
        var listed = tables.Space.AsksListing ? _listed ?? new ListedWith(_listings, _contacts.Providers, tables.FirstDay) : null;
        var kept = (KeptRun?[])_kept.Clone();
        var pass = new SettlementPass(tables, _contacts, listed);
        pass.Run(kept, RunsWith(concerned), concerned);
        var steps = new PriceSteps();
        steps.Take(pass, _contacts);
        steps.Apply(pass.Sums, kept);

        // A provider that is not concerned has the same blocks in the same order.
        foreach (var (now, then) in tables.Blocks.Where(b => !concerned[b.Provider]).OrderBy(b => b.Provider).Zip(_tables.Blocks.Where(b => !concerned[b.Provider]).OrderBy(b => b.Provider)))
            Array.Copy(_sums, then.First, pass.Sums, now.First, now.Shape.Slots.Count);
        return new(tables, _contacts, _listings, _points, _quality, listed, pass.Sums, kept, HasFeesAs(tables) ? _aboveCeiling : FeeProtection.Above(tables, pass, _contacts)) { _providersOfRun = _providersOfRun };
    }

    /// <summary>The codes and prices that a line of contacts consists of.</summary>
    /// <exception cref="InvalidOperationException">The amounts of contacts were not kept.</exception>
    public IReadOnlyList<SettledCode> Explain(SettlementLine line)
    {
        if (_kept is null)
            throw new InvalidOperationException("The amounts of contacts were not kept.");
        Dictionary<(string Code, int Ore), long> counts = [];
        for (var row = 0; row < _contacts.Count; row++)
        {
            if (_contacts.Providers[_contacts.Provider[row]] != line.Provider || Month.Of(DateOnly.FromDayNumber(_contacts.Day[row])) != line.Month || RuleAt(row) is not { Part: { } part } rule)
                continue;
            if (part.Id != line.Component || rule.Payer != line.Payer || _tables.BlockOf(_contacts.Day[row], _contacts.Provider[row]).Agreements[rule.Place].Act.Id != line.Agreement)
                continue;
            var code = part.By == Decisions.PricedBy.Group ? _contacts.Groups[_contacts.Group[row]] : _contacts.Types[_contacts.Type[row]];
            var key = (code, _kept[row / SettlementPass.RunLength]!.Ore[row % SettlementPass.RunLength]);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return [.. counts.Select(c => new SettledCode(c.Key.Code, new Money(c.Key.Ore), c.Value)).OrderBy(c => c.Code, StringComparer.Ordinal).ThenBy(c => c.Each)];
    }

    /// <summary>What one contact was paid, and the id of the rule by which it was; zero for contacts outside the months.</summary>
    /// <exception cref="InvalidOperationException">The amounts of contacts were not kept.</exception>
    public (Money Amount, int Rule) OfContact(int row) => _kept is { } kept
        ? (new Money(kept[row / SettlementPass.RunLength]!.Ore[row % SettlementPass.RunLength]), kept[row / SettlementPass.RunLength]!.Rule[row % SettlementPass.RunLength])
        : throw new InvalidOperationException("The amounts of contacts were not kept.");

    private SlotRule? RuleAt(int row) => _tables.Rule(_kept![row / SettlementPass.RunLength]!.Rule[row % SettlementPass.RunLength]);

    /// <summary>What is above the ceiling of fees, by agreement and month.</summary>
    private Dictionary<(string Agreement, Month Month), long> AboveCeilingBySum()
    {
        if (_aboveBySum is null)
            FeeProtection.AddBySum(new SettlementPass(_tables, _contacts, _listed), _aboveCeiling, _aboveBySum = []);
        return _aboveBySum;
    }

    /// <summary>Providers that have other rules, or other agreements, on some day.</summary>
    private bool[] Concerned(SettlementTables tables)
    {
        var concerned = new bool[tables.Providers.Count];
        foreach (var day in DaysTold(tables))
        {
            for (var provider = 0; provider < concerned.Length; provider++)
            {
                var (now, then) = (tables.BlockOf(day, provider), _tables.BlockOf(day, provider));
                concerned[provider] |= now.Shape != then.Shape || !now.Agreements.Select(a => a.Act.Id).SequenceEqual(then.Agreements.Select(a => a.Act.Id));
            }
        }

        return concerned;
    }

    /// <summary>True when fees are as before for every provider on every day, and no provider has several kinds.</summary>
    private bool HasFeesAs(SettlementTables tables) => DaysTold(tables).All(day => Enumerable.Range(0, tables.Providers.Count).All(provider =>
    {
        var (now, then) = (tables.BlockOf(day, provider).Shape.Models, _tables.BlockOf(day, provider).Shape.Models);
        return now.Count == then.Count && now.Concat(then).Select(m => m.Act.Fees).Distinct().Count() <= 1;
    }));

    /// <summary>The first day of each stretch in which the rules neither of now nor of before change.</summary>
    private IEnumerable<int> DaysTold(SettlementTables tables) => Enumerable.Range(0, tables.Days)
        .Where(day => day == 0 || tables.PlansOf[day] != tables.PlansOf[day - 1] || _tables.PlansOf[day] != _tables.PlansOf[day - 1]).Select(day => tables.FirstDay + day);

    private int[] RunsWith(bool[] providers)
    {
        _providersOfRun ??= [.. Enumerable.Range(0, SettlementPass.RunsOf(_contacts)).Select(run =>
        {
            var column = _contacts.Provider.AsSpan(run * SettlementPass.RunLength, Math.Min(SettlementPass.RunLength, _contacts.Count - (run * SettlementPass.RunLength)));
            var (least, most) = (column[0], column[0]);
            foreach (var provider in column)
                (least, most) = (Math.Min(least, provider), Math.Max(most, provider));
            return (least, most);
        })];
        return [.. Enumerable.Range(0, _providersOfRun.Length).Where(run => providers.AsSpan(_providersOfRun[run].Least, _providersOfRun[run].Most - _providersOfRun[run].Least + 1).Contains(true))];
    }
}
