using System.Text.RegularExpressions;
using Styrkedja.Tests;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>What the pages say, as approved text: a changed sentence or number is seen and approved by someone.</summary>
public sealed partial class PageTextTests(ServedHalland halland, ReadingWindows windows) : IClassFixture<ReadingWindows>
{
    [Theory]
    [InlineData("laget", "/")]
    [InlineData("laget-en", "/?lang=en")]
    [InlineData("uppfoljning-2017", "/follow-up?period=2017")]
    [InlineData("avvikelse-2017", "/follow-up/deviation?period=2017")]
    [InlineData("skattekrona-2017", "/budget/krona?year=2017&income=300000")]
    [InlineData("prognos-2017", "/follow-up/forecast?period=2017-11")]
    [InlineData("mal", "/goals")]
    [InlineData("livsplatsen-2017", "/goals/place?year=2017")]
    [InlineData("karta-2016", "/development/map?indicator=T3-F%C3%96RV%C3%84RV&year=2016")]
    [InlineData("tillvaxtstrategin-2017", "/development/programmes/TS?year=2017")]
    [InlineData("forslag", "/suggestions?asOf=2018-12-31")]
    [InlineData("forslag-ett", "/suggestions/RS179101?asOf=2018-12-31")]
    [InlineData("hushallning-2017", "/goals/judgement?year=2017")]
    [InlineData("indikator-2017", "/goals/indicators/I-FIN-2?period=2017")]
    [InlineData("beslut-hss", "/decisions/RF-2016-11-23-hss")]
    [InlineData("arenden", "/cases?asOf=2017-12-31")]
    [InlineData("arende", "/cases/RS179001")]
    [InlineData("sammantrade", "/meetings/RS-2017-08-30")]
    [InlineData("uppdrag", "/assignments?asOf=2017-12-31")]
    [InlineData("delegationer", "/delegations?asOf=2017-12-31")]
    [InlineData("lgv-en", "/lgv?lang=en&asOf=2017-12-31")]
    [InlineData("arshjul-2017", "/calendar?year=2017")]
    [InlineData("beslut-votering", "/decisions/RS-2017-08-30-hjalpmedel")]
    [InlineData("prova-forslag", "/what-if?year=2017&by=RS&fromA=DN-HS&toA=DN-PSY&amountA=50&fromB=DN-HS&toB=DN-ADH&amountB=30")]
    [InlineData("skillnad-2016", "/diff?from=2016-07-01&to=2016-12-31")]
    [InlineData("befattning", "/organisation/offices/C-TF")]
    [InlineData("siffra", "/figure/result/2017-01..2017-12/DN-PSY")]
    [InlineData("koncernen-2016", "/follow-up/group?period=2016")]
    [InlineData("forutsattningar-2017", "/budget/planning?year=2017")]
    [InlineData("versioner-2017", "/budget/versions?year=2017")]
    [InlineData("varden", "/care")]
    [InlineData("varden-kontakter-2017", "/care?show=contacts&period=2017")]
    [InlineData("varden-arm-2017", "/care/arms/S-PRIV-VC?period=2017")]
    [InlineData("varden-uppfoljning-2017", "/care/follow-up?period=2017")]
    [InlineData("varden-samma-villkor-2017", "/care/neutrality?period=2017")]
    [InlineData("varden-tva-sidor-2017", "/care/two-views?period=2017")]
    [InlineData("vardavtal-2017", "/care/agreements?asOf=2017-12-31")]
    [InlineData("vardavtal-ett-2017", "/care/agreements/EX-AVT-REHAB-1?asOf=2017-12-31")]
    [InlineData("vardgivare-2017", "/care/providers/EX-REHAB-1?asOf=2017-12-31")]
    [InlineData("utlysningar", "/development/calls?asOf=2018-12-31")]
    [InlineData("utlysning-2016", "/development/calls/CALL-2016?asOf=2018-12-31")]
    [InlineData("projekt-2016", "/development/projects/P16-04?asOf=2018-12-31")]
    [InlineData("projektbidrag", "/development/grants?asOf=2018-12-31&kind=university")]
    [InlineData("utvecklingsmedel", "/development/money?period=2017")]
    [InlineData("sok", "/search?q=psykiatri")]
    [InlineData("arsredovisning-2017", "/reports/annual/2017")]
    [InlineData("mal-och-budget-2017", "/reports/plan/2017")]
    [InlineData("resursfordelning-2017", "/reports/distribution/2017")]
    [InlineData("verksamhetsplan-2017", "/reports/activity-plan/2017/DN-PSY")]
    public async Task A_page_says_what_was_approved(string name, string path)
    {
        var page = windows.Screen;
        // The language chosen on one page is kept for the next.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(halland.Public, path).ToString());

        // The head's hash proves the very bytes of every file; what it is, and how many entries lie before it, is not for this test.
        var head = Digits().Match(await page.Locator(".time-head").TextContentAsync() ?? "").Value;
        var text = Hash().Replace(await page.Locator("main").InnerTextAsync(), "(hash)");
        Approved.Matches(name, Regex.Replace(text, $@"(?<=position\s){Regex.Escape(head)}(?!\d)", "(slut)") + "\n");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"\d[\d\u00a0]*")]
    private static partial Regex Digits();
}
