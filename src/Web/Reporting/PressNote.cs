using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Organisation;
using Styrkedja.Reports;
using Styrkedja.Rounds;

namespace Styrkedja.Web.Reporting;

/// <summary>A sentence that can be quoted as it stands, and the figures it says.</summary>
public sealed record PressSentence(IReadOnlyList<ReportRun> Runs)
{
    public string Plain => string.Concat(Runs.Select(run => run.Text));

    /// <summary>True when any of its figures is made up, wholly or in part.</summary>
    public bool Illustrative => Runs.Any(run => run.Figure?.Illustrative == true);

    /// <summary>What it says, each by the address at which it is explained.</summary>
    public IReadOnlyList<FigureAddress> Figures => [.. Runs.Select(run => run.Figure?.Address).OfType<FigureAddress>().Distinct()];
}

/// <summary>The figures of a report as sentences for those who write about it: whole sentences, units in words, nothing that needs another sentence to be understood.</summary>
internal sealed class PressNote(ReportGround ground, FollowUpRound round)
{
    public IReadOnlyList<PressSentence> Sentences()
    {
        if (!ground.View.HasOutcome(ground.Period))
            return [];
        return [.. Economy().Concat(Bodies()).Concat(Goals()).Concat(People()).OfType<PressSentence>()];
    }

    private (string, object) When => ("period", Words.DateWords.Of(ground.T, ground.Known));

    private (string, object) Month => ("month", Words.DateWords.Of(ground.T, ground.Known.To));

    private (string, object) Region => ("region", ground.T[ground.Reading.Archive.Name]);

    private IEnumerable<PressSentence?> Economy()
    {
        var summary = ground.View.FollowUp(ground.Period);
        var region = summary.Region;
        yield return Sentence(Way("short.press.result", region.Result.Money), ("amount", region.Result));
        yield return Sentence(Way("short.press.budget", region.Deviation.Money), ("amount", region.Deviation), ("budget", region.PeriodBudget));
        if (ground.Period.To.Number < 12)
            yield return Sentence(Way("short.press.forecast", region.Forecast.Money), ("amount", region.Forecast), ("budget", region.Budget));
        var before = new Period(ground.Known.From.Plus(-12), ground.Known.To.Plus(-12));
        if (ground.View.HasOutcome(before))
            yield return Sentence(Way("short.press.before", Of(Measure.Result, before).Money), ("amount", Of(Measure.Result, before)));
        yield return Sentence("short.press.revenue", ("amount", Of(Measure.Revenue)), ("cost", Of(Measure.Cost)));
        yield return Sentence("short.press.investments", ("amount", Of(Measure.NetInvestments)));
        yield return Sentence("short.press.equity", ("share", Of(Measure.EquityRatio)));
        yield return Sentence("short.press.tax", ("rate", Of(Measure.TaxRate, Period.Year(ground.Year))));
    }

    private IEnumerable<PressSentence?> Bodies()
    {
        var bodies = ground.View.EconomiesUnder(Subject.RegionId, ground.Period).Where(b => b.Deviation.IsKnown && b.Deviation.Money != Money.Zero).OrderBy(b => b.Deviation.Money).ToList();
        foreach (var body in bodies.Where(b => b.Deviation.Money < Money.Zero).Take(2).Concat(bodies.Where(b => b.Deviation.Money > Money.Zero).TakeLast(1)))
            yield return Sentence(Way("short.press.body", body.Deviation.Money), ground.T[body.Subject.Name], ("amount", body.Deviation));
    }

    private IEnumerable<PressSentence?> Goals()
    {
        var total = Of(Measure.GoalsTotal, ground.Period);
        if (BoardSummary.TellsOfGoals(round) && total.Value is FigureValue.Count { Items: > 0 })
        {
            yield return Sentence("short.press.goals", ("total", total), ("fulfilled", Of(Measure.GoalsFulfilled, ground.Period)), ("partly", Of(Measure.GoalsPartly, ground.Period)),
                ("not", Of(Measure.GoalsNotFulfilled, ground.Period)), ("unknown", Of(Measure.GoalsNotJudged, ground.Period)));
        }
    }

    private IEnumerable<PressSentence?> People()
    {
        yield return Sentence("short.press.employed", ("count", Of(Measure.Headcount, new(ground.Known.To, ground.Known.To))));
        yield return Sentence("short.press.sick", ("share", Of(Measure.SickLeave)));
        yield return Sentence("short.press.agency", ("count", Of(Measure.AgencyFullTimeEquivalents)));
    }

    private Figure Of(Measure measure, Period? period = null) => ground.View.Evaluate(new(measure, period ?? ground.Known, Subject.RegionId));

    private PressSentence? Sentence(string key, params (string Name, Figure Figure)[] figures) => Sentence(key, "", figures);

    /// <summary>The sentence; nothing when one of its figures is not known or is kept from the public.</summary>
    private PressSentence? Sentence(string key, string name, params (string Name, Figure Figure)[] figures) =>
        figures.Any(f => !f.Figure.IsKnown || ground.View.IsBelowPublic(f.Figure.Address)) ? null
        : new([.. ReportGround.Sentence(ground.T[key, When, Month, Region, ("name", name)], [.. figures.Select(f => (f.Name, ground.Run(f.Figure, Said(f.Figure))))])]);

    /// <summary>A value with its unit in words; amounts without sign, since the sentence says which way.</summary>
    private string Said(Figure figure) => figure.Value switch
    {
        FigureValue.Amount amount => ground.T["short.million", ("amount", AmountText.Of(new(Math.Abs(amount.Money.Ore)), AmountUnit.Million))],
        FigureValue.Number { Unit: "procent" } number => ground.T["short.per-cent", ("share", AmountText.Number(number.Value, 1))],
        FigureValue.Number { Unit: "full-time-equivalents" } number => AmountText.Number(number.Value, 0),
        _ => ground.Said(figure),
    };

    private static string Way(string key, Money money) => key + (money < Money.Zero ? "-minus" : money > Money.Zero ? "-plus" : "-even");
}
