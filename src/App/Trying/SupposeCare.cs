using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Trying;

/// <summary>What a payer has for the year, and what its agreements would cost it.</summary>
/// <param name="Frame">What it is given for the year, of which it also pays what it gives onward; absent when it has no frame.</param>
public sealed record PayerEffect(string Payer, Money? Frame, Money Before, Money After);

/// <summary>What care would cost if things were otherwise, or why that could not be told.</summary>
public sealed record SupposedCare(IReadOnlyList<CareEffect> Agreements, IReadOnlyList<PayerEffect> Payers, IReadOnlyList<Fault> Faults)
{
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);
}

/// <summary>Settles some months as things are and as they are supposed: other prices, volumes or listings, and decisions that nobody has taken. Nothing is written.</summary>
/// <remarks>Contacts are taken as they are: how people would choose otherwise when prices change is not foretold.</remarks>
public sealed class SupposeCare(RegionArchive archive)
{
    private const int YearsOfFees = 2;

    /// <param name="months">Months of one calendar year.</param>
    /// <param name="drafts">Text of each draft with its name, in the form of decision files.</param>
    public SupposedCare Of(Period months, CareSupposition supposition, IReadOnlyList<(string Text, string Name)> drafts)
    {
        var read = drafts.Select(d => DecisionFile.Read(d.Text, d.Name)).ToList();
        var faults = read.SelectMany(f => f.Faults).ToList();
        if (faults.Exists(f => f.Severity == Severity.Error))
            return new([], [], faults);
        var january = new Month(months.From.Year, 1);
        var history = archive.HistorySoFar(null);
        var before = archive.StateAt(new(months.To.LastDay, history.Count));
        foreach (var decision in read.SelectMany(f => f.Decisions).Select(d => d.Decision).OrderBy(d => d.Date.Latest).Concat(Raised(supposition, before.Care.Payment, january.FirstDay)))
            history.Add(new DecisionEntry(history.Count + 1, RecordDecisions.MomentOf(decision.Date.Latest), decision, Verdict.Within));
        var after = history.StateAt(new(months.To.LastDay, long.MaxValue), archive.Name);

        var batches = archive.FactEntries().Select(f => f.Batch).ToList();
        var contacts = archive.Care.Contacts.Read(batches, new DateOnly(months.From.Year - YearsOfFees, 1, 1), months.To.LastDay);
        var listings = archive.Care.Listings.Read(batches, january.FirstDay, months.To.LastDay);
        var effects = CareEffect.Of(
            Settlement.Of(before.Care.Payment, months, contacts, listings, before.Care.Payment.Quality, keep: false),
            Settlement.Of(after.Care.Payment, months, supposition.Of(contacts), supposition.Of(listings), after.Care.Payment.Quality, keep: false),
            months);
        return new(effects, [.. Payers(effects, before, after, months)], faults);
    }

    /// <summary>A decision that nobody has taken, by which the models pay otherwise.</summary>
    private static IEnumerable<Decision> Raised(CareSupposition supposition, PaymentBook book, DateOnly day) =>
        supposition.Acts(book).ToList() is { Count: > 0 } acts
            ? [new Decision("supposed", Organisation.Subject.AssemblyId, UncertainDate.On(day), null, null, new Bilingual("supposed"), null, null, false, null, acts)]
            : [];

    private static IEnumerable<PayerEffect> Payers(IReadOnlyList<CareEffect> effects, RegionState before, RegionState after, Period months) =>
        from effect in effects
        let payer = (after.Care.Payment.Agreement(effect.Agreement, months.To.LastDay) ?? before.Care.Payment.Agreement(effect.Agreement, months.To.LastDay))?.Act.Payer ?? before.Care.Financier
        where payer is not null
        group effect by payer into paid
        orderby paid.Key
        let given = before.Frames.GivenTo(paid.Key, months.From.Year)
        select new PayerEffect(paid.Key, given == Money.Zero ? null : given, Money.Sum(paid.Select(e => e.Before)), Money.Sum(paid.Select(e => e.After)));
}
