using System.Globalization;
using Microsoft.AspNetCore.Http;
using Styrkedja.App.Auditing;

namespace Styrkedja.Web.Auditing;

/// <summary>A question to the audit log as it stands in an address, the same for the page and the files.</summary>
/// <param name="WrongDay">True when a day could not be read; the question is then asked without it.</param>
internal sealed record AuditAsked(AuditQuestion Question, bool WrongDay)
{
    public const string Page = "/audit-log";

    /// <summary>What a question is made of, in the order of the form.</summary>
    public static readonly string[] Names = ["kind", "outcome", "who", "office", "object", "from", "to", "words"];

    public static AuditAsked Of(IQueryCollection query)
    {
        var wrong = false;
        DateOnly? Day(string name)
        {
            var text = query[name].ToString().Trim();
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;
            wrong |= text.Length > 0;
            return null;
        }

        var question = new AuditQuestion(
            AuditWords.Kind(query["kind"]),
            AuditWords.Outcome(query["outcome"]),
            query["who"],
            query["office"],
            query["object"],
            Day("from"),
            Day("to"),
            query["words"],
            long.TryParse(query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
        return new(question, wrong);
    }
}
