using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>The part of a targeted grant that goes to one subject.</summary>
/// <param name="Amount">A positive amount.</param>
public sealed record GrantPart(string To, Money Amount);

/// <summary>The region receives money from outside for something named, most often from the state. A later decision with the same id replaces it whole.</summary>
/// <remarks>Not a general grant, which comes without conditions and belongs to the financing of the whole.</remarks>
/// <param name="From">Who gives it, by name.</param>
/// <param name="Amount">A positive amount, for the whole time.</param>
/// <param name="Valid">The days on which it may be used.</param>
/// <param name="Distribution">Who gets how much of it; what is left over has not been given to anyone yet.</param>
/// <param name="ReportBy">The last day to tell the giver how it was used; absent when the giver asks for no telling.</param>
/// <param name="Budgeted">True when the year's budget counted on it.</param>
[Term("riktat statsbidrag")]
public sealed record ReceiveGrant(
    string Id,
    Bilingual Name,
    Bilingual From,
    Money Amount,
    Validity Valid,
    Bilingual? Conditions,
    IReadOnlyList<GrantPart> Distribution,
    DateOnly? ReportBy,
    bool Budgeted) : Act;

/// <summary>The giver of a targeted grant is told how it was used. Tellings add up, so that a grant may be accounted for in parts.</summary>
/// <param name="Used">What was used as the conditions say, as a positive amount.</param>
/// <param name="Returned">What is paid back, as a positive amount.</param>
[Term("redovisning av bidrag")]
public sealed record ReportGrant(string Grant, Money Used, Money Returned, Bilingual? Text) : Act;

/// <summary>Two parts of the region agree on what the one does for the other in a year, and what it costs. A later agreement with the same id replaces it.</summary>
/// <remarks>No contract in law, since both are the same legal person: it is how they share the work and its cost.</remarks>
/// <param name="What">The service in words.</param>
/// <param name="Unit">What is counted, such as square metre or workplace.</param>
/// <param name="Price">For each one of the unit, as a positive amount.</param>
/// <param name="Volume">How many in the year, with at most three decimals.</param>
[Term("internt avtal")]
public sealed record AgreeService(string Id, string Supplier, string Buyer, Bilingual What, string Unit, Money Price, decimal Volume, int Year) : Act
{
    /// <summary>What the year costs by the agreement: price times volume, to the nearest öre.</summary>
    public Money Agreed => Price.Times((long)(Volume * 1000), 1000);
}
