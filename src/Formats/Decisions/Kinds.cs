using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Formats.Journal;
using Styrkedja.Provenance;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Decisions;

/// <summary>The kinds of value that decision files hold.</summary>
public static partial class Kinds
{
    /// <summary>A short identifier that never changes meaning: letters, digits, hyphen, point and underscore.</summary>
    public static readonly FieldKind<string> Id = Scalar("id", InputSort.Id, text => IdPattern().IsMatch(text) ? text : null, v => v, n => (string)n!, Pattern("^[\\p{L}0-9][\\p{L}0-9._-]*$", "string", "integer"));

    /// <summary>The SHA-256 of a file, in hexadecimal.</summary>
    public static readonly FieldKind<string> Sha256 = Scalar("sha256", InputSort.Hash, text => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? text.ToLowerInvariant() : null, v => v, n => (string)n!, Pattern("^[0-9a-fA-F]{64}$"));

    /// <summary>Where a document can be read: the SHA-256 of one that lies beside the journal, or an address on the web.</summary>
    public static readonly FieldKind<string> Document = Scalar("document", InputSort.Text, text => DocumentPattern().IsMatch(text) ? text : null, v => v, n => (string)n!, Pattern("^([0-9a-f]{64}|https?://[^ ]+)$"));

    /// <summary>Any text; what YAML reads as a number is taken as it stands.</summary>
    public static readonly FieldKind<string> Text = Scalar("text", InputSort.Text, text => text, v => v, n => (string)n!, () => TypeOf("string", "number"));

    /// <summary>A name or sentence in Swedish, or in both languages as {sv: ..., en: ...}.</summary>
    public static readonly FieldKind<Bilingual> Names = new(ReadNames, NamesFromJournal, () => Either(
        TypeOf("string", "number"),
        new() { ["type"] = "object", ["properties"] = new JsonObject { ["sv"] = TypeOf("string", "number"), ["en"] = TypeOf("string", "number", "null") }, ["required"] = new JsonArray("sv"), ["additionalProperties"] = false }))
    {
        Input = () => new(InputSort.Names),
    };

    public static readonly FieldKind<int> Year = Scalar<int>("year", InputSort.Year, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 1900 and < 2200 ? y : null, v => v, n => (int)n!, () => new() { ["type"] = "integer", ["minimum"] = 1901, ["maximum"] = 2199 });

    public static readonly FieldKind<int> Count = Scalar<int>("count", InputSort.Count, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null, v => v, n => (int)n!, () => new() { ["type"] = "integer", ["minimum"] = 0 });

    public static readonly FieldKind<long> Weight = Scalar<long>("count", InputSort.Count, text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null, v => v, n => (long)n!, () => new() { ["type"] = "integer", ["minimum"] = 0 });

    public static readonly FieldKind<bool> Flag = Scalar<bool>("flag", InputSort.Flag, text => text switch { "true" => true, "false" => false, _ => null }, v => v, n => (bool)n!, () => new() { ["type"] = "boolean" });

    /// <summary>A number with decimals, point or comma; the journal keeps it as text so that it stays exact.</summary>
    public static readonly FieldKind<decimal> Number = Scalar<decimal>("number", InputSort.Number, ParseNumber, v => v.ToString(CultureInfo.InvariantCulture), n => decimal.Parse((string)n!, CultureInfo.InvariantCulture), Pattern("^[-−]?[0-9]*([.,][0-9]*)?$", "number", "string"));

    /// <summary>An amount with its unit: 3 912 500 tkr, 17 mnkr, 12,50 kr. The journal keeps whole öre.</summary>
    public static readonly FieldKind<Money> Amount = Scalar<Money>("amount", InputSort.Amount, ParseAmount, v => v.Ore, n => new Money((long)n!), Pattern("^[-−]?[0-9][0-9   ]*([.,][0-9]+)? ?(kr|tkr|mnkr)$"), ore => AmountInKronor((long)ore));

    /// <summary>An amount that someone gives: zero or above.</summary>
    public static readonly FieldKind<Money> AmountGiven = Holding(Amount, amount => amount >= Money.Zero, "amount-given");

    public static readonly FieldKind<DateOnly> Date = Scalar<DateOnly>("date", InputSort.Day, ParseDate, v => IsoDate(v), n => n.ToDay(), Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));

    /// <summary>A day, or {earliest, latest, basis} when the sources do not agree on one.</summary>
    public static readonly FieldKind<UncertainDate> DateOrSpan = new(ReadDateOrSpan, DateOrSpanFromJournal, () => Either(
        Pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")(),
        SchemaOf(f => Span(f))))
    {
        Input = () => new(InputSort.Span),
    };

    /// <summary>Days in force: 2017..2025, 2015-01-01.., 2017.</summary>
    public static readonly FieldKind<Validity> Valid = Scalar<Validity>("validity", InputSort.Validity, ParseValidity, v => $"{IsoDate(v.From)}..{(v.To is { } to ? IsoDate(to) : "")}", n => ParseValidity((string)n!)!.Value, Pattern("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?(\\.\\.([0-9]{4}(-[0-9]{2}-[0-9]{2})?)?)?$", "string", "integer"));

    /// <summary>Days in force with a last day among them.</summary>
    public static readonly FieldKind<Validity> Time = Scalar<Validity>("time", InputSort.Validity, text => ParseValidity(text) is { To: not null } time ? time : null, v => $"{IsoDate(v.From)}..{IsoDate(v.To!.Value)}", n => ParseValidity((string)n!)!.Value, Pattern("^[0-9]{4}(-[0-9]{2}-[0-9]{2})?(\\.\\.[0-9]{4}(-[0-9]{2}-[0-9]{2})?)?$", "string", "integer"));

    /// <summary>A step from 1 to 4, by which risks are weighed.</summary>
    public static readonly FieldKind<int> Step = Holding(Count, step => step is >= 1 and <= 4, "step", ("minimum", 1), ("maximum", 4));

    public static readonly FieldKind<Period> Months = Scalar<Period>("period", InputSort.Period, text => Period.TryParse(text, out var p) ? p : null, v => v.ToString(), n => Period.TryParse((string)n!, out var p) ? p : throw new FormatException("Not a period."), Pattern("^[0-9]{4}(-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2})?)?$", "string", "integer"));

    /// <summary>One month, such as 2017-11: just that month, and not those before it.</summary>
    public static readonly FieldKind<Month> OneMonth = Scalar<Month>("month", InputSort.Month, text => Month.TryParse(text, out var m) ? m : null, v => v.ToString(), n => Month.TryParse((string)n!, out var m) ? m : throw new FormatException("Not a month."), Pattern("^[0-9]{4}-[0-9]{2}$"));

    /// <summary>A key of the list of sources, or {key, basis, note}.</summary>
    public static readonly FieldKind<SourceRef> Source = new(
        (node, reading) => node is YamlMappingNode ? reading.Mapping(node, SourceForm) : reading.Text(node, "source") is { } key ? (new SourceRef(key), new JsonObject { ["key"] = key }) : null,
        node => node.Shared(SourceForm(new JsonFields(node))),
        () => Either(TypeOf("string", "number"), SchemaOf(f => SourceForm(f))))
    {
        Input = () => new(InputSort.Source),
    };

    /// <summary>A tax rate in kronor on each hundred kronor, such as 10.82; the journal keeps öre.</summary>
    public static readonly FieldKind<int> TaxRate = Scalar<int>("tax-rate", InputSort.Number, text => ParseNumber(text) is { } rate and > 0 and < 100 && rate * 100 == decimal.Truncate(rate * 100) ? (int)(rate * 100) : null, v => v, n => (int)n!, () => TypeOf("number", "string"), ore => ((int)ore / 100m).ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>One word out of those the code knows, in lower case with hyphens.</summary>
    public static FieldKind<T> OneOf<T>()
        where T : struct, Enum => WordsOf<T>.Kind;

    public static FieldKind<IReadOnlyList<T>> ListOf<T>(FieldKind<T> kind) => (FieldKind<IReadOnlyList<T>>)(kind.AsList ??= NewListOf(kind));

    private static FieldKind<IReadOnlyList<T>> NewListOf<T>(FieldKind<T> kind) => new(
        (node, reading) =>
        {
            if (node is not YamlSequenceNode items)
            {
                reading.NotOfKind(node, "list");
                return null;
            }

            var read = items.Children.Select(item => kind.FromYaml(item, reading)).ToList();
            return read.TrueForAll(r => r is not null)
                ? ([.. read.Select(r => r!.Value.Value)], new JsonArray([.. read.Select(r => r!.Value.Journal)]))
                : null;
        },
        node => node.ToArray(kind.FromJson),
        () => new() { ["type"] = "array", ["items"] = kind.Schema() })
    {
        Input = () => new(InputSort.List) { Item = kind.Input() },
        ToFile = items => new JsonArray([.. ((JsonArray)items).Select(item => kind.ToFile(item!))]),
    };

    /// <summary>A value that has no value of its own for being left out.</summary>
    public static FieldKind<T?> Optionally<T>(FieldKind<T> kind)
        where T : struct => new(
        (node, reading) => kind.FromYaml(node, reading) is var (value, journal) ? (value, journal) : null,
        node => kind.FromJson(node),
        kind.Schema)
        {
            Input = kind.Input,
            ToFile = kind.ToFile,
        };

    /// <summary>A list with something in it.</summary>
    public static FieldKind<IReadOnlyList<T>> SomeOf<T>(FieldKind<T> kind) => Holding(ListOf(kind), items => items.Count > 0, "some", ("minItems", 1));

    /// <summary>A list with one item for each month from January.</summary>
    public static FieldKind<IReadOnlyList<T>> TwelveOf<T>(FieldKind<T> kind) => Holding(ListOf(kind), items => items.Count == 12, "twelve", ("minItems", 12), ("maxItems", 12));

    /// <summary>A value that is rightly written and must hold by itself too; when it does not it is a fault of its own.</summary>
    /// <param name="schema">What the published schema can say of it.</param>
    public static FieldKind<T> Holding<T>(FieldKind<T> kind, Func<T, bool> holds, string otherwise, params (string Name, int Value)[] schema) => new(
        (node, reading) =>
        {
            if (kind.FromYaml(node, reading) is not var (value, journal))
                return null;
            if (holds(value))
                return (value, journal);
            reading.NotOfKind(node, otherwise);
            return null;
        },
        kind.FromJson,
        () =>
        {
            var written = kind.Schema();
            foreach (var (name, value) in schema)
                written[name] = value;
            return written;
        })
    {
        Input = () => schema.Aggregate(kind.Input(), (input, said) => said.Name switch
        {
            "minItems" => input with { AtLeast = said.Value },
            "maxItems" => input with { AtMost = said.Value },
            _ => input,
        }),
        ToFile = kind.ToFile,
    };

    /// <summary>The words of an enumeration, put together once.</summary>
    private static class WordsOf<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<string, T> s_byWord = Enum.GetValues<T>().ToDictionary(v => KeyWord.Of(v), v => v, StringComparer.Ordinal);

        public static readonly FieldKind<T> Kind = new(
            (node, reading) =>
            {
                if (reading.Text(node, "word") is not { } text)
                    return null;
                if (s_byWord.TryGetValue(text, out var value))
                    return (value, text);
                reading.NotOfKind(node, "word", string.Join(", ", s_byWord.Keys));
                return null;
            },
            node => s_byWord.TryGetValue((string)node, out var value) ? value : throw new FormatException($"The entry has {node}, which is no {typeof(T).Name}."),
            () => new() { ["enum"] = new JsonArray([.. s_byWord.Keys.Select(word => JsonValue.Create(word))]) })
        {
            Input = () => new(InputSort.Choice) { Words = [.. s_byWord.Keys], WordsOf = KeyWord.Of(typeof(T).Name) },
        };
    }

    public static FieldKind<T> Nested<T>(Func<Fields, T> form) => new(
        (node, reading) => reading.Mapping(node, form),
        node => form(new JsonFields(node)),
        () => SchemaOf(f => form(f)))
    {
        Input = () => new(InputSort.Group) { Fields = AskedFields.Of(f => form(f)) },
        ToFile = node => FileFields.Of((JsonObject)node, f => form(f)),
    };

    internal static JsonObject SchemaOf(Action<Fields> form)
    {
        var fields = new SchemaFields();
        form(fields);
        return fields.ToSchema();
    }

    private static UncertainDate Span(Fields f) => new(
        f.Required("earliest", Date, "The first day it can have been."),
        f.Required("latest", Date, "The last day it can have been; rules use this one."),
        f.Optional("basis", Text, "What the two days rest on."));

    private static SourceRef SourceForm(Fields f) => new(
        f.Required("key", Text, "Key in sources.yaml."),
        f.Optional("basis", Text, "stated, derived or inferred; left out means stated."),
        f.Optional("note", Text, "What a reader must know about the source."));

    private static (UncertainDate Value, JsonNode Journal)? ReadDateOrSpan(YamlNode node, YamlReading reading)
    {
        if (node is YamlMappingNode)
            return Holding(Nested(Span), span => span.Earliest <= span.Latest, "span").FromYaml(node, reading);
        return Date.FromYaml(node, reading) is var (day, journal) ? (UncertainDate.On(day), journal) : null;
    }

    private static UncertainDate DateOrSpanFromJournal(JournalValue node) => node.IsMapping ? Span(new JsonFields(node)) : UncertainDate.On(node.ToDay());

    private static (Bilingual Value, JsonNode Journal)? ReadNames(YamlNode node, YamlReading reading)
    {
        if (node is YamlMappingNode)
            return reading.Mapping(node, f => new Bilingual(f.Required("sv", Text, "Swedish."), f.Optional("en", Text, "English.")));
        return reading.Text(node, "text") is { } text ? (new Bilingual(text), new JsonObject { ["sv"] = text }) : null;
    }

    private static Bilingual NamesFromJournal(JournalValue node) => node.Shared(new Bilingual((string)node["sv"], node.Find("en").TextOrNothing()));

    private static FieldKind<T> Scalar<T>(string kind, InputSort sort, Func<string, T?> parse, Func<T, JsonNode> toJournal, Func<JournalValue, T> fromJournal, Func<JsonObject> schema, Func<JsonNode, JsonNode>? toFile = null)
        where T : struct =>
        OneWord(kind, sort, text => parse(text) is { } value ? (value, toJournal(value)) : null, fromJournal, schema, toFile);

    private static FieldKind<string> Scalar(string kind, InputSort sort, Func<string, string?> parse, Func<string, JsonNode> toJournal, Func<JournalValue, string> fromJournal, Func<JsonObject> schema) =>
        OneWord(kind, sort, text => parse(text) is { } value ? (value, toJournal(value)) : null, fromJournal, schema);

    /// <summary>A value that stands as one word or sentence, told as a fault when it cannot be read.</summary>
    private static FieldKind<T> OneWord<T>(string kind, InputSort sort, Func<string, (T Value, JsonNode Journal)?> read, Func<JournalValue, T> fromJournal, Func<JsonObject> schema, Func<JsonNode, JsonNode>? toFile = null) => new(
        (node, reading) =>
        {
            if (reading.Text(node, kind) is not { } text)
                return null;
            var value = read(text);
            if (value is null)
                reading.NotOfKind(node, kind);
            return value;
        },
        fromJournal,
        schema)
    {
        Input = () => new(sort),
        ToFile = toFile ?? (node => node.DeepClone()),
    };

    /// <summary>Öre as kronor in the form of files; every amount can be told so.</summary>
    private static string AmountInKronor(long ore) => string.Create(CultureInfo.InvariantCulture, $"{ore / 100m:0.00} kr");

    private static decimal? ParseNumber(string text) =>
        decimal.TryParse(text.Replace(',', '.').Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static Money? ParseAmount(string text)
    {
        var match = AmountPattern().Match(text);
        if (!match.Success || ParseNumber(SpaceInNumber().Replace(match.Groups["number"].Value, "")) is not { } number || Math.Abs(number) > long.MaxValue)
            return null;
        var ore = match.Groups["unit"].Value switch { "kr" => number * 100, "tkr" => number * 100_000, _ => number * 100_000_000 };
        return ore == decimal.Truncate(ore) && Math.Abs(ore) <= long.MaxValue ? new Money((long)ore) : null;
    }

    private static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Validity? ParseValidity(string text)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var first = dots < 0 ? text : text[..dots];
        var last = dots < 0 ? text : text[(dots + 2)..];
        if ((YearOf(first) is { } fromYear ? new DateOnly(fromYear, 1, 1) : ParseDate(first)) is not { } from)
            return null;
        if (last.Length == 0)
            return new Validity(from);
        var to = YearOf(last) is { } toYear ? new DateOnly(toYear, 12, 31) : ParseDate(last);
        return to >= from ? new Validity(from, to) : null;
    }

    private static int? YearOf(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? year : null;

    private static string IsoDate(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Func<JsonObject> Pattern(string pattern, params string[] types) => () =>
    {
        var schema = TypeOf(types.Length == 0 ? ["string"] : types);
        schema["pattern"] = pattern;
        return schema;
    };

    private static JsonObject TypeOf(params string[] types) =>
        new() { ["type"] = types.Length == 1 ? types[0] : new JsonArray([.. types.Select(type => JsonValue.Create(type))]) };

    private static JsonObject Either(JsonObject one, JsonObject other) => new() { ["anyOf"] = new JsonArray(one, other) };

    [GeneratedRegex(@"^[\p{L}0-9][\p{L}0-9._-]*$")]
    private static partial Regex IdPattern();

    [GeneratedRegex("^([0-9a-f]{64}|https?://[^ ]+)$")]
    private static partial Regex DocumentPattern();

    [GeneratedRegex(@"^(?<number>[-−]?[0-9][0-9 \u00A0\u202F]*([.,][0-9]+)?)[ \u00A0]?(?<unit>kr|tkr|mnkr)$")]
    private static partial Regex AmountPattern();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex SpaceInNumber();
}
