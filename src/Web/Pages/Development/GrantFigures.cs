using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Development;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Pages.Development;

/// <summary>The figures of grants that pages show, each over the years in which something was decided, and amounts in thousands of kronor.</summary>
internal static class GrantFigures
{
    /// <summary>What has been granted, paid or asked back of a subject by all decisions about it so far; nothing when there is none.</summary>
    public static Figure? Of(Reading reading, Measure measure, string subject, IEnumerable<GrantedProject> grants)
    {
        var years = grants.SelectMany(g => DaysOf(measure, g)).Select(day => day.Year).ToList();
        if (years.Count == 0)
            return null;
        var period = new Period(new(years.Min(), 1), new(years.Max(), 12));
        return reading.ViewOf(period).Evaluate(new(measure, period, subject));
    }

    /// <summary>An amount as these pages write it, since projects are small beside what the region else counts in.</summary>
    public static string Tkr(Money amount) => AmountText.Of(amount, AmountUnit.Thousand) + " tkr";

    private static IEnumerable<DateOnly> DaysOf(Measure measure, GrantedProject grant) => measure switch
    {
        Measure.CoFinancingGranted => [grant.First.Date.Latest],
        Measure.CoFinancingPaid => grant.Claims.Select(c => c.Approved).OfType<Decided<ApproveClaim>>().Select(a => a.By.Date.Latest),
        _ => grant.Recoveries.Select(r => r.By.Date.Latest),
    };
}
