using System.CommandLine;
using Styrkedja.App.Texts;
using Styrkedja.Cli.Commands;
using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Gate;

/// <summary>Every command for every kind of user, held against the table beside this file.</summary>
public sealed class CommandRightsTests
{
    [Fact]
    public void Every_command_is_run_or_refused_for_every_kind_of_user_as_the_table_says()
    {
        var folder = BuiltRegion.Copy(BuiltRegion.Folder);
        var texts = Texts.In(Texts.Swedish);
        var rows = CommandsOf(CommandTree.Make(texts)).Order(StringComparer.Ordinal)
            .Select(command => KindsOfUser.Row(command, KindsOfUser.All.Select(kind => Cell(command, kind.Holder))));

        Approved.Matches("command-rights", string.Join('\n', rows.Prepend(KindsOfUser.Heading("ägaren"))));
        Directory.Delete(folder, recursive: true);

        // The first column is the owner of the files: whoever names no account.
        string Cell(string command, string? holder)
        {
            if (holder == "h-utan-befattning")
                OpenAccount(folder, holder);
            string[] acting = holder is null ? [] : ["--as", holder];
            return CommandGate.Turns(CommandTree.Make(texts).Parse([.. command.Split(' '), .. acting, "--data", folder]), texts, new ClockAt(KindsOfUser.Moment)) is null ? "ja" : "nej";
        }
    }

    [Fact]
    public void Every_command_has_a_row_and_every_row_a_command() =>
        Assert.Equal(CommandsOf(CommandTree.Make(Texts.In(Texts.Swedish))).Order(StringComparer.Ordinal), CommandGate.Commands.Order(StringComparer.Ordinal));

    private static IEnumerable<string> CommandsOf(Command command) =>
        command.Subcommands.SelectMany(CommandsOf).Concat(command.Action is null || CommandTree.PathOf(command).Length == 0 ? [] : [CommandTree.PathOf(command)]);

    private static void OpenAccount(string folder, string holder)
    {
        using var people = Store.People.PeopleFile.Open(folder);
        people.Accounts.Open("Utan befattning", null, holder, null, Store.People.AccountKind.Local, KindsOfUser.Moment);
    }

    private sealed class ClockAt(DateTimeOffset moment) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => moment;
    }
}
