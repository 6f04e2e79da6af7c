using System.Text.RegularExpressions;

namespace Styrkedja.House;

public sealed partial class DrawerTests
{
    [Fact]
    public void There_are_no_drawers() => House.Holds(
        "A room lends and has no drawers: a helper lives with its noun, and a pattern is no name.", [
            .. House.Files("src").SelectMany(file => file.Split('/')
                .Where(part => IsDrawer(part.Split('.')[0]))
                .Select(part => $"{file}: {part}")),
            .. from file in House.Files("src", ".cs", ".razor")
               from line in House.Lines(file)
               from Match match in TypeName().Matches(line.Text)
               where IsDrawer(match.Groups[1].Value)
               select $"{file}:{line.Number}: {match.Groups[1].Value}"]);

    [Theory]
    [InlineData("Utils", true)]
    [InlineData("Services", true)]
    [InlineData("FrameHelper", true)]
    [InlineData("CellDto", true)]
    [InlineData("FrameFactory", true)]
    [InlineData("CareManagementGroup", false)]
    [InlineData("CommonGround", false)]
    [InlineData("CareService", false)]
    public void A_drawer_is_told_from_a_noun(string name, bool isDrawer) => Assert.Equal(isDrawer, IsDrawer(name));

    private static bool IsDrawer(string name) => Drawer().IsMatch(name);

    [GeneratedRegex(@"^(Utils?|Helpers?|Common|Services|Managers?)$|[a-z](Utils?|Helpers?|Manager|Dto|Factory|Aggregate)$|^(Dto|Factory|Aggregate)s?$")]
    private static partial Regex Drawer();

    [GeneratedRegex(@"^\s*(?:(?:public|internal|private|protected|file|static|sealed|abstract|partial|readonly|ref)\s+)*(?:class|record struct|record class|record|struct|interface|enum)\s+(\w+)")]
    private static partial Regex TypeName();
}
