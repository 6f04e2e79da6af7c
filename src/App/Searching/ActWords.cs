using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.App.Searching;

/// <summary>The names, ids and sentences inside an act, whatever act it is, so that a decision is found by anything that it says.</summary>
/// <remarks>Read by reflection, so that an act which comes later is searched without a line here. Sources, amounts and dates are no words.</remarks>
internal static class ActWords
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();

    public static IEnumerable<string> Of(Act act) => Within(act);

    /// <summary>The value of a property that an act may have, by its name.</summary>
    public static object? Value(Act act, string property) => Properties(act.GetType()).FirstOrDefault(p => p.Name == property)?.GetValue(act);

    private static IEnumerable<string> Within(object? value) => value switch
    {
        null or SourceRef => [],
        string text => [text],
        Bilingual { En: { } english } name => [name.Sv, english],
        Bilingual name => [name.Sv],
        IEnumerable several => several.Cast<object?>().SelectMany(Within),
        _ when value.GetType() is { IsClass: true, Namespace: { } room } type && room.StartsWith(nameof(Styrkedja), StringComparison.Ordinal) => Properties(type).SelectMany(p => Within(p.GetValue(value))),
        _ => [],
    };

    private static PropertyInfo[] Properties(Type type) =>
        s_properties.GetOrAdd(type, t => [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0).OrderBy(p => p.MetadataToken)]);
}
