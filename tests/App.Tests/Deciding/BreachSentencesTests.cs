using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.App.Deciding;

public class BreachSentencesTests
{
    [Theory]
    [InlineData("sv", "kommunallagen (2017:725) 11 kap. 11 §", "RF", "Punkt 1: Skattesatsen för 2020 ska vara beslutad före utgången av november året innan, och ändras sedan bara med synnerliga skäl i december. Regel: kommunallagen (2017:725) 11 kap. 11 §. Kan besluta: RF.")]
    [InlineData("sv", "kommunallagen (1991:900) 8 kap. 9 §", "", "Punkt 1: Skattesatsen för 2020 ska vara beslutad före utgången av november året innan, och ändras sedan bara med synnerliga skäl i december. Regel: kommunallagen (1991:900) 8 kap. 9 § (ej kontrollerat mot lagtexten). Kan besluta: ingen.")]
    [InlineData("en", "kommunallagen (1991:900) 8 kap. 9 §", "", "Point 1: The tax rate for 2020 is to be decided before the end of November the year before, and is then changed only for extraordinary reasons in December. Rule: kommunallagen (1991:900) 8 kap. 9 § (not checked against the text of the law). Could decide: nobody.")]
    [InlineData("en", "kommunallagen (2017:725) 11 kap. 99 §", "RS,RF", "Point 1: The tax rate for 2020 is to be decided before the end of November the year before, and is then changed only for extraordinary reasons in December. Rule: kommunallagen (2017:725) 11 kap. 99 § (not checked against the text of the law). Could decide: RS, RF.")]
    [InlineData("sv", null, "", "Punkt 1: Skattesatsen för 2020 ska vara beslutad före utgången av november året innan, och ändras sedan bara med synnerliga skäl i december. Regel: ingen lag i kraft den dagen. Kan besluta: ingen.")]
    public void A_breach_tells_its_rule_its_paragraph_and_who_could_decide(string language, string? law, string could, string sentence) => Assert.Equal(
        sentence,
        BreachSentences.Of(Texts.Texts.In(language), new(1, "authority.tax-in-time", law, could.Split(',', StringSplitOptions.RemoveEmptyEntries), new Dictionary<string, string> { ["year"] = "2020", ["body"] = "RF" })));

    [Theory]
    [InlineData("sv", "Punkt 2: G99 finns inte som mål på beslutets dag.")]
    [InlineData("en", "Point 2: there is no goal G99 on the day of the decision.")]
    public void What_does_not_exist_is_told_with_its_kind_in_the_readers_language(string language, string sentence) =>
        Assert.Equal(sentence, Texts.Texts.In(language).Says(Fault.Error("authority.name-unknown", new("f.yaml"), "G99", ("what", "goal"), ("act", "2"))));

    [Fact]
    public void Every_rule_has_its_sentence_in_both_languages()
    {
        var codes = RuleTable.Standard.Competences.Select(r => r.Rule.Code).Concat(RuleTable.Standard.Requirements.Select(r => r.Rule.Code)).Append(Rules.NoRule.Code).Distinct();
        Assert.All(codes, code => Assert.All(new[] { "sv", "en" }, language => Assert.NotEqual($"rule.{code}", Texts.Texts.In(language)[$"rule.{code}"])));
    }

    [Fact]
    public void All_that_the_law_demands_of_a_report_has_a_name_in_both_languages()
    {
        var demands = new[] { RoundKind.AnnualReport, RoundKind.InterimReport }.SelectMany(kind => new[] { 2018, 2019 }.SelectMany(year => LegalContents.Of(kind, year))).Select(content => content.Id).Distinct().ToList();

        Assert.NotEmpty(demands);
        Assert.All(demands, id => Assert.All(new[] { "sv", "en" }, language => Assert.NotEqual($"legal-content.{id}", Texts.Texts.In(language)[$"legal-content.{id}"])));
    }

    [Theory]
    [InlineData("sv", "Punkt 1: AR-2017 kan inte frysas så länge dispositionen saknar det som lagen kräver: noter, förväntad utveckling. Regel: ingen lag i kraft den dagen. Kan besluta: RS.")]
    [InlineData("en", "Point 1: AR-2017 can't be frozen while its outline lacks what the law demands: notes, expected development. Rule: no law in force that day. Could decide: RS.")]
    public void What_a_report_lacks_is_told_by_name(string language, string sentence) =>
        Assert.Equal(sentence, BreachSentences.Of(Texts.Texts.In(language), new(1, "authority.frozen-with-contents", null, ["RS"], new Dictionary<string, string> { ["round"] = "AR-2017", ["contents"] = "notes, outlook" })));
}
