using Styrkedja.Authority;
using Styrkedja.Decisions;
using Styrkedja.Region;

namespace Styrkedja.Rights;

public sealed class RecordingPolicyTests
{
    private const string Day = "2019-06-15";

    [Theory]
    [InlineData("sekr", "DN-A", true)]
    [InlineData("sekr", "DN-B", false)]
    [InlineData("ordf", "DN-A", false)]
    [InlineData("dir", "DN-A", false)]
    [InlineData("chef", "CHEF", true)]
    [InlineData("ställföreträdare", "CHEF", true)]
    [InlineData("enhet", "CHEF", false)]
    [InlineData("led", "LED", false)]
    [InlineData("rev-led", "REV-LED", false)]
    [InlineData("part", "PART", false)]
    [InlineData("adm", "ADM", false)]
    [InlineData("med", "MED", true)]
    public void A_secretary_records_for_the_body_and_an_office_decides_for_itself(string holder, string body, bool may) =>
        Assert.Equal(may, Policy.MayRecord(RightsRegion.Holder(holder, Day), By(body, new DecideMatter("upphandling", new("Tvätt"), null, null)), Verdict.Within, RightsRegion.On(Day)).Allowed);

    [Fact]
    public void A_secretary_records_what_the_body_has_in_fact_decided_though_a_rule_was_broken() =>
        Assert.True(Policy.MayRecord(RightsRegion.Holder("sekr", Day), By("DN-A", new DecideMatter("x", new("X"), null, null)), RightsRegion.Beyond("RF"), RightsRegion.On(Day)).Allowed);

    [Fact]
    public void An_office_never_decides_beyond_its_delegation_and_is_told_who_could()
    {
        var verdict = RightsRegion.Beyond("DN-A", "RF");
        var refusal = Policy.MayRecord(RightsRegion.Holder("chef", Day), By("CHEF", new DecideMatter("upphandling", new("Tvätt"), null, null)), verdict, RightsRegion.On(Day)).Refusal!;
        Assert.Equal((Right.DecideAsOffice, RefusalReason.BeyondAuthority, "CHEF"), (refusal.Right, refusal.Reason, refusal.About));
        Assert.Equal(["DN-A", "RF"], refusal.DecidedBy);
        Assert.Same(verdict, refusal.Verdict);
    }

    [Fact]
    public void The_console_records_everything() =>
        Assert.True(Policy.MayRecord(OfficeHolder.Console, By("CHEF", new DecideMatter("x", new("X"), null, null)), RightsRegion.Beyond("RF"), RightsRegion.On(Day)).Allowed);

    [Theory]
    [InlineData("reg", true)]
    [InlineData("sekr", true)]
    [InlineData("med", false)]
    public void A_registrar_keeps_the_diary_of_the_bodies_of_its_field(string holder, bool may)
    {
        var opened = By("DN-A", new OpenCase("DNA1", new("Ärende"), CaseKind.Matter, null, null));
        Assert.Equal(may, Policy.MayRecord(RightsRegion.Holder(holder, Day), opened, Verdict.Within, RightsRegion.On(Day)).Allowed);
    }

    [Fact]
    public void A_registrar_records_no_decision_in_a_matter()
    {
        var state = RightsRegion.On(Day);
        Assert.False(Policy.MayRecord(RightsRegion.Holder("reg", Day), By("DN-A", new OpenCase("DNA1", new("Ärende"), CaseKind.Matter, null, null), new ConcludeCase("DNA1", CaseOutcome.Approved)), Verdict.Within, state).Allowed);
        Assert.False(Policy.MayRecord(RightsRegion.Holder("reg", Day), By("DN-B", new OpenCase("DNB1", new("Ärende"), CaseKind.Matter, null, null)), Verdict.Within, state).Allowed);
    }

    [Theory]
    [InlineData("ordf", true)]
    [InlineData("rs-ordf", false)]
    public void Minutes_are_signed_by_the_chair_and_only_kept_by_the_secretary(string holder, bool may)
    {
        var verified = By("DN-A", new VerifyMinutes("DN-A-2019-06-01", new(2019, 6, 10), new(2019, 6, 11), null));
        var permission = Policy.MayRecord(RightsRegion.Holder(holder, Day), verified, Verdict.Within, RightsRegion.On(Day));
        Assert.Equal(may, permission.Allowed);
        Assert.Equal(Right.Sign, may ? permission.Grounds[0].Row!.Right : permission.Refusal!.Right);
    }

    [Fact]
    public void A_decision_that_verifies_minutes_and_more_is_the_secretarys_to_record()
    {
        var mixed = By("DN-A", new VerifyMinutes("DN-A-2019-06-01", new(2019, 6, 10), new(2019, 6, 11), null), new DecideMatter("x", new("X"), null, null));
        Assert.False(Policy.MayRecord(RightsRegion.Holder("ordf", Day), mixed, Verdict.Within, RightsRegion.On(Day)).Allowed);
        Assert.True(Policy.MayRecord(RightsRegion.Holder("sekr", Day), mixed, Verdict.Within, RightsRegion.On(Day)).Allowed);
    }

    [Fact]
    public void An_empty_decision_is_no_signature() =>
        Assert.Equal(Right.Record, Policy.MayRecord(RightsRegion.Holder("ordf", Day), By("DN-A"), Verdict.Within, RightsRegion.On(Day)).Refusal!.Right);

    [Theory]
    [InlineData("ordf", "DN-A", "D-2", true)]
    [InlineData("rs-ordf", "RS", "D-3", true)]
    [InlineData("sekr", "DN-A", "D-2", false)]
    [InlineData("ordf", "DN-A", "D-1", false)]
    [InlineData("ordf", "DN-A", "D-3", false)]
    public void A_chair_decides_alone_only_what_the_body_has_delegated_to_its_presidium_or_a_member(string holder, string body, string delegation, bool may)
    {
        var decision = By(body, new DecideMatter("brådskande", new("X"), null, null)) with { Delegation = delegation };
        Assert.Equal(may, Policy.MayRecord(RightsRegion.Holder(holder, Day), decision, Verdict.Within, RightsRegion.On(Day)).Allowed);
    }

    [Fact]
    public void A_chair_that_decides_alone_keeps_within_the_delegation()
    {
        var decision = By("DN-A", new DecideMatter("annat", new("X"), null, null)) with { Delegation = "D-2" };
        Assert.Equal((Right.DecideForBody, RefusalReason.BeyondAuthority), Policy.MayRecord(RightsRegion.Holder("ordf", Day), decision, RightsRegion.Beyond("DN-A"), RightsRegion.On(Day)).Refusal is { } refusal ? (refusal.Right, refusal.Reason) : default);
    }

    private static Decision By(string body, params Act[] acts) => Entries.Decision("B", Day, acts) with { Body = body };
}
