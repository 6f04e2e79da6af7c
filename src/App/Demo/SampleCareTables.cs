using System.Globalization;

namespace Styrkedja.App.Demo;

/// <summary>A health centre of the sample, and how large a part of its municipality's listings it has.</summary>
internal sealed record SampleUnit(string Provider, string Municipality, int Weight);

/// <summary>A municipality of the sample with its residents.</summary>
/// <param name="CareRegion">The provider that stands for the other region which highly specialised care is bought from.</param>
internal sealed record SampleMunicipality(string Code, int Residents, string CareRegion);

/// <summary>A kind of contact, and how often residents have it.</summary>
/// <param name="Provider">Id of a provider, or listed or care-region.</param>
/// <param name="PerMille">Contacts a year per thousand residents.</param>
/// <param name="Referred">Per cent of the contacts that come by referral.</param>
/// <param name="Groups">The kind of groups that its stays get; empty for visits.</param>
/// <param name="Shape">Per cent of the mean, by age band.</param>
internal sealed record SampleContact(string Provider, string Type, int PerMille, string Way, int Referred, int Fee, string Groups, IReadOnlyList<int> Shape);

/// <summary>A group of stays, how often it comes and about what one costs to give.</summary>
internal sealed record SampleGroup(string Kind, string Group, int Weight, int Cost);

/// <summary>The tables that the sample of care is made from, as they stand in data/halland/sample-care.</summary>
internal sealed record SampleCareTables(IReadOnlyList<SampleUnit> Units, IReadOnlyList<SampleMunicipality> Municipalities, IReadOnlyList<SampleContact> Contacts, IReadOnlyList<SampleGroup> Groups)
{
    /// <summary>The age bands, with the part of the residents that each has, per thousand. Made up.</summary>
    public static readonly IReadOnlyList<(string Band, int PerMille)> AgeBands = [("0-6", 81), ("7-17", 132), ("18-44", 310), ("45-64", 255), ("65-74", 119), ("75-84", 71), ("85-", 32)];

    /// <param name="source">The folder data/halland.</param>
    public static SampleCareTables Read(string source) => new(
        [.. Rows(source, "units.csv").Select(r => new SampleUnit(r[0], r[1], Number(r[2])))],
        [.. Rows(source, "residents.csv").Select(r => new SampleMunicipality(r[0], Number(r[1]), r[2]))],
        [.. Rows(source, "contacts.csv").Select(r => new SampleContact(r[0], r[1], Number(r[2]), r[3], Number(r[4]), Number(r[5]), r[6], [.. r.Skip(7).Select(Number)]))],
        [.. Rows(source, "groups.csv").Select(r => new SampleGroup(r[0], r[1], Number(r[2]), Number(r[3])))]);

    private static IEnumerable<string[]> Rows(string source, string name) =>
        File.ReadLines(Path.Combine(source, "sample-care", name)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split(';'));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
