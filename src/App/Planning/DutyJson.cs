using System.Globalization;
using System.Text.Json.Nodes;
using Styrkedja.Duties;
using Styrkedja.Formats.Figures;
using Styrkedja.Region;

namespace Styrkedja.App.Planning;

/// <summary>The duties of a year as JSON, the same on the command line and under /api.</summary>
public static class DutyJson
{
    public static JsonObject Of(RegionState state, int year)
    {
        var swedish = new DutyWords(Texts.Texts.In(Texts.Texts.Swedish), state);
        var english = new DutyWords(Texts.Texts.In(Texts.Texts.English), state);
        return new()
        {
            ["year"] = year,
            ["asOf"] = Iso(state.At.AsOf),
            ["duties"] = new JsonArray([.. DutyCalendar.Of(state, year).Select(d => (JsonNode)Of(d))]),
            ["lateOrSoon"] = new JsonArray([.. DutyCalendar.LateOrSoon(state).Select(d => (JsonNode)Of(d))]),
        };

        JsonObject Of(Duty duty) => new()
        {
            ["id"] = duty.Id,
            ["kind"] = FigureJson.Word(duty.Kind),
            ["title"] = new JsonObject { ["sv"] = swedish.Title(duty), ["en"] = english.Title(duty) },
            ["owner"] = duty.Owner,
            ["subject"] = duty.Subject,
            ["earliest"] = duty.Earliest is { } earliest ? Iso(earliest) : null,
            ["due"] = Iso(duty.Due),
            ["status"] = FigureJson.Word(duty.On(state.At.AsOf)),
            ["doneBy"] = duty.DoneBy?.Id,
            ["doneOn"] = duty.DoneOn is { } done ? Iso(done) : null,
            ["law"] = duty.Law is { } law ? $"{law.Law} {law.Paragraph}" : null,
            ["lawVerified"] = duty.Law?.Verified,
        };
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
