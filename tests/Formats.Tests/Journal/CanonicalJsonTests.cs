using System.Text;
using System.Text.Json.Nodes;
using CsCheck;

namespace Styrkedja.Formats.Journal;

/// <summary>The canonical bytes of values. These goldens pin a choice that cannot be undone: every hash of every journal rests on it.
/// When one of them fails the code is wrong, never the golden.</summary>
public class CanonicalJsonTests
{
    private static readonly Gen<string> s_texts = Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 8];

    private static readonly Gen<JsonNode> s_values = Gen.Recursive<JsonNode>((depth, inner) => depth > 3
        ? s_texts.Select(t => (JsonNode)t!)
        : Gen.OneOf(
            s_texts.Select(t => (JsonNode)t!),
            Gen.Long.Select(n => (JsonNode)n),
            Gen.Bool.Select(b => (JsonNode)b),
            inner.Array[0, 3].Select(items => (JsonNode)new JsonArray([.. items.Select(i => i.DeepClone())])),
            Gen.Select(s_texts, inner).Array[0, 4].Select(members => (JsonNode)new JsonObject(members.DistinctBy(m => m.Item1).Select(m => KeyValuePair.Create(m.Item1, (JsonNode?)m.Item2.DeepClone()))))));

    [Theory]
    [InlineData("""{ "b" : 1 , "a" : 2 }""", """{"a":2,"b":1}""")]
    [InlineData("""{"å":1,"z":2,"Z":3,"10":4,"9":5}""", """{"10":4,"9":5,"Z":3,"z":2,"å":1}""")]
    [InlineData("""{"a":null,"b":{}}""", """{"b":{}}""")]
    [InlineData("""[ true, false, "x", [] ]""", """[true,false,"x",[]]""")]
    [InlineData("""[0,-1,9223372036854775807,-9223372036854775808]""", """[0,-1,9223372036854775807,-9223372036854775808]""")]
    [InlineData("""["å / \u00e5 \u2028 €"]""", "[\"å / å \u2028 €\"]")]
    [InlineData("\"\\\"\\\\\\n\\t\\u0000\\u001f\"", "\"\\\"\\\\\\u000a\\u0009\\u0000\\u001f\"")]
    [InlineData("\"\\ud83c\\udfe5\"", "\"\U0001F3E5\"")]
    public void A_value_has_one_form_and_no_other(string json, string canonical) =>
        Assert.Equal(canonical, Encoding.UTF8.GetString(CanonicalJson.Write(JsonNode.Parse(json)!)));

    [Fact]
    public void The_bytes_are_UTF8_without_mark() => Assert.Equal(
        "7B2261223A22C3A5222C22F09F8FA5223A317D",
        Convert.ToHexString(CanonicalJson.Write(new JsonObject { ["\U0001F3E5"] = 1, ["a"] = "å" })));

    [Theory]
    [InlineData("[null]")]
    [InlineData("[1.5]")]
    [InlineData("[1e3]")]
    [InlineData("[9223372036854775808]")]
    public void What_has_no_canonical_form_is_never_written(string json) => Assert.ThrowsAny<Exception>(() => CanonicalJson.Write(JsonNode.Parse(json)!));

    [Fact]
    public void Read_back_and_written_again_the_bytes_are_the_same() => s_values.Sample(value =>
    {
        var bytes = CanonicalJson.Write(value);
        return CanonicalJson.Write(JsonNode.Parse(bytes)!).SequenceEqual(bytes);
    });

    [Fact]
    public void In_which_order_the_members_were_put_does_not_show() => s_values.Where(v => v is JsonObject).Sample(value =>
        CanonicalJson.Write(new JsonObject(value.AsObject().Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())))).SequenceEqual(CanonicalJson.Write(value)));
}
