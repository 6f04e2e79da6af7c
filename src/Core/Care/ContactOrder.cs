namespace Styrkedja.Care;

/// <summary>Lays contacts out provider by provider, so that settling some providers again goes through their rows alone.</summary>
/// <remarks>The rows and codes are the same; only their order differs, and that means nothing to any sum. Within a provider rows keep their order.</remarks>
public static class ContactOrder
{
    public static CareContacts ByProvider(CareContacts contacts)
    {
        var next = new int[contacts.Providers.Count + 1];
        foreach (var provider in contacts.Provider)
            next[provider + 1]++;
        for (var i = 1; i < next.Length; i++)
            next[i] += next[i - 1];
        var to = new int[contacts.Count];
        for (var row = 0; row < to.Length; row++)
            to[row] = next[contacts.Provider[row]]++;
        return new()
        {
            Contact = Moved(contacts.Contact),
            Person = Moved(contacts.Person),
            Day = Moved(contacts.Day),
            Provider = Moved(contacts.Provider),
            Type = Moved(contacts.Type),
            Group = Moved(contacts.Group),
            Home = Moved(contacts.Home),
            AgeBand = Moved(contacts.AgeBand),
            Sex = Moved(contacts.Sex),
            Way = Moved(contacts.Way),
            Payer = Moved(contacts.Payer),
            Referral = Moved(contacts.Referral),
            Fee = Moved(contacts.Fee),
            Providers = contacts.Providers,
            Types = contacts.Types,
            Groups = contacts.Groups,
            Municipalities = contacts.Municipalities,
            AgeBands = contacts.AgeBands,
        };

        T[] Moved<T>(T[] column)
        {
            var moved = GC.AllocateUninitializedArray<T>(column.Length);
            for (var row = 0; row < column.Length; row++)
                moved[to[row]] = column[row];
            return moved;
        }
    }
}
