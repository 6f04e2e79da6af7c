using System.Globalization;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Styrkedja.App.Reporting;

/// <summary>A converted PDF with all that chance or the clock put in it taken out, so that the same pages are the same bytes, and with what the converter leaves undone for PDF/UA done.</summary>
/// <remarks>Dates become the moment that the report is told to be from, the identity follows from the content. Rules: ISO 32000-1, 14.3 and 14.4;
/// PDF/A-2 (ISO 19005-2), 6.6.2.3 and 6.6.4: what a standard is called in the metadata is described there; PDF/UA-1 (ISO 14289-1), 7.18.3: order of tabs.</remarks>
internal static partial class FixedPdf
{
    /// <param name="made">The moment that the file says it was made.</param>
    /// <exception cref="Provenance.FaultException">It is not written the way the converter is known to write.</exception>
    public static byte[] Fix(byte[] pdf, DateTimeOffset made)
    {
        var objects = PdfObjects.Read(pdf);
        foreach (var page in objects.Numbers.Where(objects.IsPage).ToList())
            objects[page] = objects[page].Replace("/Tabs(S)", "/Tabs/S", StringComparison.Ordinal);
        PdfFigures.Tag(objects);
        PdfContents.Tag(objects);
        PdfDecoration.Mark(objects);
        foreach (var profile in objects.Numbers.Select(n => PdfObjects.Reference(objects[n], "DestOutputProfile")).Where(n => n > 0).ToList())
            objects.SetStream(profile, Dated(objects.Stream(profile), made.UtcDateTime));

        var info = PdfObjects.Reference(objects.Trailer, "Info");
        var utc = made.UtcDateTime;
        objects[info] = Dates().Replace(objects[info], $"/$1(D:{utc.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)");
        var root = PdfObjects.Reference(objects.Trailer, "Root");
        objects[PdfObjects.Reference(objects[root], "Metadata")] = Metadata(pdf, utc);

        const string none = "00000000000000000000000000000000";
        objects.Trailer = $"/Root {root} 0 R\n/Info {info} 0 R\n/ID[<{none}><{none}>]";
        var identity = Convert.ToHexString(SHA256.HashData(objects.ToBytes()))[..none.Length];
        objects.Trailer = objects.Trailer.Replace(none, identity, StringComparison.Ordinal);
        return objects.ToBytes();
    }

    /// <summary>What the file says about itself, for those who do not open it.</summary>
    private static string Metadata(byte[] pdf, DateTime made)
    {
        using var document = PdfDocument.Open(pdf);
        var about = document.Information;
        var language = PdfStructure.Of(document).Language ?? "x-default";
        var moment = made.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var xml = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
               <dc:format>application/pdf</dc:format>
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{Escaped(about.Title)}</rdf:li></rdf:Alt></dc:title>
               <dc:creator><rdf:Seq><rdf:li>{Escaped(about.Author)}</rdf:li></rdf:Seq></dc:creator>
               <dc:language><rdf:Bag><rdf:li>{Escaped(language)}</rdf:li></rdf:Bag></dc:language>
               <pdf:Producer>{Escaped(about.Producer)}</pdf:Producer>
               <xmp:CreatorTool>{Escaped(about.Creator)}</xmp:CreatorTool>
               <xmp:CreateDate>{moment}</xmp:CreateDate>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
              <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
              <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
               <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
                <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                 <pdfaProperty:name>part</pdfaProperty:name>
                 <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                 <pdfaProperty:category>internal</pdfaProperty:category>
                 <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
                </rdf:li></rdf:Seq></pdfaSchema:property>
               </rdf:li></rdf:Bag></pdfaExtension:schemas>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n");
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(xml));
        return $"<</Type/Metadata/Subtype/XML/Length {bytes.Length}>>\nstream\n{bytes}\nendstream";
    }

    /// <summary>A description of colours says when it was made, in bytes 24 to 35: six whole numbers of two bytes, year first. Rule: ICC.1:2001-04, 6.1.5.</summary>
    private static string Dated(string profile, DateTime made)
    {
        int[] parts = [made.Year, made.Month, made.Day, made.Hour, made.Minute, made.Second];
        return profile[..24] + string.Concat(parts.Select(part => $"{(char)(part >> 8)}{(char)(part & 0xFF)}")) + profile[36..];
    }

    private static string Escaped(string? text) => SecurityElement.Escape(text ?? "");

    [GeneratedRegex(@"/(CreationDate|ModDate)\s*\([^)]*\)")]
    private static partial Regex Dates();
}
