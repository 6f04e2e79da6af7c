using CsCheck;
using Styrkedja.Decisions;
using Styrkedja.Formats.Journal;

namespace Styrkedja.Formats.Decisions;

/// <summary>Forms made out of the forms of acts: every act can be filled in, and what is filled in is read back as the same act.</summary>
public class FilledFormTests
{
    private static readonly string s_allActs = File.ReadAllText(Repository.Path("tests/Formats.Tests/Decisions/AllActs.yaml"));

    public static TheoryData<string> ActNames => [.. ActForms.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(ActNames))]
    public void Every_act_filled_in_as_a_form_is_read_back_as_the_same_act(string name)
    {
        var acts = DecisionFile.Read(s_allActs.Split("\n---")[0], "alla.yaml").Decisions[0].Decision.Acts.Where(act => ActForms.NameOf(act) == name).ToList();
        Assert.NotEmpty(acts);

        var again = FilledAndRead(s_allActs.Split("\n---")[0]).Acts.Where(act => ActForms.NameOf(act) == name);

        Assert.Equal(acts.Select(Shown.Of), again.Select(Shown.Of));
    }

    [Fact]
    public void Any_decision_filled_in_as_a_form_is_read_back_as_the_same_decision() => RandomDecision.Texts.Sample(
        text =>
        {
            var read = DecisionFile.Read(text, "slump.yaml");
            Assert.Empty(read.Faults);
            Assert.Equal(Shown.Of(read.Decisions[0].Decision), Shown.Of(FilledAndRead(text)));
        },
        iter: 300);

    [Fact]
    public void An_assessment_filled_in_as_a_form_is_read_back_as_the_same()
    {
        var text = s_allActs.Split("\n---\n")[2];
        var form = DraftText.Form(text, DraftText.AssessmentFields);
        Assert.NotNull(form);

        var again = DecisionFile.Read(DraftText.Of(new FilledForm(form.Boxes), DraftText.AssessmentFields), "form.yaml");

        Assert.Empty(again.Faults);
        Assert.Equal(Shown.Of(DecisionFile.Read(text, "alla.yaml").Assessments[0].Assessment), Shown.Of(again.Assessments[0].Assessment));
    }

    [Fact]
    public void What_is_typed_wrong_stays_in_its_box_and_is_told_as_a_fault()
    {
        var form = new FilledForm([new("decision", "X-1"), new("body", "RS"), new("date", "i går"), new("title", "Prov"), new("acts.0", "set-frame"), new("acts.0.year", "tjugo"), new("acts.0.amount", "12")]);

        var text = DraftText.Of(form, DraftText.DecisionFields);
        var read = DecisionFile.Read(text, "x.yaml");
        var again = DraftText.Form(text, DraftText.DecisionFields);

        Assert.Contains(read.Faults, f => f is { Code: "decision.not-date", Found: "i går" });
        Assert.Contains(read.Faults, f => f is { Code: "decision.not-year", Found: "tjugo" });
        Assert.Contains(read.Faults, f => f is { Code: "decision.not-amount", Found: "12" });
        Assert.Equal("i går", again!["date"]);
        Assert.Equal("tjugo", again["acts.0.year"]);
    }

    [Fact]
    public void Empty_rows_of_a_list_are_left_out()
    {
        var form = new FilledForm([new("acts.0", "call-meeting"), new("acts.0.id", "M"), new("acts.0.agenda.0.item", ""), new("acts.0.agenda.0.title", ""), new("acts.0.agenda.2.item", "1"), new("acts.0.agenda.2.title", "Budget")]);

        Assert.Equal(3, form.Rows("acts.0.agenda"));
        var again = DraftText.Form(DraftText.Of(form, DraftText.DecisionFields), DraftText.DecisionFields)!;

        Assert.Equal("Budget", again["acts.0.agenda.0.title"]);
        Assert.Equal(1, again.Rows("acts.0.agenda"));
    }

    [Theory]
    [InlineData("decision: A\nhittepå: 1")]
    [InlineData("decision: A\nacts: [{inget-sådant: {}}]")]
    [InlineData("decision: A\ntitle: [ett, två]")]
    [InlineData("decision: A\n---\ndecision: B")]
    [InlineData("decision: {")]
    [InlineData("bara text")]
    [InlineData("")]
    public void A_text_that_no_form_has_room_for_is_no_form(string text) => Assert.Null(DraftText.Form(text, DraftText.DecisionFields));

    [Fact]
    public void Text_of_several_lines_and_marks_of_markup_survive()
    {
        var form = new FilledForm([new("decision", "A"), new("title", "Ett: \"två\" # tre"), new("title.en", "- one\r\ntwo")]);

        var again = DraftText.Form(DraftText.Of(form, DraftText.DecisionFields), DraftText.DecisionFields)!;

        Assert.Equal("Ett: \"två\" # tre", again["title"]);
        Assert.Equal("- one\ntwo", again["title.en"]);
    }

    private static Decision FilledAndRead(string text)
    {
        var form = DraftText.Form(text, DraftText.DecisionFields);
        Assert.NotNull(form);
        var again = DecisionFile.Read(DraftText.Of(new FilledForm(form.Boxes), DraftText.DecisionFields), "form.yaml");
        Assert.Empty(again.Faults);
        return again.Decisions[0].Decision;
    }
}
