using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Texts;
using Styrkedja.Calendar;
using Styrkedja.Cases;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Web.Gate;

namespace Styrkedja.Web.Readers;

/// <summary>One reader's question: in which language and unit, about which period, and from which moment the answer is seen.</summary>
/// <remarks>What the reader chose follows along in every link; what was not chosen is left out of addresses, so that they stay short.</remarks>
public sealed class Reading
{
    private readonly long? _knownAt;
    private readonly Dictionary<Period, FollowUpView> _views = [];
    private readonly Visitor? _visitor;
    private int? _residents;

    /// <param name="visitor">Who reads; absent for what is written for all, such as a report.</param>
    public Reading(RegionArchive archive, ReadingChoice choice, Visitor? visitor = null)
    {
        _visitor = visitor;
        Archive = archive;
        Choice = choice;
        T = Texts.In(choice.Language);
        Head = archive.Head().Position;
        _knownAt = choice.KnownAt is { } day ? archive.PositionAt(day) : choice.KnownPosition;
        Period = choice.Period ?? Period.Year(LastFullYear());
    }

    public RegionArchive Archive { get; }

    public ReadingChoice Choice { get; }

    public Texts T { get; }

    /// <summary>The last position of the journal when the reader asked.</summary>
    public long Head { get; }

    /// <summary>The period asked about; the last year with a full set of outcome when the reader named none.</summary>
    public Period Period { get; }

    public int Year => Period.From.Year;

    public string Language => T.Language;

    public AmountUnit Unit => Choice.Unit == AmountUnit.PerResident && Residents == 0 ? AmountUnit.Million : Choice.Unit;

    /// <summary>True when the reader has chosen no other moment than now.</summary>
    public bool AtNow => Choice.AsOf is null && _knownAt is null;

    public Viewpoint At => AtEndOf(Period);

    /// <summary>The region's figures in the period asked about.</summary>
    public FollowUpView View => ViewOf(Period);

    public RegionState State => View.State;

    /// <summary>The region on the day the reader asks about, today when none was named, and no day that has not come: what is late is late by today.</summary>
    public RegionState SoFar => Choice.AsOf is null && (Choice.Period is null || At.AsOf > Choice.Today) ? Archive.StateAt(At with { AsOf = Choice.Today }) : State;

    /// <summary>Residents at the end of the year, for amounts per resident; zero when no one has told.</summary>
    public int Residents
    {
        get
        {
            _residents ??= Enumerable.Range(0, 12)
                .Select(back => View.Evaluate(new(Measure.Population, new(Month.FromIndex(new Month(Year, 12).Index - back), Month.FromIndex(new Month(Year, 12).Index - back)), Subject.RegionId)).Value)
                .OfType<FigureValue.Number>().Select(n => (int)n.Value).FirstOrDefault();
            return _residents.Value;
        }
    }

    /// <summary>The figures as seen for another period, from the moment the reader has chosen.</summary>
    public FollowUpView ViewOf(Period period)
    {
        if (!_views.TryGetValue(period, out var view))
            _views[period] = view = Archive.ViewAt(AtEndOf(period));
        return view;
    }

    // The journal's end is asked for once, so that all of a page is seen from one moment.
    private Viewpoint AtEndOf(Period period) => new(Choice.AsOf ?? period.To.LastDay, Math.Min(_knownAt ?? Head, Head));

    /// <summary>The years that there is outcome or a budgeted result for, the earliest first.</summary>
    public IReadOnlyList<int> Years() =>
    [
        .. State.LiveBatches.Where(b => b.Batch.Kind == FactKind.Ledger).SelectMany(b => b.Batch.Period.EachMonth().Select(m => m.Year))
            .Concat(State.Frames.ResultBudgets.Keys.Where(k => k.Subject == Subject.RegionId).Select(k => k.Year))
            .Append(Year).Distinct().Order(),
    ];

    /// <summary>An address that keeps what the reader has chosen, with further choices or, by an empty value, without one.</summary>
    public string Href(string path, params (string Name, string? Value)[] more)
    {
        var chosen = new List<(string Name, string? Value)>
        {
            ("asOf", Choice.AsOf is { } day ? Iso(day) : null),
            ("knownAt", Choice.KnownAt is { } known ? Iso(known) : Choice.KnownPosition?.ToString(CultureInfo.InvariantCulture)),
            ("unit", Choice.Unit == AmountUnit.Million ? null : UnitWord(Choice.Unit)),
            ("lang", Choice.LanguageAsked),
        };
        foreach (var (name, value) in more)
        {
            chosen.RemoveAll(c => c.Name == name);
            chosen.Add((name, value));
        }

        var query = string.Join('&', chosen.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => $"{c.Name}={Uri.EscapeDataString(c.Value!)}"));
        var fragment = path.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? path[hash..] : "";
        return query.Length == 0 ? path : path[..^fragment.Length] + "?" + query + fragment;
    }

    /// <summary>The paragraph by which a case is kept from this reader; nothing when it is public, or when the reader has the right to see what is secret at one of the bodies it has been with.</summary>
    public string? KeptBy(CaseEntry entry) => entry.Secrecy is { } paragraph && !MaySeeSecretOf(entry) ? paragraph : null;

    /// <summary>The same by the case's id; nothing for cases that are not known.</summary>
    public string? KeptBy(string? id) => id is not null && State.Cases.Find(id) is { } entry ? KeptBy(entry) : null;

    /// <summary>True for a reader who may see what is secret in a case.</summary>
    public bool MaySeeSecretOf(CaseEntry entry) => _visitor is { IsSignedIn: true } visitor && entry.Bodies.Any(body => visitor.May(Right.SeeSecret, body).Allowed);

    /// <summary>A case's title, or the paragraph that keeps it from this reader.</summary>
    public string TitleOf(CaseEntry entry) => KeptBy(entry) is { } paragraph ? T["matter.secret", ("paragraph", paragraph)] : T[entry.Opened.Act.Title];

    /// <summary>A decision's title; where it was taken in a case that is kept from this reader, the paragraph that keeps it.</summary>
    public string TitleOf(Decision decision) => KeptBy(decision.Minute?.Case) is { } paragraph ? T["matter.secret", ("paragraph", paragraph)] : T[decision.Title];

    /// <summary>The address at which a figure is explained.</summary>
    public string Href(FigureAddress address, params (string Name, string? Value)[] more) =>
        Href("/figure/" + string.Join('/', address.ToString().Split('/').Select(Escaped)), more);

    /// <summary>The page of someone or something that figures are about.</summary>
    public string HrefOf(Subject subject) => Href("/organisation/" + Uri.EscapeDataString(subject.Id));

    public static string UnitWord(AmountUnit unit) => unit switch
    {
        AmountUnit.Thousand => "tkr",
        AmountUnit.Krona => "kr",
        AmountUnit.PerResident => "per-resident",
        _ => "mnkr",
    };

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Escaped(string part) => Uri.EscapeDataString(part).Replace("%3D", "=", StringComparison.Ordinal);

    private int LastFullYear()
    {
        var months = Archive.FactEntries().Where(f => f.Batch.Kind == FactKind.Ledger && !(f.Position > _knownAt))
            .Select(f => f.Batch.Period.To).ToList();
        var full = months.Where(m => m.Number == 12).Select(m => m.Year).DefaultIfEmpty(0).Max();
        if (full > 0)
            return full;
        var budgeted = Archive.StateAt(new(DateOnly.MaxValue, _knownAt ?? Head)).Frames.ResultBudgets.Keys.Select(k => k.Year).DefaultIfEmpty(0).Max();
        return months.Select(m => m.Year).Append(budgeted).Max() is var year and > 0 ? year : Choice.Today.Year;
    }
}
