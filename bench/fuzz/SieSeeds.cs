using System.Globalization;

namespace Styrkedja.Sie;

/// <summary>Sound SIE files of every type to begin from, each byte as one character.</summary>
internal static class SieSeeds
{
    private const string Head = """
        #FLAGGA 0
        #PROGRAM "Testekonomi" 1.0
        #FORMAT PC8
        #GEN 20180131 AA
        #SIETYP 4
        #ORGNR 232100-0115
        #FNAMN "Region Exempel"
        #ADRESS "Ann" "Gatan 1" "301 80 Halmstad" "035-13"

        """;

    private const string Chart = """
        #RAR 0 20170101 20171231
        #RAR -1 20160101 20161231
        #OMFATTN 20171231
        #KONTO 1930 "Bank"
        #KTYP 1930 T
        #KONTO 2010 "Eget kapital"
        #KONTO 6010 "Hyra"
        #SRU 6010 7300
        #DIM 20 "Verksamhet"
        #UNDERDIM 22 "Del" 20
        #OBJEKT 1 "3120" "Kliniken \"A\""
        #OBJEKT 20 4711 "V"

        """;

    private const string Balances = """
        #IB 0 1930 500.00
        #IB 0 2010 -500.00
        #UB 0 1930 400.00 2
        #UB 0 2010 -500.00
        #RES 0 6010 100.00

        """;

    private const string Months = """
        #PSALDO 0 201701 6010 {} 100.00
        #PSALDO 0 201701 6010 {1 3120} 60.00
        #PBUDGET 0 201712 6010 {1 3120} 90.00 1.5
        #OIB 0 1930 {1 "3120"} 5.00
        #OUB 0 1930 {1 "3120"} 5.00

        """;

    private const string Xml = """
        <?xml version="1.0" encoding="ISO-8859-1"?>
        <ROOT xmlns="http://www.sie.se/sie5"><FileInfo><SoftwareProduct name="T" version="5"/><FileCreation time="2018-01-31T12:00:00" by="AA"/>
        <Company organizationId="232100-0115" name="Region"/><FiscalYears><FiscalYear start="2017-01" end="2017-12" primary="true"/></FiscalYears></FileInfo>
        <Accounts><Account id="1930" name="Bank" type="asset"><OpeningBalance month="2017-01" amount="1.00"/></Account>
        <Account id="6010" name="Hyra" type="cost"><Budget month="2017-03" amount="9.50" quantity="2"><ObjectReference dimId="1" objectId="31"/></Budget></Account></Accounts>
        <Dimensions><Dimension id="1" name="Kst"><Object id="31" name="K"/></Dimension></Dimensions><Documents/>
        <Journal id="A"><JournalEntry id="1" journalDate="2017-01-15" text="K&#246;p &quot;x&quot;"><EntryInfo date="2017-01-15" by="AA"/>
        <LedgerEntry accountId="6010" amount="1.00" text="Hyra"><ObjectReference dimId="1" objectId="31"/></LedgerEntry>
        <LedgerEntry accountId="1930" amount="-1" ledgerDate="2017-01-16" quantity="1.25"/></JournalEntry></Journal></ROOT>
        """;

    public static IEnumerable<string> All()
    {
        var vouchers = Vouchers();
        yield return Head + vouchers;
        yield return Head + Chart + Balances + Months + vouchers;
        yield return Head.Replace("#FLAGGA 0\n", "#FLAGGA 0\n#KSUMMA\n", StringComparison.Ordinal) + Chart + vouchers + "#KSUMMA 4711\n";
        yield return (Head + Chart + vouchers).Replace("\n", "\r\n", StringComparison.Ordinal);
        yield return "\u00EF\u00BB\u00BF" + Head + "#VER A 1 20170115 \"K\u00C3\u00B6p\"\n{\n#TRANS 6010 {} 1.00\n#TRANS 1930 {} -1.00\n}\n";
        foreach (var type in (string[])["1", "2", "3"])
            yield return Head.Replace("#SIETYP 4", "#SIETYP " + type, StringComparison.Ordinal) + Chart + Balances + (type == "1" ? "" : Months);
        yield return Xml.Replace("ROOT", "Sie", StringComparison.Ordinal);
        yield return Xml.Replace("ROOT", "SieEntry", StringComparison.Ordinal);
    }

    private static string Vouchers()
    {
        var text = """
            #VER A 1 20170115 "Hyra" 20170116 AA
            {
            #TRANS 6010 {1 "3120" 20 "4711"} 50.00
            #TRANS 6010 {1 3120} 25.00 "" "Text \"b\"" 2.5 BB
            #RTRANS 1930 {} -60.00
            #TRANS 1930 {} -60.00
            #BTRANS 1930 {} -99.00
            #TRANS 1930 {6 P1 7 a} -15.00
            }

            """;
        for (var i = 2; i < 14; i++)
        {
            var ore = i.ToString(CultureInfo.InvariantCulture);
            text += $"#VER {(i % 3 == 0 ? "B" : "A")} {ore} 20170{1 + (i % 9)}15 \"K\u0094p {ore}\"\n{{\n#TRANS 6010 {{1 \"312{i % 4}\" 20 \"4711\"}} {ore}.50 20170117 \"Text\"\n"
                + $"#TRANS 1930 {{}} -{ore}.50\n}}\n";
        }

        return text;
    }
}
