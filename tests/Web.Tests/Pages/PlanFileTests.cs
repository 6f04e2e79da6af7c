using System.Net;
using System.Text.RegularExpressions;
using Styrkedja.App.Archive;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Tests;
using Styrkedja.Web.Pages.Reports;

namespace Styrkedja.Web.Tests.Pages;

/// <summary>The planning documents of Halland as files: the same each time, and every figure in them leads to its explanation.</summary>
public sealed partial class PlanFileTests : IDisposable
{
    private const int Year = 2017;

    private static readonly Lazy<string> s_folder = new(BuiltRegion.DecisionsOnly);

    private readonly RegionArchive _archive = RegionArchive.Open(s_folder.Value);
    private readonly Viewpoint _at;

    public PlanFileTests() => _at = new(new(Year, 12, 31), _archive.Head().Position);

    public static TheoryData<PlanKind, string?> Documents => new() { { PlanKind.Plan, null }, { PlanKind.Distribution, null }, { PlanKind.ActivityPlan, "DN-PSY" }, { PlanKind.ActivityPlan, "RS" } };

    public void Dispose() => _archive.Dispose();

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task The_same_position_gives_the_same_bytes(PlanKind kind, string? body) => Assert.Equal(await Render(kind, body, "sv"), await Render(kind, body, "sv"));

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_figure_is_known_at_its_address(PlanKind kind, string? body)
    {
        var view = _archive.ViewAt(_at);
        var figures = FigureHref().Matches(await Render(kind, body, "en")).Select(m => Uri.UnescapeDataString(WebUtility.HtmlDecode(m.Groups[1].Value))).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, text =>
        {
            Assert.True(FigureAddress.TryParse(text, out var address), text);
            Assert.True(view.Evaluate(address).IsKnown, text);
        });
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Every_place_named_in_the_contents_is_in_the_document(PlanKind kind, string? body)
    {
        var document = await Render(kind, body, "sv");
        var ids = Regex.Matches(document, "id=\"(p-[^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Superset(Regex.Matches(document, "href=\"#(p-[^\"]+)\"").Select(m => m.Groups[1].Value).ToHashSet(), ids.ToHashSet());
    }

    [Theory]
    [InlineData(PlanKind.Plan, "Ingen budget är beslutad för 2030")]
    [InlineData(PlanKind.Distribution, "Regionstyrelsen har inte fått någon ram att fördela 2030")]
    public async Task A_year_that_nobody_has_planned_says_so(PlanKind kind, string sentence) =>
        Assert.Contains($"<h1>{sentence}</h1>", await PlanFile.RenderAsync(_archive, new(new(2030, 12, 31), _at.KnownAt), kind, 2030, null, "sv", null), StringComparison.Ordinal);

    private Task<string> Render(PlanKind kind, string? body, string language) =>
        PlanFile.RenderAsync(_archive, _at, kind, Year, body is null ? null : _archive.StateAt(_at).Organisation.Find(body), language, _archive.HashAt(_at.KnownAt));

    [GeneratedRegex("href=\"/figure/([^\"?]+)[^\"]*\"")]
    private static partial Regex FigureHref();
}
