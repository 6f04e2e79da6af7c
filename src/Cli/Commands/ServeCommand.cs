using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Hosting;
using Styrkedja.App.Auditing;
using Styrkedja.App.People;
using Styrkedja.App.Texts;
using Styrkedja.Store.People;
using Styrkedja.Web;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja serve: web pages and API.</summary>
/// <remarks>What the pages show follows from who has signed in; without that they stop at account, unit and month.</remarks>
internal static class ServeCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var urls = new Option<string>("--urls") { Description = texts["cli.serve.urls"], DefaultValueFactory = _ => "http://localhost:5080", HelpName = "URL" };
        var proxy = new Option<string[]>("--proxy") { Description = texts["cli.serve.proxy"], HelpName = "ADDRESS", Arity = ArgumentArity.OneOrMore };
        var subdomains = new Option<bool>("--hsts-subdomains") { Description = texts["cli.serve.hsts-subdomains"] };
        var command = new Command("serve", texts["cli.serve"]) { urls, proxy, subdomains, asked.Data };
        command.SetAction(async (result, stop) =>
        {
            var addresses = result.GetValue(urls)!;
            var proxies = result.GetValue(proxy) ?? [];
            if (Array.Find(proxies, p => !IPAddress.TryParse(p, out _)) is { } unreadable)
            {
                Console.Error.WriteLine(texts["cli.serve.proxy-unreadable", ("found", unreadable)]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            var (retention, faults) = AuditRetention.Read(archive.Folder);
            foreach (var fault in faults)
                Printed.Told(texts, fault);
            if (retention is null)
                return Exit.Refused;
            var signIn = SignInFile.Of(archive.Folder);
            foreach (var fault in signIn.Faults)
                Printed.Told(texts, fault);
            if (signIn.Settings is not { } settings)
                return Exit.Refused;
            using var people = PeopleFile.Open(archive.Folder);
            var options = new PageOptions { Proxies = [.. proxies.Select(IPAddress.Parse)], HstsSubdomains = result.GetValue(subdomains), Retention = retention };
            await using var app = StyrkedjaHost.Build(archive, people, settings, options, TimeProvider.System, addresses.Split(';'));
            // Sums of care that a region built before them lacks, or has lost: pages read nothing else, so they are made before anyone asks.
            archive.CareStatistics.MakeMissing();
            await app.StartAsync(stop);
            Console.Error.WriteLine(texts["cli.serve.ready", ("urls", string.Join(' ', app.Urls))]);
            // A long journal takes a while to index; nobody should wait for it who searches first.
            _ = Task.Run(archive.Search.BringUpToDate, CancellationToken.None);
            _ = Task.Run(archive.CareStatistics.MakeReady, CancellationToken.None);
            await app.WaitForShutdownAsync(stop);
            return Exit.Done;
        });
        return command;
    }
}
