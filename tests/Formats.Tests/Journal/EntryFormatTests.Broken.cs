using System.Text;
using CsCheck;
using Styrkedja.Region;

namespace Styrkedja.Formats.Journal;

/// <summary>Bytes that are not as they were written: a refusal that the caller can tell of, never an entry half read.</summary>
public partial class EntryFormatTests
{
    [Fact]
    public void An_entry_cut_short_is_refused_wherever_it_is_cut()
    {
        foreach (var (kind, bytes) in OneOfEach())
        {
            for (var length = 0; length < bytes.Length; length++)
                Assert.True(Assert.ThrowsAny<Exception>(() => EntryFormat.Read(bytes.AsSpan(0, length))) is FormatException, $"{kind}, {length} bytes");
        }
    }

    [Fact]
    public void A_byte_changed_in_an_entry_gives_an_entry_or_a_refusal_and_nothing_else() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 100_000], Gen.Byte).Sample(
        (which, at, to) =>
        {
            var bytes = OneOfEach().ElementAt(which).Bytes;
            bytes[at % bytes.Length] = to;
            try
            {
                Assert.NotNull(EntryFormat.Read(bytes));
            }
            catch (FormatException)
            {
                // Told as it should be.
            }
        },
        iter: 3000);

    [Theory]
    [InlineData("\"body\":\"RF\"", "\"body\":\"RF\",\"body\":\"RS\"")]
    [InlineData("\"body\":\"RF\"", "\"body\":7")]
    [InlineData("\"body\":\"RF\"", "\"body\":null")]
    [InlineData("\"body\":\"RF\",", "")]
    [InlineData("\"acts\":[", "\"acts\":[null,")]
    [InlineData("\"kind\":\"commission\"", "\"kind\":\"gift\"")]
    [InlineData("\"kind\":\"commission\"", "\"kind\":\"1\"")]
    [InlineData("\"earliest\":\"2016-11-22\"", "\"earliest\":\"2016-11-31\"")]
    [InlineData("\"earliest\":\"2016-11-22\"", "\"earliest\":\"2016-1-22\"")]
    [InlineData("\"amount\":391250001", "\"amount\":391250001.5")]
    [InlineData("\"amount\":391250001", "\"amount\":391250001000000000000")]
    [InlineData("\"rate\":1082", "\"rate\":10820000000")]
    [InlineData("\"recorded\":\"2016-11-23T12:00:00Z\"", "\"recorded\":\"2016-11-23T24:00:00Z\"")]
    [InlineData("\"taken\":true", "\"taken\":\"true\"")]
    [InlineData("}}", "}} ,")]
    public void An_entry_whose_values_are_not_of_their_kind_is_refused(string written, string instead)
    {
        var entry = Encoding.UTF8.GetString(OneOfEach().First().Bytes);
        var last = entry.LastIndexOf(written, StringComparison.Ordinal);
        Assert.True(last >= 0, entry);
        Assert.Throws<FormatException>(() => EntryFormat.Read(Encoding.UTF8.GetBytes(entry[..last] + instead + entry[(last + written.Length)..])));
    }

    [Fact]
    public void A_text_that_is_no_UTF_8_is_refused()
    {
        var bytes = OneOfEach().First().Bytes;
        bytes[bytes.AsSpan().IndexOf("Allt som"u8)] = 0xff;
        Assert.Throws<FormatException>(() => EntryFormat.Read(bytes));
    }

    [Fact]
    public void Texts_that_come_back_are_one_and_those_that_differ_never_are()
    {
        Assert.Same(Title("Ram till nämnden"), Title("Ram till nämnden"));
        var texts = Enumerable.Range(0, 30_000).Select(i => $"{(char)('a' + (i % 26))}{i} å {new string('x', i % 300)}").ToList();
        Assert.Equal(texts, texts.Select(Title));
        Assert.Equal("rad\n\"ett\" \\ två", Title("rad\\u000a\\\"ett\\\" \\\\ två"));

        static string Title(string text) => ((DecisionEntry)EntryFormat.Read(Encoding.UTF8.GetBytes(
            $$$"""{"content":{"decision":{"acts":[],"body":"RF","date":"2017-01-01","decision":"B","title":{"sv":"{{{text}}}"}},"verdict":{"breaches":[],"outcome":"within","rules":[]}},"entry":1,"kind":"decision","position":1,"recorded":"2017-01-01T12:00:00Z"}"""))).Decision.Title.Sv;
    }
}
