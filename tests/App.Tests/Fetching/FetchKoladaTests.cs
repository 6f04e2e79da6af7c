using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Importing;
using Styrkedja.App.Verifying;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Indicators;
using Styrkedja.Provenance;
using Styrkedja.Sources;
using Styrkedja.Tests;

namespace Styrkedja.App.Fetching;

/// <summary>Values are fetched from a local server that speaks the protocol of Kolada and misbehaves in every way: nothing is half-stored, what is wrong is told, and the next run completes.</summary>
public sealed partial class FetchKoladaTests : IAsyncLifetime, IDisposable
{
    private static readonly SourceManners s_brisk = new(1000, TimeSpan.FromSeconds(1), 3, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), 4 << 20);

    private readonly TemporaryRegion _region = new();
    private LocalStatistics _server = null!;

    public async ValueTask InitializeAsync() => _server = await LocalStatistics.Start(measures: 3, rowsOfPage: 100);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public void Dispose() => _region.Dispose();

    [Fact]
    public async Task Values_are_fetched_page_by_page_and_each_is_found_with_its_source()
    {
        var result = await Fetch();
        Assert.Equal(("", 4158L, new ValueCount(4158, 0, 0)), (Faults(result), result.Read, result.Values));
        Assert.Equal(3 * 22 * 21 * 3, _region.Archive.FactEntries().Single().Batch.Rows);
        var halland = new IndicatorKey("kolada", "N00002", "0013", Period.Year(2016));
        Assert.Equal(KoladaAnswers.ValueOf("N00002", "0013", 2016, 'K'), Shown(Latest(halland with { Sex = Sex.Women })));
        Assert.Equal(KoladaAnswers.ValueOf("N00002", "0013", 2016, 'T'), Shown(Latest(halland)));
        Assert.Equal(ValueStatus.Missing, Latest(new("kolada", "N00002", "0009", Period.Year(2003))).Status);
        Assert.Equal("Mått N00002, andel (%)", Book().Title("kolada", "N00002"));
        var batch = _region.Archive.FactEntries()[0].Batch;
        Assert.Equal(14, batch.Indicators!.Answers.Count);
        Assert.All(batch.Indicators.Answers, a => Assert.StartsWith(_server.Kolada + "/data/kpi/", a.Address, StringComparison.Ordinal));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public async Task A_second_run_asks_for_nothing_and_a_later_one_only_for_what_has_changed()
    {
        await Fetch();
        var calls = _server.Calls.Count;
        var second = await Fetch();
        Assert.Equal((calls, 0, new ValueCount(0, 0, 0)), (_server.Calls.Count, second.Calls, second.Values));

        _server.KoladaData.Revised[("N00001", "0013", 2016, 'T')] = 99.5m;
        _server.KoladaData.Revised[("N00001", "0012", 2016, 'T')] = null;
        var later = await Fetch(new Later(TimeSpan.FromDays(2)));
        Assert.Equal(("", new ValueCount(0, 2, 4)), (Faults(later), later.Values));
        Assert.Single(_server.Calls.Skip(calls), c => c.StartsWith("/v3/data/", StringComparison.Ordinal));
        Assert.Contains(_server.Calls.Skip(calls), c => c.Contains("from_date=", StringComparison.Ordinal));
        var key = new IndicatorKey("kolada", "N00001", "0013", Period.Year(2016));
        Assert.Equal([KoladaAnswers.ValueOf("N00001", "0013", 2016, 'T'), "99.5"], Book().Tellings(key).Select(t => Shown(t.Value)));
        Assert.Equal(ValueStatus.Withdrawn, Latest(key with { Place = "0012" }).Status);
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public async Task An_answer_that_still_holds_is_not_sent_again()
    {
        await Fetch();
        var sent = 0;
        _server.Misbehaves = (http, _) =>
        {
            sent += http.Request.Headers.IfNoneMatch.Count;
            return Task.FromResult(false);
        };
        var again = await Fetch(terms: new(Again: true));
        Assert.Equal((_server.Calls.Count / 2, again.Calls, new ValueCount(0, 0, 4158)), (sent, sent, again.Values));
        Assert.Single(_region.Archive.FactEntries());
    }

    public static TheoryData<string, string> Misbehaviours => new()
    {
        { "429 for ever", "source.too-many" },
        { "429 for longer than we wait", "source.too-many" },
        { "500 for ever", "source.failing" },
        { "truncated", "answer.broken" },
        { "gone in the middle", "source.broken-off" },
        { "slow", "source.too-slow" },
        { "too large", "source.too-large" },
        { "renamed member", "answer.member-missing" },
        { "value as text", "answer.not-of-sort" },
        { "an unknown sex", "answer.not-of-sort" },
        { "no envelope", "answer.not-of-sort" },
        { "next page elsewhere", "source.elsewhere" },
        { "pages in a circle", "fetch.pages-in-circle" },
        { "a contradiction", "fetch.contradiction" },
        { "redirect", "source.moved" },
        { "410", "source.gone" },
        { "404 for data", "source.not-found" },
        { "400", "source.refused" },
        { "403", "source.forbidden" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task Whatever_the_server_does_nothing_is_half_stored_and_the_next_run_completes(string how, string code)
    {
        // The fifth page of data is where it happens; four are in by then.
        var pages = 0;
        _server.Misbehaves = async (http, _) => IsData(http) && ++pages >= 5 && await Misbehave(http, how);
        var failed = await Fetch();
        Assert.Equal(code, failed.Faults.Single(f => f.Severity == Severity.Error).Code);
        Assert.Empty(_region.Archive.FactEntries());
        foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
            Assert.All([texts.Says(failed.Faults[^1]), texts.Expected(failed.Faults[^1]), texts.Remedy(failed.Faults[^1])], said => Assert.DoesNotMatch(Unfilled(), said));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);

        _server.Misbehaves = (_, _) => Task.FromResult(false);
        var calls = _server.Calls.Count;
        var next = await Fetch(terms: new(Again: how == "a contradiction"));
        Assert.Equal(("", new ValueCount(4158, 0, 0)), (Faults(next), next.Values));
        if (how != "a contradiction")
            Assert.True(next.Kept >= 6 && _server.Calls.Count - calls <= 10, $"{next.Kept} kept, {_server.Calls.Count - calls} asked");
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Theory]
    [InlineData("429 for ever")]
    [InlineData("500 for ever")]
    [InlineData("gone in the middle")]
    [InlineData("slow")]
    public async Task What_passes_is_tried_again_until_it_has(string how)
    {
        var seen = new HashSet<string>();
        _server.Misbehaves = async (http, _) => IsData(http) && seen.Count < 3 && seen.Add(http.Request.Path + http.Request.QueryString) && await Misbehave(http, how);
        var result = await Fetch();
        Assert.Equal(("", new ValueCount(4158, 0, 0)), (Faults(result), result.Values));
        Assert.Equal(14 + 3 + 3, result.Calls);
    }

    [Fact]
    public async Task The_wait_that_the_server_asks_for_is_kept()
    {
        var (first, second) = (0L, 0L);
        _server.Misbehaves = async (http, _) =>
        {
            if (!IsData(http) || second > 0)
                return false;
            if (first > 0)
            {
                second = Environment.TickCount64;
                return false;
            }

            first = Environment.TickCount64;
            http.Response.Headers.RetryAfter = "1";
            await LocalStatistics.Send(http, "{}", 429);
            return true;
        };
        Assert.Equal("", Faults(await Fetch()));
        Assert.InRange(second - first, 950, 10_000);
    }

    [Fact]
    public async Task A_measure_that_is_gone_is_told_and_the_others_are_fetched()
    {
        // One that is gone makes the whole list 404, as some servers do.
        _server.Misbehaves = async (http, _) =>
        {
            if (!http.Request.Path.Value!.Contains("/kpi/", StringComparison.Ordinal) || !http.Request.Path.Value.Contains("N99999", StringComparison.Ordinal))
                return false;
            await LocalStatistics.Send(http, "{\"detail\":\"Not found\"}", 404);
            return true;
        };
        var result = await Fetch(plan: Plan() with { Groups = [], Kpis = ["N00001", "N00003", "N99999"], Places = ["0013", "7777"] });
        Assert.Equal("fetch.measure-unknown N99999, fetch.place-unknown 7777", Faults(result));
        Assert.Equal(2 * 21 * 3, result.Values.New);
    }

    [Fact]
    public async Task No_values_at_all_is_an_answer_and_no_fault()
    {
        _server.Misbehaves = async (http, _) =>
        {
            if (!IsData(http))
                return false;
            await LocalStatistics.Send(http, """{"values":[],"count":0,"next_url":""}""");
            return true;
        };
        var result = await Fetch();
        Assert.Equal(("", new ValueCount(0, 0, 0), 0), (Faults(result), result.Values, _region.Archive.FactEntries().Count));
    }

    [Fact]
    public async Task The_same_page_under_two_numbers_counts_once_and_is_told()
    {
        var first = "";
        _server.Misbehaves = async (http, _) =>
        {
            if (!IsData(http) || http.Request.Query["page"] != "2")
            {
                if (IsData(http) && first.Length == 0)
                    first = _server.Told(http)!;
                return false;
            }

            // The rows of the first page once more, with the way on to the third.
            await LocalStatistics.Send(http, first.Replace("page=2", "page=3", StringComparison.Ordinal));
            return true;
        };
        var result = await Fetch();
        Assert.Equal("fetch.told-twice 300", Faults(result));
        Assert.Equal(4158 - 300, result.Values.New);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_leaves_nothing_and_goes_on_the_next_time()
    {
        using var stop = new CancellationTokenSource();
        var pages = 0;
        _server.Misbehaves = (http, _) =>
        {
            if (IsData(http) && ++pages == 6)
                stop.Cancel();
            return Task.FromResult(false);
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new FetchKolada(_region.Archive, TimeProvider.System, s_brisk).Fetch(Plan(), new(), null, stop.Token));
        Assert.Empty(_region.Archive.FactEntries());
        var next = await Fetch();
        Assert.Equal(("", new ValueCount(4158, 0, 0)), (Faults(next), next.Values));
        Assert.True(next.Kept >= 8, $"{next.Kept}");
    }

    [Fact]
    public async Task To_check_writes_nothing_into_the_journal_and_the_real_run_asks_for_no_data_again()
    {
        Assert.Equal(new ValueCount(4158, 0, 0), (await Fetch(terms: new(Check: true))).Values);
        Assert.Empty(_region.Archive.FactEntries());
        Assert.Equal((0, 17), ((await Fetch()).Calls, _server.Calls.Count));
    }

    [Fact]
    public async Task An_answer_that_has_been_changed_is_named_by_verification()
    {
        await Fetch();
        var answer = _region.Archive.FactEntries()[0].Batch.Indicators!.Answers[3];
        var file = Path.Combine(_region.Folder, "answers", answer.Hash + ".gz");
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(("verify.answer-changed", answer.Address), (VerifyRegion.Verify(_region.Folder, null).FirstFault!.Code, VerifyRegion.Verify(_region.Folder, null).FirstFault!.Detail));
        File.Delete(file);
        Assert.Equal("verify.answer-missing", VerifyRegion.Verify(_region.Folder, null).FirstFault!.Code);
    }

    private static bool IsData(HttpContext http) => http.Request.Path.Value!.Contains("/data/", StringComparison.Ordinal);

    private async Task<bool> Misbehave(HttpContext http, string how)
    {
        var told = _server.Told(http)!;
        switch (how)
        {
            case "429 for ever":
                http.Response.Headers.RetryAfter = "0";
                await LocalStatistics.Send(http, "{}", 429);
                break;
            case "429 for longer than we wait":
                http.Response.Headers.RetryAfter = "3600";
                await LocalStatistics.Send(http, "{}", 429);
                break;
            case "500 for ever":
                await LocalStatistics.Send(http, "<html>", 500);
                break;
            case "truncated":
                await LocalStatistics.Send(http, told[..(told.Length / 2)]);
                break;
            case "gone in the middle":
                await LocalStatistics.BreakOff(http, told);
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(5), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case "too large":
                await LocalStatistics.Send(http, new string(' ', 5 << 20) + told);
                break;
            case "renamed member":
                await LocalStatistics.Send(http, told.Replace("\"period\"", "\"year\"", StringComparison.Ordinal));
                break;
            case "value as text":
                await LocalStatistics.Send(http, ValueNumber().Replace(told, "\"value\":\"$1\""));
                break;
            case "an unknown sex":
                await LocalStatistics.Send(http, told.Replace("\"gender\":\"K\"", "\"gender\":\"X\"", StringComparison.Ordinal));
                break;
            case "no envelope":
                await LocalStatistics.Send(http, "[]");
                break;
            case "next page elsewhere":
                await LocalStatistics.Send(http, NextUrl().Replace(told, "\"next_url\":\"http://127.0.0.2:1/v3/data\""));
                break;
            case "pages in a circle":
                await LocalStatistics.Send(http, NextUrl().Replace(told, $"\"next_url\":\"{_server.Kolada}{http.Request.Path.Value!["/v3".Length..]}{http.Request.QueryString}\""));
                break;
            case "a contradiction":
                const string other = """{"kpi":"N00001","municipality":"0000","period":1997,"values":[{"gender":"T","count":1,"status":"","value":-7}]},""";
                await LocalStatistics.Send(http, told.Insert(told.IndexOf('[', StringComparison.Ordinal) + 1, other));
                break;
            case "redirect":
                http.Response.Headers.Location = "http://127.0.0.2:1/";
                await LocalStatistics.Send(http, "", 302);
                break;
            default:
                await LocalStatistics.Send(http, "{}", int.Parse(how[..3], CultureInfo.InvariantCulture));
                break;
        }

        return true;
    }

    private KoladaPlan Plan() => new(_server.Kolada, ["G2KPI138906"], [], [], new(1997, 2017));

    private Task<FetchResult> Fetch(TimeProvider? clock = null, FetchTerms? terms = null, KoladaPlan? plan = null) =>
        new FetchKolada(_region.Archive, clock ?? TimeProvider.System, s_brisk).Fetch(plan ?? Plan(), terms ?? new(), null, TestContext.Current.CancellationToken);

    private IndicatorBook Book() => _region.Archive.StateAt(new(new(2018, 1, 1), long.MaxValue)).Indicators;

    private IndicatorValue Latest(IndicatorKey key) => Book().Latest(key)!.Value;

    private static string Shown(IndicatorValue value) => value.Value!.Value.ToString(CultureInfo.InvariantCulture);

    private static string Faults(FetchResult result) => string.Join(", ", result.Faults.Select(f => $"{f.Code} {f.Found}"));

    [GeneratedRegex("\"value\":(-?[0-9.]+)")]
    private static partial Regex ValueNumber();

    [GeneratedRegex("\"next_url\":(null|\"[^\"]*\")")]
    private static partial Regex NextUrl();

    [GeneratedRegex(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}")]
    private static partial Regex Unfilled();

    /// <summary>A clock that is ahead of the machine's.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
