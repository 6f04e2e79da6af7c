using System.Text;

namespace Styrkedja.Store.Documents;

public sealed class DocumentFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_document_is_kept_under_the_hash_of_its_bytes_and_the_same_twice_is_the_same()
    {
        var files = new DocumentFiles(_folder.Path);

        var hash = files.Put(Text("Ett yttrande"));

        Assert.Equal(hash, files.Put(Text("Ett yttrande")));
        Assert.Equal([hash], files.Hashes);
        Assert.Equal("Ett yttrande", Read(files, hash));
        Assert.Equal(hash, files.HashOf(hash));
    }

    [Fact]
    public void A_changed_document_no_longer_has_the_hash_of_its_name()
    {
        var files = new DocumentFiles(_folder.Path);
        var hash = files.Put(Text("Ett yttrande"));

        File.AppendAllText(Path.Combine(_folder.Path, "documents", hash), "!");

        Assert.NotEqual(hash, files.HashOf(hash));
    }

    [Theory]
    [InlineData("../journal.sqlite")]
    [InlineData("")]
    [InlineData("ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789")]
    public void Nothing_but_a_hash_is_ever_a_path(string name)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "journal.sqlite"), "");

        Assert.Null(new DocumentFiles(_folder.Path).Open(name));
    }

    public void Dispose() => _folder.Dispose();

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Read(DocumentFiles files, string hash)
    {
        using var reader = new StreamReader(files.Open(hash)!);
        return reader.ReadToEnd();
    }
}
