using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Importing;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.FollowUp;
using Styrkedja.Goals;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Web.SignIn;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Indicators;

/// <summary>One value of an own indicator as someone types it, before it is taken in.</summary>
/// <param name="Period">As typed, such as 2017 or 2017-01..2017-06.</param>
/// <param name="Sex">Word of the table's column: all, women or men.</param>
/// <param name="Value">As typed; empty when there is none.</param>
/// <param name="Count">As typed; how many the value is about.</param>
/// <param name="Faults">What was wrong with it when it was last sent.</param>
public sealed record IndicatorEntry(AdoptIndicator Indicator, string Period, string Sex, string Value, string Count, IReadOnlyList<Fault> Faults)
{
    /// <summary>The name under which faults tell of it.</summary>
    public const string Table = "värde.csv";

    public static IndicatorEntry Blank(AdoptIndicator indicator, Period period) => new(indicator, DateWords.Query(period), "all", "", "", []);

    public static IndicatorEntry Sent(AdoptIndicator indicator, IFormCollection form) =>
        new(indicator, Typed(form, "period"), form.Field("sex") ?? "all", Typed(form, "value"), Typed(form, "count"), []);

    /// <summary>True for an indicator whose values the region tells itself; others are reckoned or fetched.</summary>
    public static bool IsOwn(AdoptIndicator indicator) => indicator.ComputedFrom is null && indicator.ValuesFrom is null or StatisticsSource.Own;

    /// <summary>Who answers for an indicator: the owner of what it tells of, and the executive board when nobody owns that.</summary>
    public static string OwnerOf(AdoptIndicator indicator, GoalTree goals) =>
        goals.SubGoals.FirstOrDefault(s => s.Act.Id == indicator.Of)?.Act.Owner ?? goals.Goals.GetValueOrDefault(indicator.Of)?.Act.Owner ?? Subject.ExecutiveBoardId;

    /// <summary>The table of one row that it is taken in as. The moment makes a value that comes again after another a telling of its own.</summary>
    public byte[] AsTable(DateTimeOffset moment)
    {
        string[] cells = [ImportIndicators.OwnSource, Indicator.Code ?? Indicator.Id, FollowUpView.PlaceOf(Indicator), Period, Sex, "", Value, Value.Length == 0 ? "missing" : "told", Count];
        var row = string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"source;code;place;period;sex;part;value;status;count\n# {moment:O}\n{row}\n"));
    }

    private static string Typed(IFormCollection form, string box) => (form.Field(box) ?? "").Trim().ReplaceLineEndings(" ");
}
