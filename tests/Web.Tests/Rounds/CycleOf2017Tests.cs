using System.Net;
using Styrkedja.Decisions;
using Styrkedja.Goals;
using Styrkedja.Provenance;
using Styrkedja.Web.Tests.Gate;

namespace Styrkedja.Web.Tests.Rounds;

/// <summary>The follow-up of 2017 played as it is done: each body by its own people, in browsers without scripts, in a Halland that knows no more than was known on the day.</summary>
public sealed class CycleOf2017Tests(ServedHalland served)
{
    private static readonly (string Goal, GoalFulfilment Fulfilment)[] s_judged =
    [
        ("G01", GoalFulfilment.Partly), ("G02", GoalFulfilment.Fulfilled), ("G03", GoalFulfilment.Fulfilled), ("G04", GoalFulfilment.Fulfilled), ("G05", GoalFulfilment.Partly), ("G06", GoalFulfilment.Partly),
        ("G07", GoalFulfilment.Fulfilled), ("G08", GoalFulfilment.Partly), ("G09", GoalFulfilment.NotFulfilled), ("G10", GoalFulfilment.NotFulfilled), ("G11", GoalFulfilment.Partly),
    ];

    [Fact]
    public async Task The_interim_report_goes_from_everyones_answers_to_the_assembly_and_is_locked()
    {
        await using var halland = await HallandInProcess.AsOf(new(2017, 9, 19, 22, 0, 0, TimeSpan.Zero));
        await using var people = await Chancery.Appointed(halland, served, new(2017, 9, 19));
        const string Round = "UR2-2017";

        await Done(people.Records(new(2017, 9, 20), "RS", "open-round", "Uppföljningsrapport 2 öppnas", [.. Opened(Round, "interim-report", "2017-08"), ("acts.0.answer-by", "2017-09-29")]));
        var asked = await people.Asked(Round);
        Assert.All(["RS", "DN-HS", "DN-NSV", "DN-PSY", "DN-ADH", "DN-KS"], body => Assert.Contains(body, asked));

        var head = halland.Archive.Head();
        var (refused, why) = await people.Records(new(2017, 9, 21), "RS", "lock-round", "Låses för tidigt", ("acts.0.round", Round));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Contains("kan inte låsas förrän alla delmål är bedömda", why, StringComparison.Ordinal);
        Assert.Contains("SG09-1", why, StringComparison.Ordinal);
        Assert.Equal(head, halland.Archive.Head());

        people.TurnTo(new(2017, 9, 26));
        await EveryoneAnswers(halland, people, Round, asked, new Dictionary<string, GoalFulfilment>());
        await CommitteesHandIn(people, Round, asked, new(2017, 10, 3), approve: true);
        await Done(people.Records(new(2017, 10, 11), "RS", "submit-report", "Uppföljningsrapport 2", ("acts.0.round", Round), ("acts.0.to", "RF")));
        await Done(people.Records(new(2017, 10, 18), "REV", "give-audit-opinion", "Granskning av delårsrapporten", ("acts.0.round", Round), ("acts.0.text", "Resultatet är förenligt med de finansiella målen.")));
        await Done(people.Records(new(2017, 10, 25), "RF", "approve-report", "Delårsrapport 2017", ("acts.0.round", Round)));
        await Done(people.Records(new(2017, 11, 1), "RS", "lock-round", "Uppföljningsrapport 2 låses", ("acts.0.round", Round)));

        await using var anyone = await Desk.At(halland, served.Browser, null, scripts: false);
        await anyone.Go($"/follow-up/rounds/{Round}");
        Assert.Contains("låstes 2017-11-01", await anyone.Text(), StringComparison.Ordinal);
        var (closed, told) = await people.Records(new(2017, 11, 2), "DN-PSY", "approve-report", "För sent", ("acts.0.round", Round));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, closed);
        Assert.Contains("UR2-2017 är låst", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_year_goes_from_the_board_by_the_auditors_to_the_assembly_and_discharge_is_a_decision_of_its_own()
    {
        // The day before the owners of sub-goals told how they came out.
        await using var halland = await HallandInProcess.AsOf(new(2018, 2, 27, 22, 0, 0, TimeSpan.Zero));
        await using var people = await Chancery.Appointed(halland, served, new(2018, 2, 27));
        const string Round = "AR-2017";

        await Done(people.Records(new(2018, 3, 2), "RS", "open-round", "Årsredovisning 2017", Opened(Round, "annual-report", "2017")));
        var asked = await people.Asked(Round);
        people.TurnTo(new(2018, 3, 5));
        await EveryoneAnswers(halland, people, Round, asked, new Dictionary<string, GoalFulfilment> { ["SG09-1"] = GoalFulfilment.NotFulfilled });
        await BoardJudges(people);
        await CommitteesHandIn(people, Round, asked, new(2018, 3, 14), approve: false);
        await Done(people.Records(new(2018, 4, 4), "RS", "submit-report", "Årsredovisning 2017", ("acts.0.round", Round), ("acts.0.to", "RF")));

        var (early, why) = await people.Records(new(2018, 4, 5), "RF", "approve-report", "Före revisorerna", ("acts.0.round", Round));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early);
        Assert.Contains("I AR-2017 har REV inte uttalat sig", why, StringComparison.Ordinal);

        await Done(people.Records(new(2018, 4, 11), "REV", "give-audit-opinion", "Revisionsberättelse 2017", ("acts.0.round", Round), ("acts.0.recommends-discharge", "true"), ("acts.0.text", "Räkenskaperna är rättvisande.")));
        await Done(people.Records(new(2018, 4, 18), "RF", "approve-report", "Årsredovisning 2017", ("acts.0.round", Round), ("acts.0.sound-management", "not-fulfilled")));
        await using var anyone = await Desk.At(halland, served.Browser, null, scripts: false);
        await anyone.Go("/goals?year=2017");
        Assert.Contains("4 av 11 mål uppfylldes 2017, 5 delvis, 2 inte; 0 går inte att bedöma", await anyone.Text(), StringComparison.Ordinal);
        await anyone.Go("/goals/judgement?year=2017");
        Assert.Contains("inte uppnådd, RF 2018-04-18", await anyone.Text(), StringComparison.Ordinal);
        Assert.Empty(Discharged(halland));

        await Done(people.Records(new(2018, 4, 18), "RF", "grant-discharge", "Ansvarsfrihet för 2017",
            ("acts.0.year", "2017"), ("acts.0.to.0", "RS"), ("minute.conflicts.0.party", "S"), ("minute.conflicts.0.seats", "7")));
        Assert.Equal(["RS"], Discharged(halland));
        await Done(people.Records(new(2018, 5, 2), "RS", "lock-round", "Årsredovisning 2017 låses", ("acts.0.round", Round)));
    }

    private static (string Box, string Value)[] Opened(string round, string kind, string period) =>
        [("acts.0.id", round), ("acts.0.kind", kind), ("acts.0.period", period), ("acts.0.name", $"Uppföljning {period}"), ("acts.0.template", "economy-and-goals")];

    private static async Task Done(Task<(HttpStatusCode Status, string Text)> recording)
    {
        var (status, text) = await recording;
        Assert.True(status == HttpStatusCode.OK, text);
    }

    private static async Task EveryoneAnswers(HallandInProcess halland, Chancery people, string round, IReadOnlyList<string> asked, IReadOnlyDictionary<string, GoalFulfilment> fulfilments)
    {
        foreach (var body in asked)
            Assert.NotEqual(0, await people.Answers(body, round, fulfilments));
        var state = halland.Archive.StateAt(new(DateOnly.FromDateTime(halland.Clock.Now.Date), halland.Archive.Head().Position));
        Assert.All(state.ProgressOf(state.RoundBook.Find(round)!).Items, item => Assert.True(item.Answered, $"{item.Of} {item.About}"));
    }

    private static async Task CommitteesHandIn(Chancery people, string round, IReadOnlyList<string> asked, DateOnly day, bool approve)
    {
        foreach (var body in asked.Where(b => b != "RS"))
        {
            if (approve)
                await Done(people.Records(day, body, "approve-report", "Nämndens rapport", ("acts.0.round", round)));
            await Done(people.Records(day, body, "submit-report", "Nämndens rapport lämnas", ("acts.0.round", round), ("acts.0.to", "RS")));
        }
    }

    /// <summary>The executive board says what has come of each of the eleven goals.</summary>
    private static async Task BoardJudges(Chancery people)
    {
        foreach (var (goal, fulfilment) in s_judged)
        {
            var secretary = await people.Secretary("RS");
            await secretary.Go($"/answers/new?owner=RS&by=RS&subject={goal}&period=2017");
            await secretary.Fill(("fulfilment", KeyWord.Of(fulfilment)), ("text", "Styrelsens bedömning av året."));
            Assert.Equal(HttpStatusCode.OK, await secretary.Press("submit"));
            var draft = secretary.Path;
            var chair = await people.Chair("RS");
            await chair.Go(draft);
            Assert.Equal(HttpStatusCode.OK, await chair.Press("approve"));
        }
    }

    private static IEnumerable<string> Discharged(HallandInProcess halland) =>
        halland.Archive.StateAt(new(DateOnly.FromDateTime(halland.Clock.Now.Date), halland.Archive.Head().Position)).Decisions.SelectMany(d => d.Decision.Acts.OfType<GrantDischarge>()).Where(d => d.Year == 2017).SelectMany(d => d.To);
}
