namespace Styrkedja.Store.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Hälso- och sjukvård, 2017:725", "hälso och sjukvård 2017 725")]
    [InlineData("ÅÄÖ éÉ Üx", "åäö éé üx")]
    [InlineData("va\u030Ard A\u0308r E\u0301tage", "vård är étage")]
    [InlineData("sjuk\u00ADvård", "sjukvård")]
    [InlineData("\"a\"*(b)", "a b")]
    [InlineData("", "")]
    public void A_text_falls_into_words_in_lower_case_that_keep_their_letters(string text, string words) =>
        Assert.Equal(words, string.Join(' ', SearchWords.In(text).Select(w => w.Folded)));

    [Fact]
    public void A_word_tells_where_in_the_text_it_stands() =>
        Assert.Equal(["0+3", "5+3"], SearchWords.In("Ett, ord!").Select(w => $"{w.Start}+{w.Length}"));

    [Fact]
    public void A_name_squeezed_is_its_letters_and_digits() => Assert.Equal("rs20160154", SearchWords.Squeezed("RS 2016-0154"));
}
