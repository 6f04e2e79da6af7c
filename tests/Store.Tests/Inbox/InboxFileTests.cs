namespace Styrkedja.Store.Inbox;

public sealed class InboxFileTests
{
    private static readonly InboxLetter s_letter = new(InboxKind.Suggestion, null, "Fler bänkar", "Vid entrén");
    private static readonly DateTimeOffset s_now = new(2018, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_was_taken_in_waits_in_order_also_after_the_file_has_been_opened_anew()
    {
        using var folder = new TemporaryFolder();
        using (var inbox = InboxFile.Open(folder.Path))
        {
            inbox.Take(s_letter, new("Namn", null), s_now);
            inbox.Take(s_letter with { About = "UTLYSNING-1", Title = "Ansökan" }, new(null, null), s_now);
        }

        using var again = InboxFile.Open(folder.Path);
        Assert.Equal([(1, "Fler bänkar", null), (2, "Ansökan", "UTLYSNING-1")], again.Waiting().Select(i => (i.Id, i.Letter.Title, i.Letter.About)));
        Assert.Equal(new InboxSender("Namn", null), again.Waiting()[0].Sender);
        Assert.Null(again.Waiting()[1].Sender);
    }

    [Fact]
    public void It_takes_no_more_than_it_holds_until_someone_has_gone_through_it()
    {
        using var folder = new TemporaryFolder();
        using var inbox = InboxFile.Open(folder.Path, mostWaiting: 2);
        Assert.NotNull(inbox.Take(s_letter, new(null, null), s_now));
        Assert.NotNull(inbox.Take(s_letter, new(null, null), s_now));
        Assert.Null(inbox.Take(s_letter, new(null, null), s_now));
        Assert.True(inbox.Opened(1, "RS1", "h", s_now));
        Assert.NotNull(inbox.Take(s_letter, new(null, null), s_now));
    }

    [Fact]
    public void It_is_gone_through_once_and_a_sender_that_is_erased_is_nowhere_in_the_file()
    {
        using var folder = new TemporaryFolder();
        using (var inbox = InboxFile.Open(folder.Path))
        {
            inbox.Take(s_letter, new("Hemlig Avsändare", "hemlig@example.se"), s_now);
            Assert.True(inbox.SetAside(1, "reklam", "h", s_now));
            Assert.False(inbox.Opened(1, "RS1", "h", s_now));
            Assert.Equal((InboxState.SetAside, "reklam", null), (inbox.Find(1)!.State, inbox.Find(1)!.Reason, inbox.Find(1)!.Sender));
        }

        Assert.All(Directory.EnumerateFiles(folder.Path), f => Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("hemlig@"u8)));
    }

    [Fact]
    public void Only_its_owner_reads_the_file()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var folder = new TemporaryFolder();
        using var inbox = InboxFile.Open(folder.Path);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "inbox.sqlite")));
    }
}
