using Styrkedja.Decisions;
using static Styrkedja.Region.Entries;

namespace Styrkedja.FollowUp;

public class OrphansTests
{
    [Fact]
    public void What_no_decision_carries_is_listed_with_what_is_missing()
    {
        var entries = Region.Entries.Of(
            Decision("ORG", "2014-01-01", Body("RS"), Body("DN-A"), Body("DN-C"), new AdoptVision("VISION", new("Bästa livsplatsen"), Valid("2010-01-01.."))),
            Decision("MÅL", "2016-01-01", Goal("G01"), new AdoptGoal("G02", "O", "UPPHÖRD", null, null, Valid("2015-01-01..")), new AdoptSubGoal("D9", 2017, "G99", "DN-A", new("Kortare väntan"))),
            Decision("RAMAR", "2016-06-01", Frame("REGION", "DN-A"), Frame("RS", "DN-A")),
            Decision("BUDGET", "2016-12-01", Budget("DN-A"), Budget("DN-C"), Budget("BORTA")));

        var orphans = new FollowUpView(StateOn("2017-12-31", entries), []).Orphans(2017);

        Assert.Equal(
            ["FrameWithoutSource DN-A RAMAR", "GoalWithoutDirection G02 MÅL", "SubGoalWithoutGoal D9 MÅL", "BudgetWithoutFrame DN-C BUDGET", "BudgetWithoutSubject BORTA BUDGET"],
            orphans.Select(o => $"{o.Kind} {o.Id} {o.By!.Id}"));
    }

    private static SetFrame Frame(string from, string to) => new(2017, from, to, FrameKind.Grant, new(100), null);

    private static SetBudget Budget(string subject) => new(2017, subject, [new("vård", new(-100), null, null, null)]);
}
