using System.Text.Json;
using System.Text.Json.Serialization;

namespace Styrkedja.Bench.Peers;

/// <summary>An entry of the journal as the serialiser of .NET reads it, with nothing but its fields.</summary>
public sealed record PlainEntry(int Entry, long Position, string Recorded, string Kind, PlainContent Content);

public sealed record PlainContent(PlainDecision Decision, PlainVerdict Verdict);

public sealed record PlainVerdict(string Outcome, string[]? Rules);

public sealed record PlainDecision(string Decision, string Body, JsonElement Date, string Paragraph, string Diary, PlainTitle Title, bool Taken, PlainAct[] Acts);

public sealed record PlainTitle(string Sv);

public sealed record PlainAct(string Act, int Schema, int Year, string From, string To, string Kind, long Amount, string Purpose);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainEntry))]
public sealed partial class PlainJson : JsonSerializerContext;
