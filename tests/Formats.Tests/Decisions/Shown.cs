using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Styrkedja.Decisions;

namespace Styrkedja.Formats.Decisions;

/// <summary>Decisions and assessments as text that shows every value they hold, so that two can be compared by reading.</summary>
internal static class Shown
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(Decision decision) => string.Join('\n',
        decision.Acts.Select(act => $"  {act.GetType().Name} {JsonSerializer.Serialize<object>(act, s_options)}").Prepend(Of((object)(decision with { Acts = [] }))));

    public static string Of(object value) => $"{value.GetType().Name} {JsonSerializer.Serialize(value, s_options)}";
}
