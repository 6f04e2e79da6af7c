using System.Text.Json.Nodes;

namespace Styrkedja.Bench.Measuring;

/// <summary>What one job came to: our time, a peer's and the limit's, all in seconds, and the ratio that has a goal.</summary>
/// <remarks>The ratio is ours over the other's, so less is better and a goal of "100 times faster" is 0.01.</remarks>
/// <param name="Against">What the ratio is taken against: peer or limit.</param>
/// <param name="Equal">What was compared before anything was timed, and found equal.</param>
/// <param name="GapBuys">What one gets for the time, when the goal is missed.</param>
public sealed record Outcome(string Job, double Ours, string PeerName, double? Peer, double? Limit, string Against, double? Goal, int Runs, string Equal, string GapBuys)
{
    /// <summary>Further goals of the job, each a ratio that must not exceed its goal.</summary>
    public List<(string Name, double Ratio, double Goal)> Also { get; } = [];

    /// <summary>Further figures worth keeping, with their unit in the name.</summary>
    public JsonObject More { get; } = [];

    public double? Ratio => (Against == "limit" ? Limit : Peer) is { } other and > 0 ? Ours / other : null;

    public bool? Met => Goal is not { } goal || Ratio is not { } ratio ? null : ratio <= goal && Also.TrueForAll(a => a.Ratio <= a.Goal);

    public Outcome With(string name, JsonNode? value)
    {
        More[name] = value;
        return this;
    }

    public Outcome Must(string name, double ratio, double goal)
    {
        Also.Add((name, ratio, goal));
        return this;
    }

    /// <summary>The outcome as one line of JSON.</summary>
    public string Line()
    {
        var line = new JsonObject
        {
            ["job"] = Job,
            ["ours"] = Rounded(Ours),
            ["peer"] = Rounded(Peer),
            ["limit"] = Rounded(Limit),
            ["ratio"] = Rounded(Ratio),
            ["goal"] = Goal,
            ["met"] = Met,
            ["against"] = Against,
            ["peerName"] = Peer is null ? null : PeerName,
            ["runs"] = Runs,
            ["equal"] = Equal,
        };
        if (Also.Count > 0)
            line["also"] = new JsonArray([.. Also.Select(a => (JsonNode)new JsonObject { ["name"] = a.Name, ["ratio"] = Rounded(a.Ratio), ["goal"] = a.Goal, ["met"] = a.Ratio <= a.Goal })]);
        foreach (var (name, value) in More)
            line[name] = value?.DeepClone();
        return line.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Four figures that count.</summary>
    public static double? Rounded(double? value) =>
        value is not { } v || v == 0 || !double.IsFinite(v) ? value : (double)Math.Round((decimal)v, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(v))), 0, 9));
}
