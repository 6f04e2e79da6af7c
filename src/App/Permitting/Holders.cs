using Styrkedja.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.People;

namespace Styrkedja.App.Permitting;

/// <summary>The offices of an account's person on a day: from the appointments in the journal and the employer's register.</summary>
public sealed class Holders(PeopleFile people)
{
    public OfficeHolder Of(Account account, RegionState state) =>
        OfficeHolder.Of(account.Holder, state, people.FeedOffices.Of(account.PersonKey ?? account.Holder).Select(Registered).OfType<RegisteredOffice>(), account.Administrator);

    private static RegisteredOffice? Registered(FeedOffice row) => FunctionOf(row.Function) is { } function
        ? new(new Bilingual(row.Title), row.Office, function, row.Unit, new(row.From, row.To))
        : null;

    private static OfficeFunction? FunctionOf(string? word) =>
        word is null ? OfficeFunction.Employee : Enum.GetValues<OfficeFunction>().Where(f => KeyWord.Of(f) == word).Select(f => (OfficeFunction?)f).FirstOrDefault();
}
