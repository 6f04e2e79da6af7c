using Styrkedja.Calendar;

namespace Styrkedja.Authority;

/// <summary>A paragraph of law, with the days on which it holds.</summary>
/// <param name="Verified">False when the paragraph has not been checked against the text of the law; people are told.</param>
public sealed record LegalSource(string Law, string Paragraph, Validity Valid, bool Verified);

/// <summary>A rule of who may decide what. Its sentence is looked up by its code in the reader's language.</summary>
/// <param name="Code">Such as authority.assembly-decides.</param>
public sealed record Rule(string Code, IReadOnlyList<LegalSource> Sources)
{
    public LegalSource? SourceOn(DateOnly day) => Sources.FirstOrDefault(s => s.Valid.Holds(day));
}

/// <summary>The rules that decisions are judged by, each with the law in force on the day of the decision.</summary>
/// <remarks>Kommunallagen (1991:900) holds through 2017, kommunallagen (2017:725) from 2018.</remarks>
public static class Rules
{
    public static readonly Rule AssemblyDecides = Of("authority.assembly-decides", ("3 kap. 9 §", false), ("5 kap. 1 §", true));

    public static readonly Rule BoardLeads = Of("authority.board-leads", ("6 kap. 1 §", false), ("6 kap. 1 §", true));

    public static readonly Rule CommitteeInItsField = Of("authority.committee-in-its-field", ("3 kap. 13 §", false), ("6 kap. 3 §", true));

    public static readonly Rule DistributeWhatWasGiven = Of("authority.distribute-what-was-given", ("3 kap. 13 §", false), ("6 kap. 3 §", true));

    public static readonly Rule NotMoreThanGiven = Of("authority.not-more-than-given", ("8 kap. 5 §", false), ("11 kap. 6 §", true));

    public static readonly Rule AnnualReportByAssembly = Of("authority.annual-report-by-assembly", ("3 kap. 9 §", false), ("5 kap. 1 §", true));


    private static Rule Of(string code, (string Paragraph, bool Verified) before, (string Paragraph, bool Verified) now) => new(code,
    [
        new("kommunallagen (1991:900)", before.Paragraph, new(new(1992, 1, 1), new(2017, 12, 31)), before.Verified),
        new("kommunallagen (2017:725)", now.Paragraph, new(new(2018, 1, 1)), now.Verified),
    ]);
}
