using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>What the system itself can put into a section of a report, from the same figures as its pages show.</summary>
public enum ReportPart
{
    /// <summary>The period in one sentence, the figures that matter most, and the economy of each body.</summary>
    Summary,

    /// <summary>Result and key figures of this year and those before it.</summary>
    KeyFigures,

    /// <summary>Result against budget by body and by line, with the deviations that have been explained.</summary>
    EconomicAnalysis,

    /// <summary>What the whole year is expected to end in.</summary>
    Forecast,

    /// <summary>Each goal and sub-goal with indicators, targets and judgement.</summary>
    Goals,

    /// <summary>The joint judgement of sound financial management.</summary>
    [Term("god ekonomisk hushållning")] SoundManagement,

    /// <summary>The balance requirement, row by row.</summary>
    [Term("balanskravsutredning")] BalanceRequirement,

    /// <summary>Result, position and investments of the region and its companies together.</summary>
    Group,

    /// <summary>People employed, absence and agency staff.</summary>
    Staff,

    /// <summary>Who is paid for the care of residents.</summary>
    CareSystem,

    /// <summary>Programmes, grants and money for the development of the place.</summary>
    RegionalDevelopment,

    /// <summary>One part for each committee and board: its economy, its sub-goals, and what it has said.</summary>
    Committees,

    [Term("resultaträkning")] IncomeStatement,
    [Term("balansräkning")] BalanceSheet,
    [Term("kassaflödesanalys")] CashFlow,

    /// <summary>Notes to the statements: principles, and what each line is made of.</summary>
    [Term("noter")] Notes,
    [Term("driftredovisning")] OperationsAccount,
    [Term("investeringsredovisning")] InvestmentAccount,

    /// <summary>How the region is led, and who answers for what.</summary>
    Organisation,

    /// <summary>What the auditors have said.</summary>
    Auditors,

    /// <summary>The decisions that the report rests on.</summary>
    Decisions,

    /// <summary>What has been published of the same figures, beside ours.</summary>
    Published,
}

/// <summary>One section of a report: what the system puts into it, and what someone is to write.</summary>
/// <param name="Id">Short, the same from year to year, so that last year's text can stand beside.</param>
/// <param name="Parts">What the system puts in, in order; none for a section of text alone.</param>
/// <param name="Writer">The body or office that writes its text; absent for a section without text.</param>
/// <param name="DueDays">The last day for the text, as days after the end of the period; absent when none is set.</param>
public sealed record OutlineSection(string Id, Bilingual Title, IReadOnlyList<ReportPart> Parts, string? Writer, int? DueDays);

/// <summary>Decides what reports of a kind of round hold from a year on; a later outline of the same kind takes its place.</summary>
/// <param name="FromYear">The first year whose reports follow it.</param>
[Term("disposition")]
public sealed record SetReportOutline(string Id, RoundKind Kind, int FromYear, IReadOnlyList<OutlineSection> Sections) : Act;

/// <summary>The text of one section of a round's report, as whoever writes it has decided it; a later one takes its place.</summary>
/// <param name="Text">Markdown; a figure is named by its address as {figure: result/2017-01..2017-12/region-halland} and shown with its value of the day it is read.</param>
public sealed record WriteReportText(string Round, string Section, Bilingual Text) : Act;

/// <summary>Freezes an edition of a round's report: what was known when, and the hash of all that went into it, so that anyone can make the same report again.</summary>
/// <param name="Edition">1 for the first; each correction is the next.</param>
/// <param name="AsOf">The day from which the report sees the region.</param>
/// <param name="KnownAt">The journal position up to which it knows.</param>
/// <param name="Input">SHA-256, in hexadecimal, of the report's figures and texts.</param>
/// <param name="Reason">Why a new edition was made; absent for the first.</param>
[Term("utgåva")]
public sealed record FreezeReport(string Round, int Edition, DateOnly AsOf, long KnownAt, string Input, Bilingual? Reason) : Act;
