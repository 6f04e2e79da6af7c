using System.Net;
using Styrkedja.App.Auditing;

namespace Styrkedja.Web.Tests.Auditing;

/// <summary>The audit log as a page and as files, and what reading them leaves behind.</summary>
public sealed class AuditLogPageTests
{
    private static readonly DateTimeOffset s_day = new(2026, 11, 20, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_page_shows_what_answers_and_reading_it_is_written_every_time()
    {
        await using var region = await HostedRegion.Start();
        region.Audit.Write(new(s_day, AuditKind.Refused, AuditOutcome.Refused, "konto-1", "HSDIR", "/budget", "right.approve", "192.0.2.7"));
        region.Audit.Write(new(s_day, AuditKind.Decision, AuditOutcome.Done, "konto-<b>", "RS", "RS-2026-1"));
        for (var i = 0; i < 2; i++)
        {
            using var answer = await region.Ask(HttpMethod.Get, "/audit-log?kind=refused&from=2026-11-20&to=2026-11-20&words=right", null, (HostedRegion.SignedInAs, HostedRegion.Administrator));
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal((HttpStatusCode.OK, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
            Assert.Contains(">konto-1</a>", html, StringComparison.Ordinal);
            Assert.Contains("<option value=\"refused\" selected>Nekande</option>", html, StringComparison.Ordinal);
            Assert.Contains("href=\"/audit-log/rows.csv?kind=refused&amp;from=2026-11-20&amp;to=2026-11-20&amp;words=right\"", html, StringComparison.Ordinal);
            Assert.DoesNotContain("RS-2026-1", html, StringComparison.Ordinal);
        }

        Assert.Equal([("audit-read", region.IdOf(HostedRegion.Administrator), "/audit-log", "127.0.0.1"), ("audit-read", region.IdOf(HostedRegion.Administrator), "/audit-log", "127.0.0.1")], region.Audit.Search(new(AuditKind.AuditRead)).Select(r => (r.Kind, r.Who!, r.Object!, r.From!)));
        Assert.All(region.Audit.Search(new(AuditKind.AuditRead)), r => Assert.Matches("^[0-9a-f]{32}$", r.Trace));
        using var whole = await region.Ask(HttpMethod.Get, "/audit-log?from=igår&lang=en", null, (HostedRegion.SignedInAs, HostedRegion.Administrator));
        var all = await whole.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("konto-&lt;b&gt;", all, StringComparison.Ordinal);
        Assert.Contains("A day is written as", all, StringComparison.Ordinal);
        Assert.Equal(region.IdOf(HostedRegion.Administrator), region.Audit.Search(new())[0].Who);
    }

    [Fact]
    public async Task A_long_log_is_shown_a_hundred_at_a_time()
    {
        await using var region = await HostedRegion.Start();
        for (var i = 0; i < 120; i++)
            region.Audit.Write(new(s_day, AuditKind.Write, AuditOutcome.Done, "konto", Object: $"objekt-{i}."));
        var first = await region.Read("/audit-log?kind=write");
        var second = await region.Read("/audit-log?kind=write&before=21");

        Assert.Contains("href=\"/audit-log?kind=write&amp;before=21\" rel=\"next\"", first, StringComparison.Ordinal);
        Assert.True(first.Contains("objekt-20.", StringComparison.Ordinal) && !first.Contains("objekt-19.", StringComparison.Ordinal));
        Assert.True(second.Contains("objekt-19.", StringComparison.Ordinal) && !second.Contains("rel=\"next\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", "text/csv", "\uFEFFnumber;moment;")]
    [InlineData("jsonl", "application/jsonl", "{\"number\":")]
    public async Task Taking_it_out_gives_a_file_and_is_written(string form, string type, string beginning)
    {
        await using var region = await HostedRegion.Start();
        region.Audit.Write(new(s_day, AuditKind.Write, AuditOutcome.Done, "konto"));
        using var answer = await region.Ask(HttpMethod.Get, $"/audit-log/rows.{form}?kind=write", null, (HostedRegion.SignedInAs, HostedRegion.Administrator));
        var text = System.Text.Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal((HttpStatusCode.OK, type, "no-store"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString()));
        Assert.StartsWith("attachment; filename=\"audit-log-", answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(beginning, text, StringComparison.Ordinal);
        Assert.Contains("konto", text, StringComparison.Ordinal);
        Assert.DoesNotContain("granskare", text, StringComparison.Ordinal);
        Assert.Equal(("export", region.IdOf(HostedRegion.Administrator)), region.Audit.Search(new()) is [var row, ..] ? (row.Kind, row.Who) : default);
    }

    [Fact]
    public async Task When_the_log_cannot_be_written_it_cannot_be_read_either()
    {
        await using var region = await HostedRegion.Start();
        region.Audit.Write(new(s_day, AuditKind.Write, AuditOutcome.Done, "konto-1"));
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(region.Folder, "audit.sqlite")};Pooling=False"))
        {
            connection.Open();
            using var full = connection.CreateCommand();
            full.CommandText = "CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END";
            full.ExecuteNonQuery();
        }

        using var page = await region.Ask(HttpMethod.Get, "/audit-log");
        using var file = await region.Ask(HttpMethod.Get, "/audit-log/rows.csv");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError), (page.StatusCode, file.StatusCode));
        Assert.DoesNotContain("konto-1", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) + await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_forgets_when_it_starts_who_it_was_long_ago()
    {
        await using var region = await HostedRegion.Start(new() { Retention = new(60, 1) }, new(DateTimeOffset.UtcNow.AddMonths(-2), AuditKind.Write, AuditOutcome.Done, "konto"));
        // It is done beside the answering; ten seconds are enough for any machine.
        for (var i = 0; i < 100 && region.Audit.Search(new(AuditKind.Settings)).Count == 0; i++)
            await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.Null(region.Audit.Search(new(AuditKind.Write))[0].Who);
        Assert.Null(region.Audit.Verify().FirstFault);
    }
}
