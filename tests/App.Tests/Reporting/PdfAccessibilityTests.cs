namespace Styrkedja.App.Reporting;

/// <summary>What shuts somebody out of a PDF is found, each kind by a file with that fault and no other.</summary>
public sealed class PdfAccessibilityTests
{
    [Fact]
    public void A_file_that_all_can_read_has_no_findings() => Assert.Empty(PdfAccessibility.Check(SmallPdf.Good));

    [Theory]
    [InlineData("pdf-check.no-tags", 0, "", "/Marked true", "/Marked false")]
    [InlineData("pdf-check.no-language", 0, "", "/Lang(sv-SE)", "/Lang()")]
    [InlineData("pdf-check.no-title", 0, "", "/Title(Rapport)", "/Author(Rapport)")]
    [InlineData("pdf-check.title-not-shown", 0, "", "/DisplayDocTitle true", "/DisplayDocTitle false")]
    [InlineData("pdf-check.not-archival", 0, "", "pdfaid:conformance=\"A\"", "pdfaid:conformance=\"B\"")]
    [InlineData("pdf-check.not-archival", 0, "", "pdfaid:part=\"2\"", "pdfaid:part=\"1\"")]
    [InlineData("pdf-check.not-universal", 0, "", "<pdfuaid:part>1</pdfuaid:part>", "")]
    [InlineData("pdf-check.font-not-embedded", 1, "Arial", "/Type/Font/Subtype/Type3", "/Type/Font/BaseFont/Arial/Subtype/TrueType")]
    [InlineData("pdf-check.font-without-text", 1, "", "/ToUnicode 28 0 R", "")]
    [InlineData("pdf-check.heading-leap", 1, "H3 Tabell", "/S/H2/P 10 0 R/Pg 3 0 R", "/S/H3/P 10 0 R/Pg 3 0 R")]
    [InlineData("pdf-check.empty-heading", 1, "H2", "(Tabell)", "( )")]
    [InlineData("pdf-check.table-without-heads", 1, "Table 1", "/Rubrik/H1>>", "/Rubrik/H1/TH/TD>>")]
    [InlineData("pdf-check.head-without-scope", 1, "TH Namn", "/A<</O/Table/Scope/Column>>", "")]
    [InlineData("pdf-check.uneven-table", 1, "Table 1", "/S/TD/P 16 0 R/Pg 3 0 R/K[5]", "/S/TD/P 16 0 R/Pg 3 0 R/A<</O/Table/ColSpan 2>>/K[5]")]
    [InlineData("pdf-check.figure-without-text", 1, "Figure 1", "/Alt(Utfallet stiger.)", "/Alt( )")]
    [InlineData("pdf-check.reading-order", 1, "H2 Tabell", "/K[11 0 R 12 0 R 13 0 R 14 0 R", "/K[11 0 R 12 0 R 14 0 R 13 0 R")]
    [InlineData("pdf-check.reading-order", 1, "P Regionen redovisar.", "/K[11 0 R 12 0 R 13 0 R 14 0 R 21 0 R 22 0 R 29 0 R 30 0 R]", "/K[11 0 R 13 0 R 14 0 R 21 0 R 22 0 R 29 0 R 30 0 R 12 0 R]")]
    [InlineData("pdf-check.untagged", 1, "1", "/Artifact<</Type/Pagination>>BDC", "/Span BMC")]
    [InlineData("pdf-check.untagged", 1, "Path", "/Artifact BMC\n0 0 595 842 re f\nEMC", "0 0 595 842 re f")]
    [InlineData("pdf-check.untagged", 1, "Image", "/Artifact BMC\n", "q 9 0 0 9 0 0 cm /Im1 Do Q /Artifact BMC\n")]
    [InlineData("pdf-check.mark-without-element", 1, "Regionen redovisar.", "/S/P/P 10 0 R/Pg 3 0 R/K[1]", "/S/P/P 10 0 R/Pg 3 0 R")]
    [InlineData("pdf-check.element-without-mark", 2, "7", "/Pg 4 0 R/K[1]", "/Pg 4 0 R/K[1 7]")]
    [InlineData("pdf-check.tab-order", 1, "", "/Tabs/S", "/Tabs(S)")]
    [InlineData("pdf-check.link-without-text", 1, "https://example.org/", "/Contents(webbplatsen)", "")]
    public void A_fault_is_found_and_no_other(string code, int page, string element, string right, string wrong) =>
        Assert.Equal([new PdfFinding(code, page, element)], PdfAccessibility.Check(SmallPdf.Spoiled(right, wrong)));

    [Theory]
    [InlineData("/StructTreeRoot 9 0 R", "", "pdf-check.no-tags")]
    [InlineData("/RoleMap<</Rubrik/H1>>", "/RoleMap<</Rubrik/H2>>", "pdf-check.first-heading")]
    [InlineData("/RoleMap<</Rubrik/H1>>", "/RoleMap<</Rubrik/P/H2/P>>", "pdf-check.no-heading")]
    [InlineData("/Alt(Utfallet stiger.)/K[7]", "/Alt(Utfallet stiger.)", "pdf-check.figure-without-picture")]
    [InlineData("<</Type/OBJR/Obj 25 0 R>>", "", "pdf-check.untagged-link")]
    [InlineData("<</Type/OBJR/Obj 25 0 R>>", "", "pdf-check.link-tag-without-link")]
    public void A_fault_that_brings_others_is_found_too(string right, string wrong, string code) =>
        Assert.Contains(PdfAccessibility.Check(SmallPdf.Spoiled(right, wrong)), f => f.Code == code);

    [Fact]
    public void Every_kind_of_finding_has_a_faulty_file_above_and_its_sentence()
    {
        var spoiled = typeof(PdfAccessibilityTests).GetMethods().SelectMany(m => m.GetCustomAttributes(typeof(InlineDataAttribute), false)).Cast<InlineDataAttribute>()
            .SelectMany(row => row.Data).OfType<string>().Where(text => text.StartsWith("pdf-check.", StringComparison.Ordinal)).ToHashSet();
        foreach (var language in new[] { Texts.Texts.Swedish, Texts.Texts.English })
            Assert.Equal(spoiled.Order(), Texts.Texts.In(language).Keys.Where(key => key.StartsWith("pdf-check.", StringComparison.Ordinal)).Order());
    }
}
