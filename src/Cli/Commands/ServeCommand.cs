using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Hosting;
using Styrkedja.App.Auditing;
using Styrkedja.App.Texts;
using Styrkedja.Web;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja serve: web pages and API.</summary>
/// <remarks>Voucher rows are shown only with --vouchers, and that is refused unless every address is this machine's own: before sign-in exists the open web stops at account,
/// unit and month.</remarks>
internal static class ServeCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var urls = new Option<string>("--urls") { Description = texts["cli.serve.urls"], DefaultValueFactory = _ => "http://localhost:5080", HelpName = "URL" };
        var vouchers = new Option<bool>("--vouchers") { Description = texts["cli.serve.vouchers"] };
        var proxy = new Option<string[]>("--proxy") { Description = texts["cli.serve.proxy"], HelpName = "ADDRESS", Arity = ArgumentArity.OneOrMore };
        var subdomains = new Option<bool>("--hsts-subdomains") { Description = texts["cli.serve.hsts-subdomains"] };
        var command = new Command("serve", texts["cli.serve"]) { urls, vouchers, proxy, subdomains, asked.Data };
        command.SetAction(async (result, stop) =>
        {
            var addresses = result.GetValue(urls)!;
            if (result.GetValue(vouchers) && !addresses.Split(';').All(IsLoopback))
            {
                Console.Error.WriteLine(texts["cli.serve.vouchers-refused", ("found", addresses)]);
                return Exit.WrongUsage;
            }

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
            var options = new PageOptions(result.GetValue(vouchers)) { Proxies = [.. proxies.Select(IPAddress.Parse)], HstsSubdomains = result.GetValue(subdomains), Retention = retention };
            await using var app = StyrkedjaHost.Build(archive, options, TimeProvider.System, addresses.Split(';'));
            await app.StartAsync(stop);
            Console.Error.WriteLine(texts["cli.serve.ready", ("urls", string.Join(' ', app.Urls))]);
            // A long journal takes a while to index; nobody should wait for it who searches first.
            _ = Task.Run(archive.Search.BringUpToDate, CancellationToken.None);
            await app.WaitForShutdownAsync(stop);
            return Exit.Done;
        });
        return command;
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
