namespace Styrkedja.Disclosure;

/// <summary>Whether a cell is shown.</summary>
internal enum CellState : byte
{
    Shown,
    Hidden,

    /// <summary>Shown, and nothing can be done about it: a zero that is told, or what an earlier release has told.</summary>
    Told,

    /// <summary>A change of nothing between two releases, of which a reader may guess as much.</summary>
    Unchanged,
}

/// <summary>The cells of all tables that a reader can lay beside each other: tables of one release share cells, and earlier releases are a dimension of their own.</summary>
/// <remarks>Along that dimension the release now made is the total, its parts are the release before and the change since; the changes are cells that nobody shows.</remarks>
internal sealed class CellNet
{
    /// <summary>Larger than anything told, small enough to be added up.</summary>
    public const long Unbounded = long.MaxValue / 8;

    private readonly List<long> _values = [];
    private readonly List<(int Table, int Cell)> _homes = [];

    public CellNet(IReadOnlyList<UnpublishedTable> tables, DisclosureParameters parameters, IReadOnlyList<Release> earlier)
    {
        (Sources, Parameters, Earlier) = (tables, parameters, earlier);
        var dimensions = tables.SelectMany(t => t.Dimensions).Distinct().ToList();
        dimensions.Add(Releases(earlier.Count));
        Dimensions = dimensions;
        Tables = [.. tables.Select(t => new NetTable([.. t.Dimensions.Select(d => dimensions.IndexOf(d)), dimensions.Count - 1], dimensions))];
        Lay();
        Values = [.. _values];
        (State, Least, Sensitive) = (new CellState[Values.Length], new long[Values.Length], new bool[Values.Length]);
        Mark();
    }

    public IReadOnlyList<TableDimension> Dimensions { get; }

    public IReadOnlyList<NetTable> Tables { get; }

    public IReadOnlyList<UnpublishedTable> Sources { get; }

    public IReadOnlyList<Release> Earlier { get; }

    public DisclosureParameters Parameters { get; }

    public long[] Values { get; }

    public CellState[] State { get; }

    /// <summary>The lowest that a reader knows a cell to be, without looking at others.</summary>
    public long[] Least { get; }

    /// <summary>Cells that must be protected: what is hidden now or was hidden earlier, and changes that would tell of someone.</summary>
    public bool[] Sensitive { get; }

    /// <summary>How far a cell can fall before a reader knows it to be wrong.</summary>
    public long RoomBelow(int cell) => Least[cell] == -Unbounded ? Unbounded : Values[cell] - Least[cell];

    /// <summary>What is lost when a cell is hidden: its size, once more for each dimension along which it is the total, since more readers look at totals.</summary>
    public long CostOf(int cell)
    {
        var (table, place) = (Tables[_homes[cell].Table], _homes[cell].Cell);
        var totals = Enumerable.Range(0, table.Own.Length - 1).Count(own => table.PlaceOf(place, own) == 0 && Dimensions[table.Own[own]].Codes.Count > 1);
        return Math.Max(1, Math.Abs(Values[cell])) * (1 + totals);
    }

    /// <summary>How far apart the lowest and highest possible values of a cell must lie.</summary>
    public long RequiredWidth(int cell) => Sources[_homes[cell].Table].OfMoney
        ? Math.Max(1, (long)Int128.Min(Unbounded - 1, (((Int128)Math.Abs(Values[cell]) * Parameters.ProtectionPercent) + 99) / 100))
        : Parameters.ProtectionWidth;

    /// <summary>A table that holds a cell, and where in it.</summary>
    public (int Table, int Cell) HomeOf(int cell) => _homes[cell];

    /// <summary>The place along the dimension of releases: 0 is the release now made, odd places are earlier ones, even ones the changes after them.</summary>
    public int ReleaseOf(int cell) => Tables[_homes[cell].Table].PlaceOf(_homes[cell].Cell, Tables[_homes[cell].Table].Own.Length - 1);

    /// <summary>Hides a cell of the release now made, when it holds anything.</summary>
    public void HideNow(int table, int cell)
    {
        var id = Tables[table].Ids[cell * Dimensions[^1].Codes.Count];
        if (State[id] == CellState.Shown)
            (State[id], Sensitive[id]) = (CellState.Hidden, true);
    }

    /// <summary>True for a cell of the release now made that any earlier release hid.</summary>
    public bool WasHidden(int cell)
    {
        var (table, place) = _homes[cell];
        return ReleaseOf(cell) == 0 && Enumerable.Range(0, Earlier.Count).Any(back => State[Tables[table].Ids[place + 1 + (2 * back)]] == CellState.Hidden);
    }

    /// <summary>What the cells of the release now made come to when they are shown, table by table.</summary>
    public IReadOnlyList<PublishedTable> Published() =>
    [
        .. Sources.Select((source, t) => new PublishedTable(source.Dimensions, source.OfMoney, false,
        [
            .. Enumerable.Range(0, source.Size).Select(cell => Tables[t].Ids[cell * Dimensions[^1].Codes.Count]).Select(id => State[id] == CellState.Hidden ? (long?)null : Values[id]),
        ])),
    ];

    private static TableDimension Releases(int earlier) => TableDimension.Of("", "now", Enumerable.Range(0, earlier)
        .Select(back => earlier - back)
        .SelectMany(number => new[] { ($"{number}", number == earlier ? null : $"{number + 1}"), ($"+{number}", number == earlier ? null : $"{number + 1}") }));

    /// <summary>Gives every cell a number; tables that hold the same cell hold the same number.</summary>
    private void Lay()
    {
        var numbers = new Dictionary<Int128, int>();
        var releases = Dimensions[^1].Codes.Count;
        for (var t = 0; t < Tables.Count; t++)
        {
            var (table, source) = (Tables[t], Sources[t]);
            for (var place = 0; place < table.Ids.Length; place++)
            {
                var value = ValueOf(t, place / releases, place % releases);
                ref var id = ref table.Ids[place];
                if (Tables.Count == 1)
                {
                    id = _values.Count;
                }
                else
                {
                    var key = table.KeyOf(place);
                    if (numbers.TryGetValue(key, out id))
                    {
                        if (_values[id] != value || Sources[_homes[id].Table].OfMoney != source.OfMoney)
                            throw new ArgumentException("Two tables tell different values of the same cell.");
                        continue;
                    }

                    numbers[key] = id = _values.Count;
                }

                _values.Add(value);
                _homes.Add((t, place));
            }
        }
    }

    private long ValueOf(int table, int cell, int release) => release == 0 ? Sources[table].Values[cell]
        : release % 2 == 1 ? FactsOf(table, release).Values[cell]
        : After(table, release).Values[cell] - FactsOf(table, release - 1).Values[cell];

    private UnpublishedTable FactsOf(int table, int release) => Earlier[Earlier.Count - 1 - (release / 2)].Facts[table];

    /// <summary>The table as it became by a change.</summary>
    private UnpublishedTable After(int table, int change) => change == 2 ? Sources[table] : FactsOf(table, change - 3);

    private void Mark()
    {
        var releases = Dimensions[^1].Codes.Count;
        for (var t = 0; t < Tables.Count; t++)
        {
            var (table, source) = (Tables[t], Sources[t]);
            var primary = PrimarySuppression.Of(source, Parameters);
            var signed = source.Values.ContainsAnyInRange(long.MinValue, -1) || Enumerable.Range(0, Earlier.Count).Any(e => Earlier[e].Facts[t].Values.ContainsAnyInRange(long.MinValue, -1));
            for (var place = 0; place < table.Ids.Length; place++)
            {
                var (cell, release, id) = (place / releases, place % releases, table.Ids[place]);
                if (release == 0)
                    MarkNow(id, primary[cell], signed);
                else if (release % 2 == 1)
                    MarkEarlier(id, Earlier[Earlier.Count - 1 - (release / 2)].Shown[t].Shown[cell] is null, signed);
                else
                    MarkChange(id, Earlier[Earlier.Count - (release / 2)].Change, PrimarySuppression.OfChange(FactsOf(t, release - 1), After(t, release), cell, Parameters));
            }
        }
    }

    private void MarkNow(int id, bool primary, bool signed)
    {
        Least[id] = signed ? -Unbounded : Parameters.ZerosShown ? 1 : 0;
        if (primary)
            (State[id], Sensitive[id]) = (CellState.Hidden, true);
        else if (State[id] != CellState.Hidden && Values[id] == 0 && Parameters.ZerosShown)
            State[id] = CellState.Told;
    }

    private void MarkEarlier(int id, bool hidden, bool signed)
    {
        Least[id] = signed ? -Unbounded : Values[id] > 0 ? Math.Min(1, Values[id]) : 0;
        if (hidden)
            (State[id], Sensitive[id]) = (CellState.Hidden, true);
        else if (State[id] != CellState.Hidden)
            State[id] = CellState.Told;
    }

    private void MarkChange(int id, ReleaseChange change, bool tells)
    {
        Least[id] = change == ReleaseChange.Grows ? 0 : -Unbounded;
        if (change == ReleaseChange.Grows && Values[id] < 0)
            throw new ArgumentException("A release that grows holds less than the one before.");
        State[id] = change == ReleaseChange.Corrects && Values[id] == 0 ? CellState.Unchanged : CellState.Hidden;
        Sensitive[id] |= tells;
    }
}

/// <summary>One table of a net: which dimensions it has, and the number of each of its cells.</summary>
internal sealed class NetTable
{
    private readonly Int128[] _weights;

    public NetTable(int[] own, IReadOnlyList<TableDimension> dimensions)
    {
        (Own, Widths) = (own, [.. own.Select(d => dimensions[d].Codes.Count)]);
        Steps = UnpublishedTable.StepsOf([.. own.Select(d => dimensions[d])]);
        Ids = new int[Widths.Aggregate(1, (size, width) => checked(size * width))];
        var weights = new Int128[dimensions.Count];
        for (var (d, weight) = (0, (Int128)1); d < dimensions.Count; weight *= dimensions[d].Codes.Count, d++)
            weights[d] = weight;
        _weights = [.. own.Select(d => weights[d])];
    }

    /// <summary>Places in the net's dimensions, the last always that of releases.</summary>
    public int[] Own { get; }

    public int[] Steps { get; }

    public int[] Ids { get; }

    private int[] Widths { get; }

    /// <summary>The place of a cell along one of the table's own dimensions.</summary>
    public int PlaceOf(int cell, int own) => cell / Steps[own] % Widths[own];

    /// <summary>The same for every table that holds the cell: along dimensions that a table lacks it lies at the total, place 0.</summary>
    public Int128 KeyOf(int cell)
    {
        Int128 key = 0;
        for (var d = 0; d < Own.Length; d++)
            key += _weights[d] * PlaceOf(cell, d);
        return key;
    }
}
