using System.Runtime.CompilerServices;
using System.Text;

namespace Styrkedja.Sie;

/// <summary>The examples of the package's README stand here as code that runs, line by line the same.</summary>
[Collection(nameof(Console))]
public class SieReadmeTests
{
    private const string Ledger = """
        #VER A 17 20170115 "Hyra"
        {
        #TRANS 6010 {} 100.00 20170115 "Lokal"
        #TRANS 1930 {} -100.00
        }

        """;

    [Fact]
    public void The_first_example_writes_faults_and_rows() => Assert.Equal("""
        0: The record #PROGRAM is missing. Nothing needs to be done unless the information is missed. Tell the supplier.
        A 17 6010 10000 Lokal
        A 17 1930 -10000
        """, Written(Whole));

    [Fact]
    public void The_second_example_writes_sums() => Assert.Equal("6010 10000\n1930 -10000", Written(Streamed));

    [Fact]
    public void The_README_shows_these_examples()
    {
        var examples = Blocks(File.ReadAllLines(Path.Combine(SieErrorGalleryTests.Root(), "src", "Sie", "README.md")));

        Assert.Equal([Body(nameof(Whole)), Body(nameof(Streamed))], examples);
    }

    private static void Whole()
    {
        var file = SieReader.Read(File.ReadAllBytes("bok.se"), "bok.se");

        foreach (var fault in file.Faults)
            Console.WriteLine($"{fault.Line}: {SieTexts.English.Says(fault)} {SieTexts.English.Remedy(fault)}");

        for (var i = 0; i < file.Rows.Count; i++)
        {
            var voucher = file.Rows.Voucher[i];
            var account = file.Accounts[file.Rows.Account[i]];
            Console.WriteLine($"{file.Vouchers.Series(voucher)} {file.Vouchers.Number(voucher)} {account.Code} {file.Rows.Ore[i]} {file.Rows.Text(i)}");
        }
    }

    private static void Streamed()
    {
        var sums = new Dictionary<int, long>();
        using var stream = File.OpenRead("bok.se");
        var summary = SieReader.Read(stream, "bok.se", SieOptions.Default, block =>
        {
            for (var i = 0; i < block.Rows.Count; i++)
                sums[block.Rows.Account[i]] = sums.GetValueOrDefault(block.Rows.Account[i]) + block.Rows.Ore[i];
        });

        if (!summary.Refused)
        {
            foreach (var (account, ore) in sums)
                Console.WriteLine($"{summary.Accounts[account].Code} {ore}");
        }
    }

    private static string Written(Action example)
    {
        var (folder, before) = (Environment.CurrentDirectory, Console.Out);
        var own = Directory.CreateTempSubdirectory();
        using var written = new StringWriter { NewLine = "\n" };
        try
        {
            Environment.CurrentDirectory = own.FullName;
            File.WriteAllText("bok.se", (SieSample.Export.Replace("#PROGRAM \"Testekonomi\" 1.0\n", "") + Ledger), Encoding.ASCII);
            Console.SetOut(written);
            example();
        }
        finally
        {
            Console.SetOut(before);
            Environment.CurrentDirectory = folder;
            own.Delete(recursive: true);
        }

        return string.Join('\n', written.ToString().Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }

    /// <summary>The blocks of code, without the using that this file does not need.</summary>
    private static IEnumerable<string> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] == "```csharp")
                yield return string.Join('\n', lines.Skip(i + 1).TakeWhile(line => line != "```").SkipWhile(line => line.StartsWith("using Styrkedja", StringComparison.Ordinal) || line.Length == 0));
        }
    }

    private static string Body(string method, [CallerFilePath] string thisFile = "") => string.Join('\n', File.ReadLines(thisFile)
        .SkipWhile(line => line != $"    private static void {method}()").Skip(2).TakeWhile(line => line != "    }").Select(line => line.Length > 8 ? line[8..] : ""));
}
