using System.Reflection;
using System.Text.RegularExpressions;

namespace Styrkedja.House;

public sealed partial class FloorTests
{
    private static readonly string[] s_floors = [.. House.Lines("floors.txt").Select(line => line.Text.Trim()).Where(line => line.Length > 0)];

    [Fact]
    public void Every_room_of_Core_has_a_floor_and_every_floor_is_a_room()
    {
        var rooms = House.Files("src/Core", ".cs").Select(Room).Where(room => room.Length > 0).ToHashSet();
        House.Holds("floors.txt names each folder of src/Core once, ground first.", [
            .. s_floors.GroupBy(floor => floor).Where(floor => floor.Count() > 1).Select(floor => $"floors.txt names {floor.Key} twice."),
            .. rooms.Except(s_floors).Select(room => $"src/Core/{room} is missing in floors.txt."),
            .. s_floors.Except(rooms).Select(floor => $"floors.txt names {floor}, but src/Core/{floor} holds no code."),
            .. House.Files("src/Core", ".cs").Where(file => Room(file).Length == 0).Select(file => $"{file} lies in no room.")]);
    }

    [Fact]
    public void A_room_uses_only_rooms_below_it() => House.Holds(
        "A room of Core stands on what lies below it in floors.txt and never names what lies above.",
        House.Files("src/Core", ".cs").SelectMany(file => House.Lines(file).SelectMany(line => MentionsIn(line.Text)
            .Select(named => Arrow(Room(file), named))
            .Where(breach => breach is not null)
            .Select(breach => $"{file}:{line.Number}: {breach}"))));

    [Fact]
    public void A_file_declares_the_namespace_of_its_room() => House.Holds(
        "A file in src/Core/X declares the namespace Styrkedja.X, in its first namespace line.",
        House.Files("src/Core", ".cs")
            .Where(file => !House.Lines(file).Any(line => Regex.IsMatch(line.Text, $@"^namespace Styrkedja\.{Room(file)}(\.\w+)*;$")))
            .Select(file => $"{file}: expected namespace Styrkedja.{Room(file)};"));

    /// <summary>What source lines cannot show: types named without their namespace, since all rooms share the outer one.</summary>
    [Fact]
    public void No_member_of_a_type_shows_a_type_from_a_floor_above()
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var core = typeof(Provenance.Fault).Assembly;
        House.Holds("A type shows only types from its own floor or below.",
            from type in core.GetTypes()
            where FloorOf(type) >= 0
            from member in type.GetMembers(all)
            from shown in Shown(member).SelectMany(Parts).Append(type.BaseType ?? typeof(object)).Concat(type.GetInterfaces().SelectMany(Parts))
            where shown.Assembly == core && FloorOf(shown) > FloorOf(type)
            group shown.FullName by type.FullName into upwards
            select $"{upwards.Key} shows {string.Join(", ", upwards.Distinct())}");
    }

    [Theory]
    [InlineData("using Styrkedja.Reports;", "Goals", "Goals lies below Reports")]
    [InlineData("using static Styrkedja.Authority.Rules;", "Frames", "Frames lies below Authority")]
    [InlineData("    Styrkedja.FollowUp.Outcome outcome,", "Facts", "Facts lies below FollowUp")]
    [InlineData("using Styrkedja.Store;", "Goals", "Store is no room of Core")]
    [InlineData("using Styrkedja.Calendar;", "Goals", null)]
    [InlineData("using Styrkedja.Goals;", "Goals", null)]
    [InlineData("namespace Styrkedja.Reports;", "Goals", null)]
    public void An_arrow_upwards_is_seen(string line, string room, string? breach) =>
        Assert.Equal(breach, MentionsIn(line).Select(named => Arrow(room, named)).FirstOrDefault(found => found is not null));

    private static string Room(string file) => file.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    private static IEnumerable<string> MentionsIn(string line) => line.StartsWith("namespace ", StringComparison.Ordinal)
        ? []
        : QualifiedName().Matches(line).Select(match => match.Groups[1].Value);

    private static string? Arrow(string room, string named)
    {
        var (from, to) = (Array.IndexOf(s_floors, room), Array.IndexOf(s_floors, named));
        return to < 0 ? $"{named} is no room of Core" : to > from ? $"{room} lies below {named}" : null;
    }

    private static int FloorOf(Type type) => type.Namespace?.Split('.') is ["Styrkedja", var room, ..] ? Array.IndexOf(s_floors, room) : -1;

    private static IEnumerable<Type> Shown(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType
        ? Parts(type.GetElementType()!)
        : type.GetGenericArguments().SelectMany(Parts).Prepend(type);

    [GeneratedRegex(@"\bStyrkedja\.([A-Z]\w*)")]
    private static partial Regex QualifiedName();
}
