using System.Text.Json.Nodes;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Indicators;

/// <summary>What a region fetches from sources of statistics: which measures, for which places and years.</summary>
/// <param name="Kolada">Absent when nothing is fetched from there.</param>
/// <param name="Scb">Absent when nothing is fetched from there.</param>
public sealed record FetchPlan(KoladaPlan? Kolada, ScbPlan? Scb)
{
    /// <summary>What the plan is called in the folder of its region.</summary>
    public const string FileName = "indicator-sources.yaml";

    /// <summary>Reads a plan from its text; nothing when anything in it is wrong.</summary>
    public static (FetchPlan? Plan, IReadOnlyList<Fault> Faults) Read(string text, string fileName) => TableMapping.Read(text, fileName, OfFields, Check);

    /// <summary>The JSON Schema of a plan.</summary>
    public static JsonObject Schema()
    {
        var schema = SchemaOf(f => OfFields(f));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Styrkedja: what is fetched from sources of statistics");
        return schema;
    }

    private static FetchPlan OfFields(Fields f) => new(
        f.Optional("kolada", Nested(KoladaPlan.OfFields), "What is fetched from Kolada."),
        f.Optional("scb", Nested(ScbPlan.OfFields), "What is fetched from SCB's database of statistics."));

    private static void Check(FetchPlan plan, TableMapping told)
    {
        if (plan.Kolada is { } kolada)
        {
            CheckBase(kolada.Base, "kolada", told);
            if (kolada.Groups.Count + kolada.Kpis.Count == 0)
                told.Wrong("fetch-plan.nothing-chosen", "", ["kolada"]);
            if (kolada.Years.To < kolada.Years.From)
                told.Wrong("fetch-plan.years", $"{kolada.Years.From}-{kolada.Years.To}", ["kolada", "to-year"]);
        }

        if (plan.Scb is not { } scb)
            return;
        CheckBase(scb.Base, "scb", told);
        foreach (var (table, at) in scb.Tables.Select((table, at) => (table, $"{at}")))
        {
            if (table.Years.To < table.Years.From)
                told.Wrong("fetch-plan.years", $"{table.Years.From}-{table.Years.To}", ["scb", "tables", at, "to-year"]);
            string?[] named = [table.PlaceVariable, table.TimeVariable, table.ContentsVariable, table.SexVariable, .. table.Divide.Select(d => d.Variable)];
            if (named.OfType<string>().GroupBy(v => v, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
                told.Wrong("fetch-plan.variable-twice", twice.Key, ["scb", "tables", at]);
        }
    }

    private static void CheckBase(string? address, string source, TableMapping told)
    {
        if (address is not null && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0 && uri.Fragment.Length == 0))
            told.Wrong("fetch-plan.base", address, [source, "base"]);
    }
}

/// <summary>The years wanted.</summary>
/// <param name="To">Absent for the year that is under way.</param>
public sealed record YearsWanted(int From, int? To)
{
    public IReadOnlyList<int> Until(int thisYear) => Enumerable.Range(From, Math.Max(0, (To ?? thisYear) - From + 1)).ToList();

    internal static YearsWanted OfFields(Fields f) => new(
        f.Required("from-year", Year, "The first year."),
        f.Optional("to-year", Optionally(Year), "The last year; left out means the year that is under way."));
}

/// <summary>What is fetched from Kolada.</summary>
/// <param name="Base">Where it is; absent for the public address.</param>
/// <param name="Places">Four digits each; empty for the country and every region.</param>
public sealed record KoladaPlan(string? Base, IReadOnlyList<string> Groups, IReadOnlyList<string> Kpis, IReadOnlyList<string> Places, YearsWanted Years)
{
    internal static KoladaPlan OfFields(Fields f) => new(
        f.Optional("base", Text, "Address of the API, without the last slash; left out means https://api.kolada.se/v3."),
        f.Optional("groups", ListOf(Id), "Groups of measures whose members are fetched, such as G2KPI138906.") ?? [],
        f.Optional("kpis", ListOf(Id), "Ids of single measures, such as N00906.") ?? [],
        f.Optional("places", ListOf(Id), "Regions and municipalities, such as 0013; left out means the country (0000) and every region.") ?? [],
        YearsWanted.OfFields(f));
}

/// <summary>What is fetched from SCB.</summary>
/// <param name="Base">Where it is; absent for the public address.</param>
public sealed record ScbPlan(string? Base, IReadOnlyList<ScbTablePlan> Tables)
{
    internal static ScbPlan OfFields(Fields f) => new(
        f.Optional("base", Text, "Address of the API, without the last slash; left out means https://statistikdatabasen.scb.se/api/v2."),
        f.Required("tables", SomeOf(Nested(ScbTablePlan.OfFields)), "The tables."));
}

/// <summary>What is fetched from one table of SCB.</summary>
/// <param name="Contents">Codes of what is counted, such as BE0101N1.</param>
/// <param name="Places">Codes as SCB has them: 00 the country, 13 a county, 1380 a municipality.</param>
/// <param name="SexVariable">The variable that divides by sex; absent when both are taken together.</param>
/// <param name="Divide">The other variables that are chosen from.</param>
public sealed record ScbTablePlan(
    string Table, IReadOnlyList<string> Contents, IReadOnlyList<string> Places, YearsWanted Years, string PlaceVariable, string TimeVariable, string ContentsVariable, string? SexVariable, IReadOnlyList<ScbDivision> Divide)
{
    internal static ScbTablePlan OfFields(Fields f) => new(
        f.Required("table", Id, "Id of the table, such as TAB638."),
        f.Required("contents", SomeOf(Id), "Codes of what is counted, such as BE0101N1."),
        f.Required("places", SomeOf(Id), "00 the country, 13 a county, 1380 a municipality."),
        YearsWanted.OfFields(f),
        f.Optional("place-variable", Text, "Left out means Region.") ?? "Region",
        f.Optional("time-variable", Text, "Left out means Tid.") ?? "Tid",
        f.Optional("contents-variable", Text, "Left out means ContentsCode.") ?? "ContentsCode",
        f.Optional("sex-variable", Text, "The variable that divides by sex, such as Kon; left out means both together."),
        f.Optional("divide", ListOf(Nested(ScbDivision.OfFields)), "Other variables to choose from, such as age.") ?? []);
}

/// <summary>Which codes of a further variable are fetched.</summary>
/// <param name="Codes">Empty for all.</param>
/// <param name="Whole">The code that stands for the whole, whose values have no part; absent when there is none.</param>
public sealed record ScbDivision(string Variable, IReadOnlyList<string> Codes, string? Whole)
{
    internal static ScbDivision OfFields(Fields f) => new(
        f.Required("variable", Text, "Code of the variable, such as Alder."),
        f.Optional("codes", ListOf(Text), "The codes chosen; left out means all.") ?? [],
        f.Optional("whole", Text, "The code that stands for the whole, such as tot."));
}
