using System.CommandLine;
using Styrkedja.App.Archive;
using Styrkedja.App.People;
using Styrkedja.App.Reminding;
using Styrkedja.App.Texts;
using Styrkedja.Provenance;
using Styrkedja.Store.Mail;
using Styrkedja.Store.People;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja remind ROUND: tells those who have answers left in a round of follow-up, by mail, at most once a day; with --check only what would be sent.</summary>
internal static class RemindCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var round = new Argument<string>("ROUND") { Description = texts["cli.remind.round"] };
        var check = new Option<bool>("--check") { Description = texts["cli.remind.check"] };
        var send = new Option<bool>("--send") { Description = texts["cli.remind.send"] };
        var command = new Command("remind", texts["cli.remind"]) { round, check, send, asked.Data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(check) == result.GetValue(send))
                result.AddError(texts["cli.remind.one-of"]);
        });
        command.SetAction(async (result, stop) =>
        {
            using var archive = asked.Open(result);
            var today = new RegionToday(archive, TimeProvider.System);
            var (state, id) = (today.State, result.GetValue(round)!);
            if (state.RoundBook.Find(id) is not { Asks: true })
            {
                Console.Error.WriteLine(texts["cli.remind.unknown", ("found", id)]);
                return Exit.Refused;
            }

            using var people = PeopleFile.Open(archive.Folder);
            var reminders = RoundReminder.For(id, state, people, texts, SignInFile.Of(archive.Folder).Settings?.PublicAddress);
            foreach (var nobody in RoundReminder.WithoutAnyone(id, state, people))
                Console.Error.WriteLine(texts["cli.remind.nobody", ("who", nobody)]);
            var log = ReminderLog.Of(archive.Folder);
            if (result.GetValue(check))
            {
                foreach (var reminder in reminders)
                {
                    Tell(reminder, SendReminders.OutcomeBefore(reminder, log, today.Day), null);
                    if (reminder.Letter is { } letter)
                        Console.Out.WriteLine($"  {letter.Subject}\n\n  {letter.Text.TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal)}\n");
                }

                return Exit.Done;
            }

            var mail = MailSettings.Of(archive.Folder);
            foreach (var fault in mail.Faults)
                Printed.Told(texts, fault);
            if (mail.Server is not { } server)
                return Exit.Refused;
            await using var post = new SmtpPost(server);
            return await new SendReminders(log, post).Send(reminders, today.Day, (reminder, outcome, why) => Tell(reminder, outcome, why), stop) == 0 ? Exit.Done : Exit.Refused;
        });
        return command;

        // Holders are told by their opaque ids: what is printed may end in a log.
        void Tell(RoundReminder reminder, ReminderOutcome? outcome, string? why)
        {
            var word = outcome is { } known ? KeyWord.Of(known) : "would";
            Console.Out.WriteLine(texts[$"cli.remind.{word}", ("holder", reminder.Holder), ("count", reminder.Asked.Sum(a => a.Open.Count)), ("why", why ?? "")]);
        }
    }
}
