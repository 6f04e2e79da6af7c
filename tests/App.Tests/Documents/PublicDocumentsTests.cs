using System.Text;
using Styrkedja.App.Archive;

namespace Styrkedja.App.Documents;

/// <summary>Who may read a document depends on every case that it is filed in.</summary>
public class PublicDocumentsTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", ", secrecy: OSL 25 kap. 1 §", false)]
    [InlineData(", secrecy: OSL 18 kap. 8 §", "", false)]
    public void A_document_is_public_when_neither_it_nor_its_case_is_secret(string caseSecrecy, string documentSecrecy, bool isPublic)
    {
        using var region = new TemporaryRegion();
        var hash = Keep(region.Archive);
        Assert.False(region.Record(File("RS170001", hash, caseSecrecy, documentSecrecy)).Refused);

        Assert.Equal(isPublic, new PublicDocuments(region.Archive).Holds(hash, Now(region.Archive)));
    }

    [Fact]
    public void A_document_that_is_secret_in_one_case_is_public_in_none()
    {
        using var region = new TemporaryRegion();
        var hash = Keep(region.Archive);
        Assert.False(region.Record(File("RS170001", hash, "", "")).Refused);
        Assert.Equal("Ett yttrande", new PublicDocuments(region.Archive).Text(hash, Now(region.Archive), 100));
        Assert.False(region.Record(File("RS170002", hash, "", ", secrecy: OSL 25 kap. 1 §")).Refused);

        Assert.Null(new PublicDocuments(region.Archive).Open(hash, Now(region.Archive)));
    }

    [Fact]
    public void A_document_that_no_case_holds_is_not_public()
    {
        using var region = new TemporaryRegion();

        Assert.Null(new PublicDocuments(region.Archive).Open(Keep(region.Archive), Now(region.Archive)));
    }

    private static string Keep(RegionArchive archive) => archive.KeepDocument(new MemoryStream(Encoding.UTF8.GetBytes("Ett yttrande")));

    private static Region.RegionState Now(RegionArchive archive) => archive.StateAt(new(DateOnly.MaxValue, long.MaxValue));

    private static string File(string id, string hash, string caseSecrecy, string documentSecrecy) => $$"""
        decision: D-{{id}}
        body: RF
        date: 2017-01-01
        title: Dokument
        acts:
          - open-case: {id: {{id}}, title: Ett ärende{{caseSecrecy}}}
          - file-document: {case: {{id}}, hash: {{hash}}, title: Yttrande, kind: opinion{{documentSecrecy}}}
        """;
}
