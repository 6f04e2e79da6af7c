using System.Text;
using Styrkedja.App.Drafting;
using Styrkedja.Store.Mail;
using Styrkedja.Store.People;

namespace Styrkedja.App.Reminding;

/// <summary>Reminders of answers left to give, sent to a real mail server on the machine.</summary>
public sealed class RemindersTests : IDisposable
{
    private static readonly Texts.Texts s_swedish = Texts.Texts.In("sv");

    private readonly SmallRegion _region = new();
    private readonly PeopleFile _people;

    public RemindersTests()
    {
        _region.Record("""
            decision: RS-RUNDA
            body: RS
            date: 2026-09-01
            title: Runda
            acts:
              - open-round: {id: UR2, kind: interim-report, period: 2026-08, name: Uppföljningsrapport 2, answer-by: 2026-11-30, asks: [{of: A1, for: [forecast, deviation]}, {of: F-A, for: [forecast]}]}
            """);
        _people = PeopleFile.Open(_region.Archive.Folder);
        _people.Accounts.Open("Enhetschefen", "enhet@region.example", "H-ENHET", null, AccountKind.Local, _region.Clock.Now);
        _people.Accounts.Open("Förvaltningschefen", "chef@region.example", "H-CHEF", null, AccountKind.Local, _region.Clock.Now);
    }

    [Fact]
    public async Task Each_who_has_answers_left_gets_one_letter_a_day()
    {
        await using var server = new SmallSmtpServer();

        Assert.Equal(["H-CHEF Sent", "H-ENHET Sent"], await Send(server, 0));
        Assert.Equal(["H-CHEF AlreadyToday", "H-ENHET AlreadyToday"], await Send(server, 0));
        Assert.Equal(["H-CHEF Sent", "H-ENHET Sent"], await Send(server, 1));

        Assert.Equal(["chef@region.example", "enhet@region.example", "chef@region.example", "enhet@region.example"], server.Letters.Select(l => l.To));
        var words = Decoded(server.Letters[1].Data);
        Assert.Contains("Akuten: 2 kvar", words, StringComparison.Ordinal);
        Assert.Contains("https://styrning.example.se/my-work", words, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", server.Letters[1].Data, StringComparison.Ordinal);
        Assert.DoesNotContain("example", File.ReadAllText(Path.Combine(_region.Archive.Folder, ReminderLog.FileName)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_was_not_taken_is_tried_again_and_the_others_go()
    {
        await using var server = new SmallSmtpServer { Refused = { "chef@region.example" } };
        Assert.Equal(["H-CHEF Failed", "H-ENHET Sent"], await Send(server, 0));

        server.Refused.Clear();
        Assert.Equal(["H-CHEF Sent", "H-ENHET AlreadyToday"], await Send(server, 0));
    }

    [Fact]
    public async Task Whoever_has_answered_or_has_no_address_is_not_written_to()
    {
        _region.Record("assessment: P-A1\nsubject: A1\nby: DN-A\nperiod: 2026-08\ndate: 2026-11-20\nforecast: −1 mnkr\ntext: Färre patienter\nround: UR2\n");
        _people.Accounts.Erase(_people.Accounts.OfHolder("H-CHEF")!.Id, _region.Clock.Now);
        await using var server = new SmallSmtpServer();

        Assert.Equal(["H-CHEF NoAddress"], await Send(server, 0));
        Assert.Empty(server.Letters);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told_and_nothing_counts_as_sent()
    {
        int port;
        await using (var gone = new SmallSmtpServer())
            port = gone.Port;

        Assert.Equal(["H-CHEF Failed", "H-ENHET Failed"], await Send(port, 0));
        await using var server = new SmallSmtpServer();
        Assert.Equal(["H-CHEF Sent", "H-ENHET Sent"], await Send(server, 0));
    }

    [Fact]
    public void A_line_broken_off_in_the_log_takes_nothing_with_it()
    {
        var day = new DateOnly(2026, 11, 27);
        ReminderLog.Of(_region.Archive.Folder).Sending("UR2", "H-1", day);
        File.AppendAllText(Path.Combine(_region.Archive.Folder, ReminderLog.FileName), "\n{\"day\":\"2026-11-");

        ReminderLog.Of(_region.Archive.Folder).Sending("UR2", "H-2", day);

        var log = ReminderLog.Of(_region.Archive.Folder);
        Assert.True(log.IsSent("UR2", "H-1", day));
        Assert.True(log.IsSent("UR2", "H-2", day));
        Assert.False(log.IsSent("UR2", "H-2", day.AddDays(1)));
    }

    [Theory]
    [InlineData("""{"host": "smtp.example.se", "from": "a@region.example"}""", "")]
    [InlineData("""{"host": "localhost", "security": "none", "from": "a@region.example", "port": 25}""", "")]
    [InlineData("""{"host": "smtp.example.se", "security": "none", "from": "a@region.example"}""", "mail.in-the-clear")]
    [InlineData("""{"hst": "smtp.example.se", "port": 0, "security": "ssl", "from": "a", "password-file": "hemligt"}""", "mail.unknown-field mail.missing mail.security mail.port mail.from mail.password-unreadable")]
    [InlineData("""{"host": """, "mail.json")]
    [InlineData(null, "mail.missing-file")]
    public void The_file_of_the_mail_server_is_read_with_every_fault_at_once(string? text, string faults)
    {
        if (text is not null)
            File.WriteAllText(Path.Combine(_region.Archive.Folder, MailSettings.FileName), text);

        var read = MailSettings.Of(_region.Archive.Folder);

        Assert.Equal(faults, string.Join(' ', read.Faults.Select(f => f.Code)));
        Assert.Equal(faults.Length == 0, read.Server is not null);
        Assert.All(read.Faults, fault => Assert.NotEmpty(s_swedish.Says(fault)));
    }

    public void Dispose()
    {
        _people.Dispose();
        _region.Dispose();
    }

    private Task<List<string>> Send(SmallSmtpServer server, int daysOn) => Send(server.Port, daysOn);

    private async Task<List<string>> Send(int port, int daysOn)
    {
        var told = new List<string>();
        await using var post = new SmtpPost(new("127.0.0.1", port, MailSecurity.None, "styrkedja@region.example", null, null));
        await new SendReminders(ReminderLog.Of(_region.Archive.Folder), post).Send(
            RoundReminder.For("UR2", _region.Today.State, _people, s_swedish, new("https://styrning.example.se")),
            _region.Today.Day.AddDays(daysOn),
            (reminder, outcome, _) => told.Add($"{reminder.Holder} {outcome}"),
            TestContext.Current.CancellationToken);
        return told;
    }

    /// <summary>The words of a letter, whatever way they were written to pass as ASCII.</summary>
    private static string Decoded(string data)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(data));
        return MimeKit.MimeMessage.Load(stream).TextBody ?? "";
    }
}
