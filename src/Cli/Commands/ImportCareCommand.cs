using System.CommandLine;
using Styrkedja.App.Importing;
using Styrkedja.App.Texts;
using Styrkedja.Rights;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja import contacts|listings|group-costs FILE...: takes in what care is settled from. Contacts and listings are protected rows, so handing them in asks for the right to see them too.</summary>
internal static class ImportCareCommand
{
    public static IEnumerable<Command> All(Texts texts) =>
    [
        Make(texts, "contacts", asksToSee: true, (import, files, terms, stop) => import.Contacts(files, terms, new ImportTold(texts), stop)),
        Make(texts, "listings", asksToSee: true, (import, files, terms, stop) => import.Listings(files, terms, new ImportTold(texts), stop)),
        Make(texts, "group-costs", asksToSee: false, (import, files, terms, _) => import.GroupCosts(files, terms)),
    ];

    private static Command Make(Texts texts, string name, bool asksToSee, Func<ImportCare, IReadOnlyList<CareSource>, ImportTerms, CancellationToken, IReadOnlyList<ImportResult>> import)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.import.files"], Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = texts["cli.check"] };
        var oneIn = new Option<int>("--one-in") { Description = texts["cli.import.one-in"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var command = new Command(name, texts[$"cli.import.{name}"]) { files, check, asked.Data, asked.Format };
        if (name == "contacts")
            command.Options.Add(oneIn);
        command.SetAction((result, stop) => Task.FromResult(Run(result, stop)));
        return command;

        int Run(ParseResult result, CancellationToken stop)
        {
            var sources = result.GetValue(files)!;
            var sample = name == "contacts" ? result.GetValue(oneIn) : 1;
            if (sample < 1)
            {
                Console.Error.WriteLine(texts["cli.import.not-one-in", ("found", sample)]);
                return Exit.WrongUsage;
            }

            if (!Files.Exist(texts, sources))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            if (asksToSee && !Acting.Of(result, archive, TimeProvider.System)!.MayReadProtected(Right.SeeCareContacts, null, $"import {name}", texts))
                return Exit.Refused;
            var terms = new ImportTerms(DateTimeOffset.UtcNow, Check: result.GetValue(check), OneIn: sample);
            return ImportCommand.Answer(texts, () => import(new ImportCare(archive), [.. sources.Select(f => new CareSource(f.FullName, f.ToString()))], terms, stop), terms.Check, asked.Json(result));
        }
    }
}
