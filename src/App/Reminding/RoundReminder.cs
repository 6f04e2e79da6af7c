using Styrkedja.App.FollowingUp;
using Styrkedja.App.Permitting;
using Styrkedja.Region;
using Styrkedja.Rights;
using Styrkedja.Store.Mail;
using Styrkedja.Store.People;

namespace Styrkedja.App.Reminding;

/// <summary>A reminder to one person about all that the person has left to answer in a round.</summary>
/// <param name="Holder">The opaque id of who is reminded.</param>
/// <param name="Letter">Absent when the person has no open account, or one without a mail address.</param>
public sealed record RoundReminder(string Round, string Holder, IReadOnlyList<AskedInRound> Asked, Letter? Letter)
{
    /// <summary>Those who have answers left in a round, each with one letter.</summary>
    /// <param name="pages">Where the pages are reached; absent when nobody has said, and then the letter names no address.</param>
    public static IReadOnlyList<RoundReminder> For(string round, RegionState state, PeopleFile people, Texts.Texts t, Uri? pages)
    {
        var holders = HoldersIn(state, people);
        var left = AskedInRound.In(state).Where(asked => asked.Round.Id == round).ToList();
        return
        [
            .. left.SelectMany(asked => AnswersFor(asked.Of, holders, state).Select(holder => (holder, asked)))
                .GroupBy(pair => pair.holder, pair => pair.asked, StringComparer.Ordinal)
                .OrderBy(of => of.Key, StringComparer.Ordinal)
                .Select(of => new RoundReminder(round, of.Key, [.. of], people.Accounts.OfHolder(of.Key) is { IsOpen: true, Email: { Length: > 0 } address } ? Written(address, [.. of], state, t, pages) : null)),
        ];
    }

    /// <summary>Those asked in a round whom nobody can be reminded for, as nobody holds an office there that hands in answers.</summary>
    public static IReadOnlyList<string> WithoutAnyone(string round, RegionState state, PeopleFile people)
    {
        var holders = HoldersIn(state, people);
        return [.. AskedInRound.In(state).Where(asked => asked.Round.Id == round && !AnswersFor(asked.Of, holders, state).Any()).Select(asked => asked.Of)];
    }

    /// <summary>Everyone who holds an office, by appointment or in the employer's register, with or without an account here.</summary>
    private static List<OfficeHolder> HoldersIn(RegionState state, PeopleFile people)
    {
        var known = new Holders(people);
        var accounts = people.Accounts.All().Where(account => account.IsOpen).ToList();
        var withAccount = accounts.Select(account => account.Holder).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. accounts.Select(account => known.Of(account, state)),
            .. state.Organisation.Appointments.Select(a => a.Act.Holder).Distinct(StringComparer.Ordinal).Where(holder => !withAccount.Contains(holder)).Select(holder => OfficeHolder.Of(holder, state, [], false)),
        ];
    }

    /// <summary>Holders of offices in a unit or body who hand in answers for it; those further up when there is nobody in it.</summary>
    private static IEnumerable<string> AnswersFor(string of, List<OfficeHolder> holders, RegionState state)
    {
        var may = holders.Where(who => who.Id is not null && Policy.May(who, Right.Submit, of, state).Allowed).ToList();
        var inIt = may.Where(who => who.Offices.Any(office => office.In == of)).ToList();
        return (inIt.Count > 0 ? inIt : may).Select(who => who.Id!);
    }

    private static Letter Written(string address, IReadOnlyList<AskedInRound> asked, RegionState state, Texts.Texts t, Uri? pages)
    {
        var terms = asked[0].Round.Terms;
        var name = t[terms.Name];
        var lines = asked.Select(a => t["remind.left", ("who", state.Organisation.NameOf(a.Of) is { } of ? t[of] : a.Of), ("count", a.Open.Count)]);
        return new(
            address,
            terms.AnswerBy is { } by ? t["remind.subject-day", ("round", name), ("day", $"{by:yyyy-MM-dd}")] : t["remind.subject", ("round", name)],
            string.Join("\n", [t["remind.greeting"], "", t["remind.about", ("round", name)], .. lines, "", pages is null ? t["remind.sign-in"] : t["remind.sign-in-at", ("address", new Uri(pages, "/my-work"))], "", t["remind.why"], ""]));
    }
}
