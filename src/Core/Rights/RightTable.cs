using Styrkedja.Authority;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Rights;

/// <summary>How far from its own place in the organisation an office reaches with a right.</summary>
public enum Reach
{
    /// <summary>Only what it belongs to itself: its unit, body or partner.</summary>
    Own,

    /// <summary>What it belongs to and all that stands under it.</summary>
    Under,

    /// <summary>The whole field of the body that answers for it.</summary>
    Body,

    /// <summary>The fields of the bodies that answer for it and for every office below it in the management line.</summary>
    Line,

    /// <summary>The whole region.</summary>
    Region,

    /// <summary>The office itself.</summary>
    Itself,
}

/// <summary>One right that an office of a certain function carries with it.</summary>
public sealed record RightRow(Right Right, OfficeFunction Function, Reach Reach, Rule Rule);

/// <summary>Which rights follow which offices, how far they reach and by which paragraph. What is not here, nobody has.</summary>
/// <remarks>Protected data follow no office; they need an access given by decision (<see cref="GiveAccess"/>). Which acts an office may decide is judged by <see cref="RuleTable"/>. No paragraph but those of
/// kommunallagen 6 kap. has been checked against the text of its law.</remarks>
public static class RightTable
{
    public static readonly IReadOnlyList<RightRow> Rows = Written();

    /// <summary>Writes the table out anew.</summary>
    public static IReadOnlyList<RightRow> Written()
    {
        var controls = Law("right.controls-its-field", "kommunallagen (2017:725)", "6 kap. 6 §", verified: true);
        var leads = Law("right.leads-administration", "kommunallagen (2017:725)", "7 kap. 1 §");
        var audits = Law("right.audits", "kommunallagen (2017:725)", "12 kap. 9 §");
        var takesPart = Law("right.takes-part", "kommunallagen (2017:725)", "4 kap. 21 §");
        var minutes = Law("right.keeps-minutes", "kommunallagen (2017:725)", "5 kap. 65 §");
        var verifies = Law("right.verifies-minutes", "kommunallagen (2017:725)", "5 kap. 69 §");
        var diary = Law("right.keeps-diary", "offentlighets- och sekretesslagen (2009:400)", "5 kap. 1 §");
        var delegated = Law("right.decides-by-delegation", "kommunallagen (2017:725)", "6 kap. 37 §", verified: true);
        var prepares = Law("right.prepares", "kommunallagen (2017:725)", "5 kap. 26 §", verified: true);
        var accounts = Law("right.keeps-accounts", "lagen (2018:597) om kommunal bokföring och redovisning", "3 kap. 1 §");
        var commits = new Rule("right.commits-partner", []);
        var administers = Law("right.administers", "dataskyddsförordningen (EU) 2016/679", "art. 32");
        var oversees = Law("right.follows-up-log", "HSLF-FS 2016:40", "4 kap. 9 §");

        var pays = Law("right.follows-up-agreements", "kommunallagen (2017:725)", "10 kap. 8 §");
        var itsOwnAgreement = new Rule("right.party-to-agreement", []);

        return
        [
            new(Right.SeeRows, OfficeFunction.UnitHead, Reach.Under, controls),
            new(Right.SeeRows, OfficeFunction.Controller, Reach.Body, controls),
            new(Right.SeeRows, OfficeFunction.Commissioner, Reach.Under, controls),
            new(Right.SeeRows, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.SeeRows, OfficeFunction.HealthCareDirector, Reach.Line, controls),
            new(Right.SeeRows, OfficeFunction.RegionalDirector, Reach.Region, leads),
            new(Right.SeeRows, OfficeFunction.BudgetOffice, Reach.Region, accounts),
            new(Right.SeeRows, OfficeFunction.Auditor, Reach.Region, audits),

            new(Right.SeeSecret, OfficeFunction.Member, Reach.Own, takesPart),
            new(Right.SeeSecret, OfficeFunction.Chair, Reach.Own, takesPart),
            new(Right.SeeSecret, OfficeFunction.Secretary, Reach.Own, minutes),
            new(Right.SeeSecret, OfficeFunction.Registrar, Reach.Body, diary),
            new(Right.SeeSecret, OfficeFunction.HeadOfAdministration, Reach.Body, prepares),
            new(Right.SeeSecret, OfficeFunction.RegionalDirector, Reach.Body, leads),
            new(Right.SeeSecret, OfficeFunction.Auditor, Reach.Region, audits),

            .. Writers.SelectMany(function => new RightRow[]
            {
                new(Right.SeeDrafts, function, Reach.Own, prepares),
                new(Right.WriteDraft, function, Reach.Own, prepares),
            }),
            new(Right.SeeDrafts, OfficeFunction.Chair, Reach.Own, verifies),
            new(Right.WriteDraft, OfficeFunction.Chair, Reach.Own, verifies),
            new(Right.SeeDrafts, OfficeFunction.PartnerOfficer, Reach.Own, commits),
            new(Right.WriteDraft, OfficeFunction.PartnerOfficer, Reach.Own, commits),

            new(Right.Submit, OfficeFunction.UnitHead, Reach.Own, controls),
            new(Right.Submit, OfficeFunction.Secretary, Reach.Own, prepares),
            new(Right.Submit, OfficeFunction.Commissioner, Reach.Own, prepares),
            new(Right.Submit, OfficeFunction.BudgetOffice, Reach.Own, prepares),
            new(Right.Submit, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.Submit, OfficeFunction.HealthCareDirector, Reach.Own, controls),
            new(Right.Submit, OfficeFunction.RegionalDirector, Reach.Own, leads),
            new(Right.Submit, OfficeFunction.PartnerOfficer, Reach.Own, commits),

            new(Right.SeeSubmitted, OfficeFunction.Chair, Reach.Body, takesPart),
            new(Right.SeeSubmitted, OfficeFunction.Secretary, Reach.Body, prepares),
            new(Right.SeeSubmitted, OfficeFunction.Controller, Reach.Body, controls),
            new(Right.SeeSubmitted, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.SeeSubmitted, OfficeFunction.HealthCareDirector, Reach.Line, controls),
            new(Right.SeeSubmitted, OfficeFunction.RegionalDirector, Reach.Line, leads),
            new(Right.SeeSubmitted, OfficeFunction.BudgetOffice, Reach.Region, accounts),
            new(Right.SeeSubmitted, OfficeFunction.Auditor, Reach.Region, audits),

            new(Right.Approve, OfficeFunction.Chair, Reach.Body, controls),
            new(Right.Approve, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.Approve, OfficeFunction.HealthCareDirector, Reach.Line, controls),
            new(Right.Approve, OfficeFunction.RegionalDirector, Reach.Line, leads),

            new(Right.Record, OfficeFunction.Secretary, Reach.Own, minutes),
            new(Right.KeepDiary, OfficeFunction.Secretary, Reach.Own, diary),
            new(Right.KeepDiary, OfficeFunction.Registrar, Reach.Body, diary),
            new(Right.Sign, OfficeFunction.Chair, Reach.Own, verifies),
            new(Right.Sign, OfficeFunction.PartnerOfficer, Reach.Own, commits),
            new(Right.CommentOnValue, OfficeFunction.Planner, Reach.Region, prepares),
            new(Right.CommentOnValue, OfficeFunction.Controller, Reach.Region, controls),
            new(Right.DecideForBody, OfficeFunction.Chair, Reach.Own, delegated),
            .. Deciders.Select(function => new RightRow(Right.DecideAsOffice, function, Reach.Itself, delegated)),

            new(Right.SeeSettlement, OfficeFunction.ProviderOfficer, Reach.Own, itsOwnAgreement),
            new(Right.SeeSettlement, OfficeFunction.UnitHead, Reach.Under, controls),
            new(Right.SeeSettlement, OfficeFunction.Controller, Reach.Body, controls),
            new(Right.SeeSettlement, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.SeeSettlement, OfficeFunction.Commissioner, Reach.Under, pays),
            new(Right.SeeSettlement, OfficeFunction.HealthCareDirector, Reach.Line, controls),
            new(Right.SeeSettlement, OfficeFunction.RegionalDirector, Reach.Region, leads),
            new(Right.SeeSettlement, OfficeFunction.BudgetOffice, Reach.Region, accounts),
            new(Right.SeeSettlement, OfficeFunction.Auditor, Reach.Region, audits),
            new(Right.QuestionSettlement, OfficeFunction.ProviderOfficer, Reach.Own, itsOwnAgreement),
            new(Right.QuestionSettlement, OfficeFunction.UnitHead, Reach.Under, controls),
            new(Right.QuestionSettlement, OfficeFunction.HeadOfAdministration, Reach.Body, controls),
            new(Right.AnswerSettlement, OfficeFunction.Commissioner, Reach.Under, pays),

            new(Right.ImportFacts, OfficeFunction.BudgetOffice, Reach.Region, accounts),
            new(Right.AdministerAccounts, OfficeFunction.Administrator, Reach.Region, administers),
            new(Right.SeeAuditLog, OfficeFunction.Administrator, Reach.Region, oversees),
            new(Right.SeeAuditLog, OfficeFunction.Auditor, Reach.Region, audits),
        ];
    }

    /// <summary>Those who prepare matters: everyone employed.</summary>
    private static IEnumerable<OfficeFunction> Writers => Deciders;

    /// <summary>Offices that can hold a delegation: employees', never those of elected members, auditors, partners or administrators.</summary>
    /// <remarks>Rule: kommunallagen (2017:725) 7 kap. 5 §.</remarks>
    private static IEnumerable<OfficeFunction> Deciders =>
    [
        OfficeFunction.Employee,
        OfficeFunction.Secretary,
        OfficeFunction.Registrar,
        OfficeFunction.RegionalDirector,
        OfficeFunction.HealthCareDirector,
        OfficeFunction.HeadOfAdministration,
        OfficeFunction.UnitHead,
        OfficeFunction.Controller,
        OfficeFunction.BudgetOffice,
        OfficeFunction.Commissioner,
        OfficeFunction.Planner,
    ];

    /// <summary>True for rights that are used only a short while after one has signed in anew.</summary>
    /// <remarks>Rule: our own choice, DECISIONS 2026-11-27.</remarks>
    public static bool AsksToSignInAnew(Right right) => right is Right.Approve or Right.Sign;

    private static Rule Law(string code, string law, string paragraph, bool verified = false) => new(code, [new LegalSource(law, paragraph, Validity.Always, verified)]);
}
