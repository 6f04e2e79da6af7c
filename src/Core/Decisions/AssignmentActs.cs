using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>A body or office is told to do something, and to answer for it to the one who said so.</summary>
/// <param name="To">The body, administration, unit or office that is to do it.</param>
/// <param name="ReportBack">The day by which it is reported; absent means the deadline.</param>
/// <param name="PartOf">The assignment that it is a part of, when the receiver of that one breaks it down.</param>
/// <param name="Serves">The goal it serves.</param>
[Term("uppdrag")]
public sealed record GiveAssignment(string Id, string To, Bilingual Text, DateOnly? Deadline, DateOnly? ReportBack, string? PartOf, string? Serves) : Act;

/// <summary>The receiver tells how an assignment goes. It stays open until the one who gave it closes it.</summary>
[Term("återrapportering")]
public sealed record ReportAssignment(string Assignment, Bilingual Text, bool Done) : Act;

/// <summary>The one who gave an assignment closes it.</summary>
public sealed record CloseAssignment(string Assignment) : Act;

/// <summary>The executive board's yearly look at a committee or company.</summary>
/// <param name="Within">True when its work has stayed within what it is for and may do.</param>
/// <remarks>Rule: kommunallagen (2017:725) 6 kap. 1 and 9 §§.</remarks>
[Term("uppsikt")]
public sealed record RecordOversight(string Of, int Year, bool Within, Bilingual Text) : Act;
