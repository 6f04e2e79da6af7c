using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Styrkedja.App.Reminding;

/// <summary>Who has been reminded of which round on which day, in a file of the region's folder, so that nobody is reminded twice the same day.</summary>
/// <remarks>A line is written before the letter goes and another when it was not taken: should the machine stop between, the letter is left for another day. Holders stand there by their opaque ids, never addresses.</remarks>
public sealed class ReminderLog
{
    public const string FileName = "reminders.jsonl";

    private static readonly JsonSerializerOptions s_form = new(JsonSerializerDefaults.Web);

    private readonly string _file;
    private readonly HashSet<(string Round, string Holder, string Day)> _sent = [];

    private ReminderLog(string file) => _file = file;

    /// <summary>Reads what has been sent so far; a last line that was broken off counts as sent by nobody.</summary>
    public static ReminderLog Of(string folder)
    {
        var log = new ReminderLog(Path.Combine(folder, FileName));
        if (!File.Exists(log._file))
            return log;
        foreach (var line in File.ReadLines(log._file))
        {
            try
            {
                if (JsonSerializer.Deserialize<Line>(line, s_form) is { } read)
                    log.Count(read);
            }
            catch (JsonException)
            {
                // Broken off when the machine stopped; the next line begins anew.
            }
        }

        return log;
    }

    public bool IsSent(string round, string holder, DateOnly day) => _sent.Contains((round, holder, Iso(day)));

    /// <summary>Notes that a letter is about to go.</summary>
    public void Sending(string round, string holder, DateOnly day) => Append(new(Iso(day), round, holder, true));

    /// <summary>Notes that it was not taken, so that it may be tried again.</summary>
    public void Failed(string round, string holder, DateOnly day) => Append(new(Iso(day), round, holder, false));

    private void Append(Line line)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(_file, options);
        // Begins with a line of its own, whatever was broken off before.
        stream.Write(Encoding.UTF8.GetBytes((stream.Position > 0 ? "\n" : "") + JsonSerializer.Serialize(line, s_form)));
        stream.Flush(flushToDisk: true);
        Count(line);
    }

    private void Count(Line line)
    {
        if (line.Sent)
            _sent.Add((line.Round, line.Holder, line.Day));
        else
            _sent.Remove((line.Round, line.Holder, line.Day));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(string Day, string Round, string Holder, bool Sent);
}
