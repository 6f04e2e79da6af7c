using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>The care that the region finances, by who gives it: its own, private providers and other regions.</summary>
public sealed class CareSystem
{
    private CareSystem()
    {
    }

    /// <summary>The subject whose books hold what the region pays as financier; absent before it is named.</summary>
    public string? Financier { get; private init; }

    public required IReadOnlyList<Decided<AuthoriseProvider>> Providers { get; init; }

    /// <summary>Agreements, payment models and price lists on any day.</summary>
    public required PaymentBook Payment { get; init; }

    /// <summary>Terms, applications and agreements with what has come of them, also of those that have ended.</summary>
    public required AgreementBook Agreements { get; init; }

    public static CareSystem Fold(ActsInOrder acts, DateOnly day) => new()
    {
        Financier = acts.Of<NameCareFinancier>().LastOrDefault()?.Act.Subject,
        Providers = [.. acts.Latest<AuthoriseProvider, string>(p => p.Id).Values.Where(p => p.Act.Valid.Holds(day))],
        Payment = PaymentBook.Fold(acts),
        Agreements = AgreementBook.Fold(acts),
    };
}
