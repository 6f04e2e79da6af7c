using System.CommandLine;
using Styrkedja.App.Archive;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import ledger|staff FILE...: takes in tables by a description of their columns.</summary>
internal static class ImportTableCommand
{
    public static Command Ledger(Texts texts) => Kind<LedgerMapping>(
        texts,
        "ledger",
        new("--mapping") { Description = texts["cli.import.mapping"], Required = true },
        texts["cli.import.replace"],
        null,
        LedgerMapping.Read,
        (archive, files, mapping, terms, stop) =>
            new ImportLedger(archive).Import([.. files.Select(f => new TableSource(f.FullName, mapping, archive.Folder, f.ToString()))], terms, new ImportTold(texts), stop));

    public static Command Staff(Texts texts) => Kind(
        texts,
        "staff",
        new("--mapping") { Description = texts["cli.import.staff-mapping"] },
        texts["cli.import.staff-replace"],
        StaffMapping.Own,
        StaffMapping.Read,
        (archive, files, mapping, terms, stop) =>
        [
            .. files.Select(f =>
            {
                stop.ThrowIfCancellationRequested();
                return new ImportStaff(archive).Import(File.ReadAllBytes(f.FullName), f.ToString(), mapping, terms);
            }),
        ]);

    private static Command Kind<T>(
        Texts texts,
        string name,
        Option<FileInfo?> described,
        string aboutReplace,
        T? own,
        Func<string, string, (T? Mapping, IReadOnlyList<Fault> Faults)> read,
        Func<RegionArchive, IReadOnlyList<FileInfo>, T, ImportTerms, CancellationToken, IReadOnlyList<ImportResult>> import)
        where T : class
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.import.files"], Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var replace = new Option<bool>("--replace") { Description = aboutReplace };
        described.HelpName = "FILE";
        var command = new Command(name, texts[$"cli.import.{name}"]) { files, described, replace, check, asked.Data, asked.Format };
        command.SetAction((result, stop) => Task.FromResult(Run(result, stop)));
        return command;

        int Run(ParseResult result, CancellationToken stop)
        {
            var description = result.GetValue(described);
            if (!Files.Exist(texts, [.. result.GetValue(files)!, .. description is null ? Array.Empty<FileInfo>() : [description]]))
                return Exit.WrongUsage;
            var (mapping, faults) = description is null ? (own, []) : read(File.ReadAllText(description.FullName), description.ToString());
            if (mapping is null)
                return ImportCommand.Answer(texts, () => [new(description!.ToString(), null, 0, false, faults)], check: false, asked.Json(result));
            using var archive = asked.Open(result);
            var terms = new ImportTerms(DateTimeOffset.UtcNow, result.GetValue(replace), Check: result.GetValue(check));
            return ImportCommand.Answer(texts, () => import(archive, result.GetValue(files)!, mapping, terms, stop), terms.Check, asked.Json(result));
        }
    }
}
