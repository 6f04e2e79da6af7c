using Styrkedja.Amounts;

namespace Styrkedja.Care;

/// <summary>One line of an invoice from another region: a contact that it asks this region to pay for.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Number">The line's own number within the invoice, as the sender gives it.</param>
/// <param name="Group">Group of diagnosis and treatment; empty when there is none.</param>
/// <param name="Person">The patient's keyed hash, the same as in contacts and listings.</param>
/// <param name="Municipality">Where the sender says that the patient lives.</param>
/// <param name="Referral">The referral's keyed hash; zero when there is none.</param>
/// <param name="Amount">What is asked for.</param>
public sealed record InvoiceLine(
    int Line,
    string Invoice,
    string Number,
    DateOnly Date,
    string Provider,
    string Type,
    string Group,
    ulong Person,
    string Municipality,
    ContactWay Way,
    ulong Referral,
    Money Amount);
