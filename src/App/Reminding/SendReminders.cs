using Styrkedja.Store.Mail;

namespace Styrkedja.App.Reminding;

/// <summary>What became of a reminder.</summary>
public enum ReminderOutcome
{
    Sent,

    /// <summary>The person has been reminded of the round today already.</summary>
    AlreadyToday,

    /// <summary>The person has no mail address here.</summary>
    NoAddress,

    /// <summary>The mail server could not be reached or did not take the letter; it can be tried again.</summary>
    Failed,
}

/// <summary>Sends reminders, each person at most one a day and round.</summary>
public sealed class SendReminders(ReminderLog log, SmtpPost post)
{
    /// <param name="day">The day it is.</param>
    /// <param name="told">Told of each reminder as it goes, with what the server answered when it would not take it.</param>
    public async Task<int> Send(IReadOnlyList<RoundReminder> reminders, DateOnly day, Action<RoundReminder, ReminderOutcome, string?> told, CancellationToken stop)
    {
        var failed = 0;
        foreach (var reminder in reminders)
        {
            if (OutcomeBefore(reminder, log, day) is { } before)
            {
                told(reminder, before, null);
                continue;
            }

            log.Sending(reminder.Round, reminder.Holder, day);
            try
            {
                await post.Send(reminder.Letter!, stop);
                told(reminder, ReminderOutcome.Sent, null);
            }
            catch (MailRefusedException e)
            {
                log.Failed(reminder.Round, reminder.Holder, day);
                told(reminder, ReminderOutcome.Failed, e.Message);
                failed++;
            }
        }

        return failed;
    }

    /// <summary>Why a reminder is not sent; nothing when it is to be.</summary>
    public static ReminderOutcome? OutcomeBefore(RoundReminder reminder, ReminderLog log, DateOnly day) =>
        reminder.Letter is null ? ReminderOutcome.NoAddress : log.IsSent(reminder.Round, reminder.Holder, day) ? ReminderOutcome.AlreadyToday : null;
}
