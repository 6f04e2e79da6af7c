using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.Drafts;

/// <summary>Drafts on disk: every version stays, and two who write at once lose nothing.</summary>
public class DraftFileTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly DraftContent s_content = new(DraftKind.Decision, "A1", "DN-A", "DN170001", "Inköp av ventilatorer", "decision: DN-A-1\nbody: DN-A\n");

    [Fact]
    public void A_draft_is_read_back_as_it_was_written()
    {
        using var folder = new TemporaryFolder();
        long id;
        using (var drafts = DraftFile.Open(folder.Path))
            id = drafts.Add(s_content, "H-1", s_noon).Id;

        using var again = DraftFile.Open(folder.Path);

        Assert.Equal(new Draft(id, 1, s_content, DraftState.Draft, "H-1", "H-1", s_noon, null, null), again.Find(id));
    }

    [Fact]
    public void Every_change_keeps_the_version_before()
    {
        using var folder = new TemporaryFolder();
        using var drafts = DraftFile.Open(folder.Path);
        var first = drafts.Add(s_content, "H-1", s_noon);
        var second = drafts.Change(first, s_content with { Title = "Inköp av fläktar" }, DraftState.Submitted, "H-2", s_noon.AddHours(1))!;
        drafts.Change(second, second.Content, DraftState.Returned, "H-3", s_noon.AddHours(2), "Vad kostar det?");

        var versions = drafts.Versions(first.Id);

        Assert.Equal(["Inköp av ventilatorer", "Inköp av fläktar", "Inköp av fläktar"], versions.Select(v => v.Content.Title));
        Assert.Equal([1, 2, 3], versions.Select(v => v.Number));
        Assert.All(versions, v => Assert.Equal("H-1", v.Author));
        Assert.Equal(("Vad kostar det?", DraftState.Returned), (versions[2].Note, versions[2].State));
    }

    [Fact]
    public void Of_two_who_change_the_same_version_only_the_first_becomes_the_next()
    {
        using var folder = new TemporaryFolder();
        using var drafts = DraftFile.Open(folder.Path);
        var seen = drafts.Add(s_content, "H-1", s_noon);

        Assert.NotNull(drafts.Change(seen, s_content with { Title = "Den förstas" }, DraftState.Draft, "H-1", s_noon));
        Assert.Null(drafts.Change(seen, s_content with { Title = "Den andras" }, DraftState.Draft, "H-2", s_noon));
        Assert.Equal("Den förstas", drafts.Find(seen.Id)!.Content.Title);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain_of_versions()
    {
        using var folder = new TemporaryFolder();
        using var drafts = DraftFile.Open(folder.Path);
        using var others = DraftFile.Open(folder.Path);
        var id = drafts.Add(s_content, "H-1", s_noon).Id;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() =>
        {
            var file = writer % 2 == 0 ? drafts : others;
            for (var i = 0; i < 5; i++)
            {
                while (file.Change(file.Find(id)!, s_content with { Title = $"{writer}-{i}" }, DraftState.Draft, $"H-{writer}", s_noon) is null)
                {
                }
            }
        })));

        var versions = drafts.Versions(id);
        Assert.Equal(Enumerable.Range(1, 41), versions.Select(v => v.Number));
        Assert.Equal(40, versions.Skip(1).Select(v => v.Content.Title).Distinct().Count());
    }

    [Fact]
    public void Only_what_still_waits_is_open()
    {
        using var folder = new TemporaryFolder();
        using var drafts = DraftFile.Open(folder.Path);
        var waiting = drafts.Add(s_content, "H-1", s_noon);
        var recorded = drafts.Add(s_content, "H-1", s_noon);
        var withdrawn = drafts.Add(s_content, "H-1", s_noon);
        drafts.Change(recorded, s_content, DraftState.Recorded, "H-2", s_noon, position: 12);
        drafts.Change(withdrawn, s_content, DraftState.Withdrawn, "H-1", s_noon);

        Assert.Equal(waiting.Id, Assert.Single(drafts.Open()).Id);
        Assert.Equal(12, drafts.Find(recorded.Id)!.Position);
    }

    [Fact]
    public void A_version_cannot_be_changed_and_the_file_is_its_owners_alone()
    {
        using var folder = new TemporaryFolder();
        using var drafts = DraftFile.Open(folder.Path);
        drafts.Add(s_content, "H-1", s_noon);
        using var connection = new SqliteConnection($"Data Source={folder.File("drafts.sqlite")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE draft_version SET title = 'Annat'";

        Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        Assert.All(Directory.GetFiles(folder.Path, "drafts.sqlite*"), file => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite), file));
    }
}
