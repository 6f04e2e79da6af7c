using CsCheck;
using Styrkedja.Decisions;

namespace Styrkedja.Care;

public sealed class CareSuppositionTests
{
    private static readonly CareSupposition s_nothing = new(new Dictionary<string, decimal>(), new Dictionary<string, int>(), []);

    [Fact]
    public void Nothing_supposed_changes_nothing() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed).Sample((prices, rows, listed) =>
            Assert.All(Effects(prices, rows, listed, s_nothing with { Prices = new Dictionary<string, decimal> { ["VÅRDVAL"] = 0, ["SJUKHUS"] = 0 } }), e => Assert.Equal(e.Before, e.After)));

    [Fact]
    public void Prices_twice_as_high_cost_twice_as_much_where_nothing_limits() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed).Sample((prices, rows, listed) =>
        {
            // Outside the hospitals' stepped and weighed prices nothing is rounded otherwise, and they have neither ceiling nor fee.
            var effects = Effects(prices, rows, listed, s_nothing with { Prices = new Dictionary<string, decimal> { ["SJUKHUS"] = 100 } });
            Assert.All(effects.Where(e => e.Agreement is "A1" or "A2"), e => Assert.Equal(e.Before, e.After));
            Assert.All(effects.Where(e => e.Agreement is "A3" or "A4"), e => Assert.InRange(e.After.Ore, (2 * e.Before.Ore) - rows.Length, (2 * e.Before.Ore) + rows.Length));
        });

    [Fact]
    public void A_provider_without_contacts_is_paid_for_none() =>
        Gen.Select(RandomCare.Prices, RandomCare.Rows, RandomCare.Listed).Sample((prices, rows, listed) =>
        {
            var contacts = (s_nothing with { Volumes = new Dictionary<string, int> { ["P3"] = -100 } }).Of(RandomCare.Contacts(rows));
            Assert.Equal(rows.Count(r => r.Provider != 2), contacts.Count);
            Assert.DoesNotContain(contacts.Provider, p => contacts.Providers[p] == "P3");
        });

    [Fact]
    public void Contacts_twice_as_many_are_each_once_more_and_still_told_apart() =>
        RandomCare.Rows.Sample(rows =>
        {
            var contacts = (s_nothing with { Volumes = new Dictionary<string, int> { ["P1"] = 100 } }).Of(RandomCare.Contacts(rows));
            Assert.Equal(rows.Length + rows.Count(r => r.Provider == 0), contacts.Count);
            Assert.Equal(contacts.Count, contacts.Contact.Distinct().Count());
        });

    [Fact]
    public void Those_who_move_take_their_listing_and_their_contacts_with_them() =>
        Gen.Select(RandomCare.Rows, RandomCare.Listed).Sample((rows, listed) =>
        {
            var moved = s_nothing with { Moves = [new("P1", "P9", 100)] };
            var (contacts, listings) = (moved.Of(RandomCare.Contacts(rows)), moved.Of(RandomCare.Listings(listed)));
            Assert.Equal(rows.Count(r => r.Provider == 0), contacts.Provider.Count(p => contacts.Providers[p] == "P9"));
            Assert.Equal(listed.Count(l => l.Provider == 0), listings.Provider.Count(p => listings.Providers[p] == "P9"));
            Assert.DoesNotContain(listings.Provider, p => listings.Providers[p] == "P1");
        });

    [Fact]
    public void Some_who_move_are_the_same_in_listings_and_contacts() =>
        Gen.Select(RandomCare.Rows, RandomCare.Listed, Gen.Int[0, 100]).Sample((rows, listed, perCent) =>
        {
            var moved = s_nothing with { Moves = [new("P1", "P2", perCent)] };
            var (before, contacts) = (RandomCare.Contacts(rows), moved.Of(RandomCare.Contacts(rows)));
            var (was, listings) = (RandomCare.Listings(listed), moved.Of(RandomCare.Listings(listed)));
            var gone = Enumerable.Range(0, was.Count).Where(i => was.Provider[i] == 0 && listings.Provider[i] != 0).Select(i => was.Person[i]).ToHashSet();
            var stayed = Enumerable.Range(0, was.Count).Where(i => was.Provider[i] == 0 && listings.Provider[i] == 0).Select(i => was.Person[i]).ToHashSet();
            Assert.All(Enumerable.Range(0, before.Count).Where(i => before.Provider[i] == 0 && gone.Contains(before.Person[i])), i => Assert.Equal(1, contacts.Provider[i]));
            Assert.All(Enumerable.Range(0, before.Count).Where(i => before.Provider[i] == 0 && stayed.Contains(before.Person[i])), i => Assert.Equal(0, contacts.Provider[i]));
        });

    private static IReadOnlyList<CareEffect> Effects(int[] prices, ContactRow[] rows, ListingRow[] listed, CareSupposition supposition)
    {
        // No least or most, since what is limited does not follow the prices.
        IReadOnlyList<Act> acts = [.. RandomCare.Acts(prices, protectedFees: false).Select(act => act is SetPaymentModel model ? model with { Limits = [] } : act)];
        var book = RandomCare.Book(acts);
        return CareEffect.Of(RandomCare.Settled(book, rows, listed), RandomCare.Settled(RandomCare.Book([.. acts, .. supposition.Acts(book)]), rows, listed), RandomCare.Months);
    }
}
