using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.Development;

public sealed class ProgrammeBookTests
{
    private static readonly AdoptProgramme s_strategy = new("S", new("Strategi"), "VISION", [new("M1", new("Mål"), null, [new("M1.1", new("Val"))])], Valid("2014-01-01.."));

    [Fact]
    public void Goals_and_choices_are_found_with_the_programme_that_has_them()
    {
        var book = ProgrammeBook.Fold(Acts(Decision("A", "2014-01-01", s_strategy)));
        Assert.Equal(("S", "M1", null), (book.GoalOf("M1")!.Programme.Act.Id, book.GoalOf("M1")!.Goal.Id, book.GoalOf("M1")!.Choice));
        Assert.Equal(("M1", "M1.1"), (book.GoalOf("M1.1")!.Goal.Id, book.GoalOf("M1.1")!.Choice!.Id));
        Assert.Null(book.GoalOf("M2"));
    }

    [Fact]
    public void A_programme_adopted_anew_has_only_the_goals_of_the_latest_decision()
    {
        var book = ProgrammeBook.Fold(Acts(Decision("A", "2014-01-01", s_strategy), Decision("B", "2015-01-01", s_strategy with { Goals = [new("M2", new("Annat"), null, [])] })));
        Assert.Null(book.GoalOf("M1"));
        Assert.Equal("B", book.GoalOf("M2")!.Programme.By.Id);
    }

    [Fact]
    public void Programmes_stand_under_what_they_serve()
    {
        var book = ProgrammeBook.Fold(Acts(Decision("A", "2014-01-01", s_strategy, s_strategy with { Id = "P2", Serves = "S" }, s_strategy with { Id = "P1", Serves = "S" })));
        Assert.Equal(["P1", "P2"], book.Under("S").Select(p => p.Act.Id));
        Assert.Empty(book.Under("P1"));
    }

    [Fact]
    public void A_later_chain_stands_instead_of_the_earlier_and_its_evaluations_come_by_the_day_they_were_published()
    {
        var book = ProgrammeBook.Fold(Acts(
            Decision("A", "2015-01-01", s_strategy, new SetLogicChain("S", [Step("gammalt")])),
            Decision("B", "2016-01-01", new SetLogicChain("S", [Step("nytt")]), Evaluation("U2", "nytt", "2015-12-02"), Evaluation("U1", "nytt", "2015-12-01"))));
        Assert.Null(book.StepOf("gammalt"));
        Assert.Equal("S", book.ChainWith("nytt")!.Act.Programme);
        Assert.Equal(["U1", "U2"], book.EvaluationsOf("nytt").Select(e => e.Act.Id));
        Assert.Empty(book.EvaluationsOf("S"));
    }

    private static ChainStep Step(string id) => new(id, ChainStepKind.Activity, new(id), [], null, null);

    private static AddEvaluation Evaluation(string id, string of, string day) => new(id, of, new(id), "Högskolan", DateOnly.Parse(day), null, new("Det gick"), FindingSupport.Yes);
}
