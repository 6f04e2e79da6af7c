using System.CommandLine;
using System.Text.Json.Nodes;
using Styrkedja.App.People;
using Styrkedja.App.Texts;
using Styrkedja.Store.People;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja account: looks after accounts for whoever owns the region's files, and lets the first administrator in.</summary>
internal static class AccountCommand
{
    public static Command Make(Texts texts) => new("account", texts["cli.account"]) { First(texts), List(texts), Open(texts), Code(texts), Close(texts), Erase(texts) };

    private static Command First(Texts texts)
    {
        var asked = new Asked(texts);
        var command = new Command("first", texts["cli.account.first"]) { asked.Data };
        command.SetAction(result => With(texts, asked, result, (_, keeping) =>
        {
            if (keeping.FirstAdministratorCode(texts["cli.account.first-name"]) is not { } code)
                return Refused(texts["cli.account.first-refused"]);
            Console.Error.WriteLine(texts["cli.account.first-code"]);
            Console.Out.WriteLine(code);
            return Exit.Done;
        }));
        return command;
    }

    private static Command List(Texts texts)
    {
        var asked = new Asked(texts);
        var command = new Command("list", texts["cli.account.list"]) { asked.Data, asked.Format };
        command.SetAction(result => With(texts, asked, result, (people, _) =>
        {
            var accounts = people.Accounts.All();
            if (asked.Json(result))
                Printed.Json(new JsonObject { ["accounts"] = new JsonArray([.. accounts.Select(Json)]) });
            else
            {
                foreach (var account in accounts)
                    Console.Out.WriteLine($"{account.Id}  {account.Holder}  {texts[$"accounts.is-{Standing(account)}"]}  {(account.Erased is null ? account.Name : texts["accounts.erased-name"])}{(account.Administrator ? ", " + texts["accounts.administrator"] : "")}");
            }

            return Exit.Done;
        }));
        return command;
    }

    private static Command Open(Texts texts)
    {
        var asked = new Asked(texts);
        var name = new Argument<string>("NAME") { Description = texts["cli.account.name"] };
        var email = new Option<string?>("--email") { Description = texts["cli.account.email"], HelpName = "ADDRESS" };
        var holder = new Option<string?>("--holder") { Description = texts["cli.account.holder"], HelpName = "ID" };
        var person = new Option<string?>("--person") { Description = texts["cli.account.person"], HelpName = "ID" };
        var command = new Command("open", texts["cli.account.open"]) { name, email, holder, person, asked.Data, asked.Format };
        command.SetAction(result => With(texts, asked, result, (_, keeping) =>
        {
            var answer = keeping.Open(new(result.GetValue(name), result.GetValue(email), result.GetValue(holder), result.GetValue(person)));
            if (answer.Account is not { } account)
                return Refused([.. answer.Wrong.Select(key => texts[key])]);
            if (asked.Json(result))
                Printed.Json(Json(account));
            else
                Console.Out.WriteLine(texts["cli.account.opened", ("id", account.Id), ("holder", account.Holder)]);
            return Exit.Done;
        }));
        return command;
    }

    private static Command Code(Texts texts) => OnOne(texts, "code", texts["cli.account.code"], [], (account, keeping, _) =>
    {
        if (keeping.IssueCode(account) is not { } code)
            return Refused(texts["accounts.wrong.no-code"]);
        Console.Error.WriteLine(texts["cli.account.code-for", ("name", account.Name)]);
        Console.Out.WriteLine(code);
        return Exit.Done;
    });

    private static Command Close(Texts texts) => OnOne(texts, "close", texts["cli.account.close"], [], (account, keeping, _) =>
    {
        if (keeping.Close(account) is { } wrong)
            return Refused(texts[wrong]);
        Console.Out.WriteLine(texts["cli.account.closed", ("id", account.Id)]);
        return Exit.Done;
    });

    private static Command Erase(Texts texts)
    {
        var yes = new Option<bool>("--yes") { Description = texts["cli.account.yes"] };
        return OnOne(texts, "erase", texts["cli.account.erase"], [yes], (account, keeping, result) =>
        {
            if (!result.GetValue(yes))
                return Refused(texts["cli.account.erase-yes"]);
            if (keeping.Erase(account) is { } wrong)
                return Refused(texts[wrong]);
            Console.Out.WriteLine(texts["cli.account.erased", ("id", account.Id)]);
            return Exit.Done;
        });
    }

    /// <summary>A command about one account, named by its own id or its holder's.</summary>
    private static Command OnOne(Texts texts, string name, string about, IReadOnlyList<Option> more, Func<Account, AccountKeeping, ParseResult, int> act)
    {
        var asked = new Asked(texts);
        var id = new Argument<string>("ID") { Description = texts["cli.account.id"] };
        var command = new Command(name, about) { id, asked.Data };
        foreach (var option in more)
            command.Add(option);
        command.SetAction(result => With(texts, asked, result, (people, keeping) =>
        {
            var wanted = result.GetValue(id)!;
            return (people.Accounts.Find(wanted) ?? people.Accounts.OfHolder(wanted)) is { } account ? act(account, keeping, result) : Refused(texts["cli.account.unknown", ("found", wanted)]);
        }));
        return command;
    }

    private static int With(Texts texts, Asked asked, ParseResult result, Func<PeopleFile, AccountKeeping, int> act)
    {
        using var archive = asked.Open(result);
        var signIn = SignInFile.Of(archive.Folder);
        foreach (var fault in signIn.Faults)
            Printed.Told(texts, fault);
        if (signIn.Settings is not { } settings)
            return Exit.Refused;
        using var people = PeopleFile.Open(archive.Folder);
        return act(people, new(people, settings, TimeProvider.System));
    }

    private static JsonNode Json(Account account) => new JsonObject
    {
        ["id"] = account.Id,
        ["name"] = account.Name,
        ["email"] = account.Email,
        ["holder"] = account.Holder,
        ["kind"] = account.Kind.ToString(),
        ["administrator"] = account.Administrator,
        ["standing"] = Standing(account),
    };

    private static string Standing(Account account) => account.Erased is not null ? "erased" : account.Closed is not null ? "closed" : "open";

    private static int Refused(params string[] why)
    {
        foreach (var sentence in why)
            Console.Error.WriteLine(sentence);
        return Exit.Refused;
    }
}
