using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>What a contact with certain codes gives: an amount in öre, the slot it is summed in, and the table by group that decides before it when there is one.</summary>
/// <remarks>Eight bytes in one number, so that a row's cell is one look-up into one register.</remarks>
internal readonly record struct PriceCell
{
    /// <summary>Marks a slot whose price depends on how many contacts came before in the year.</summary>
    public const ushort Stepped = 0x8000;

    /// <summary>The slot of a group without a price, so that what holds whatever the group is stands.</summary>
    public const ushort NoGroup = 0xFFFF;

    private readonly ulong _bits;

    public PriceCell(int ore, ushort slot, ushort table) => _bits = unchecked((uint)ore | ((ulong)slot << 32) | ((ulong)table << 48));

    public int Ore => unchecked((int)_bits);

    public ushort Slot => unchecked((ushort)(_bits >> 32));

    public ushort Table => unchecked((ushort)(_bits >> 48));

    /// <summary>This, or when it is of no group the other.</summary>
    public PriceCell Or(PriceCell other) => Slot == NoGroup ? other : this;
}

/// <summary>A rule that contacts are summed under.</summary>
/// <param name="Place">Which of the provider's agreements; -1 when no component pays.</param>
internal sealed record SlotRule(int Place, Decided<SetPaymentModel>? Model, ContactPart? Part, Decided<SetPriceList>? Prices, ContactPayer Payer, UnpaidReason? Unpaid);

/// <summary>The codes that tables are laid out over.</summary>
internal sealed record CodeSpace(IReadOnlyList<string> Types, IReadOnlyList<string> Groups, byte[] HomeClass, IReadOnlyList<IReadOnlyList<string>> HomeLists, uint[] HomesOfClass, bool AsksListing)
{
    public const int Ways = 4, Payers = 5;

    public int CellCount => Types.Count * Ways * Payers * HomesOfClass.Length * ListedWays;

    /// <summary>The place of the empty code, which no price list has; -1 when there is none.</summary>
    public int NoGroup { get; } = Groups.ToList().IndexOf("");

    /// <summary>Two when some rule asks whether the patient is listed with the provider.</summary>
    public int ListedWays => AsksListing ? 2 : 1;

    /// <summary>Municipalities told apart only where some rule does.</summary>
    public static CodeSpace Of(CareContacts contacts, IEnumerable<ContactPart> parts)
    {
        var all = parts.ToList();
        var lists = all.Where(p => p.Homes.Count > 0).Select(p => p.Homes).DistinctBy(h => string.Join(' ', h)).Take(32).ToList();
        var signs = contacts.Municipalities.Select(m => lists.Select((list, i) => list.Any(h => m.StartsWith(h, StringComparison.Ordinal)) ? 1u << i : 0).Aggregate(0u, (a, b) => a | b)).ToArray();
        var classes = signs.Append(0u).Distinct().Order().ToArray();
        return new(contacts.Types, contacts.Groups, [.. signs.Select(s => (byte)Array.IndexOf(classes, s))], lists, classes, all.Exists(p => p.Listed != ListedCondition.Either));
    }

    public bool HoldsFor(ContactPart part, int homeClass) =>
        part.Homes.Count == 0 || (HomesOfClass[homeClass] >> HomeLists.Select((list, i) => list.SequenceEqual(part.Homes) ? i : -1).First(i => i >= 0) & 1) != 0;

    public bool IsSameAs(CodeSpace other) => AsksListing == other.AsksListing && ReferenceEquals(Types, other.Types) && ReferenceEquals(Groups, other.Groups)
        && HomeClass.AsSpan().SequenceEqual(other.HomeClass) && HomesOfClass.AsSpan().SequenceEqual(other.HomesOfClass)
        && HomeLists.Select(h => string.Join(' ', h)).SequenceEqual(other.HomeLists.Select(h => string.Join(' ', h)));
}

/// <summary>Payment models of one provider's agreements compiled into tables: every combination of codes has its amount and slot ready.</summary>
internal sealed class PaymentShape
{
    /// <summary>Slots of contacts that no component pays.</summary>
    public const ushort NoPrice = 0, OtherPayer = 1;

    private readonly CodeSpace _space;
    private readonly object?[] _key;
    private readonly Dictionary<string, ushort> _tableOf = new(StringComparer.Ordinal);
    private readonly List<PriceCell> _groupCells;

    private PaymentShape(CodeSpace space, object?[] key, IReadOnlyList<Decided<SetPaymentModel>> models, Func<string, Decided<SetPriceList>?> prices, int firstRule)
    {
        (_space, _key, FirstRule, Models) = (space, key, firstRule, models);
        var unpaid = models.Count == 0 ? UnpaidReason.NoAgreement : UnpaidReason.NoPrice;
        List<SlotRule> slots = [new(-1, null, null, null, ContactPayer.Region, unpaid), new(-1, null, null, null, ContactPayer.OtherRegion, models.Count == 0 ? UnpaidReason.NoAgreement : UnpaidReason.OtherPayer)];
        var parts = models.SelectMany((model, place) => model.Act.Contacts.Select(part => new CompiledPart(space, place, model, part, prices(part.Prices), slots))).ToList();
        Slots = slots;
        Cells = new PriceCell[space.CellCount];
        _groupCells = [.. Enumerable.Repeat(new PriceCell(0, PriceCell.NoGroup, 0), space.Groups.Count)];
        Fill(parts);
        GroupCells = [.. _groupCells];
        StepPrices = Slots.Select(s => s.Part is { Steps.Count: > 0 } part ? part.Steps.Select(step => (step.From, CompiledPart.Amounts(space, part, prices(step.Prices)))).ToArray() : []).ToArray();
    }

    public IReadOnlyList<Decided<SetPaymentModel>> Models { get; }

    public int FirstRule { get; }

    public IReadOnlyList<SlotRule> Slots { get; }

    /// <summary>By type, way, payer, class of home and whether listed elsewhere.</summary>
    public PriceCell[] Cells { get; }

    /// <summary>Tables by group, one after the other; the first has no price for any.</summary>
    public PriceCell[] GroupCells { get; }

    /// <summary>For each slot the later steps of its price, by type or group; none for most.</summary>
    public (int From, int?[] Ore)[][] StepPrices { get; }

    public static object?[] KeyOf(IReadOnlyList<Decided<SetPaymentModel>> models, Func<string, Decided<SetPriceList>?> prices) =>
        [.. models.SelectMany(m => m.Act.Contacts.SelectMany(c => c.Steps.Select(s => s.Prices).Prepend(c.Prices)).Select(list => (object?)prices(list)?.Act).Prepend(m.Act))];

    public static PaymentShape Compile(CodeSpace space, object?[] key, IReadOnlyList<Decided<SetPaymentModel>> models, Func<string, Decided<SetPriceList>?> prices, int firstRule) =>
        new(space, key, models, prices, firstRule);

    public bool Is(object?[] key, CodeSpace space)
    {
        if (_key.Length != key.Length || !_space.IsSameAs(space))
            return false;
        for (var i = 0; i < key.Length; i++)
        {
            if (!ReferenceEquals(_key[i], key[i]))
                return false;
        }

        return true;
    }

    private void Fill(List<CompiledPart> parts)
    {
        var at = 0;
        for (var type = 0; type < _space.Types.Count; type++)
        {
            for (var way = 0; way < CodeSpace.Ways; way++)
            {
                for (var payer = 0; payer < CodeSpace.Payers; payer++)
                {
                    for (var home = 0; home < _space.HomesOfClass.Length; home++)
                    {
                        for (var elsewhere = 0; elsewhere < _space.ListedWays; elsewhere++)
                            Cells[at++] = CellOf(parts, type, way, payer, home, elsewhere == 1);
                    }
                }
            }
        }
    }

    private PriceCell CellOf(List<CompiledPart> parts, int type, int way, int payer, int home, bool elsewhere)
    {
        var last = new PriceCell(0, payer == (int)ContactPayer.Region ? NoPrice : OtherPayer, 0);
        List<CompiledPart>? byGroup = null;
        foreach (var part in parts)
        {
            if (!part.HoldsFor(type, way, payer, home, elsewhere))
                continue;
            if (part.Part.By == PricedBy.Group)
                (byGroup ??= []).Add(part);
            else if (part.Ore[type] is { } ore)
            {
                last = new(ore, part.SlotOf(payer), 0);
                break;
            }
        }

        return byGroup is null ? last : new(last.Ore, last.Slot, TableOf(byGroup, payer));
    }

    /// <summary>A table by group of the first component that has a price for the group.</summary>
    private ushort TableOf(List<CompiledPart> parts, int payer)
    {
        var key = string.Join(' ', parts.Select(p => p.SlotOf(payer)));
        if (_tableOf.TryGetValue(key, out var table))
            return table;
        table = checked((ushort)(_groupCells.Count / Math.Max(1, _space.Groups.Count)));
        for (var group = 0; group < _space.Groups.Count; group++)
            _groupCells.Add(parts.Find(p => p.Ore[group] is not null) is { } first ? new(first.Ore[group]!.Value, first.SlotOf(payer), 0) : new(0, PriceCell.NoGroup, 0));
        return _tableOf[key] = table;
    }

    /// <summary>One component of contacts with its conditions as bits and its prices by code.</summary>
    private sealed class CompiledPart
    {
        private readonly bool[] _types, _homes;
        private readonly uint _ways, _payers;
        private readonly ushort[] _slots = new ushort[CodeSpace.Payers];

        public CompiledPart(CodeSpace space, int place, Decided<SetPaymentModel> model, ContactPart part, Decided<SetPriceList>? prices, List<SlotRule> slots)
        {
            Part = part;
            _types = [.. space.Types.Select(t => part.Types.Count == 0 || part.Types.Contains(t))];
            _homes = [.. space.HomesOfClass.Select((_, i) => space.HoldsFor(part, i))];
            _ways = part.Ways.Count == 0 ? uint.MaxValue : part.Ways.Aggregate(0u, (mask, way) => mask | (1u << (int)way));
            _payers = part.Payers.Count == 0 ? 1u << (int)CarePayer.Region : part.Payers.Aggregate(0u, (mask, payer) => mask | (1u << (int)payer));
            Ore = Amounts(space, part, prices);
            for (var payer = 0; payer < CodeSpace.Payers; payer++)
            {
                if ((_payers >> payer & 1) == 0)
                    continue;
                _slots[payer] = checked((ushort)(slots.Count | (part.Steps.Count > 0 ? PriceCell.Stepped : 0)));
                slots.Add(new(place, model, part, prices, (ContactPayer)payer, null));
            }
        }

        public ContactPart Part { get; }

        /// <summary>Öre by type or group; nothing where the list has no price.</summary>
        public int?[] Ore { get; }

        public ushort SlotOf(int payer) => _slots[payer];

        public bool HoldsFor(int type, int way, int payer, int home, bool elsewhere) =>
            _types[type] && (_ways >> way & 1) != 0 && (_payers >> payer & 1) != 0 && _homes[home]
            && (Part.Listed == ListedCondition.Either || Part.Listed == ListedCondition.Elsewhere == elsewhere);

        public static int?[] Amounts(CodeSpace space, ContactPart part, Decided<SetPriceList>? prices)
        {
            var byCode = new Dictionary<string, PriceEntry>(StringComparer.Ordinal);
            foreach (var entry in prices?.Act.Prices ?? [])
                byCode[entry.Code] = entry;
            return [.. (part.By == PricedBy.Group ? space.Groups : space.Types).Select(code => byCode.TryGetValue(code, out var entry) ? checked((int)entry.With(part.BasePrice).Ore) : (int?)null)];
        }
    }
}
