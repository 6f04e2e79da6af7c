using Styrkedja.Amounts;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

/// <summary>So many per cent of those listed with one provider are thought of as listed with another.</summary>
/// <param name="PerCent">0 to 100.</param>
public sealed record SupposedMove(string From, string To, int PerCent);

/// <summary>What is thought of as otherwise than it was, to see what it would cost. Nothing of it is ever written.</summary>
/// <param name="Prices">Per cent by which what a payment model pays is changed, by the model's id; 3 makes everything that it pays three per cent dearer.</param>
/// <param name="Volumes">Per cent by which the contacts with a provider are changed, by the provider's id; -100 leaves none.</param>
public sealed record CareSupposition(IReadOnlyDictionary<string, decimal> Prices, IReadOnlyDictionary<string, int> Volumes, IReadOnlyList<SupposedMove> Moves)
{
    /// <summary>The same contacts with more or fewer of some providers', and with those who move gone to another.</summary>
    /// <remarks>Which contacts are left out or come twice is told by their hashes, so the answer is the same each time. Those who come twice are other contacts of the same patient.</remarks>
    public CareContacts Of(CareContacts contacts)
    {
        if (Volumes.Count == 0 && Moves.Count == 0)
            return contacts;
        var (providers, moves) = Places(contacts.Providers);
        var times = contacts.Providers.Select(id => 100 + Volumes.GetValueOrDefault(id)).ToArray();
        List<int> rows = new(contacts.Count);
        for (var row = 0; row < contacts.Count; row++)
        {
            for (var left = times[contacts.Provider[row]] + Part(contacts.Contact[row]); left >= 100; left -= 100)
                rows.Add(row);
        }

        var taken = rows.ToArray();
        var contact = Pick(contacts.Contact, taken);
        for (var i = 1; i < taken.Length; i++)
        {
            if (taken[i] == taken[i - 1])
                contact[i] = Mixed(contact[i - 1] + 1);
        }

        var person = Pick(contacts.Person, taken);
        return new()
        {
            Contact = contact,
            Person = person,
            Day = Pick(contacts.Day, taken),
            Provider = Moved(Pick(contacts.Provider, taken), person, moves),
            Type = Pick(contacts.Type, taken),
            Group = Pick(contacts.Group, taken),
            Home = Pick(contacts.Home, taken),
            AgeBand = Pick(contacts.AgeBand, taken),
            Sex = Pick(contacts.Sex, taken),
            Way = Pick(contacts.Way, taken),
            Payer = Pick(contacts.Payer, taken),
            Referral = Pick(contacts.Referral, taken),
            Fee = Pick(contacts.Fee, taken),
            Providers = providers,
            Types = contacts.Types,
            Groups = contacts.Groups,
            Municipalities = contacts.Municipalities,
            AgeBands = contacts.AgeBands,
        };
    }

    /// <summary>The same listings, with those who move listed with another.</summary>
    public Listings Of(Listings listings)
    {
        if (Moves.Count == 0)
            return listings;
        var (providers, moves) = Places(listings.Providers);
        return new()
        {
            Person = listings.Person,
            From = listings.From,
            To = listings.To,
            Provider = Moved([.. listings.Provider], listings.Person, moves),
            Home = listings.Home,
            AgeBand = listings.AgeBand,
            Sex = listings.Sex,
            Acg = listings.Acg,
            Cni = listings.Cni,
            Providers = providers,
            Municipalities = listings.Municipalities,
            AgeBands = listings.AgeBands,
        };
    }

    /// <summary>The acts that would change the prices of the models: every version of each anew, with its amounts and the base prices that weights are times changed.</summary>
    /// <remarks>A price list can serve several models, so each model gets lists of its own with the changed prices.</remarks>
    public IEnumerable<Act> Acts(PaymentBook book)
    {
        foreach (var (id, perCent) in Prices.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var versions = book.VersionsOf(id).Select(v => v.Act).ToList();
            var lists = versions.SelectMany(v => v.Contacts).SelectMany(part => part.Steps.Select(step => step.Prices).Prepend(part.Prices)).Distinct(StringComparer.Ordinal);
            foreach (var list in lists.SelectMany(book.PriceVersionsOf).Select(v => v.Act))
                yield return list with { Id = Own(list.Id, id), Prices = [.. list.Prices.Select(entry => entry with { Price = Changed(entry.Price, perCent) })] };
            foreach (var model in versions)
                yield return Changed(model, perCent);
        }
    }

    private static SetPaymentModel Changed(SetPaymentModel model, decimal perCent) => model with
    {
        Capitation = [.. model.Capitation.Select(part => part with { Pot = Changed(part.Pot, perCent), PerPoint = Changed(part.PerPoint, perCent) })],
        Contacts =
        [
            .. model.Contacts.Select(part => part with
            {
                Prices = Own(part.Prices, model.Id),
                BasePrice = Changed(part.BasePrice, perCent),
                Steps = [.. part.Steps.Select(step => step with { Prices = Own(step.Prices, model.Id) })],
            }),
        ],
        Fixed = [.. model.Fixed.Select(part => part with { Amount = Changed(part.Amount, perCent) })],
        Quality = [.. model.Quality.Select(part => part with { Amount = Changed(part.Amount, perCent) })],
    };

    private static string Own(string list, string model) => $"{list}/{model}";

    private static Money? Changed(Money? amount, decimal perCent) => amount is { } known ? Changed(known, perCent) : null;

    private static Money Changed(Money amount, decimal perCent) => amount.Times((long)(10_000 + (perCent * 100)), 10_000);

    /// <summary>The providers with those moved to added, and the moves by place.</summary>
    private (IReadOnlyList<string> Providers, IReadOnlyList<(ushort From, ushort To, int PerCent)> Moves) Places(IReadOnlyList<string> providers)
    {
        List<string> all = [.. providers];
        List<(ushort, ushort, int)> moves = [];
        foreach (var move in Moves.Where(m => all.Contains(m.From)))
        {
            if (!all.Contains(move.To))
                all.Add(move.To);
            moves.Add(((ushort)all.IndexOf(move.From), (ushort)all.IndexOf(move.To), move.PerCent));
        }

        return (all, moves);
    }

    private static ushort[] Moved(ushort[] provider, ulong[] person, IReadOnlyList<(ushort From, ushort To, int PerCent)> moves)
    {
        for (var i = 0; i < provider.Length; i++)
        {
            foreach (var (from, to, perCent) in moves)
            {
                if (provider[i] != from || Part(person[i]) >= perCent)
                    continue;
                provider[i] = to;
                break;
            }
        }

        return provider;
    }

    private static T[] Pick<T>(T[] column, int[] rows) => [.. rows.Select(row => column[row])];

    /// <summary>0 to 99, told by the hash alone and evenly spread.</summary>
    private static int Part(ulong hash) => (int)(Mixed(hash) % 100);

    private static ulong Mixed(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdUL;
            hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53UL;
            return hash ^ (hash >> 33);
        }
    }
}
