using System.Text.Json.Nodes;
using Styrkedja.App.Auditing;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

public sealed class AuditCommandTests : IDisposable
{
    private readonly string _folder = BuiltRegion.DecisionsOnly();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_log_is_read_in_three_forms_and_each_reading_is_written()
    {
        Write(new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), AuditKind.Refused);
        Write(new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero), AuditKind.Decision);

        var text = Run("audit", "--kind", "refused", "--from", "2026-11-20", "--to", "2026-11-20", "--who", "konto-1", "--office", "HSDIR");
        Assert.Equal("     1  2026-11-20T08:00:00.000Z  Nekande, nekat  konto-1  HSDIR RS-1 right.approve 192.0.2.7\n", text.Out.ReplaceLineEndings("\n"));
        var json = Run("audit", "--format", "json").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(["audit-read", "decision", "refused"], json.Select(j => (string)j["kind"]!));
        Assert.StartsWith("console:", (string)json[0]["who"]!, StringComparison.Ordinal);
        Assert.Contains("number;moment;kind", Run("audit", "--format", "csv").Out, StringComparison.Ordinal);
        Assert.Contains("\"export\"", Run("audit", "--format", "json").Out, StringComparison.Ordinal);
        Assert.Equal(2, Run("audit", "--from", "igår").Exit);
        Assert.Equal(2, Run("audit", "--kind", "annat").Exit);
    }

    [Fact]
    public void Old_events_are_pseudonymised_by_the_time_in_the_folder_and_a_faulty_time_is_told()
    {
        Write(DateTimeOffset.UtcNow.AddMonths(-3), AuditKind.SignIn);
        Assert.Equal("0 händelser pseudonymiserade.", Run("audit", "pseudonymise").Out.Trim());
        File.WriteAllText(Path.Combine(_folder, "audit.json"), """{"otherMonths": 2}""");
        Assert.Equal("1 händelser pseudonymiserade.", Run("audit", "pseudonymise").Out.Trim());
        File.WriteAllText(Path.Combine(_folder, "audit.json"), """{"protectedReadMonths": 12}""");
        var refused = Run("audit", "pseudonymise");

        Assert.Equal(1, refused.Exit);
        Assert.Contains("HSLF-FS 2016:40", refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, Run("serve", "--urls", "http://127.0.0.1:0").Exit);
    }

    [Fact]
    public void Verify_proves_the_log_too_and_a_faulty_journal_is_written_in_it()
    {
        Write(new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), AuditKind.Write);
        var well = CommandLine.Run("verify", "--data", _folder, "--format", "json");
        Assert.Equal((0, true, 1), (well.Exit, (bool)well.Json["ok"]!, (int)well.Json["audit"]!["events"]!));
        var head = (string)well.Json["audit"]!["head"]!;
        Assert.Equal(0, Run("verify", "--audit-head", head).Exit);
        Assert.Contains("slutvärdet abc finns inte", Run("verify", "--audit-head", "abc").Error, StringComparison.Ordinal);

        Sql("journal.sqlite", "DROP TRIGGER entry_is_never_changed; UPDATE entry SET canonical = CAST(canonical || x'20' AS BLOB) WHERE position = 2");
        Assert.Equal(1, Run("verify").Exit);
        Assert.Contains("verify.entry-changed", Run("audit", "--kind", "integrity-failure").Out, StringComparison.Ordinal);

        Sql("audit.sqlite", "DROP TRIGGER event_is_never_changed; UPDATE event SET object = 'RS-2' WHERE number = 1");
        var faulty = CommandLine.Run("verify", "--data", _folder, "--format", "json");
        Assert.Equal((1, "verify.audit-changed", 1), (faulty.Exit, (string)faulty.Json["audit"]!["firstFault"]!["code"]!, (int)faulty.Json["audit"]!["firstFault"]!["number"]!));
    }

    [Fact]
    public void A_file_of_offices_is_tried_without_being_kept()
    {
        var file = Path.Combine(_folder, "befattningar.csv");
        File.WriteAllText(file, "person;title;function;unit;from\nSE1-A;Controller;controller;RS;2026-01-01\n");
        var said = Run("import", "offices", file, "--check");

        Assert.Equal((0, $"{file}: 1 befattningar för 1 personer kan tas in."), (said.Exit, said.Out.Trim()));
        File.WriteAllText(file, "person;title;function;unit;from\nSE1-A;Ordförande;chair;RS;2026-01-01\n");
        Assert.Equal(1, Run("import", "offices", file, "--check").Exit);
    }

    private Said Run(params string[] arguments) => CommandLine.Run([.. arguments, "--lang", "sv", "--data", _folder]);

    private void Write(DateTimeOffset when, AuditKind kind)
    {
        using var log = new AuditLog(_folder);
        log.Write(new(when, kind, kind == AuditKind.Refused ? AuditOutcome.Refused : AuditOutcome.Done, "konto-1", "HSDIR", "RS-1", "right.approve", "192.0.2.7"));
    }

    private void Sql(string file, string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder, file)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
