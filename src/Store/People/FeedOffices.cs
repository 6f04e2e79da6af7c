using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Styrkedja.Store.People;

/// <summary>An office that someone holds by employment, as the region's staff system or HSA tells it.</summary>
/// <param name="Person">The HSA-id, or the id at the identity provider.</param>
/// <param name="Office">The office in the journal; absent when the title is none that decisions speak of.</param>
/// <param name="Function">What the work is in one word, such as controller; absent when the feed does not say.</param>
/// <param name="To">The last day; absent while it goes on.</param>
public sealed record FeedOffice(string Person, string Title, string? Office, string? Function, string Unit, DateOnly From, DateOnly? To)
{
    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);
}

/// <summary>The table of offices by employment, replaced as a whole by each newer feed.</summary>
public sealed class FeedOffices
{
    private readonly PeopleFile _file;

    internal FeedOffices(PeopleFile file) => _file = file;

    /// <summary>When the feed that holds was made; absent when none has come.</summary>
    public DateTimeOffset? Made => _file.All("SELECT made FROM feed", row => PeopleFile.MomentAt(row, 0)).FirstOrDefault();

    /// <summary>Puts a feed in place of the one before; false, and nothing is changed, when the one that holds is as new or newer.</summary>
    public bool Replace(DateTimeOffset made, IEnumerable<FeedOffice> offices) => _file.Together(() =>
    {
        if (Made >= made)
            return false;
        _file.Run("DELETE FROM feed_office");
        _file.Run("INSERT INTO feed (one, made) VALUES (1, $made) ON CONFLICT (one) DO UPDATE SET made = excluded.made", ("$made", PeopleFile.Moment(made)));
        foreach (var office in offices)
        {
            _file.Run(
                "INSERT INTO feed_office (person, title, office, function, unit, from_day, to_day) VALUES ($person, $title, $office, $function, $unit, $from, $to)",
                ("$person", office.Person), ("$title", office.Title), ("$office", office.Office), ("$function", office.Function), ("$unit", office.Unit), ("$from", Text(office.From)), ("$to", office.To is { } to ? Text(to) : null));
        }

        return true;
    });

    /// <summary>Every office that the feed gives a person, whenever it is held.</summary>
    public IReadOnlyList<FeedOffice> Of(string person) =>
        _file.All("SELECT person, title, office, function, unit, from_day, to_day FROM feed_office WHERE person = $person ORDER BY from_day, unit, title", Read, ("$person", person));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static FeedOffice Read(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        PeopleFile.TextAt(row, 2),
        PeopleFile.TextAt(row, 3),
        row.GetString(4),
        Day(row.GetString(5)),
        PeopleFile.TextAt(row, 6) is { } to ? Day(to) : null);
}
