using System.Text.Json.Nodes;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Tables;

/// <summary>How a table of staff is to be read: which column holds the unit, the month and each thing told of the staff.</summary>
/// <param name="HoursPerFullTime">Hours that agency staff must work in a month to count as one full-time equivalent; asked for where the source counts hours.</param>
public sealed record StaffMapping(
    string Mapping,
    TableForm Form,
    string Subject,
    string Month,
    IReadOnlyDictionary<StaffColumn, string> Columns,
    string MonthForm,
    decimal? HoursPerFullTime)
{
    /// <summary>The form of our own, for whoever makes the table for us: see docs/format/staff.md. A line whose subject begins with # is a remark.</summary>
    public static readonly StaffMapping Own = new(
        "styrkedja",
        new(TableFormat.Csv, TableDelimiter.Semicolon, TableEncoding.Utf8, null, 0, false, DecimalSign.Comma, ThousandsSign.None, [new("subject", null, "#", false)]),
        "subject",
        "month",
        new Dictionary<StaffColumn, string>
        {
            [StaffColumn.Headcount] = "headcount",
            [StaffColumn.FullTimeEquivalents] = "full_time_equivalents",
            [StaffColumn.AgencyFullTimeEquivalents] = "agency_full_time_equivalents",
            [StaffColumn.SickLeaveHours] = "sick_leave_hours",
            [StaffColumn.OrdinaryHours] = "ordinary_hours",
        },
        "yyyy-MM",
        null);

    /// <summary>Reads a description from its text; nothing when anything in it is wrong.</summary>
    public static (StaffMapping? Mapping, IReadOnlyList<Fault> Faults) Read(string text, string fileName) => TableMapping.Read(text, fileName, OfFields, Check);

    /// <summary>The JSON Schema of a description of staff.</summary>
    public static JsonObject Schema()
    {
        var schema = SchemaOf(f => OfFields(f));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Styrkedja: staff in a table");
        return schema;
    }

    private static StaffMapping OfFields(Fields f)
    {
        var mapping = f.Required("mapping", Id, "Short name of the description.");
        var form = TableForm.Read(f);
        var columns = f.Required("columns", Nested(ReadColumns), "Name of the column that holds each thing; left out where there is none.");
        return new(
            mapping,
            form,
            columns?.Subject ?? "",
            columns?.Month ?? "",
            columns?.Told ?? new Dictionary<StaffColumn, string>(),
            f.Optional("month-form", Text, "How months stand as text: yyyy, yy, MM, M and signs between; left out means yyyy-MM.") ?? "yyyy-MM",
            f.Optional("hours-per-full-time", Text, "Hours a month that make one full-time equivalent of agency staff, where the source counts hours; decimal point or comma.") is { } hours
                ? decimal.TryParse(hours.Replace(',', '.'), System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : 0
                : null);
    }

    private static StaffColumns ReadColumns(Fields f)
    {
        var subject = f.Required("subject", Text, "Unit, cost centre or other part of the organisation, by its id.");
        var month = f.Required("month", Text, "Month; a day means the month that holds it.");
        var told = new Dictionary<StaffColumn, string>();
        foreach (var (column, name, about) in new[]
        {
            (StaffColumn.Headcount, "headcount", "People employed at the end of the month."),
            (StaffColumn.FullTimeEquivalents, "full-time-equivalents", "Employment in full-time equivalents."),
            (StaffColumn.AgencyFullTimeEquivalents, "agency-full-time-equivalents", "Agency staff in full-time equivalents."),
            (StaffColumn.AgencyHours, "agency-hours", "Agency staff in hours; then hours-per-full-time must stand too."),
            (StaffColumn.SickLeaveHours, "sick-leave-hours", "Hours absent through sickness."),
            (StaffColumn.OrdinaryHours, "ordinary-hours", "Hours of ordinary working time; stands with sick-leave-hours."),
        })
        {
            if (f.Optional(name, Text, about) is { } named)
                told[column] = named;
        }

        return new(subject, month, told);
    }

    private static void Check(StaffMapping m, TableMapping told)
    {
        told.CheckForm(m.Form);
        if (m.MonthForm.Contains('d'))
            told.CheckDateForm(m.MonthForm, "month-form", withDay: true);
        else
            told.CheckDateForm(m.MonthForm, "month-form", withDay: false);
        if (m.Columns.Count == 0)
            told.Wrong("table-mapping.no-staff-column", "", ["columns"]);
        if (m.Columns.ContainsKey(StaffColumn.SickLeaveHours) != m.Columns.ContainsKey(StaffColumn.OrdinaryHours))
            told.Wrong("table-mapping.sick-leave-without-share", "", ["columns"]);
        var hours = m.Columns.ContainsKey(StaffColumn.AgencyHours);
        if (hours && m.Columns.ContainsKey(StaffColumn.AgencyFullTimeEquivalents))
            told.Wrong("table-mapping.agency-twice", m.Columns[StaffColumn.AgencyHours], ["columns", "agency-hours"]);
        if (hours ? m.HoursPerFullTime is not (> 0 and <= 744) : m.HoursPerFullTime is not null)
            told.Wrong("table-mapping.hours-per-full-time", $"{m.HoursPerFullTime}", ["hours-per-full-time"]);
    }

    private sealed record StaffColumns(string Subject, string Month, IReadOnlyDictionary<StaffColumn, string> Told);
}
