using System.Globalization;
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

/// <summary>Tables are fetched from a local server that speaks the protocol of SCB's PxWebApi 2, in parts where they are too large, and refused whole where it misbehaves.</summary>
public sealed class FetchScbTests : IAsyncLifetime, IDisposable
{
    private static readonly SourceManners s_brisk = new(1000, TimeSpan.FromSeconds(1), 2, TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1), 4 << 20);

    private readonly TemporaryRegion _region = new();
    private LocalStatistics _server = null!;

    public async ValueTask InitializeAsync() => _server = await LocalStatistics.Start();

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public void Dispose() => _region.Dispose();

    [Fact]
    public async Task A_choice_of_a_table_becomes_values_by_place_year_sex_and_part()
    {
        // Region 13 and 1380, age tot and 65+, two sexes, 2016 and 2017: the last varies fastest.
        _server.ScbData.Missing.Add(15);
        var result = await Fetch(Plan());
        Assert.Equal(("", new ValueCount(16, 0, 0)), (Faults(result), result.Values));
        Assert.Equal("1000", Shown(("0013", Period.Year(2016), Sex.Men, "")));
        Assert.Equal("1003", Shown(("0013", Period.Year(2017), Sex.Men, "")));
        Assert.Equal("1006", Shown(("0013", Period.Year(2016), Sex.Women, "")));
        Assert.Equal("1012", Shown(("0013", Period.Year(2016), Sex.Men, "Alder=65+")));
        Assert.Equal("1024", Shown(("1380", Period.Year(2016), Sex.Men, "")));
        Assert.Equal("Missing", Shown(("1380", Period.Year(2017), Sex.Women, "Alder=65+")));
        Assert.Equal("Folkmängd (Folkmängden efter region)", Book().Title("scb", "TAB638:BE0101N1"));
        Assert.True(VerifyRegion.Verify(_region.Folder, null).Ok);
    }

    [Fact]
    public async Task A_choice_that_is_too_large_is_asked_for_in_parts_and_a_table_that_is_not_updated_not_again()
    {
        _server.ScbData.MostCells = 5;
        Assert.Equal(new ValueCount(16, 0, 0), (await Fetch(Plan())).Values);
        Assert.Equal(4, _server.Calls.Count(c => c.Contains("/data", StringComparison.Ordinal)));
        var calls = _server.Calls.Count;
        var second = await Fetch(Plan());
        Assert.Equal((0, new ValueCount(0, 0, 0)), (second.Calls, second.Values));
        Assert.Equal(calls, _server.Calls.Count);

        var later = await Fetch(Plan(), new Later(TimeSpan.FromDays(40)));
        Assert.Equal((2, 0L), (later.Calls, later.Read));
        _server.ScbData.Updated = "2036-02-20T08:00:00Z";
        Assert.Equal(new ValueCount(0, 0, 16), (await Fetch(Plan(), new Later(TimeSpan.FromDays(80)))).Values);
    }

    [Theory]
    [InlineData("403", "source.forbidden")]
    [InlineData("404", "source.not-found")]
    [InlineData("500", "source.failing")]
    [InlineData("truncated", "answer.broken")]
    [InlineData("too few values", "answer.not-of-sort")]
    [InlineData("value as text", "answer.not-of-sort")]
    [InlineData("renamed member", "answer.member-missing")]
    [InlineData("other codes", "fetch.answers-something-else")]
    public async Task Whatever_the_server_does_nothing_is_half_stored_and_the_next_run_completes(string how, string code)
    {
        _server.ScbData.MostCells = 5;
        var parts = 0;
        _server.Misbehaves = async (http, _) => http.Request.Path.Value!.EndsWith("/data", StringComparison.Ordinal) && ++parts >= 3 && await Misbehave(http, how);
        var failed = await Fetch(Plan());
        Assert.Equal(code, failed.Faults.Single(f => f.Severity == Severity.Error).Code);
        Assert.Empty(_region.Archive.FactEntries());
        _server.Misbehaves = (_, _) => Task.FromResult(false);
        var calls = _server.Calls.Count;
        var next = await Fetch(Plan());
        Assert.Equal(("", new ValueCount(16, 0, 0), 2), (Faults(next), next.Values, _server.Calls.Count - calls));
    }

    [Fact]
    public async Task What_the_table_lacks_is_told_and_a_variable_that_must_be_chosen_from_stops_the_work()
    {
        var table = Plan().Tables[0];
        Assert.Equal("fetch.code-unknown 9999", Faults(await Fetch(Plan() with { Tables = [table with { Places = ["13", "9999"] }] })));
        Assert.Equal("fetch.variable-not-chosen Alder", Faults(await Fetch(Plan() with { Tables = [table with { Divide = [] }] })));
        Assert.Equal("fetch.nothing-of-variable Tid", Faults(await Fetch(Plan() with { Tables = [table with { Years = new(1950, 1951) }] })));
        Assert.Equal("fetch.variable-missing Land", Faults(await Fetch(Plan() with { Tables = [table with { Divide = [.. table.Divide, new("Land", [], null)] }] })));
    }

    [Theory]
    [InlineData("2017", "2017-01..2017-12")]
    [InlineData("2017M03", "2017-03..2017-03")]
    [InlineData("2017K4", "2017-10..2017-12")]
    [InlineData("2017H1", "2017-01..2017-06")]
    [InlineData("2017M13", "")]
    [InlineData("2016-2017", "")]
    public void A_code_of_time_is_its_months(string code, string months) => Assert.Equal(months, $"{ScbValues.PeriodOf(code)}");

    private async Task<bool> Misbehave(HttpContext http, string how)
    {
        var told = _server.Told(http)!;
        await (how switch
        {
            "truncated" => LocalStatistics.Send(http, told[..(told.Length / 2)]),
            "too few values" => LocalStatistics.Send(http, told.Replace("\"value\":[1000,", "\"value\":[", StringComparison.Ordinal)),
            "value as text" => LocalStatistics.Send(http, told.Replace("\"value\":[1000,", "\"value\":[\"1000\",", StringComparison.Ordinal)),
            "renamed member" => LocalStatistics.Send(http, told.Replace("\"category\"", "\"categories\"", StringComparison.Ordinal)),
            "other codes" => LocalStatistics.Send(http, told.Replace("\"1380\"", "\"1381\"", StringComparison.Ordinal).Replace("\"13\"", "\"1381\"", StringComparison.Ordinal)),
            _ => LocalStatistics.Send(http, "{}", int.Parse(how, CultureInfo.InvariantCulture)),
        });
        return true;
    }

    private ScbPlan Plan() => new(_server.Scb, [new("TAB638", ["BE0101N1"], ["13", "1380"], new(2016, 2017), "Region", "Tid", "ContentsCode", "Kon", [new("Alder", ["tot", "65+"], "tot")])]);

    private Task<FetchResult> Fetch(ScbPlan plan, TimeProvider? clock = null) =>
        new FetchScb(_region.Archive, clock ?? TimeProvider.System, s_brisk).Fetch(plan, new(), null, TestContext.Current.CancellationToken);

    private IndicatorBook Book() => _region.Archive.StateAt(new(new(2018, 1, 1), long.MaxValue)).Indicators;

    private string Shown((string Place, Period Period, Sex Sex, string Part) of) =>
        Book().Latest(new("scb", "TAB638:BE0101N1", of.Place, of.Period, of.Sex, of.Part)) is not { Value: var value } ? "?" : value.Value?.ToString(CultureInfo.InvariantCulture) ?? $"{value.Status}";

    private static string Faults(FetchResult result) => string.Join(", ", result.Faults.Select(f => $"{f.Code} {f.Found}"));

    /// <summary>A clock that runs as the machine's but is ahead of it.</summary>
    private sealed class Later(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
    }
}
