using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Region;

namespace Styrkedja.FollowUp;

/// <summary>A small region written as text, one thing a line, so that a controller can read and reckon it.</summary>
/// <remarks>
/// Signs are those of the design: ledger rows have debit positive, budgets have revenue positive, frames are positive amounts given.
/// <code>
/// DN-A / A1 / cc 100                                              a committee, its unit, its cost centre
/// RS / part RS-FIN / cc 900                                       a part of a body's budget
/// company HT owned 40 / cc 800                                    a company, owned wholly when nothing is said
/// counterparty 71 is DN-B                                         the ledger's code for another of the region's own
/// counterparty 99 is outside
/// 2017-01 cc 100 account 3010 counterparty 71 activity 7 -500 kr  a row of the ledger
/// budget 2017 A1 group sales counterparty DN-B 6000 kr            a row of a budget
/// frame 2017 from REGION to DN-A 100 kr
/// add 2017 from REGION to DN-A 10 kr                              an addition during the year
/// move 2017 giver RS from DN-A to DN-B 5 kr                       a reallocation within what the giver gave
/// forecast 2017-08 DN-A -50 kr
/// explained 2017-08 DN-A price -30 kr                             one part of a deviation; several of one month are said together
/// measure M1 of A1 2017 15 kr                                    what is decided about A1's deviation, and what it is to give in the year
/// stopped M1
/// told 2017-08 DN-A M1 effect 4 kr                                what DN-A says that it has given so far; or forecast 10 kr, in the year
/// financier RS
/// provider P1 private counterparty 99
/// protects suppliers suppression                                  how published tables of one kind are protected
/// batch B2 supersedes B1                                          the rows that follow lie in a batch of their own
/// group fees OperatingRevenue 3000 3999                           a chart of one's own, when any group is named
/// </code>
/// Otherwise the chart is: 30 sales, 31 grants, 40 care, 50 staff, 79 depreciation, 80 taxes, 81 state grants, 83 financial income,
/// 85 financial costs, 10 to 29 the balance sheet; any other account has no place in it.
/// </remarks>
internal sealed class ReadableRegion
{
    public static readonly AdoptChart Chart = new(
        "K",
        [
            Group("sales", StatementLine.OperatingRevenue, "3000", "3099"),
            Group("grants", StatementLine.OperatingRevenue, "3100", "3199"),
            Group("care", StatementLine.OperatingCosts, "4000", "4999"),
            Group("staff", StatementLine.OperatingCosts, "5000", "5999"),
            Group("depreciation", StatementLine.Depreciation, "7900", "7999"),
            Group("taxes", StatementLine.TaxRevenue, "8000", "8099"),
            Group("state-grants", StatementLine.GeneralGrantsAndEqualisation, "8100", "8199"),
            Group("financial-income", StatementLine.FinancialIncome, "8300", "8399"),
            Group("financial-costs", StatementLine.FinancialCosts, "8500", "8599"),
            Group("balance", StatementLine.BalanceSheet, "1000", "2999"),
        ],
        [],
        Validity.Always);

    private static readonly DateTimeOffset s_recorded = new(2017, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<Act> _acts = [];
    private readonly List<AccountGroupEntry> _groups = [];
    private readonly HashSet<string> _established = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Year, string Subject), List<BudgetRow>> _budget = [];
    private readonly List<CounterpartyEntry> _counterparties = [];
    private readonly List<Assessment> _assessments = [];
    private readonly List<(string Id, string[] Supersedes, bool Illustrative, List<Row> Rows)> _batches = [];

    private ReadableRegion()
    {
    }

    /// <summary>One row of the ledger, debit positive.</summary>
    public sealed record Row(Month Month, string CostCentre, string Account, string Counterparty, string Activity, long Ore);

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public IReadOnlyList<LeafCells> Cells { get; private set; } = [];

    public static ReadableRegion Of(string text, params Act[] more)
    {
        var region = new ReadableRegion();
        foreach (var line in text.Split('\n').Select(l => l.Split('#')[0].Trim()).Where(l => l.Length > 0))
            region.Read(line);
        region._acts.AddRange(more);
        region.Close();
        return region;
    }

    /// <summary>The region's figures on the last day of a year, everything known.</summary>
    public FollowUpView View(int year = 2017) => new(State(year), Cells);

    public RegionState State(int year = 2017) => RegionState.Fold(Entries, new(new(year, 12, 31), long.MaxValue), new("Regionen", "The region"));

    private void Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "counterparty":
                _counterparties.Add(new(words[1], new(words[3]), words[3] == "outside" ? CounterpartyKind.PrivateCompany : CounterpartyKind.Internal, words[3] == "outside" ? null : words[3]));
                break;
            case "budget":
                ReadBudget(words);
                break;
            case "frame":
                _acts.Add(new SetFrame(int.Parse(words[1]), Named(words, "from")!, Named(words, "to")!, FrameKind.Grant, Amount(words), Named(words, "purpose")));
                break;
            case "add":
                _acts.Add(new GrantAdditional(int.Parse(words[1]), Named(words, "from")!, Named(words, "to")!, FrameKind.Grant, Amount(words), Named(words, "purpose"), []));
                break;
            case "move":
                _acts.Add(new Reallocate(int.Parse(words[1]), Named(words, "giver")!, Named(words, "from")!, Named(words, "to")!, FrameKind.Grant, Amount(words), Named(words, "purpose")));
                break;
            case "forecast":
                Assert.True(Period.TryParse(words[1], out var until), line);
                _assessments.Add(new($"F{_assessments.Count + 1}", words[2], words[2], until, until.To.LastDay, null, Amount(words), null, null, false));
                break;
            case "explained":
                Explain(words);
                break;
            case "measure":
                _acts.Add(new DecideMeasure(words[1], Named(words, "of")!, Named(words, "of")!, new(words[1]), null, null, null, [new(int.Parse(words[4]), Amount(words))], new(new(2017, 2, 1), new(2017, 10, 31))));
                break;
            case "stopped":
                _acts.Add(new EndMeasure(words[1], MeasureEnding.Stopped, null));
                break;
            case "told":
                Tell(words);
                break;
            case "financier":
                _acts.Add(new NameCareFinancier(words[1]));
                break;
            case "provider":
                _acts.Add(new AuthoriseProvider(words[1], new(words[1]), Enum.Parse<Regime>(words[2].Replace("-", ""), ignoreCase: true), Named(words, "counterparty")!, Named(words, "subject"), null, Validity.Always));
                break;
            case "protects":
                _acts.Add(new SetDisclosureParameters(Enum.Parse<DataSet>(words[1], ignoreCase: true), null, null, null, null, null, null, null, Enum.Parse<DisclosureMethod>(words[2], ignoreCase: true)));
                break;
            case "group":
                _groups.Add(Group(words[1], Enum.Parse<StatementLine>(words[2]), words[3], words[4]));
                break;
            case "batch":
                _batches.Add((words[1], words.Contains("supersedes") ? [Named(words, "supersedes")!] : [], words.Contains("illustrative"), []));
                break;
            default:
                if (Month.TryParse(words[0], out var month))
                    ReadRow(month, words);
                else
                    ReadPath(line);
                break;
        }
    }

    private void ReadPath(string line)
    {
        var above = Subject.RegionId;
        foreach (var step in line.Split('/', StringSplitOptions.TrimEntries))
        {
            var words = step.Split(' ');
            var id = words[0] == "company" ? words[1] : words[^1];
            if (_established.Add(id))
            {
                _acts.Add(words[0] switch
                {
                    "cc" => new OpenCostCentres(above, [new(id, id)], Validity.Always),
                    "company" => new EstablishCompany(id, new(id), int.Parse(Named(words, "owned") ?? "100"), null, Validity.Always),
                    "part" => new EstablishUnit(id, new(id), above, true, Validity.Always),
                    _ when above == Subject.RegionId => new EstablishBody(id, id == "RS" ? BodyKind.RegionalExecutiveBoard : BodyKind.OperatingCommittee, new(id), above, null, null, null, Validity.Always),
                    _ => new EstablishUnit(id, new(id), above, false, Validity.Always),
                });
            }

            above = id;
        }
    }

    private void Explain(string[] words)
    {
        Assert.True(Period.TryParse(words[1], out var until), words[1]);
        var part = new ExplainedDeviation(Enum.Parse<DeviationCause>(words[3].Replace("-", ""), ignoreCase: true), Amount(words), Named(words, "group"), null);
        var said = _assessments.FindIndex(a => a.Subject == words[2] && a.Period == until && a.Explained.Count > 0);
        if (said >= 0)
            _assessments[said] = _assessments[said] with { Explained = [.. _assessments[said].Explained, part] };
        else
            _assessments.Add(new($"F{_assessments.Count + 1}", words[2], words[2], until, until.To.LastDay, null, null, null, null, false) { Explained = [part] });
    }

    private void Tell(string[] words)
    {
        Assert.True(Period.TryParse(words[1], out var until), words[1]);
        var report = new MeasureReport(words[3], words[4] == "effect" ? Amount(words) : null, words[4] == "forecast" ? Amount(words) : null, null);
        _assessments.Add(new($"F{_assessments.Count + 1}", words[2], words[2], until, until.To.LastDay, null, null, null, null, false) { Measures = [report] });
    }

    private void ReadRow(Month month, string[] words)
    {
        if (_batches.Count == 0)
            _batches.Add(("B1", [], false, []));
        _batches[^1].Rows.Add(new(month, Named(words, "cc") ?? "", Named(words, "account")!, Named(words, "counterparty") ?? "", Named(words, "activity") ?? "", Amount(words).Ore));
    }

    private void ReadBudget(string[] words)
    {
        var key = (int.Parse(words[1]), words[2]);
        if (!_budget.TryGetValue(key, out var rows))
            _budget[key] = rows = [];
        rows.Add(new(Named(words, "group")!, Amount(words), Named(words, "counterparty"), Named(words, "profile"), null));
    }

    private void Close()
    {
        _acts.Add(_groups.Count > 0 ? Chart with { Groups = _groups } : Chart);
        if (_counterparties.Count > 0)
            _acts.Add(new AdoptCounterparties(_counterparties));
        foreach (var ((year, subject), rows) in _budget)
            _acts.Add(new SetBudget(year, subject, rows));
        var entries = new List<Entry>
        {
            new DecisionEntry(1, s_recorded, new("ALLT", "RF", UncertainDate.On(new(2014, 12, 31)), null, null, new("Allt"), null, null, false, null, _acts), Verdict.Within),
        };
        var codes = new LedgerCodes();
        var cells = new List<LeafCells>();
        foreach (var (id, supersedes, illustrative, rows) in _batches)
        {
            var batch = Batch(id, supersedes, illustrative, rows);
            entries.Add(new FactEntry(entries.Count + 1, s_recorded, batch, []));
            cells.Add(CellsOf(batch, rows, codes));
        }

        foreach (var assessment in _assessments)
            entries.Add(new AssessmentEntry(entries.Count + 1, s_recorded, assessment));
        (Entries, Cells) = (entries, cells);
    }

    public static FactBatch Batch(string id, IReadOnlyList<string> supersedes, bool illustrative, IReadOnlyList<Row> rows) => new(
        id, FactKind.Ledger, id, 0, "text", null, null,
        rows.Count == 0 ? Period.Year(2017) : new(rows.Min(r => r.Month), rows.Max(r => r.Month)), [], id, null, rows.Count, rows.Count,
        Money.Sum(rows.Where(r => r.Ore > 0).Select(r => new Money(r.Ore))), Money.Sum(rows.Where(r => r.Ore < 0).Select(r => new Money(r.Ore))), supersedes, illustrative);

    public static LeafCells CellsOf(FactBatch batch, IReadOnlyList<Row> rows, LedgerCodes codes) => new(
        codes,
        batch,
        [.. rows.Select(r => codes.CostCentres.NumberOf(r.CostCentre))],
        [.. rows.Select(r => codes.Accounts.NumberOf(r.Account))],
        [.. rows.Select(r => codes.Counterparties.NumberOf(r.Counterparty))],
        [.. rows.Select(r => codes.Activities.NumberOf(r.Activity))],
        [.. rows.Select(r => r.Month.Index)],
        [.. rows.Select(r => r.Ore)]);

    private static AccountGroupEntry Group(string id, StatementLine line, string from, string to) => new(id, new(id), line, [new(from, to)]);

    private static string? Named(string[] words, string name) => Array.IndexOf(words, name) is var at and >= 0 ? words[at + 1] : null;

    private static Money Amount(string[] words)
    {
        Assert.Equal("kr", words[^1]);
        return new((long)(decimal.Parse(words[^2].Replace(',', '.'), CultureInfo.InvariantCulture) * 100));
    }
}
