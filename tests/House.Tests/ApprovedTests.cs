using Styrkedja.Tests;

namespace Styrkedja.House;

public sealed class ApprovedTests
{
    [Fact]
    public void The_same_text_passes_and_another_names_its_first_differing_line()
    {
        var folder = Directory.CreateTempSubdirectory("approved");
        try
        {
            var testFile = Path.Combine(folder.FullName, "SomeTests.cs");
            File.WriteAllText(Path.Combine(folder.FullName, "page.verified.txt"), "one\ntwo\n");
            Approved.Matches("page", "one\r\ntwo", testFile);

            var failure = Assert.ThrowsAny<Exception>(() => Approved.Matches("page", "one\nthree", testFile));
            Assert.Contains("at line 2", failure.Message, StringComparison.Ordinal);
            Assert.Contains("approved: two", failure.Message, StringComparison.Ordinal);
            Assert.Contains("received: three", failure.Message, StringComparison.Ordinal);
            Assert.Equal("one\nthree\n", File.ReadAllText(Path.Combine(folder.FullName, "page.received.txt")));

            Approved.Matches("page", "one\ntwo", testFile);
            Assert.False(File.Exists(Path.Combine(folder.FullName, "page.received.txt")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
