using System.Text;

namespace Styrkedja.App.Importing;

/// <summary>A small region and small SIE files for it, written as text and encoded as SIE asks (code page 437).</summary>
internal static class SmallLedger
{
    public const string Region = """
        decision: RF-ORGANISATION
        body: RF
        date: 2014-10-15
        title: Organisation
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: DN-A, kind: operating-committee, name: Driftnämnd A, valid: 2015..}
          - establish-body: {id: DN-B, kind: operating-committee, name: Driftnämnd B, valid: 2015..}
          - establish-unit: {id: A1, name: Akuten, under: DN-A, valid: 2015..}
          - establish-unit: {id: B1, name: Medicin, under: DN-B, valid: 2015..}
          - open-cost-centres: {unit: A1, codes: [{code: 100, name: Mottagning}], valid: 2015..}
          - open-cost-centres: {unit: B1, codes: [{code: 200, name: Avdelning}], valid: 2015..}
          - open-cost-centres: {unit: B1, codes: [{code: 300, name: Dagvård}], valid: 2015..2017-06-30}
        ---
        decision: RS-KONTON
        body: RS
        date: 2015-01-02
        title: Kontoplan och motparter
        acts:
          - adopt-chart:
              id: K
              groups:
                - {id: sales, name: Försäljning, line: operating-revenue, accounts: [{from: 3000, to: 3999}]}
                - {id: care, name: Vård, line: operating-costs, accounts: [{from: 4000, to: 6999}]}
                - {id: balance, name: Balans, line: balance-sheet, accounts: [{from: 1000, to: 2999}]}
              valid: 2015..
          - adopt-counterparties: {entries: [{code: 71, name: Driftnämnd A, kind: internal, subject: DN-A}, {code: 72, name: Driftnämnd B, kind: internal, subject: DN-B}]}
        """;

    /// <summary>A file of type 4I with the vouchers given.</summary>
    public static byte[] Import(string vouchers) => Encoded(Heading + vouchers);

    /// <summary>A file of type 4E with the vouchers given and the balances that follow from them being told.</summary>
    public static byte[] Export(string vouchers, string balances) => Encoded(Heading + "#RAR 0 20170101 20171231\n#KONTO 1930 Bank\n#KONTO 4010 Vård\n" + balances + vouchers);

    public static byte[] Encoded(string text) => [.. text.ReplaceLineEndings("\r\n").Select(c => c switch
    {
        'å' => (byte)0x86, 'ä' => (byte)0x84, 'ö' => (byte)0x94, 'Å' => (byte)0x8F, 'Ä' => (byte)0x8E, 'Ö' => (byte)0x99, 'é' => (byte)0x82,
        _ => Encoding.ASCII.GetBytes([c])[0],
    })];

    private const string Heading = """
        #FLAGGA 0
        #PROGRAM "Testekonomi" 1.0
        #FORMAT PC8
        #GEN 20180131
        #SIETYP 4
        #FNAMN "Region Exempel"
        #DIM 20 "Verksamhet"
        #DIM 21 "Motpart"

        """;
}
