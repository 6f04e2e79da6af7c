using System.Globalization;
using System.Text.RegularExpressions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Styrkedja.Formats.Tables;

/// <summary>One description of a table as it stands in a YAML file: read by its form, then held against what must hold between its fields.</summary>
/// <remarks>Every fault of meaning is told at once, each at its own line; of faults in the YAML itself only the first can be.</remarks>
internal sealed partial class TableMapping
{
    private readonly YamlReading _reading;
    private readonly YamlMappingNode _root;

    private TableMapping(YamlReading reading, YamlMappingNode root) => (_reading, _root) = (reading, root);

    /// <summary>Reads a description by its form; nothing when it has a fault.</summary>
    /// <param name="check">Tells what is wrong between the fields.</param>
    public static (T? Mapping, IReadOnlyList<Fault> Faults) Read<T>(string text, string fileName, Func<Fields, T> form, Action<T, TableMapping> check)
        where T : class
    {
        var reading = new YamlReading(fileName);
        if (Root(text, fileName, reading) is not { } root)
            return (null, reading.Faults);
        if (root is not YamlMappingNode mapping)
        {
            reading.NotOfKind(root, "mapping");
            return (null, reading.Faults);
        }

        var read = reading.Mapping(root, form);
        if (read is var (value, _))
            check(value, new(reading, mapping));
        return (reading.Faults.Count == 0 ? read?.Value : null, reading.Faults);
    }

    /// <summary>Tells a fault at the line of a field, or of the field that it should have stood within.</summary>
    /// <param name="path">Names of fields from the outermost in, and places in lists from zero.</param>
    public void Wrong(string code, string found, string[] path, params (string Name, string Value)[] arguments)
    {
        YamlNode node = _root;
        foreach (var name in path)
        {
            if (node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(name), out var inner))
                node = inner;
            else if (node is YamlSequenceNode list && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < list.Children.Count)
                node = list.Children[at];
            else
                break;
        }

        _reading.Add(Fault.Error(code, _reading.PlaceOf(node), found, arguments));
    }

    /// <summary>What holds of every table: a sign is one thing only, and a row to leave out is told by one test.</summary>
    public void CheckForm(TableForm form)
    {
        if ((form.Decimal, form.Thousands) is (DecimalSign.Comma, ThousandsSign.Comma) or (DecimalSign.Point, ThousandsSign.Point))
            Wrong("table-mapping.sign-twice", KeyWord.Of(form.Decimal), ["thousands"]);
        if (form.Format != TableFormat.Csv && (Has("delimiter") ?? Has("encoding")) is { } onlyCsv)
            Wrong("table-mapping.only-for", onlyCsv, [onlyCsv], ("format", "csv"));
        if (form.Format != TableFormat.Xlsx && Has("sheet") is { } onlyXlsx)
            Wrong("table-mapping.only-for", onlyXlsx, [onlyXlsx], ("format", "xlsx"));
        foreach (var (row, at) in form.LeaveOut.Select((row, at) => (row, at)))
        {
            if ((row.Equal is null ? 0 : 1) + (row.StartsWith is null ? 0 : 1) + (row.Empty ? 1 : 0) != 1)
                Wrong("table-mapping.leave-out-unclear", row.Column, ["leave-out", at.ToString(CultureInfo.InvariantCulture)]);
        }
    }

    /// <summary>A form of dates must name year and month, and day where one is asked for, in signs that mean nothing else.</summary>
    public void CheckDateForm(string form, string field, bool withDay)
    {
        if (!DateForm().IsMatch(form) || !form.Contains('y') || !form.Contains('M') || form.Contains('d') != withDay)
            Wrong("table-mapping.date-form", form, [field]);
    }

    private string? Has(string name) => _root.Children.ContainsKey(new YamlScalarNode(name)) ? name : null;

    private static YamlNode? Root(string text, string fileName, YamlReading reading)
    {
        var stream = new YamlStream();
        try
        {
            using var reader = new StringReader(text);
            stream.Load(reader);
            if (stream.Documents.Count == 1)
                return stream.Documents[0].RootNode;
            reading.Add(Fault.Error("table-mapping.not-one", new(fileName), $"{stream.Documents.Count}"));
        }
        catch (YamlException e)
        {
            reading.Add(Fault.Error("decision.yaml", new(fileName, (int)e.Start.Line, (int)e.Start.Column), e.InnerException?.Message ?? e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException or OverflowException)
        {
            // As for decision files: some broken files make YamlDotNet throw these, without a position.
            reading.Add(Fault.Error("decision.yaml", new(fileName), e.Message));
        }

        return null;
    }

    [GeneratedRegex(@"^(yyyy|yy|MM|M|dd|d|[-./ ])+$")]
    private static partial Regex DateForm();
}
