using System.CommandLine;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Styrkedja.App.People;
using Styrkedja.App.Texts;
using Styrkedja.Store.People;
using Styrkedja.Web;
using Styrkedja.Web.Api;
using Styrkedja.Web.SignIn;

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
        var command = new Command("serve", texts["cli.serve"]) { urls, vouchers, asked.Data };
        command.SetAction(async (result, stop) =>
        {
            var addresses = result.GetValue(urls)!;
            if (result.GetValue(vouchers) && !addresses.Split(';').All(IsLoopback))
            {
                Console.Error.WriteLine(texts["cli.serve.vouchers-refused", ("found", addresses)]);
                return Exit.WrongUsage;
            }

            using var archive = asked.Open(result);
            var signIn = SignInFile.Of(archive.Folder);
            foreach (var fault in signIn.Faults)
                Printed.Told(texts, fault);
            if (signIn.Settings is not { } settings)
                return Exit.Refused;
            using var people = PeopleFile.Open(archive.Folder);
            var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
            builder.WebHost.UseKestrelCore().UseUrls(addresses.Split(';'));
            builder.Logging.ClearProviders().AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton(archive);
            builder.Services.AddSingleton(new PageOptions(result.GetValue(vouchers)));
            builder.Services.AddStyrkedjaPages();
            builder.Services.AddStyrkedjaSignIn(people, settings);
            var app = builder.Build();
            app.UseStyrkedjaSignIn();
            app.MapStyrkedjaApi();
            app.MapStyrkedjaPages();
            app.MapSignIn();
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
