using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Styrkedja.Provenance;

namespace Styrkedja.App.Reporting;

/// <summary>A PDF as the numbered objects it is made of, each as the bytes it was written with, so that some can be changed and the others stay as they are.</summary>
/// <remarks>Reads what the converter writes: one table of places at the end, no objects packed in streams. Rule: ISO 32000-1, 7.5.
/// Text is held one character a byte (Latin-1), so that bytes that are no text survive.</remarks>
internal sealed partial class PdfObjects
{
    private readonly string _head;
    private readonly SortedDictionary<int, string> _bodies;

    private PdfObjects(string head, SortedDictionary<int, string> bodies, string trailer)
    {
        _head = head;
        _bodies = bodies;
        Trailer = trailer;
    }

    /// <summary>What the last dictionary of the file says, but for Size, which follows from the objects.</summary>
    public string Trailer { get; set; }

    public IEnumerable<int> Numbers => _bodies.Keys;

    /// <summary>What stands between obj and endobj.</summary>
    public string this[int number]
    {
        get => _bodies[number];
        set => _bodies[number] = value;
    }

    /// <exception cref="FaultException">It is not written the way the converter is known to write.</exception>
    public static PdfObjects Read(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var end = StartOfTable().Matches(text).LastOrDefault();
        var table = end is null ? 0 : int.Parse(end.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        if (table <= 0 || table >= text.Length || TableHead().Match(text, table) is not { Success: true } head || head.Index != table)
            throw Unread("xref");
        var count = int.Parse(head.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var entries = head.Index + head.Length;
        var places = new SortedDictionary<int, int>();
        for (var number = 0; number < count; number++)
        {
            var entry = text.AsSpan(entries + (20 * number), 18);
            if (entry[17] == 'n')
                places.Add(int.Parse(entry[..10], CultureInfo.InvariantCulture), number);
        }
        var bodies = new SortedDictionary<int, string>();
        var ends = places.Keys.Skip(1).Append(table);
        foreach (var ((place, number), next) in places.Zip(ends))
        {
            var opening = $"{number} 0 obj";
            var closing = text.LastIndexOf("endobj", next - 1, next - place, StringComparison.Ordinal);
            if (closing < 0 || string.CompareOrdinal(text, place, opening, 0, opening.Length) != 0)
                throw Unread(opening);
            bodies.Add(number, text[(place + opening.Length)..closing].Trim('\r', '\n'));
        }
        var trailer = Dictionary().Match(text, entries + (20 * count));
        if (!trailer.Success || places.Count == 0)
            throw Unread("trailer");
        return new(text[..places.Keys.First()], bodies, Size().Replace(trailer.Groups[1].Value, "").Trim());
    }

    /// <summary>Puts one more object last.</summary>
    /// <returns>Its number.</returns>
    public int Add(string body)
    {
        var number = _bodies.Keys.Last() + 1;
        _bodies.Add(number, body);
        return number;
    }

    public bool IsPage(int number) => _bodies[number].StartsWith("<</Type/Page/", StringComparison.Ordinal);

    /// <summary>What a stream holds, unpacked.</summary>
    public string Stream(int number)
    {
        var (head, content) = Halves(number);
        if (!head.Contains("/FlateDecode", StringComparison.Ordinal))
            return content;
        using var unpacked = new ZLibStream(new MemoryStream(Encoding.Latin1.GetBytes(content)), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.Latin1);
        return text.ReadToEnd();
    }

    /// <summary>Puts other content in a stream, not packed: how tightly a library packs differs from version to version, and so would the bytes.</summary>
    public void SetStream(int number, string content)
    {
        var head = Halves(number).Head;
        if (Reference(head, "Length") is > 0 and var length)
            _bodies.Remove(length);
        this[number] = $"{Packing().Replace(head.TrimEnd(), "")[..^2].TrimEnd()}/Length {content.Length}>>\nstream\n{content}\nendstream";
    }

    /// <summary>The object that a dictionary points to by a key; 0 when it points to none.</summary>
    public static int Reference(string dictionary, string key) =>
        Regex.Match(dictionary, $@"/{key}\s+(\d+)\s+0\s+R") is { Success: true } found ? int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    public byte[] ToBytes()
    {
        var text = new StringBuilder(_head);
        var size = _bodies.Keys.Last() + 1;
        var places = new int[size];
        foreach (var (number, body) in _bodies)
        {
            places[number] = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n\n");
        }
        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {size}\n");
        // Numbers without an object are free, each naming the next and the last naming 0.
        var free = Enumerable.Range(0, size).Where(number => places[number] == 0).ToList();
        for (var (number, met) = (0, 0); number < size; number++)
        {
            if (places[number] != 0)
                text.Append(CultureInfo.InvariantCulture, $"{places[number]:D10} 00000 n \n");
            else
                text.Append(CultureInfo.InvariantCulture, $"{(++met < free.Count ? free[met] : 0):D10} {(number == 0 ? 65535 : 1):D5} f \n");
        }
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {size}\n{Trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private (string Head, string Content) Halves(int number)
    {
        var body = _bodies[number];
        var from = StreamHead().Match(body);
        var content = body[(from.Index + from.Length)..body.LastIndexOf("endstream", StringComparison.Ordinal)];
        return (body[..from.Index], content.EndsWith('\n') ? content[..^1] : content);
    }

    private static FaultException Unread(string what) => new(Fault.Error("report-pdf.unknown-form", new("PDF"), what));

    [GeneratedRegex(@"startxref\s+(\d+)\s+%%EOF")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"\Gxref\s+0 (\d+)\s*\n")]
    private static partial Regex TableHead();

    [GeneratedRegex(@"\Gtrailer\s*<<(.*)>>\s*startxref", RegexOptions.Singleline)]
    private static partial Regex Dictionary();

    [GeneratedRegex(@"stream\r?\n")]
    private static partial Regex StreamHead();

    [GeneratedRegex(@"/Length\s+\d+(\s+0\s+R)?|/Filter\s*/FlateDecode")]
    private static partial Regex Packing();

    [GeneratedRegex(@"/Size\s+\d+")]
    private static partial Regex Size();
}
