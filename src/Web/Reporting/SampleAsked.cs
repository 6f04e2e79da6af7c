using System.Globalization;
using Microsoft.AspNetCore.Http;
using Styrkedja.Calendar;
using Styrkedja.FollowUp;
using Styrkedja.Provenance;
using Styrkedja.Reports;

namespace Styrkedja.Web.Reporting;

/// <summary>The sample that a reader asks for in the address: of a figure, or of what is booked on a part of the region and a group of accounts.</summary>
/// <param name="Terms">Absent when nothing was asked for, or when it cannot be read.</param>
/// <param name="NotUnderstood">What could not be read, as it was written; absent when all could.</param>
public sealed record SampleAsked(SampleTerms? Terms, SampleMethod Method, int Count, long Seed, string? Figure, string? Subject, string? Group, string? Period, string? NotUnderstood)
{
    private const int FewRows = 10;

    public static SampleAsked Of(IQueryCollection query, Period known)
    {
        string? Written(string name) => query[name].ToString().Trim() is { Length: > 0 and < 200 } written ? written : null;
        var count = int.TryParse(Written("count"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, SampleTerms.MostRows) : FewRows;
        var seed = long.TryParse(Written("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
        var method = Enum.GetValues<SampleMethod>().FirstOrDefault(m => KeyWord.Of(m) == Written("method"));
        var (figure, subject, group, period) = (Written("figure"), Written("subject"), Written("group"), Written("months"));
        var asked = new SampleAsked(null, method, count, seed, figure, subject, group, period, null);
        if (figure is null && subject is null)
            return asked;
        if (figure is not null)
            return FigureAddress.TryParse(figure, out var address) ? asked with { Terms = new(address, method, count, seed) } : asked with { NotUnderstood = figure };
        var months = known;
        if (period is not null && !Calendar.Period.TryParse(period, out months))
            return asked with { NotUnderstood = period };
        return asked with { Terms = new(new(Measure.Result, months, subject!, new(Group: group)), method, count, seed) };
    }
}
