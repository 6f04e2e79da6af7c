using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.Texts;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja documents FILE...: keeps documents beside the journal and says the hash by which decisions name them.</summary>
internal static class DocumentsCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var files = new Argument<FileInfo[]>("FILE") { Description = texts["cli.documents.files"], Arity = ArgumentArity.OneOrMore };
        var command = new Command("documents", texts["cli.documents"]) { files, asked.Data, asked.Format };
        command.SetAction(result =>
        {
            if (!Files.Exist(texts, result.GetValue(files)!))
                return Exit.WrongUsage;
            using var archive = asked.Open(result);
            var kept = new JsonArray();
            foreach (var file in result.GetValue(files)!)
            {
                using var document = file.OpenRead();
                var hash = archive.KeepDocument(document);
                kept.Add((JsonNode)new JsonObject { ["file"] = file.ToString(), ["hash"] = hash });
                if (!asked.Json(result))
                    Console.Out.WriteLine($"{hash}  {file}");
            }

            if (asked.Json(result))
                Printed.Json(new JsonObject { ["documents"] = kept });
            return Exit.Done;
        });
        return command;
    }
}
