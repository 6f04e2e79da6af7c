using System.Xml.Linq;

namespace Styrkedja.House;

public sealed class StoreyTests
{
    /// <summary>The projects under src from the ground up; Sources and Formats know nothing of each other.</summary>
    private static readonly Dictionary<string, string[]> s_mayUse = new()
    {
        ["Core"] = [],
        ["Sie"] = [],
        ["Formats"] = ["Core", "Sie"],
        ["Sources"] = ["Core"],
        ["Store"] = ["Core", "Formats"],
        ["App"] = ["Core", "Sie", "Formats", "Sources", "Store"],
        ["Web"] = ["Core", "Sie", "Formats", "Sources", "Store", "App"],
        ["Cli"] = ["Core", "Sie", "Formats", "Sources", "Store", "App", "Web"],
    };

    private static readonly (string Name, string File, XDocument Project)[] s_projects =
        [.. House.Files("src", ".csproj").Select(file => (Path.GetFileNameWithoutExtension(file), file, XDocument.Parse(House.Text(file))))];

    [Fact]
    public void A_storey_refers_only_to_storeys_below_it() => House.Holds(
        "Core and Sie at the bottom, then Formats, Sources and Store, then App, Web and Cli; references go down.",
        from project in s_projects
        from reference in project.Project.Descendants("ProjectReference")
        let named = Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
        where !s_mayUse.GetValueOrDefault(project.Name, []).Contains(named)
        select $"{project.File}: {project.Name} must not use {named}");

    [Fact]
    public void Every_project_has_a_storey_and_is_built()
    {
        var solution = House.Text("Styrkedja.slnx");
        House.Holds("A project under src is one of the storeys, and every project is in the solution.", [
            .. s_projects.Where(project => !s_mayUse.ContainsKey(project.Name)).Select(project => $"{project.File} is no storey we know."),
            .. House.Files("", ".csproj").Where(file => !file.StartsWith("bench/", StringComparison.Ordinal))
                .Where(file => !solution.Contains($"\"{file}\"", StringComparison.Ordinal))
                .Select(file => $"{file} is missing in Styrkedja.slnx.")]);
    }

    [Fact]
    public void Core_needs_no_package_when_it_runs()
    {
        var core = s_projects.Single(project => project.Name == "Core");
        House.Holds("Core stands on the base class library alone; packages that only check the code are marked PrivateAssets=all.", [
            .. core.Project.Descendants("PackageReference").Where(package => (string?)package.Attribute("PrivateAssets") != "all")
                .Select(package => $"{core.File}: {(string?)package.Attribute("Include")}"),
            .. typeof(Provenance.Fault).Assembly.GetReferencedAssemblies().Where(used => used.Name?.StartsWith("System", StringComparison.Ordinal) != true)
                .Select(used => $"The built Core refers to {used.Name}.")]);
    }

    [Fact]
    public void No_project_opens_a_room_to_all_its_files() => House.Holds(
        "A room is named with a using in the file that needs it, so that the floors can be read.",
        from file in House.Files("src", ".csproj", ".cs")
        from line in House.Lines(file)
        where line.Text.Contains("Using Include=\"Styrkedja", StringComparison.Ordinal)
            || (file.StartsWith("src/Core/", StringComparison.Ordinal) && line.Text.StartsWith("global using", StringComparison.Ordinal))
        select $"{file}:{line.Number}: {line.Text.Trim()}");
}
