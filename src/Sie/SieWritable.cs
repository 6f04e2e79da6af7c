using System.Text;

namespace Styrkedja.Sie;

/// <summary>Which texts a SIE file can carry, and the nearest one to a text that it cannot.</summary>
/// <remarks>Code page 437 without control characters. A backslash before a quote escapes it and cannot itself be escaped, so none may end a text that
/// must be quoted. Rule: SIE 4B, character set and fields.</remarks>
public static class SieWritable
{
    private const string Accented = "ØøÀÁÂÃÈÊËÌÍÎÏÐÒÓÔÕÙÚÛÝãõýþčćďđěğłńňřšśşťůžźżČĆŠŽŁ";
    private const string Unaccented = "ÖöAAAAEEEIIIIDOOOOUUUYaoytccddeglnnrssstuzzzCCSZL";

    public static bool Is(string text)
    {
        foreach (var character in text)
        {
            if (!SieCharacters.TryEncode(character, out _))
                return false;
        }

        return !text.EndsWith('\\');
    }

    /// <summary>The text with dashes, quotes and the like in their plain form; what has none becomes a question mark.</summary>
    public static string Nearest(string text)
    {
        var near = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && SieCharacters.TryEncode((char)rune.Value, out _))
                near.Append((char)rune.Value);
            else if (near.Length > 0 && Joined(near[^1], rune.Value) is { } letter)
                near[^1] = letter;
            else
                near.Append(Plain(rune.Value));
        }

        while (near.Length > 0 && near[^1] == '\\')
            near.Length--;
        return near.ToString();
    }

    /// <summary>A letter and the mark that follows it by itself, as some systems write å, ä, ö and é.</summary>
    private static char? Joined(char letter, int mark) => (letter, mark) switch
    {
        ('a', 0x30A) => 'å',
        ('A', 0x30A) => 'Å',
        ('a', 0x308) => 'ä',
        ('A', 0x308) => 'Ä',
        ('o', 0x308) => 'ö',
        ('O', 0x308) => 'Ö',
        ('u', 0x308) => 'ü',
        ('U', 0x308) => 'Ü',
        ('e', 0x301) => 'é',
        ('E', 0x301) => 'É',
        ( >= 'A' and <= 'z', >= 0x300 and <= 0x36F) => letter,
        _ => null,
    };

    private static string Plain(int rune)
    {
        if (rune is < 0x20 or 0x7F)
            return " ";
        var accented = rune <= char.MaxValue ? Accented.IndexOf((char)rune, StringComparison.Ordinal) : -1;
        if (accented >= 0)
            return Unaccented[accented].ToString();
        return rune switch
        {
            '–' or '—' or 0x2010 or 0x2011 or 0x2212 => "-",
            '’' or '‘' or '´' => "'",
            '”' or '“' or '„' => "\"",
            '…' => "...",
            '€' => "EUR",
            '•' => "*",
            0x200B or 0xAD or 0xFEFF => "",
            _ => "?",
        };
    }
}
