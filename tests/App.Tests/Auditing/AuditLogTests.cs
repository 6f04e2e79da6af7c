using System.Text;
using Microsoft.Data.Sqlite;
using Styrkedja.Store;
using Styrkedja.Store.Audit;

namespace Styrkedja.App.Auditing;

public sealed class AuditLogTests : IDisposable
{
    private static readonly DateTimeOffset s_day = new(2026, 11, 27, 8, 30, 0, 250, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-audit");
    private readonly AuditLog _log;

    public AuditLogTests() => _log = new(_folder.FullName);

    private string LogFile => Path.Combine(_folder.FullName, AuditFile.Name);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_log_that_nobody_has_written_to_is_whole_and_makes_no_file()
    {
        Assert.Null(_log.Verify().FirstFault);
        Assert.Empty(_log.Search(new()));
        Assert.Equal(0, _log.Pseudonymise(s_day, AuditRetention.Default));
        Assert.False(File.Exists(LogFile));
    }

    [Fact]
    public void What_was_written_is_read_as_it_was_and_only_the_owner_may_read_the_files()
    {
        _log.Write(new(s_day, AuditKind.Refused, AuditOutcome.Refused, "konto-1", "HSDIR", "/budget", "right.approve", "192.0.2.7", "abc123"));

        var row = Assert.Single(_log.Search(new()));
        Assert.Equal(new AuditRow(1, s_day, "refused", "refused", "HSDIR", "/budget", "right.approve", "abc123", _log.PseudonymOf("konto-1", 2026), "konto-1", "192.0.2.7"), row);
        Assert.Equal((1L, null), (_log.Verify().Events, _log.Verify().FirstFault));
        if (OperatingSystem.IsWindows())
            return;
        Assert.Equal(KeyFolder.OwnerOnly, File.GetUnixFileMode(LogFile));
        Assert.Equal(KeyFolder.OwnerOnly, File.GetUnixFileMode(LogFile + "-wal"));
        Assert.Equal(KeyFolder.OwnerOnly, File.GetUnixFileMode(Path.Combine(_folder.FullName, "keys", "audit-2026.key")));
        Assert.Equal(KeyFolder.OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.Combine(_folder.FullName, "keys")));
    }

    [Theory]
    [InlineData("UPDATE event SET who = 'konto-2' WHERE number = 1")]
    [InlineData("UPDATE event SET outcome = 'refused' WHERE number = 1")]
    [InlineData("UPDATE event SET who = NULL WHERE number = 1")]
    [InlineData("UPDATE event SET who = NULL, remote = NULL, salt = NULL, reason = 'x' WHERE number = 1")]
    [InlineData("DELETE FROM event WHERE number = 1")]
    [InlineData("INSERT OR REPLACE INTO event SELECT * FROM event WHERE number = 1")]
    public void Nothing_in_it_can_be_changed(string sql)
    {
        Fill(2);

        Assert.Contains("SQLite Error 19", Assert.Throws<SqliteException>(() => Sql(sql)).Message, StringComparison.Ordinal);
        Assert.Null(_log.Verify().FirstFault);
    }

    [Theory]
    [InlineData("who")]
    [InlineData("remote")]
    [InlineData("moment")]
    [InlineData("kind")]
    [InlineData("outcome")]
    [InlineData("office")]
    [InlineData("object")]
    [InlineData("reason")]
    [InlineData("trace")]
    [InlineData("pseudonym")]
    [InlineData("salt")]
    [InlineData("commitment")]
    [InlineData("hash")]
    public void A_changed_byte_in_any_column_is_found_in_its_event(string column)
    {
        Fill(3);
        Sql("DROP TRIGGER event_is_never_changed");
        // The last character of a text and the last byte of a hash; a moment goes from …Z to another millisecond.
        Sql(column is "salt" or "commitment" or "hash"
            ? $"UPDATE event SET {column} = CAST(substr({column}, 1, 31) || (CASE WHEN substr({column}, 32) = x'00' THEN x'01' ELSE x'00' END) AS BLOB) WHERE number = 2"
            : column == "moment" ? "UPDATE event SET moment = substr(moment, 1, 20) || '999Z' WHERE number = 2"
            : $"UPDATE event SET {column} = substr({column}, 1, length({column}) - 1) || '~' WHERE number = 2");

        Assert.Equal((2L, "verify.audit-changed"), _log.Verify().FirstFault);
    }

    [Fact]
    public void An_event_taken_away_is_missed()
    {
        Fill(3);
        Sql("DROP TRIGGER event_is_never_removed");
        Sql("DELETE FROM event WHERE number = 2");

        Assert.Equal((2L, "verify.audit-missing"), _log.Verify().FirstFault);
    }

    [Fact]
    public void Events_cut_off_at_the_end_are_missed_by_a_head_kept_outside()
    {
        Fill(3);
        var head = _log.Verify().Head;
        Fill(1);
        Assert.Null(_log.Verify(head).FirstFault);
        Sql("DROP TRIGGER event_is_never_removed");
        Sql("DELETE FROM event WHERE number >= 3");

        Assert.Null(_log.Verify().FirstFault);
        Assert.Equal((2L, "verify.audit-head-not-found"), _log.Verify(head).FirstFault);
    }

    [Fact]
    public void After_two_years_who_it_was_is_forgotten_and_the_log_is_still_proven()
    {
        _log.Write(Event(new(2024, 11, 26, 23, 59, 59, TimeSpan.Zero), AuditKind.SignIn) with { Who = "konto-hemligt", From = "192.0.2.201" });
        _log.Write(Event(new(2024, 11, 26, 12, 0, 0, TimeSpan.Zero), AuditKind.ProtectedRead));
        _log.Write(Event(new(2024, 11, 27, 0, 0, 0, TimeSpan.Zero), AuditKind.SignIn));
        var (head, pseudonym) = (_log.Verify().Head, _log.Search(new())[2].Pseudonym);

        Assert.Equal(1, _log.Pseudonymise(s_day, AuditRetention.Default));

        var rows = _log.Search(new());
        Assert.Equal([("konto", 4L), ("konto", 3L), ("konto", 2L), (null, 1L)], rows.Select(r => (r.Number == 4 ? "konto" : r.Who, r.Number)));
        Assert.Equal((null, null, pseudonym), (rows[3].Who, rows[3].From, rows[3].Pseudonym));
        Assert.Equal(("settings", AuditLog.Program), (rows[0].Kind, rows[0].Who));
        Assert.Null(_log.Verify().FirstFault);
        Assert.NotEqual(head, _log.Verify().Head);
        Assert.Empty(_log.Search(new(Who: "konto-hemligt")));
        Assert.Single(_log.Search(new(Who: pseudonym)));
        _log.Dispose();
        Assert.All(Directory.EnumerateFiles(_folder.FullName, "audit.sqlite*"), f =>
        {
            Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("konto-hemligt"u8));
            Assert.Equal(-1, File.ReadAllBytes(f).AsSpan().IndexOf("192.0.2.201"u8));
        });
    }

    [Fact]
    public void A_forgotten_person_cannot_be_written_in_again()
    {
        _log.Write(Event(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), AuditKind.SignIn));
        _log.Pseudonymise(s_day, AuditRetention.Default);
        Assert.Throws<SqliteException>(() => Sql("UPDATE event SET who = 'konto-9' WHERE number = 1"));
        Sql("DROP TRIGGER event_is_never_changed");
        Sql("UPDATE event SET who = 'konto-9' WHERE number = 1");

        Assert.Equal((1L, "verify.audit-changed"), _log.Verify().FirstFault);
    }

    [Fact]
    public void A_pseudonym_holds_for_a_year_and_its_key_goes_with_the_last_person()
    {
        Assert.Equal(_log.PseudonymOf("konto", 2026), new AuditLog(_folder.FullName).PseudonymOf("konto", 2026));
        Assert.NotEqual(_log.PseudonymOf("konto", 2026), _log.PseudonymOf("konto", 2025));
        Assert.NotEqual(_log.PseudonymOf("konto", 2026), _log.PseudonymOf("konto2", 2026));
        _log.Write(Event(new(2019, 5, 1, 0, 0, 0, TimeSpan.Zero), AuditKind.ProtectedRead));
        _log.Write(Event(new(2025, 5, 1, 0, 0, 0, TimeSpan.Zero), AuditKind.SignIn));

        _log.Pseudonymise(s_day, AuditRetention.Default);

        Assert.Equal(["audit-2025.key", "audit-2026.key"], KeyFolder.Names(_folder.FullName, "audit-"));
    }

    [Fact]
    public void Questions_narrow_and_pages_go_on_where_the_last_ended()
    {
        for (var i = 0; i < 250; i++)
            _log.Write(Event(s_day.AddMinutes(i), i % 5 == 0 ? AuditKind.Write : AuditKind.SignIn) with { Object = $"RS-{i}", Reason = i == 7 ? "ändrad RÄTT" : null });

        Assert.Equal(50, _log.Search(new(AuditKind.Write)).Count);
        Assert.Equal([8L], _log.Search(new(Words: "Ändrad rätt")).Select(r => r.Number));
        Assert.Equal([43L], _log.Search(new(Object: "RS-42")).Select(r => r.Number));
        Assert.Empty(_log.Search(new(Words: "%")));
        Assert.Empty(_log.Search(new(Outcome: AuditOutcome.Refused)));
        Assert.Empty(_log.Search(new(ToDay: new(2026, 11, 26))));
        Assert.Equal(100, _log.Search(new(FromDay: new(2026, 11, 27), ToDay: new(2026, 11, 27))).Count);
        var (first, third) = (_log.Search(new()), _log.Search(new(Before: 51)));
        Assert.Equal((250L, 151L, 50), (first[0].Number, first[^1].Number, third.Count));
        Assert.Equal(250, _log.All(new()).Count());
    }

    [Fact]
    public void Taken_out_as_CSV_no_cell_is_a_formula_and_as_JSON_each_line_stands_alone()
    {
        _log.Write(new(s_day, AuditKind.Write, AuditOutcome.Done, "=1+1", "@SUM(A1)", "+46", "-cmd;\"x\""));
        using var csv = new MemoryStream();
        AuditExport.Csv(_log.All(new()), csv);
        using var json = new MemoryStream();
        AuditExport.JsonLines(_log.All(new()), json);

        Assert.Equal(
            $"\uFEFFnumber;moment;kind;outcome;who;pseudonym;office;object;reason;from;trace\r\n1;2026-11-27T08:30:00.250Z;write;done;'=1+1;{_log.PseudonymOf("=1+1", 2026)};'@SUM(A1);'+46;\"'-cmd;\"\"x\"\"\";;\r\n",
            Encoding.UTF8.GetString(csv.ToArray()));
        Assert.Equal($$"""{"number":1,"moment":"2026-11-27T08:30:00.250Z","kind":"write","outcome":"done","who":"=1+1","pseudonym":"{{_log.PseudonymOf("=1+1", 2026)}}","office":"@SUM(A1)","object":"+46","reason":"-cmd;\"x\""}""" + "\n", Encoding.UTF8.GetString(json.ToArray()).Replace("\\u002B", "+", StringComparison.Ordinal).Replace("\\u0022", "\\\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_act_that_cannot_be_written_does_not_happen_and_one_that_fails_is_written_twice()
    {
        var done = 0;
        Assert.Throws<InvalidOperationException>(() => _log.During<int>(Event(s_day, AuditKind.Write), () => throw new InvalidOperationException()));
        Assert.Equal(["failed", "done"], _log.Search(new()).Select(r => r.Outcome));

        Sql("CREATE TRIGGER full BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END");
        Assert.Throws<SqliteException>(() => _log.During(Event(s_day, AuditKind.Write), () => ++done));
        Assert.Equal(0, done);
    }

    [Fact]
    public async Task Several_processes_may_write_at_a_time()
    {
        using var other = new AuditLog(_folder.FullName);
        await Task.WhenAll(new[] { _log, other, _log, other }.Select(log => Task.Run(() =>
        {
            for (var i = 0; i < 20; i++)
                log.Write(Event(s_day, AuditKind.Write));
        })));

        Assert.Equal((80L, null), (other.Verify().Events, other.Verify().FirstFault));
    }

    [Fact]
    public void The_first_link_of_the_chain_is_made_as_the_documentation_says()
    {
        _log.Write(new(s_day, AuditKind.Write, AuditOutcome.Done, "konto", From: "192.0.2.1"));
        using var connection = new SqliteConnection($"Data Source={LogFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT salt, commitment, hash, pseudonym FROM event";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());

        var commitment = Sha([(byte[])reader[0], Part("konto"), Part("192.0.2.1")]);
        Assert.Equal(Convert.ToHexString(commitment), Convert.ToHexString((byte[])reader[1]));
        byte[] absent = [255, 255, 255, 255];
        var told = Sha([Part("1"), Part("2026-11-27T08:30:00.250Z"), Part("write"), Part("done"), absent, absent, absent, absent, Part(reader.GetString(3)), commitment]);
        Assert.Equal(Convert.ToHexString(Sha([new byte[32], told])), Convert.ToHexString((byte[])reader[2]));
    }

    private static byte[] Part(string text) => [0, 0, 0, (byte)text.Length, .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Sha(byte[][] parts) => System.Security.Cryptography.SHA256.HashData([.. parts.SelectMany(p => p)]);

    private static AuditEvent Event(DateTimeOffset when, AuditKind kind) => new(when, kind, AuditOutcome.Done, "konto", "RS", "RS-1", "skäl", "192.0.2.1", "t");

    private void Fill(int events)
    {
        for (var i = 0; i < events; i++)
            _log.Write(Event(s_day.AddSeconds(i), AuditKind.Write));
    }

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LogFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
