using DuckDB.NET.Data;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Provenance;
using Styrkedja.Store.Facts;

namespace Styrkedja.Store.Care;

/// <summary>What a source that came into the zone of care came to.</summary>
/// <param name="RowsFile">Name of the file of rows.</param>
/// <param name="Batch">Id of the batch.</param>
public sealed record KeptCare(string RowsFile, string Batch);

/// <summary>A row that tells what an earlier row of the same file has told.</summary>
/// <param name="Found">The contact or person, as its hash.</param>
public sealed record ToldTwice(string Found, int Line, int First);

/// <summary>Contacts of one source on their way into a file. They are handed over in blocks and put on disk where memory does not hold them.</summary>
public sealed class ContactWriting : IDisposable
{
    private const int MostToldTwice = 200;
    private static readonly int s_epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private readonly CareZone _zone;
    private readonly DuckDBConnection _duck;
    private readonly DuckTable _table;
    private CareContacts? _codes;

    internal ContactWriting(CareZone zone)
    {
        (_zone, _duck) = (zone, zone.Connection());
        _table = new(_duck, "incoming",
        [
            "contact UBIGINT", "person UBIGINT", "date DATE", "provider USMALLINT", "type USMALLINT", "contact_group USMALLINT", "municipality USMALLINT", "age_band UTINYINT",
            "sex UTINYINT", "way UTINYINT", "payer UTINYINT", "referral UBIGINT", "fee_ore INTEGER", "withdrawn BOOLEAN", "line INTEGER",
        ]);
    }

    /// <summary>Takes a block; its lists of codes hold those of every block before.</summary>
    public void Add(ContactBlock block)
    {
        var (contacts, withdrawn, line) = block;
        _codes = contacts;
        for (var from = 0; from < contacts.Count; from += DuckTable.PieceRows)
        {
            var rows = Math.Min(DuckTable.PieceRows, contacts.Count - from);
            _table.Begin(rows);
            contacts.Contact.AsSpan(from, rows).CopyTo(_table.Values<ulong>(0));
            contacts.Person.AsSpan(from, rows).CopyTo(_table.Values<ulong>(1));
            var day = _table.Ints(2);
            contacts.Provider.AsSpan(from, rows).CopyTo(_table.Values<ushort>(3));
            contacts.Type.AsSpan(from, rows).CopyTo(_table.Values<ushort>(4));
            contacts.Group.AsSpan(from, rows).CopyTo(_table.Values<ushort>(5));
            contacts.Home.AsSpan(from, rows).CopyTo(_table.Values<ushort>(6));
            contacts.AgeBand.AsSpan(from, rows).CopyTo(_table.Values<byte>(7));
            var sex = _table.Values<byte>(8);
            var way = _table.Values<byte>(9);
            var payer = _table.Values<byte>(10);
            for (var i = 0; i < rows; i++)
            {
                day[i] = contacts.Day[from + i] - s_epoch;
                sex[i] = (byte)contacts.Sex[from + i];
                way[i] = (byte)contacts.Way[from + i];
                payer[i] = (byte)contacts.Payer[from + i];
            }

            contacts.Referral.AsSpan(from, rows).CopyTo(_table.Values<ulong>(11));
            contacts.Fee.AsSpan(from, rows).CopyTo(_table.Ints(12));
            withdrawn.AsSpan(from, rows).CopyTo(_table.Values<bool>(13));
            line.AsSpan(from, rows).CopyTo(_table.Ints(14));
            _table.End();
        }
    }

    /// <summary>Contacts that the source tells more than once, when all of it has been handed over; of more than two hundred the first.</summary>
    public IReadOnlyList<ToldTwice> Twice()
    {
        _table.Close();
        CareZone.Execute(_duck, "CREATE OR REPLACE TEMP TABLE again AS SELECT contact FROM incoming GROUP BY contact HAVING count(*) > 1");
        using var command = _duck.CreateCommand();
        command.CommandText = $"""
            SELECT contact, line, first FROM (SELECT contact, line, min(line) OVER (PARTITION BY contact) AS first FROM incoming WHERE contact IN (FROM again))
            WHERE line > first ORDER BY line LIMIT {MostToldTwice}
            """;
        using var reader = command.ExecuteReader();
        var twice = new List<ToldTwice>();
        while (reader.Read())
            twice.Add(new($"{(ulong)reader.GetValue(0):x16}", reader.GetInt32(1), reader.GetInt32(2)));
        return twice;
    }

    /// <summary>Writes all to a file, after <see cref="Twice"/>.</summary>
    /// <param name="source">SHA-256 of the source's bytes.</param>
    public KeptCare Finish(ReadOnlySpan<byte> source)
    {
        var codes = _codes ?? throw new InvalidOperationException("No contacts were handed over.");
        // Sorted while they are codes, and told as texts afterwards: the texts would fill the memory many times over.
        var (name, batch) = _zone.Keep(
            _duck,
            $"""
             SELECT contact, person, date, {Text("provider", codes.Providers)}, {Text("type", codes.Types)}, {Text("contact_group", codes.Groups)}, {Text("municipality", codes.Municipalities)},
                    {Text("age_band", codes.AgeBands)}, {Text<Sex>("sex")}, {Text<ContactWay>("way")}, {Text<ContactPayer>("payer")}, referral, fee_ore, withdrawn
             FROM (SELECT * EXCLUDE line FROM incoming ORDER BY date, contact)
             """,
            source);
        return new(name, batch);
    }

    public void Dispose()
    {
        _table.Dispose();
        _duck.Dispose();
    }

    internal static string Text(string column, IEnumerable<string> codes) => $"({CareZone.List(codes)})[{column}::INTEGER + 1] AS {column}";

    internal static string Text<T>(string column)
        where T : struct, Enum => Text(column, Enum.GetValues<T>().Select(v => KeyWord.Of(v)));
}
