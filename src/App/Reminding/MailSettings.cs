using System.Globalization;
using System.Text.Json;
using Styrkedja.App.People;
using Styrkedja.Provenance;
using Styrkedja.Store.Mail;

namespace Styrkedja.App.Reminding;

/// <summary>The file mail.json of a region as it was read: the mail server that its letters go by, or every fault in it.</summary>
/// <param name="Server">Absent when the file is not there or has a fault.</param>
public sealed record MailSettings(MailServer? Server, IReadOnlyList<Fault> Faults)
{
    public const string FileName = "mail.json";

    private static readonly string[] s_known = ["host", "port", "security", "from", "user", "password-file"];

    /// <summary>Reads the file of a region's folder. The password lies in a file of its own, whose name may be given from the folder.</summary>
    public static MailSettings Of(string folder)
    {
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return new(null, [Fault.Error("mail.missing-file", new(FileName), FileName)]);
        try
        {
            return Read(JsonLine.Read(File.ReadAllBytes(file)), folder);
        }
        catch (JsonException e)
        {
            return new(null, [Fault.Error("mail.json", new(FileName, (int)(e.LineNumber ?? 0) + 1), e.Message.Split(" LineNumber", 2)[0])]);
        }
    }

    private static MailSettings Read(JsonLine root, string folder)
    {
        var faults = new List<Fault>();
        var fields = new Dictionary<string, JsonLine>(StringComparer.Ordinal);
        foreach (var (name, line, value) in root.Members)
        {
            if (!s_known.Contains(name))
                faults.Add(Fault.Error("mail.unknown-field", new(FileName, line), name, ("known", string.Join(", ", s_known))));
            fields[name] = value;
        }

        var (host, from) = (Needed("host"), Needed("from"));
        var security = Text("security") switch { null or "tls" => MailSecurity.Tls, "starttls" => MailSecurity.StartTls, "none" => MailSecurity.None, var other => Wrong("mail.security", "security", other, MailSecurity.Tls) };
        if (security == MailSecurity.None && host is not null && !SignInForm.IsThisMachine(host))
            Wrong("mail.in-the-clear", "security", host, security);
        var port = fields.TryGetValue("port", out var at) ? at.Kind == JsonValueKind.Number && int.TryParse(at.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65_536 ? number : Wrong("mail.port", "port", at.Text, 0) : security == MailSecurity.Tls ? 465 : 587;
        if (from is not null && !from.Contains('@', StringComparison.Ordinal))
            Wrong("mail.from", "from", from, 0);
        var (user, secret) = (Text("user"), Text("password-file"));
        var password = secret is null ? null : new SecretPlace(Path.Combine(folder, secret), null).Read();
        if (secret is not null && password is null)
            Wrong("mail.password-unreadable", "password-file", secret, 0);
        return new(faults.Count == 0 ? new(host!, port, security, from!, user, password) : null, faults);

        string? Text(string name) => fields.TryGetValue(name, out var value) && value.Kind == JsonValueKind.String && value.Text.Length > 0 ? value.Text : null;
        string? Needed(string name)
        {
            if (Text(name) is { } text)
                return text;
            faults.Add(Fault.Error("mail.missing", new(FileName, root.Line), name));
            return null;
        }

        T Wrong<T>(string code, string name, string found, T otherwise)
        {
            faults.Add(Fault.Error(code, new(FileName, fields.GetValueOrDefault(name)?.Line ?? root.Line), found));
            return otherwise;
        }
    }
}
