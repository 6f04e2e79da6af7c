using Styrkedja.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Tests;

namespace Styrkedja.Rights;

public sealed class PolicyTests
{
    private const string Day = "2019-06-15";

    [Fact]
    public void The_rights_of_every_office_in_every_place_are_those_approved()
    {
        var state = RightsRegion.On(Day);
        string[] places = ["RF", "RS", "RK", "HSF", "HSF1", "DN-A", "A", "A1", "A2", "DN-B", "B", "B1", "REV", "HH", "VC", "REGION", "CHEF", "ENHET", "MED", "FINNS-EJ"];
        var rows = from holder in RightsRegion.Holders.Append("ställföreträdare").Append("tidigare").Append("ingen")
                   let who = OfficeHolder.Of(holder, state, [], administrator: false)
                   from right in Enum.GetValues<Right>()
                   where right is not (Right.SeePublic or Right.SeeOwnWork)
                   let reached = places.Where(place => Policy.May(who, right, place, state).Allowed).ToList()
                   where reached.Count > 0
                   select $"{holder,-16} {KeyWord.Of(right),-18} {string.Join(' ', reached)}";

        Approved.Matches("rights-by-place", string.Join('\n', rows));
    }

    [Fact]
    public void Every_row_of_the_table_has_its_rule_and_paragraph() => Approved.Matches("rights-by-function", string.Join('\n', RightTable.Written().Select(row =>
    {
        var source = row.Rule.SourceOn(new(2019, 6, 15));
        var law = source is null ? "-" : $"{source.Cited}{(source.Verified ? "" : " (unchecked)")}";
        return $"{KeyWord.Of(row.Function),-22} {KeyWord.Of(row.Right),-20} {KeyWord.Of(row.Reach),-7} {row.Rule.Code,-30} {law}";
    }).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_table_in_use_is_the_table_as_written() =>
        Assert.Equal(RightTable.Written().Select(row => (row.Right, row.Function, row.Reach, row.Rule.Code)), RightTable.Rows.Select(row => (row.Right, row.Function, row.Reach, row.Rule.Code)));

    [Fact]
    public void The_latest_appointment_that_has_ended_is_the_one_told_of()
    {
        var whole = Entries.Valid("2019-01-01..");
        var state = Entries.StateOn(Day, Entries.Of(Entries.Decision("D", "2019-01-01",
            new EstablishOffice("REV-1", new("Revisor"), "RF", null, whole) { Function = OfficeFunction.Auditor },
            new EstablishOffice("REV-2", new("Revisor"), "RF", null, whole) { Function = OfficeFunction.Auditor },
            new EstablishOffice("LED", new("Ledamot"), "RF", null, whole) { Function = OfficeFunction.Member },
            new Appoint("REV-1", "rev", false, Entries.Valid("2019-01-01..2019-02-28")),
            new Appoint("REV-2", "rev", false, Entries.Valid("2019-03-01..2019-04-30")),
            new Appoint("LED", "rev", false, Entries.Valid("2019-01-01..2019-05-31")),
            new Appoint("REV-2", "annan", false, Entries.Valid("2019-05-01..2019-05-31")))));
        Assert.Equal(new DateOnly(2019, 4, 30), Policy.May(OfficeHolder.Of("rev", state, [], administrator: false), Right.SeeAuditLog, null, state).Refusal!.EndedOn);
    }

    [Fact]
    public void Anyone_sees_what_is_public_and_nothing_else()
    {
        var state = RightsRegion.On(Day);
        foreach (var right in Enum.GetValues<Right>())
        {
            var permission = Policy.May(OfficeHolder.Public, right, null, state);
            Assert.Equal(right == Right.SeePublic, permission.Allowed);
            if (!permission.Allowed)
                Assert.Equal(RefusalReason.NotSignedIn, permission.Refusal!.Reason);
        }
    }

    [Fact]
    public void Whoever_has_signed_in_without_an_office_sees_only_their_own_work()
    {
        var state = RightsRegion.On(Day);
        var nobody = OfficeHolder.Of("ingen", state, [], administrator: false);
        Assert.Equal([Right.SeePublic, Right.SeeOwnWork], Enum.GetValues<Right>().Where(right => Policy.May(nobody, right, null, state).Allowed));
    }

    [Fact]
    public void The_owner_of_the_files_may_everything_at_the_console()
    {
        Assert.All(Enum.GetValues<Right>(), right => Assert.True(Policy.May(OfficeHolder.Console, right, "A", RightsRegion.On(Day)).Allowed));
    }

    [Fact]
    public void A_right_is_asked_for_anywhere_at_all_when_no_place_is_named()
    {
        var state = RightsRegion.On(Day);
        Assert.True(Policy.May(RightsRegion.Holder("enhet", Day), Right.SeeRows, null, state).Allowed);
        Assert.False(Policy.May(RightsRegion.Holder("med", Day), Right.SeeRows, null, state).Allowed);
        Assert.True(Policy.May(RightsRegion.Holder("ctrl", Day), Right.SeeVoucherTexts, null, state).Allowed);
    }

    [Fact]
    public void A_permission_names_the_office_the_rule_and_the_decisions_it_rests_on()
    {
        var ground = Assert.Single(Policy.May(RightsRegion.Holder("chef", Day), Right.SeeRows, "A1", RightsRegion.On(Day)).Grounds);
        Assert.Equal("CHEF", ground.Office!.Office);
        Assert.Equal("APPOINTED", ground.Office.Appointed!.Id);
        Assert.Equal("OFFICES", ground.Office.Established!.Id);
        Assert.Equal("6 kap. 6 §", ground.Row!.Rule.SourceOn(new(2019, 6, 15))!.Paragraph);
    }

    [Fact]
    public void A_refusal_names_the_offices_that_carry_the_right_and_whose_decision_could_give_it()
    {
        var refusal = Policy.May(RightsRegion.Holder("med", Day), Right.Approve, "A1", RightsRegion.On(Day)).Refusal!;
        Assert.Equal(RefusalReason.NoSuchOffice, refusal.Reason);
        Assert.Equal(["CHEF", "DIR", "HSD", "ORDF"], refusal.Offices.Order(StringComparer.Ordinal));
        Assert.Equal(["DN-A", "RS"], refusal.DecidedBy);
        Assert.Null(refusal.EndedOn);
    }

    [Fact]
    public void What_only_the_owner_of_the_files_may_no_decision_gives()
    {
        var refusal = Policy.May(RightsRegion.Holder("dir", Day), Right.Operate, null, RightsRegion.On(Day)).Refusal!;
        Assert.Equal((RefusalReason.NoSuchOffice, 0, 0), (refusal.Reason, refusal.Offices.Count, refusal.DecidedBy.Count));
    }

    [Fact]
    public void A_right_for_another_place_is_told_as_that()
    {
        var refusal = Policy.May(RightsRegion.Holder("chef-b", Day), Right.Approve, "A1", RightsRegion.On(Day)).Refusal!;
        Assert.Equal((RefusalReason.OtherPlace, "A1"), (refusal.Reason, refusal.About));
    }

    [Theory]
    [InlineData("2019-05-31", false)]
    [InlineData("2019-06-01", true)]
    [InlineData("2019-06-30", true)]
    [InlineData("2019-07-01", false)]
    public void A_deputy_has_the_rights_of_the_office_while_appointed(string day, bool may)
    {
        var permission = Policy.May(RightsRegion.Holder("ställföreträdare", day), Right.Approve, "A1", RightsRegion.On(day));
        Assert.Equal(may, permission.Allowed);
        Assert.All(permission.Grounds, ground => Assert.True(ground.Office!.Deputy));
    }

    [Fact]
    public void A_right_ends_with_the_last_day_of_its_appointment_and_the_day_is_told()
    {
        Assert.True(Policy.May(RightsRegion.Holder("tidigare", "2019-03-31"), Right.Approve, "A1", RightsRegion.On("2019-03-31")).Allowed);
        var refusal = Policy.May(RightsRegion.Holder("tidigare", "2019-04-01"), Right.Approve, "A1", RightsRegion.On("2019-04-01")).Refusal!;
        Assert.Equal((RefusalReason.AppointmentEnded, new DateOnly(2019, 3, 31)), (refusal.Reason, refusal.EndedOn));
        Assert.Equal(RefusalReason.NoSuchOffice, Policy.May(RightsRegion.Holder("tidigare", "2019-04-01"), Right.Approve, "B1", RightsRegion.On("2019-04-01")).Refusal!.Reason);
        Assert.Equal(RefusalReason.NoSuchOffice, Policy.May(RightsRegion.Holder("tidigare", "2019-04-01"), Right.Record, "DN-A", RightsRegion.On("2019-04-01")).Refusal!.Reason);
    }

    [Theory]
    [InlineData("ctrl", Right.SeeVoucherTexts, "A1", Day, true)]
    [InlineData("ctrl", Right.SeeVoucherTexts, "A1", "2019-03-31", false)]
    [InlineData("ctrl", Right.SeeVoucherTexts, "A1", "2019-10-01", false)]
    [InlineData("ctrl", Right.SeeVoucherTexts, "DN-A", Day, false)]
    [InlineData("ctrl", Right.SeeVoucherTexts, "B1", Day, false)]
    [InlineData("ctrl", Right.SeeCareContacts, "A1", Day, false)]
    [InlineData("best", Right.SeeCareContacts, "A2", Day, true)]
    [InlineData("best", Right.SeeVoucherTexts, "A2", Day, false)]
    [InlineData("chef", Right.SeeVoucherTexts, "A1", Day, false)]
    [InlineData("rev-led", Right.SeeVoucherTexts, "A1", Day, false)]
    public void Protected_data_are_seen_only_by_an_access_that_holds(string holder, Right right, string about, string day, bool may)
    {
        var permission = Policy.May(RightsRegion.Holder(holder, day), right, about, RightsRegion.On(day));
        Assert.Equal(may, permission.Allowed);
        if (may)
            Assert.NotNull(Assert.Single(permission.Grounds).Access);
        else
            Assert.Equal((RefusalReason.NoAccess, "DN-A"), (permission.Refusal!.Reason, about == "B1" ? "DN-A" : permission.Refusal.DecidedBy[0]));
    }

    [Fact]
    public void A_refused_access_is_the_data_controllers_to_give()
    {
        Assert.Equal(["DN-B", "RS"], Policy.May(RightsRegion.Holder("ctrl", Day), Right.SeeVoucherTexts, "B1", RightsRegion.On(Day)).Refusal!.DecidedBy);
        Assert.Equal(["RF", "RS"], Policy.May(RightsRegion.Holder("chef", Day), Right.SeeVoucherTexts, null, RightsRegion.On(Day)).Refusal!.DecidedBy);
    }

    [Fact]
    public void A_partners_officer_acts_only_while_the_partner_is_one()
    {
        Assert.True(Policy.May(RightsRegion.Holder("part", "2019-12-31"), Right.Sign, "HH", RightsRegion.On("2019-12-31")).Allowed);
        Assert.Equal(RefusalReason.NotAPartner, Policy.May(RightsRegion.Holder("part", "2020-01-01"), Right.Sign, "HH", RightsRegion.On("2020-01-01")).Refusal!.Reason);
        Assert.DoesNotContain(Policy.RightsOf(RightsRegion.Holder("part", "2020-01-01"), RightsRegion.On("2020-01-01")), held => held.Right == Right.Sign);
    }

    [Fact]
    public void The_employers_register_gives_employees_offices_and_never_political_or_leading_ones()
    {
        var state = RightsRegion.On(Day);
        var whole = new Calendar.Validity(new(2019, 1, 1));
        RegisteredOffice Row(OfficeFunction function, string within, string? office = null, Calendar.Validity? valid = null) => new(new("Titel"), office, function, within, valid ?? whole);

        Assert.True(May(Right.SeeRows, "A1", Row(OfficeFunction.UnitHead, "A1")));
        Assert.False(May(Right.SeeRows, "A1", Row(OfficeFunction.UnitHead, "A1", valid: new(new(2019, 1, 1), new(2019, 6, 14)))));
        Assert.False(May(Right.SeeRows, "A1", Row(OfficeFunction.UnitHead, "FINNS-EJ")));
        Assert.False(May(Right.Approve, "A1", Row(OfficeFunction.HeadOfAdministration, "A")));
        Assert.False(May(Right.SeeAuditLog, null, Row(OfficeFunction.Administrator, "RK")));
        // What the office is for stands in the journal; the register cannot say that it is more.
        Assert.False(May(Right.ImportFacts, null, Row(OfficeFunction.BudgetOffice, "A", office: "CTRL")));
        Assert.True(May(Right.SeeVoucherTexts, "A1", Row(OfficeFunction.Employee, "A", office: "CTRL")));
        // Nor can it fill an office that decisions appoint to.
        Assert.False(May(Right.Approve, "A1", Row(OfficeFunction.Employee, "A", office: "CHEF")));

        bool May(Right right, string? about, RegisteredOffice row) => Policy.May(OfficeHolder.Of("anställd", state, [row], administrator: false), right, about, state).Allowed;
    }

    [Fact]
    public void An_office_of_the_register_tells_where_it_comes_from()
    {
        var state = RightsRegion.On(Day);
        var held = OfficeHolder.Of("anställd", state, [new(new("Utvecklare"), null, OfficeFunction.Employee, "A1", new(new(2019, 1, 1))), new(new("Controller"), "CTRL", OfficeFunction.Controller, "A", new(new(2019, 1, 1)))], administrator: true).Offices;
        Assert.Equal(["A1 Utvecklare", "CTRL", "Administrator"], held.Select(o => o.Office));
        Assert.Equal([OfficeSource.Register, OfficeSource.Register, OfficeSource.Console], held.Select(o => o.Source));
        Assert.Equal([null, "OFFICES", null], held.Select(o => o.Established?.Id));
        Assert.All(held, o => Assert.False(o.Deputy));
        Assert.All(held, o => Assert.Null(o.Appointed));
    }

    [Fact]
    public void An_administrator_made_at_the_console_looks_after_accounts_and_sees_no_content()
    {
        var state = RightsRegion.On(Day);
        var administrator = OfficeHolder.Of("ny", state, [], administrator: true);
        Assert.Equal(
            [Right.SeePublic, Right.SeeOwnWork, Right.AdministerAccounts, Right.SeeAuditLog],
            Enum.GetValues<Right>().Where(right => Policy.May(administrator, right, null, state).Allowed));
    }

    [Fact]
    public void An_appointment_to_an_office_that_is_no_more_gives_nothing()
    {
        var state = Entries.StateOn(Day, Entries.Of(Entries.Decision("D", "2019-01-01",
            new EstablishOffice("X", new("X"), "RF", null, Entries.Valid("2019-01-01..2019-01-31")) { Function = OfficeFunction.Auditor },
            new Appoint("X", "rev", false, new(new(2019, 1, 1))))));
        Assert.Empty(OfficeHolder.Of("rev", state, [], administrator: false).Offices);
    }

    [Fact]
    public void All_rights_of_a_person_are_told_with_what_each_rests_on()
    {
        var state = RightsRegion.On(Day);
        var rights = Policy.RightsOf(RightsRegion.Holder("ctrl", Day), state).ToList();
        Assert.Equal([Right.SeeRows, Right.SeeDrafts, Right.WriteDraft, Right.SeeSubmitted, Right.CommentOnValue, Right.DecideAsOffice, Right.SeeSettlement, Right.SeeVoucherTexts], rights.Select(r => r.Right));
        Assert.All(rights, r => Assert.Equal("CTRL", r.Ground.Office!.Office));
        Assert.Equal("Å-1", rights[^1].Ground.Access!.Act.Id);
        Assert.Equal(Right.SeeCareContacts, Policy.RightsOf(RightsRegion.Holder("best", Day), state).Last().Right);
    }

    [Fact]
    public void What_approves_or_signs_is_asked_to_show_anew_who_it_is() =>
        Assert.Equal([Right.Approve, Right.Sign], Enum.GetValues<Right>().Where(RightTable.AsksToSignInAnew));
}
