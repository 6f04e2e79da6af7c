using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;

namespace Styrkedja.Region;

/// <summary>One value as a partner has signed it, with what has been said of it since.</summary>
/// <param name="Signer">Who signed it, and when; kept as it was, also when the partner or the office is gone.</param>
/// <param name="Stands">False when the same partner has told the same value anew after it; both are kept.</param>
/// <param name="Said">Comments and answers, the earliest first.</param>
public sealed record SignedValue(AdoptIndicator Indicator, KnownIndicatorValue Told, KnownBatch Batch, ValueSigner Signer, bool Stands, IReadOnlyList<AssessmentEntry> Said)
{
    public IndicatorKey Key => Told.Value.Key;

    /// <summary>The last comment that the partner has not answered; nothing when there is none.</summary>
    public AssessmentEntry? Unanswered => Said.LastOrDefault(s => s.Assessment.OfValue is { IsAnswer: false } && Said.All(a => a.Assessment.OfValue!.Answers != s.Assessment.Id));

    /// <summary>Every signed value that is known, by indicator, partner and period, the latest telling of each first.</summary>
    public static IReadOnlyList<SignedValue> AllIn(RegionState state)
    {
        var indicators = state.Goals.Indicators.Where(i => SignedValues.IsSigned(i.Act)).ToDictionary(i => SignedValues.CodeOf(i.Act), i => i.Act, StringComparer.Ordinal);
        if (indicators.Count == 0)
            return [];
        var batches = state.LiveBatches.Where(b => b.Batch.Signed is not null).ToDictionary(b => b.Position);
        var said = state.Assessments.Where(a => a.Assessment.OfValue is not null).ToLookup(a => (a.Assessment.Subject, a.Assessment.OfValue!.Place, a.Assessment.Period));
        return
        [
            .. from series in state.Indicators.AllSeries
               where series.Source == SignedValues.Source && indicators.ContainsKey(series.Code)
               let indicator = indicators[series.Code]
               from told in state.Indicators.Everything(series.Source, series.Code, series.Place, series.Sex)
               let batch = batches.GetValueOrDefault(told.Position)
               where batch is not null
               let key = told.Value.Key
               orderby indicator.Id, series.Place, key.Period.To.Index descending, key.Period.From.Index, series.Sex, told.Position descending
               select new SignedValue(indicator, told, batch, batch.Batch.Signed!, state.Indicators.Latest(key)?.Position == told.Position, [.. said[(indicator.Id, series.Place, key.Period)]]),
        ];
    }
}

/// <summary>A value that a partner has promised to tell and has not told.</summary>
/// <param name="By">The commitment in which it promised.</param>
public sealed record ValueToTell(AdoptIndicator Indicator, string Partner, Period Period, Decided<CommitTo> By)
{
    /// <summary>What partners have promised to tell of the last period that is over, and have not; of one partner, or of all.</summary>
    /// <remarks>A partner that has promised no values owes none.</remarks>
    public static IReadOnlyList<ValueToTell> In(RegionState state, string? partner = null)
    {
        var day = state.Organisation.Day;
        return
        [
            .. from member in state.Development.Partners
               where partner is null || member.Act.Id == partner
               from made in state.Development.Commitments.Of(member.Act.Id)
               let indicator = state.Goals.Indicators.FirstOrDefault(i => i.Act.Id == made.Made.Act.Indicator)?.Act
               where indicator is not null && SignedValues.IsSigned(indicator)
               let period = LastOver(indicator.Frequency, day)
               where made.HoldsOn(period.From.FirstDay) || made.HoldsOn(period.To.LastDay)
               where Enum.GetValues<Sex>().All(sex => state.Indicators.Latest(new(SignedValues.Source, SignedValues.CodeOf(indicator), SignedValues.PlaceOf(member.Act), period, sex)) is null)
               select new ValueToTell(indicator, member.Act.Id, period, made.Made),
        ];
    }

    /// <summary>The last period of an indicator that was over by a day: a year when nothing else is decided.</summary>
    public static Period LastOver(IndicatorFrequency? frequency, DateOnly day)
    {
        var months = frequency switch { IndicatorFrequency.HalfYear => 6, IndicatorFrequency.Quarter => 3, IndicatorFrequency.Month => 1, _ => 12 };
        var first = Month.Of(day).Index / months * months;
        return new(Month.FromIndex(first - months), Month.FromIndex(first - 1));
    }
}
