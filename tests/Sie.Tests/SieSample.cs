using System.Text;

namespace Styrkedja.Sie;

/// <summary>Small SIE files to put a case into, and what was read told as lines of text.</summary>
internal static class SieSample
{
    public const string Import = """
        #FLAGGA 0
        #PROGRAM "Testekonomi" 1.0
        #FORMAT PC8
        #GEN 20180131
        #SIETYP 4
        #FNAMN "Region Exempel"

        """;

    public const string Export = Import + """
        #RAR 0 20170101 20171231
        #RAR -1 20160101 20161231
        #KONTO 1930 "Bank"
        #KONTO 2010 "Eget kapital"
        #KONTO 6010 "Hyra"
        #IB 0 1930 500.00
        #IB 0 2010 -500.00
        #UB 0 1930 400.00
        #UB 0 2010 -500.00
        #RES 0 6010 100.00

        """;

    static SieSample() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Cp437 => Encoding.GetEncoding(437);

    public static Encoding Windows1252 => Encoding.GetEncoding(1252);

    public static SieFile Read(string text, string fileName = "bok.si", SieOptions? options = null) =>
        SieReader.Read(Cp437.GetBytes(text), fileName, options);

    /// <summary>A file for import with one voucher that holds the rows given.</summary>
    public static SieFile Voucher(string rows, SieOptions? options = null) =>
        Read(Import + "#VER A 1 20170115 \"Hyra\"\n{\n" + rows + "\n}\n", options: options);

    /// <summary>What is wrong, a fault a line: line, severity, code, what was found.</summary>
    public static string Told(SieFile file) => SieErrorGalleryTests.Told(file).TrimEnd();

    /// <summary>The rows, one a line: account, objects, öre, day, text, quantity in thousandths.</summary>
    public static string Rows(SieFile file)
    {
        var lines = new List<string>();
        for (var i = 0; i < file.Rows.Count; i++)
        {
            var objects = string.Join(' ', new[]
            {
                Object("kst", file.CostCentres, file.Rows.CostCentre[i]),
                Object("proj", file.Projects, file.Rows.Project[i]),
                Object("verks", file.Activities, file.Rows.Activity[i]),
                Object("motp", file.Counterparties, file.Rows.Counterparty[i]),
            }.Concat((file.Rows.FurtherObjects.GetValueOrDefault(i) ?? []).Select(o => $"{o.Dimension}={file.Objects(o.Dimension)[o.Object].Code}"))
                .Where(o => o.Length > 0));
            var quantity = file.Rows.QuantityThousandths(i) is { } q ? $" antal {q}" : "";
            lines.Add($"{file.Accounts[file.Rows.Account[i]].Code} [{objects}] {file.Rows.Ore[i]} {file.Rows.Day[i]:yyyy-MM-dd} {file.Rows.Text(i)}{quantity}".TrimEnd());
        }

        return string.Join('\n', lines);
    }

    /// <summary>The balances, one a line: kind, year, month, account, objects, öre.</summary>
    public static string Balances(SieFile file) =>
        string.Join('\n', Enumerable.Range(0, file.Balances.Count).Select(i =>
            $"{file.Balances.Kind(i)} {file.Balances.YearOffset(i)} {file.Balances.Period(i)?.ToString() ?? "-"} {file.Accounts[file.Balances.Account(i)].Code} "
            + $"[{string.Join(' ', file.Balances.Objects(i).Select(o => $"{o.Dimension}={file.Objects(o.Dimension)[o.Object].Code}"))}] {file.Balances.Ore(i)}"));

    private static string Object(string name, IReadOnlyList<SieObject> objects, int place) => place < 0 ? "" : $"{name}={objects[place].Code}";
}
