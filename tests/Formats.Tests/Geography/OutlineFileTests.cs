using System.Text;

namespace Styrkedja.Formats.Geography;

public sealed class OutlineFileTests
{
    [Fact]
    public void Polygons_and_multipolygons_are_read_with_code_name_and_source()
    {
        var file = Read("""
            {"type": "FeatureCollection", "source": "Valmyndigheten", "features": [
              {"type": "Feature", "properties": {"code": "1380", "name": "Halmstad"}, "geometry": {"type": "Polygon", "coordinates": [[[12.5, 56.6], [12.9, 56.6], [12.9, 56.9], [12.5, 56.6]]]}},
              {"type": "Feature", "properties": {"code": "1384"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[12, 57], [12.1, 57], [12, 57.1], [12, 57]]], [[[11.9, 57], [11.95, 57], [11.9, 57.1], [11.9, 57]]]]}},
              {"type": "Feature", "properties": {"code": "9"}, "geometry": {"type": "Point", "coordinates": [12, 57]}},
              {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[12, 57], [12.1, 57], [12, 57.1]]]}}]}
            """);
        Assert.Equal((false, "Valmyndigheten"), (file.Unreadable, file.Source));
        Assert.Equal([("1380", "Halmstad", 1), ("1384", "1384", 2)], file.Places.Select(p => (p.Code, p.Name, p.Rings.Count)));
        Assert.Equal(new(12.5m, 56.6m), file.Places[0].Rings[0][0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"features\": 3}")]
    [InlineData("{\"features\": [{\"properties\": {\"code\": \"1\"}, \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[\"väst\", 57]]]}}]}")]
    [InlineData("{\"features\": [{\"properties\": {\"code\": 1380}, \"geometry\": {}}]}")]
    public void What_is_no_such_file_is_said_to_be_unreadable_and_breaks_nothing(string text)
    {
        var file = Read(text);
        Assert.True(file.Unreadable);
        Assert.Empty(file.Places);
    }

    private static OutlineFile Read(string text) => OutlineFile.Read(Encoding.UTF8.GetBytes(text));
}
