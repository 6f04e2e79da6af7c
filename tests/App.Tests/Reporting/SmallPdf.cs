using System.Text;

namespace Styrkedja.App.Reporting;

/// <summary>A PDF of two pages that all can read, written by hand so that each thing in it can be spoiled: a heading, a text, a table, a picture and a link; then a heading and a text.</summary>
internal static class SmallPdf
{
    private const string Figures = "/Figure<</MCID 7>>BDC\nq 200 0 0 100 70 380 cm /Im1 Do Q\nEMC";

    private static readonly string[] s_objects =
    [
        "<</Type/Catalog/Pages 2 0 R/Lang(sv-SE)/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot 9 0 R/Metadata 27 0 R>>",
        "<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]/Resources<</Font<</F1 7 0 R>>/XObject<</Im1 24 0 R>>>>>>",
        "<</Type/Page/Parent 2 0 R/Contents 5 0 R/StructParents 0/Tabs/S/Annots[25 0 R]>>",
        "<</Type/Page/Parent 2 0 R/Contents 6 0 R/StructParents 1>>",
        Stream("", string.Join('\n',
            "/Artifact BMC\n0 0 595 842 re f\nEMC",
            Mark("H1", 0, 70, 760, "Rapport"), Mark("P", 1, 70, 730, "Regionen redovisar."), Mark("H2", 2, 70, 700, "Tabell"),
            Mark("TH", 3, 70, 660, "Namn"), Mark("TH", 4, 300, 660, "Utfall"), Mark("TD", 5, 70, 640, "Psykiatri"), Mark("TD", 6, 300, 640, "12,3"),
            Figures, Mark("Link", 8, 70, 340, "webbplatsen"), "/Artifact<</Type/Pagination>>BDC\n" + Show(70, 40, "1") + "\nEMC")),
        Stream("", string.Join('\n', Mark("H2", 0, 70, 760, "Mera"), Mark("P", 1, 70, 730, "Slut."))),
        $"<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</box 8 0 R>>/Encoding<</Type/Encoding/Differences[32 {string.Concat(Enumerable.Repeat("/box", 95))}]>>/FirstChar 32/LastChar 126/Widths[{string.Concat(Enumerable.Repeat("500 ", 95))}]/Resources<<>>/ToUnicode 28 0 R>>",
        Stream("", "500 0 0 0 500 700 d1 0 0 400 600 re f"),
        "<</Type/StructTreeRoot/K[10 0 R]/ParentTree 23 0 R/RoleMap<</Rubrik/H1>>>>",
        "<</Type/StructElem/S/Document/P 9 0 R/K[11 0 R 12 0 R 13 0 R 14 0 R 21 0 R 22 0 R 29 0 R 30 0 R]>>",
        "<</Type/StructElem/S/Rubrik/P 10 0 R/Pg 3 0 R/K 0>>",
        "<</Type/StructElem/S/P/P 10 0 R/Pg 3 0 R/K[1]>>",
        "<</Type/StructElem/S/H2/P 10 0 R/Pg 3 0 R/K[2]>>",
        "<</Type/StructElem/S/Table/P 10 0 R/Pg 3 0 R/K[15 0 R 16 0 R]>>",
        "<</Type/StructElem/S/TR/P 14 0 R/Pg 3 0 R/K[17 0 R 18 0 R]>>",
        "<</Type/StructElem/S/TR/P 14 0 R/Pg 3 0 R/K[19 0 R 20 0 R]>>",
        "<</Type/StructElem/S/TH/P 15 0 R/Pg 3 0 R/A<</O/Table/Scope/Column>>/K[3]>>",
        "<</Type/StructElem/S/TH/P 15 0 R/Pg 3 0 R/A[<</O/Layout>><</O/Table/Scope/Column>>]/K[4]>>",
        "<</Type/StructElem/S/TD/P 16 0 R/Pg 3 0 R/K[5]>>",
        "<</Type/StructElem/S/TD/P 16 0 R/Pg 3 0 R/K[<</Type/MCR/MCID 6/Pg 3 0 R>>]>>",
        "<</Type/StructElem/S/Figure/P 10 0 R/Pg 3 0 R/Alt(Utfallet stiger.)/K[7]>>",
        "<</Type/StructElem/S/Link/P 10 0 R/Pg 3 0 R/K[8 <</Type/OBJR/Obj 25 0 R>>]>>",
        "<</Nums[0[11 0 R 12 0 R 13 0 R 17 0 R 18 0 R 19 0 R 20 0 R 21 0 R 22 0 R]1[29 0 R 30 0 R]2 22 0 R]>>",
        Stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "x"),
        "<</Type/Annot/Subtype/Link/Rect[70 335 160 355]/F 4/StructParent 2/Contents(webbplatsen)/A<</S/URI/URI(https://example.org/)>>>>",
        "<</Title(Rapport)>>",
        Stream("/Type/Metadata/Subtype/XML", """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfaid:part="2" pdfaid:conformance="A"><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
            """),
        Stream("", """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
            1 begincodespacerange <00> <FF> endcodespacerange
            1 beginbfrange <20> <7E> <0020> endbfrange
            endcmap end end
            """),
        "<</Type/StructElem/S/H2/P 10 0 R/Pg 4 0 R/K[0]>>",
        "<</Type/StructElem/S/P/P 10 0 R/Pg 4 0 R/K[1]>>",
    ];

    public static byte[] Good => Write(s_objects);

    /// <summary>The same with one thing in it written otherwise.</summary>
    public static byte[] Spoiled(string right, string wrong)
    {
        var holders = s_objects.Where(o => o.Contains(right, StringComparison.Ordinal)).ToList();
        Assert.True(holders.Count == 1, $"{right} stands in {holders.Count} objects.");
        return Write([.. s_objects.Select(o => o.Replace(right, wrong, StringComparison.Ordinal))]);
    }

    private static string Mark(string tag, int number, int x, int y, string text) => $"/{tag}<</MCID {number}>>BDC\n{Show(x, y, text)}\nEMC";

    private static string Show(int x, int y, string text) => $"BT /F1 12 Tf {x} {y} Td ({text}) Tj ET";

    /// <summary>Its length is written last, when nothing in it changes any more.</summary>
    private static string Stream(string keys, string content) => $"<<{keys}/Length #>>\nstream\n{content}\nendstream";

    private static byte[] Write(string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (body, index) in objects.Select((body, index) => (body, index)))
        {
            places.Add(text.Length);
            var from = body.IndexOf("stream\n", StringComparison.Ordinal) + "stream\n".Length;
            text.Append($"{index + 1} 0 obj\n{body.Replace("#", $"{body.IndexOf("\nendstream", StringComparison.Ordinal) - from}")}\nendobj\n");
        }
        var table = text.Length;
        text.Append($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n").Append(string.Concat(places.Select(p => $"{p:D10} 00000 n \n")))
            .Append($"trailer\n<</Size {places.Count + 1}/Root 1 0 R/Info 26 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
