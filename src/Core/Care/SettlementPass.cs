namespace Styrkedja.Care;

/// <summary>What has been summed in one slot.</summary>
internal struct SlotSum
{
    public long Ore;
    public long Fees;
    public long Count;
}

/// <summary>What was settled for each contact of a run of rows: the amount in öre and the id of the rule.</summary>
internal sealed class KeptRun(int count)
{
    public readonly int[] Ore = GC.AllocateUninitializedArray<int>(count);
    public readonly ushort[] Rule = GC.AllocateUninitializedArray<ushort>(count);
}

/// <summary>One pass over contacts: each row's codes are looked up in the tables and its amount summed.</summary>
/// <remarks>
/// Rows are taken in runs, by as many at a time as there are processors; sums are whole numbers, so the order of rows and runs never matters.
/// A price is below 2^31 öre and there are fewer than 2^31 contacts, so no sum can pass 2^62: the additions need no checking.
/// </remarks>
internal sealed class SettlementPass(SettlementTables tables, CareContacts contacts, ListedWith? listed)
{
    public const int RunLength = 1 << 16;

    public SlotSum[] Sums { get; private set; } = [];

    /// <summary>Rows whose price depends on how many came before.</summary>
    public List<int> Stepped { get; } = [];

    public static int RunsOf(CareContacts contacts) => (contacts.Count + RunLength - 1) / RunLength;

    /// <summary>Settles every row, or only those of some providers.</summary>
    /// <param name="kept">A place for each run, filled in when it is given; runs that are not asked for keep what they have.</param>
    /// <param name="runs">The runs to go through; nothing for all.</param>
    /// <param name="providers">The providers to settle; nothing for all.</param>
    public void Run(KeptRun?[]? kept, int[]? runs = null, bool[]? providers = null)
    {
        var count = runs?.Length ?? RunsOf(contacts);
        var workers = Math.Max(1, Math.Min(Environment.ProcessorCount, count));
        var (next, sums, stepped) = (-1, new SlotSum[workers][], new List<int>[workers]);
        Parallel.For(0, workers, worker =>
        {
            var (mine, rows) = (new SlotSum[tables.SumCount], new List<int>());
            for (var at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
            {
                var run = runs?[at] ?? at;
                var (from, to) = (run * RunLength, Math.Min(contacts.Count, (run + 1) * RunLength));
                KeptRun? into = null;
                if (kept is not null)
                {
                    into = new(to - from);
                    if (providers is not null)
                    {
                        kept[run]!.Ore.CopyTo(into.Ore, 0);
                        kept[run]!.Rule.CopyTo(into.Rule, 0);
                    }

                    kept[run] = into;
                }

                Settle(from, to, into, mine, rows, providers);
            }

            (sums[worker], stepped[worker]) = (mine, rows);
        });
        Sums = sums[0];
        foreach (var other in sums.AsSpan(1))
        {
            for (var i = 0; i < Sums.Length; i++)
            {
                Sums[i].Ore += other[i].Ore;
                Sums[i].Fees += other[i].Fees;
                Sums[i].Count += other[i].Count;
            }
        }

        Stepped.AddRange(stepped.SelectMany(rows => rows));
    }

    /// <summary>The cell of one contact within the months.</summary>
    public (ProviderPlan Plan, PriceCell Cell) Find(int row)
    {
        var plan = tables.Plans[(tables.StretchOf[contacts.Day[row] - tables.FirstDay] * tables.Providers.Count) + contacts.Provider[row]];
        var code = (((contacts.Type[row] * CodeSpace.Ways) + (int)contacts.Way[row]) * CodeSpace.Payers) + (int)contacts.Payer[row];
        code = (code * tables.Space.HomesOfClass.Length) + tables.Space.HomeClass[contacts.Home[row]];
        var elsewhere = listed is not null && !listed.Is(contacts.Person[row], contacts.Day[row], contacts.Provider[row]);
        var cell = tables.Cells[plan.Cells + (code * 2) + (elsewhere ? 1 : 0)];
        var byGroup = cell.Table == 0 ? cell : tables.GroupCells[plan.GroupCells + (cell.Table * tables.Space.Groups.Count) + contacts.Group[row]];
        return (plan, byGroup.Slot == PriceCell.NoGroup ? cell : byGroup);
    }

    /// <summary>The sums that a contact within the months belongs to.</summary>
    public SumBlock BlockOf(int row) => tables.BlockOf(contacts.Day[row], contacts.Provider[row]);

    private void Settle(int from, int to, KeptRun? kept, SlotSum[] sums, List<int> stepped, bool[]? providers)
    {
        var count = to - from;
        var day = contacts.Day.AsSpan(from, count);
        var provider = contacts.Provider.AsSpan(from, count);
        var type = contacts.Type.AsSpan(from, count);
        var group = contacts.Group.AsSpan(from, count);
        var way = contacts.Way.AsSpan(from, count);
        var payer = contacts.Payer.AsSpan(from, count);
        var fee = contacts.Fee.AsSpan(from, count);
        var home = contacts.Home.AsSpan(from, count);
        var stretchOf = tables.StretchOf.AsSpan();
        var plans = tables.Plans.AsSpan();
        var cells = tables.Cells.AsSpan();
        var groupCells = tables.GroupCells.AsSpan();
        var (firstDay, providerCount, groupCount) = (tables.FirstDay, tables.Providers.Count, tables.Space.Groups.Count);
        var homeClass = tables.Space.HomeClass.AsSpan();
        var homes = tables.Space.HomesOfClass.Length;
        var ore = kept is null ? [] : kept.Ore.AsSpan();
        var rule = kept is null ? [] : kept.Rule.AsSpan();
        unchecked
        {
            for (var i = 0; i < count; i++)
            {
                if (providers is not null && !providers[provider[i]])
                    continue;
                var at = day[i] - firstDay;
                if ((uint)at >= (uint)stretchOf.Length)
                {
                    if (kept is not null)
                        (ore[i], rule[i]) = (0, 0);
                    continue;
                }

                var plan = plans[(stretchOf[at] * providerCount) + provider[i]];
                var code = (((type[i] * CodeSpace.Ways) + (int)way[i]) * CodeSpace.Payers) + (int)payer[i];
                if (homes > 1)
                    code = (code * homes) + homeClass[home[i]];
                code *= 2;
                if (listed is not null && !listed.Is(contacts.Person[from + i], day[i], provider[i]))
                    code++;
                var cell = cells[plan.Cells + code];
                if (cell.Table != 0 && groupCells[plan.GroupCells + (cell.Table * groupCount) + group[i]] is { Slot: not PriceCell.NoGroup } byGroup)
                    cell = byGroup;
                int slot = cell.Slot;
                if ((slot & PriceCell.Stepped) != 0)
                {
                    slot &= ~PriceCell.Stepped;
                    stepped.Add(from + i);
                }

                ref var sum = ref sums[plan.Sums + slot];
                sum.Ore += cell.Ore;
                sum.Fees += fee[i];
                sum.Count++;
                if (kept is not null)
                    (ore[i], rule[i]) = (cell.Ore, (ushort)(plan.FirstRule + slot));
            }
        }
    }
}
