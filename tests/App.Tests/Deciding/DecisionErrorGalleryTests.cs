using System.Runtime.CompilerServices;
using System.Text;
using Styrkedja.Formats.Decisions;

namespace Styrkedja.App.Deciding;

/// <summary>The sentences that each faulty decision file gives, in Swedish and English, as they stand in tests/Errors/decisions.</summary>
public class DecisionErrorGalleryTests
{
    private static readonly string s_everyAct = string.Join(", ", ActForms.All.Select(a => a.Name));

    public static IEnumerable<TheoryDataRow<string>> Files() =>
        Directory.EnumerateFiles(Gallery(), "*.yaml").Order().Select(f => new TheoryDataRow<string>(Path.GetFileNameWithoutExtension(f)!));

    [Theory]
    [MemberData(nameof(Files))]
    public void A_faulty_file_is_told_of_in_both_languages(string name)
    {
        var told = new StringBuilder();
        foreach (var fault in DecisionFile.Read(File.ReadAllText(Path.Combine(Gallery(), name + ".yaml")), name + ".yaml").Faults)
        {
            told.AppendLine($"{fault.Place.File}:{fault.Place.Line}:{fault.Place.Column} {fault.Code}");
            foreach (var texts in new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") })
            {
                var sentences = new[] { texts.Says(fault), texts.Expected(fault), texts.Remedy(fault) };
                Assert.All(sentences, s => Assert.DoesNotMatch(@"^fault\.|^decision\.|\{\w+\}", s));
                told.AppendLine($"    {texts.Language}: {string.Join(" | ", sentences).Replace(s_everyAct, "(every act)", StringComparison.Ordinal)}");
            }
        }

        var expected = Path.Combine(Gallery(), name + ".expected");
        Assert.Equal(File.Exists(expected) ? File.ReadAllText(expected) : "", told.ToString());
    }

    private static string Gallery([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../../Errors/decisions"));
}
