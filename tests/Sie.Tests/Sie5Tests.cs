using System.Text;

namespace Styrkedja.Sie;

/// <summary>SIE 5, the form in XML, read into the same columns as SIE 4.</summary>
public class Sie5Tests
{
    internal const string Whole = """
        <?xml version="1.0" encoding="utf-8"?>
        <Sie xmlns="http://www.sie.se/sie5">
          <FileInfo>
            <SoftwareProduct name="Testekonomi" version="5.1"/>
            <FileCreation time="2018-01-31T12:00:00" by="AA"/>
            <Company organizationId="232100-0115" name="Region Exempel" clientId="RE"/>
            <FiscalYears>
              <FiscalYear start="2016-01" end="2016-12" closed="true"/>
              <FiscalYear start="2017-01" end="2017-12" primary="true" lastCoveredDate="2017-12-31"/>
            </FiscalYears>
            <AccountingCurrency currency="SEK"/>
          </FileInfo>
          <Accounts>
            <Account id="1930" name="Bank" type="asset">
              <OpeningBalance month="2017-01" amount="500.00"/>
              <ClosingBalance month="2017-12" amount="399.50"/>
            </Account>
            <Account id="2010" name="Eget kapital" type="equity">
              <OpeningBalance month="2017-01" amount="-500.00"/>
              <ClosingBalance month="2017-12" amount="-500.00"/>
            </Account>
            <Account id="6010" name="Hyra" type="cost" unit="m2">
              <ClosingBalance month="2017-12" amount="100.50"/>
              <Budget month="2017-03" amount="90.00" quantity="2.5"><ObjectReference dimId="1" objectId="3120"/></Budget>
            </Account>
          </Accounts>
          <Dimensions>
            <Dimension id="1" name="Kostnadsställe"><Object id="3120" name="Kliniken"/></Dimension>
            <Dimension id="20" name="Verksamhet"><Object id="4711" name="Vård"/></Dimension>
          </Dimensions>
          <Journal id="A" name="Huvudbok">
            <JournalEntry id="1" journalDate="2017-01-15" text="Köp av &quot;rum&quot;">
              <EntryInfo date="2017-01-20" by="BB"/>
              <LedgerEntry accountId="6010" amount="100.50" quantity="3" text="Hyra för å, ä &amp; ö">
                <ObjectReference dimId="1" objectId="3120"/><ObjectReference dimId="20" objectId="4711"/>
              </LedgerEntry>
              <LedgerEntry accountId="6010" amount="7.00"><Overstrike date="2017-01-21" by="CC"/></LedgerEntry>
              <LedgerEntry accountId="1930" amount="-100.50" ledgerDate="2017-01-16"/>
            </JournalEntry>
          </Journal>
        </Sie>
        """;

    [Fact]
    public void A_whole_ledger_is_read()
    {
        var file = Read(Whole);

        Assert.Equal("", SieSample.Told(file));
        Assert.Equal((SieRole.Export4E, 5, "Testekonomi", "2321000115", "Region Exempel"),
            (file.Role, file.Header.Type, file.Header.Program, file.Header.OrganisationNumber, file.Header.CompanyName));
        Assert.Equal([new(0, new(2017, 1, 1), new(2017, 12, 31)), new(-1, new(2016, 1, 1), new(2016, 12, 31))], file.Header.Years);
        Assert.Equal("""
            Opening 0 - 1930 [] 50000
            Closing 0 - 1930 [] 39950
            Opening 0 - 2010 [] -50000
            Closing 0 - 2010 [] -50000
            Result 0 - 6010 [] 10050
            PeriodBudget 0 2017-03 6010 [1=3120] 9000
            """, SieSample.Balances(file));
        Assert.Equal("""
            6010 [kst=3120 verks=4711] 10050 2017-01-15 Hyra för å, ä & ö antal 3000
            1930 [] -10050 2017-01-16
            """, SieSample.Rows(file));
        Assert.Equal(("A", "1", "Köp av \"rum\"", new DateOnly(2017, 1, 20), "BB", 32),
            (file.Vouchers.Series(0), file.Vouchers.Number(0), file.Vouchers.Text(0), file.Vouchers.Registered(0), file.Vouchers.Signature(0), file.Vouchers.Line(0)));
    }

    [Fact]
    public void Entries_to_take_in_need_neither_numbers_nor_declared_accounts()
    {
        var file = Read("""
            <e:SieEntry xmlns:e="http://www.sie.se/sie5">
              <e:FileInfo><e:SoftwareProduct name="Löner" version="1"/><e:Company organizationId="2321000115" name="Region Exempel"/></e:FileInfo>
              <e:Journal>
                <e:JournalEntry journalDate="2017-01-15">
                  <e:OriginalEntryInfo date="2017-01-16" by="AA"/>
                  <e:LedgerEntry accountId="4011" amount="5"/>
                  <e:LedgerEntry accountId="1930" amount="-5.0"/>
                </e:JournalEntry>
              </e:Journal>
            </e:SieEntry>
            """);

        Assert.Equal("", SieSample.Told(file));
        Assert.Equal(SieRole.Import4I, file.Role);
        Assert.Equal("4011 [] 500 2017-01-15\n1930 [] -500 2017-01-15", SieSample.Rows(file));
        Assert.Equal(("", "", new DateOnly(2017, 1, 16)), (file.Vouchers.Series(0), file.Vouchers.Number(0), file.Vouchers.Registered(0)));
    }

    [Fact]
    public void Text_may_stand_in_Latin_1()
    {
        var file = SieReader.Read(Encoding.Latin1.GetBytes(Whole.Replace("utf-8", "ISO-8859-1")), "bok.sie");

        Assert.Equal("Hyra för å, ä & ö", file.Rows.Text(0));
        Assert.Equal("", SieSample.Told(file));
    }

    [Fact]
    public void A_stream_gives_the_same_as_memory()
    {
        var many = Whole.Replace("</Journal>", string.Concat(Enumerable.Range(2, 500).Select(i => $"""
            <JournalEntry id="{i}" journalDate="2017-02-01" text="Nummer {i}">
              <LedgerEntry accountId="6010" amount="{i}.25" text="Rad"/><LedgerEntry accountId="1930" amount="-{i}.25"/>
            </JournalEntry>

            """)) + "</Journal>");
        var bytes = Encoding.UTF8.GetBytes(many);
        var shown = new SieShown();
        var blocks = 0;
        var summary = SieReader.Read(new MemoryStream(bytes), "bok.sie", SieOptions.Default, new SieWork(4096, 2, true), block =>
        {
            blocks++;
            shown.Add(block.Vouchers, block.Rows);
        }, null, null, TestContext.Current.CancellationToken);

        Assert.Equal(SieShown.Of(SieReader.Read(bytes, "bok.sie")), shown.With(summary));
        Assert.InRange(blocks, 5, 500);
    }

    [Theory]
    [InlineData("<Sie><Journal></Sie>", "xml-unreadable")]
    [InlineData("<!DOCTYPE Sie [<!ENTITY a \"aaaa\">]><Sie>&a;</Sie>", "xml-unreadable")]
    [InlineData("<!DOCTYPE Sie SYSTEM \"file:///etc/passwd\"><Sie/>", "xml-unreadable")]
    [InlineData("<!DOCTYPE html><html><body>Logga in</body></html>", "not-sie")]
    [InlineData("<?xml version=\"1.0\"?><Siena/>", "not-sie")]
    [InlineData("<", "not-sie")]
    [InlineData("<Sie", "xml-unreadable")]
    public void What_is_no_readable_SIE_5_is_refused(string text, string code)
    {
        var file = Read(text);

        Assert.Contains(file.Faults, f => f.Code == "sie." + code);
        Assert.True(file.Refused);
    }

    [Fact]
    public void What_is_nested_beyond_reason_is_refused()
    {
        var deep = "<Sie><X>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) + "</X></Sie>";

        Assert.Contains(Read(deep).Faults, f => f.Code == "sie.xml-unreadable");
    }

    private static SieFile Read(string text) => SieReader.Read(Encoding.UTF8.GetBytes(text), "bok.sie");
}
