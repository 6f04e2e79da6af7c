using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Provenance;
using Styrkedja.Web.SignIn;
using Styrkedja.Web.Words;

namespace Styrkedja.Web.Partners;

/// <summary>One value that a partner is about to sign, as its officer types it.</summary>
/// <param name="Period">As typed, such as 2017 or 2017-01..2017-06.</param>
/// <param name="Sex">Word of the table's column: all, women or men.</param>
/// <param name="Value">As typed; empty when the partner has none.</param>
/// <param name="Count">As typed; how many the value is about.</param>
/// <param name="From">Where the partner took it from, in its own words.</param>
/// <param name="Faults">What was wrong with it when it was last sent.</param>
public sealed record SignedValueEntry(AdoptIndicator Indicator, JoinPartner Partner, string Period, string Sex, string Value, string Count, string From, IReadOnlyList<Fault> Faults)
{
    private const int LongestFrom = 200;

    /// <summary>The name under which the journal and faults tell of it.</summary>
    public string Table => $"undertecknat-{Partner.Id}.csv";

    public static string AddressOf(string partner, string indicator) => $"/development/partners/{Uri.EscapeDataString(partner)}/values/{Uri.EscapeDataString(indicator)}";

    public static SignedValueEntry Blank(AdoptIndicator indicator, JoinPartner partner, Period period) => new(indicator, partner, DateWords.Query(period), "all", "", "", "", []);

    public static SignedValueEntry Sent(AdoptIndicator indicator, JoinPartner partner, IFormCollection form)
    {
        var from = Typed(form, "from");
        return new(indicator, partner, Typed(form, "period"), form.Field("sex") ?? "all", Typed(form, "value"), Typed(form, "count"), from.Length > LongestFrom ? from[..LongestFrom] : from, []);
    }

    /// <summary>The table of one row that is signed. The moment makes a value that comes again after another a telling of its own.</summary>
    public byte[] AsTable(DateTimeOffset moment)
    {
        string[] cells = [SignedValues.Source, SignedValues.CodeOf(Indicator), SignedValues.PlaceOf(Partner), Period, Sex, "", Value, Value.Length == 0 ? "missing" : "told", Count];
        var row = string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"source;code;place;period;sex;part;value;status;count\n# {moment:O}\n{row}\n"));
    }

    private static string Typed(IFormCollection form, string box) => (form.Field(box) ?? "").Trim().ReplaceLineEndings(" ");
}
