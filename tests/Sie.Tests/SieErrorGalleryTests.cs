
namespace Styrkedja.Sie;

/// <summary>The gallery in tests/Errors/sie: one faulty file for each kind of fault, and beside it what must be told of it.</summary>
/// <remarks>A line of NAME.expected is: line, severity, code, what was found. NAME.sv.txt and NAME.en.txt hold what a user reads; when they differ from
/// what is said now, that is written to NAME.sv.received.txt, to be read and renamed by whoever agrees with it.</remarks>
public class SieErrorGalleryTests
{
    /// <summary>Faults that no file of reasonable size gives or that only writing gives; they have tests of their own.</summary>
    private static readonly SieFaultKind[] s_elsewhere = [SieFaults.FurtherFaults, SieFaults.VoucherTooLarge, SieFaults.TextUnwritable];

    public static IEnumerable<TheoryDataRow<string>> Files() => Names().Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_faulty_file_gives_the_faults_written_beside_it(string name)
    {
        var file = Read(name);

        Assert.Equal(File.ReadAllText(Path.ChangeExtension(Path.Combine(Gallery(), name), ".expected")).ReplaceLineEndings("\n"), Told(file));
        Assert.Contains(file.Faults, f => f.Code == "sie." + Path.GetFileNameWithoutExtension(name));
        Assert.Equal(file.Faults.Any(f => f.Severity == SieSeverity.Error), file.Refused);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_faulty_file_is_told_of_in_Swedish_and_in_English(string name)
    {
        var file = Read(name);

        AsApproved(name, "sv", Said(file, name, SieTexts.Swedish, "Väntat", "Gör så här"));
        AsApproved(name, "en", Said(file, name, SieTexts.English, "Expected", "What to do"));
    }

    [Fact]
    public void At_least_sixty_messages_are_shown() => Assert.InRange(Names().Count(), 60, 1000);

    [Fact]
    public void Every_kind_of_fault_has_its_file()
    {
        var shown = Names().Select(name => "sie." + Path.GetFileNameWithoutExtension(name)).ToHashSet();

        Assert.Equal([], SieFaults.All.Except(s_elsewhere).Select(k => k.Code).Where(code => !shown.Contains(code)));
    }

    [Fact]
    public void Every_fault_has_the_weight_of_its_kind()
    {
        var weights = SieFaults.All.ToDictionary(k => k.Code, k => k.Severity);

        Assert.All(Faults(), fault => Assert.Equal(weights[fault.Code], fault.Severity));
    }

    internal static IEnumerable<SieFault> Faults() => Names().SelectMany(name => Read(name).Faults);

    internal static string Told(SieFile file) => string.Concat(file.Faults.Select(f => $"{f.Line} {f.Severity} {f.Code} {f.Found}".TrimEnd() + "\n"));

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Styrkedja.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run within the repository.");
    }

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Gallery()).Select(f => Path.GetFileName(f)!).Where(f => Path.GetExtension(f) is ".si" or ".se" or ".sie").Order(StringComparer.Ordinal);

    private static SieFile Read(string name) => SieReader.Read(File.ReadAllBytes(Path.Combine(Gallery(), name)), name);

    private static string Said(SieFile file, string name, SieTexts texts, string expected, string remedy) => string.Concat(file.Faults.Select(f =>
        $"{name}{(f.Line > 0 ? $":{f.Line}:{f.Column}" : "")}: {texts.Says(f)}\n   {expected}: {texts.Expected(f)}\n   {remedy}: {texts.Remedy(f)}\n"));

    private static void AsApproved(string name, string language, string said)
    {
        var beside = Path.Combine(Gallery(), Path.GetFileNameWithoutExtension(name) + "." + language);
        var approved = File.Exists(beside + ".txt") ? File.ReadAllText(beside + ".txt").ReplaceLineEndings("\n") : "";
        if (approved != said)
            File.WriteAllText(beside + ".received.txt", said);
        Assert.Equal(approved, said);
    }

    private static string Gallery() => Path.Combine(Root(), "tests", "Errors", "sie");
}
