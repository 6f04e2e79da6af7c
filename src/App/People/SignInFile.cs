using System.Globalization;
using System.Net;
using System.Text.Json;
using Styrkedja.Provenance;

namespace Styrkedja.App.People;

/// <summary>The file sign-in.json as it was read: the settings, or every fault in it.</summary>
public sealed record SignInFile(SignInSettings? Settings, IReadOnlyList<Fault> Faults)
{
    /// <summary>Reads the file of a region's folder; without one the default holds.</summary>
    public static SignInFile Of(string folder)
    {
        var file = Path.Combine(folder, SignInSettings.FileName);
        return File.Exists(file) ? Read(File.ReadAllBytes(file), file) : new(SignInSettings.Default, []);
    }

    public static SignInFile Read(byte[] utf8, string fileName)
    {
        try
        {
            var form = new SignInForm(fileName);
            var settings = form.Settings(JsonLine.Read(utf8));
            return new(form.Faults.Count == 0 ? settings : null, form.Faults);
        }
        catch (JsonException e)
        {
            return new(null, [Fault.Error("sign-in.json", new(fileName, (int)(e.LineNumber ?? 0) + 1), e.Message.Split(" LineNumber", 2)[0])]);
        }
    }
}

/// <summary>The form of sign-in.json: which fields there are, how each is written, and what must hold between them.</summary>
internal sealed class SignInForm(string fileName)
{
    // The levels of assurance as the Swedish federations for care write them.
    private static readonly Dictionary<string, int> s_levels = Enumerable.Range(2, 3).ToDictionary(level => $"http://id.sambi.se/loa/loa{level}", level => level, StringComparer.Ordinal);

    private readonly List<Fault> _faults = [];

    public IReadOnlyList<Fault> Faults => _faults;

    public SignInSettings? Settings(JsonLine root)
    {
        if (Mapping(root, ["public-address", "provider", "local-accounts", "session"]) is not { } fields)
            return null;
        var address = fields.TryGetValue("public-address", out var at) ? Address(at) : null;
        if (address is { AbsolutePath: not "/" })
            Wrong("sign-in.public-path", at!);
        var provider = fields.TryGetValue("provider", out var about) ? Provider(about) : null;
        var local = fields.TryGetValue("local-accounts", out var whether) ? Bool(whether) : true;
        if (provider is null && !local)
            Wrong("sign-in.no-way-in", whether ?? root);
        return new(address, provider, local, fields.TryGetValue("session", out var limits) ? Limits(limits) : SessionLimits.Default);
    }

    private ProviderSettings? Provider(JsonLine line)
    {
        if (Mapping(line, ["name", "authority", "client-id", "client-secret", "scopes", "claims", "levels", "required-level", "organisations", "user-info", "open-accounts"]) is not { } fields)
            return null;
        var name = Required(line, fields, "name");
        var clientId = Required(line, fields, "client-id");
        var authority = fields.TryGetValue("authority", out var at) ? Address(at) : Missing(line, "authority");
        var secret = fields.TryGetValue("client-secret", out var place) ? Secret(place) : null;
        var scopes = fields.TryGetValue("scopes", out var asked) ? TextsOf(asked) : ["openid", "profile"];
        if (asked is not null && !scopes.Contains("openid"))
            Wrong("sign-in.scope-openid", asked);
        var claims = fields.TryGetValue("claims", out var names) ? Claims(names) : ClaimNames.Default;
        var levels = fields.TryGetValue("levels", out var words) ? Levels(words) : s_levels;
        var required = fields.TryGetValue("required-level", out var level) ? Number(level, 2, 4) : 3;
        if (level is not null && levels.Count > 0 && !levels.Values.Any(l => l >= required))
            Wrong("sign-in.level-unreachable", level);
        var organisations = fields.TryGetValue("organisations", out var allowed) ? TextsOf(allowed) : [];
        if (organisations.Count > 0 && claims.Organisation is null)
            Wrong("sign-in.organisation-claim", allowed!);
        return new(
            name ?? "",
            authority ?? new Uri("about:blank"),
            clientId ?? "",
            secret,
            scopes,
            claims,
            levels,
            required,
            organisations,
            fields.TryGetValue("user-info", out var fetch) && Bool(fetch),
            fields.TryGetValue("open-accounts", out var open) && Bool(open));
    }

    private ClaimNames Claims(JsonLine line)
    {
        var fields = Mapping(line, ["subject", "name", "email", "hsa-id", "organisation"]) ?? [];
        string? Named(string field, string? otherwise) => fields.TryGetValue(field, out var value) ? Text(value) : otherwise;
        return new(Named("subject", "sub") ?? "", Named("name", "name") ?? "", Named("email", "email"), Named("hsa-id", null), Named("organisation", null));
    }

    private Dictionary<string, int> Levels(JsonLine line)
    {
        if (line.Kind != JsonValueKind.Object)
        {
            NotOfKind(line, "mapping");
            return [];
        }

        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, at, value) in line.Members)
        {
            if (!levels.TryAdd(name, Number(value, 2, 4)))
                _faults.Add(Fault.Error("sign-in.twice", new(fileName, at), name));
        }

        if (levels.Count == 0)
            Wrong("sign-in.no-levels", line);
        return levels;
    }

    private SessionLimits Limits(JsonLine line)
    {
        var fields = Mapping(line, ["idle-minutes", "absolute-hours"]) ?? [];
        var idle = fields.TryGetValue("idle-minutes", out var minutes) ? TimeSpan.FromMinutes(Number(minutes, 1, 720)) : SessionLimits.Default.Idle;
        var absolute = fields.TryGetValue("absolute-hours", out var hours) ? TimeSpan.FromHours(Number(hours, 1, 24)) : SessionLimits.Default.Absolute;
        if (idle > absolute)
            Wrong("sign-in.idle-longer", minutes ?? line);
        return new(idle, absolute);
    }

    private SecretPlace? Secret(JsonLine line)
    {
        if (line.Kind == JsonValueKind.String)
        {
            // What stood there may be the secret itself, and faults are printed.
            _faults.Add(Fault.Error("sign-in.secret-inline", new(fileName, line.Line), "…"));
            return null;
        }

        if (Mapping(line, ["file", "environment"]) is not { } fields)
            return null;
        if (fields.Count != 1)
        {
            Wrong("sign-in.secret-place", line);
            return null;
        }

        var (name, value) = fields.First();
        if (Text(value) is not { } where)
            return null;
        var place = name == "file" ? new SecretPlace(where, null) : new SecretPlace(null, where);
        if (place.Read() is null)
            Wrong("sign-in.secret-unreadable", value);
        return place;
    }

    /// <summary>An address that is safe to send people to: https, or this machine itself.</summary>
    private Uri? Address(JsonLine line)
    {
        if (Text(line) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address is { Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsThisMachine(address.Host))))
            return address;
        Wrong("sign-in.address", line);
        return null;
    }

    /// <summary>True for the names that a machine has for itself.</summary>
    internal static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private Dictionary<string, JsonLine>? Mapping(JsonLine line, string[] known)
    {
        if (line.Kind != JsonValueKind.Object)
        {
            NotOfKind(line, "mapping");
            return null;
        }

        var fields = new Dictionary<string, JsonLine>(StringComparer.Ordinal);
        foreach (var (name, at, value) in line.Members)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
                _faults.Add(Fault.Error("sign-in.unknown-field", new(fileName, at), name, ("known", string.Join(", ", known))));
            else if (!fields.TryAdd(name, value))
                _faults.Add(Fault.Error("sign-in.twice", new(fileName, at), name));
        }

        return fields;
    }

    private string? Required(JsonLine line, Dictionary<string, JsonLine> fields, string name)
    {
        if (fields.TryGetValue(name, out var value))
            return Text(value);
        Missing(line, name);
        return null;
    }

    private Uri? Missing(JsonLine line, string name)
    {
        _faults.Add(Fault.Error("sign-in.missing", new(fileName, line.Line), name));
        return null;
    }

    private string? Text(JsonLine line)
    {
        if (line.Kind == JsonValueKind.String && !string.IsNullOrWhiteSpace(line.Text))
            return line.Text;
        NotOfKind(line, "text");
        return null;
    }

    private List<string> TextsOf(JsonLine line)
    {
        if (line.Kind == JsonValueKind.Array)
            return [.. line.Items.Select(Text).OfType<string>()];
        NotOfKind(line, "list");
        return [];
    }

    private bool Bool(JsonLine line)
    {
        if (line.Kind is not (JsonValueKind.True or JsonValueKind.False))
            NotOfKind(line, "yes-or-no");
        return line.Kind == JsonValueKind.True;
    }

    private int Number(JsonLine line, int least, int most)
    {
        if (line.Kind == JsonValueKind.Number && int.TryParse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        _faults.Add(Fault.Error("sign-in.number", new(fileName, line.Line), line.Text, ("least", $"{least}"), ("most", $"{most}")));
        return least;
    }

    private void NotOfKind(JsonLine line, string kind) =>
        _faults.Add(Fault.Error(
            kind switch { "mapping" => "sign-in.kind-mapping", "list" => "sign-in.kind-list", "text" => "sign-in.kind-text", _ => "sign-in.kind-yes-or-no" },
            new(fileName, line.Line),
            line.Text));

    private void Wrong(string code, JsonLine line) => _faults.Add(Fault.Error(code, new(fileName, line.Line), line.Text));
}
