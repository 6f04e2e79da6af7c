using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Styrkedja.App.Archive;
using Styrkedja.Provenance;
using Styrkedja.Store.People;

namespace Styrkedja.App.People;

/// <summary>A person that is made up, for trying what an office may do in the demo.</summary>
/// <param name="Holder">The opaque id that the demo's appointments name.</param>
public sealed record DemoPerson(string Holder, Bilingual Name, bool Administrator);

/// <summary>The made-up people of the demo, who may sign in by one press where the demo is run on one's own machine.</summary>
/// <remarks>They are there only in a folder that the demo was built in: the file that names them also names the first entry of the journal, and both must agree, so that a file
/// copied elsewhere opens nothing.</remarks>
public static class DemoPeople
{
    private const string FileName = "demo-people.json";

    private static readonly JsonSerializerOptions s_form = new() { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The people of the demo; none in any other region.</summary>
    public static IReadOnlyList<DemoPerson> Of(RegionArchive archive)
    {
        var file = Path.Combine(archive.Folder, FileName);
        if (!File.Exists(file) || archive.HashAt(1) is not { } first)
            return [];
        try
        {
            return JsonSerializer.Deserialize<Written>(File.ReadAllText(file), s_form) is { People: { } people } written && written.FirstEntry == first
                ? [.. people.Select(p => new DemoPerson(p.Holder, new(p.Sv, p.En), p.Administrator))]
                : [];
        }
        catch (JsonException)
        {
            // A file that cannot be read opens nothing.
            return [];
        }
    }

    /// <summary>Opens an account for each of them who has none.</summary>
    public static void OpenAccounts(IReadOnlyList<DemoPerson> people, PeopleFile file, DateTimeOffset now)
    {
        foreach (var person in people)
        {
            if (file.Accounts.Open(person.Name.Sv, null, person.Holder, null, AccountKind.Demo, now) is { } account && person.Administrator)
                file.Accounts.SetAdministrator(account.Id, true);
        }
    }

    /// <summary>Writes the file for a region that the demo has just been built in.</summary>
    internal static void Write(RegionArchive archive, string source)
    {
        var people = JsonSerializer.Deserialize<WrittenPerson[]>(File.ReadAllText(Path.Combine(source, FileName)), s_form)!;
        File.WriteAllText(Path.Combine(archive.Folder, FileName), JsonSerializer.Serialize(new Written(archive.HashAt(1)!, people), s_form));
    }

    private sealed record Written(string FirstEntry, WrittenPerson[] People);

    private sealed record WrittenPerson(string Holder, string Sv, string En, bool Administrator = false);
}
