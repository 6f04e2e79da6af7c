using Styrkedja.Calendar;

namespace Styrkedja.Authority;

/// <summary>A paragraph of law, with the days on which it holds.</summary>
/// <param name="Verified">False when the paragraph has not been checked against the text of the law; people are told.</param>
public sealed record LegalSource(string Law, string Paragraph, Validity Valid, bool Verified)
{
    /// <summary>As it is cited in a verdict.</summary>
    public string Cited => $"{Law} {Paragraph}";
}

/// <summary>A rule of who may decide what. Its sentence is looked up by its code in the reader's language.</summary>
/// <param name="Code">Such as authority.assembly-decides.</param>
public sealed record Rule(string Code, IReadOnlyList<LegalSource> Sources)
{
    public LegalSource? SourceOn(DateOnly day) => Sources.FirstOrDefault(s => s.Valid.Holds(day));
}

/// <summary>The rules that decisions are judged by, each with the law in force on the day of the decision.</summary>
/// <remarks>Kommunallagen (1991:900) holds through 2017, kommunallagen (2017:725) from 2018. None of the paragraphs of the older law has been checked against its text.</remarks>
public static class Rules
{
    public static readonly Rule AssemblyDecides = Of("authority.assembly-decides", "3 kap. 9 §", "5 kap. 1 §");
    public static readonly Rule AnnualReportByAssembly = Of("authority.annual-report-by-assembly", "3 kap. 9 §", "5 kap. 1 §");
    public static readonly Rule DischargeByAssembly = Of("authority.discharge-by-assembly", "5 kap. 31 §", "5 kap. 24 §");
    public static readonly Rule CompanyByAssembly = Of("authority.company-by-assembly", "3 kap. 17 §", "10 kap. 3 §", verified: false);
    public static readonly Rule BoardLeads = Of("authority.board-leads", "6 kap. 1 §", "6 kap. 1 §");
    /// <remarks>Whoever adopted a programme answers for how it is followed up, and the executive board leads and coordinates; none of the paragraphs has been checked against its text.</remarks>
    public static readonly Rule ProgrammeFollowedUp = Of("authority.programme-followed-up", "6 kap. 1 §", "6 kap. 1 §", verified: false);
    public static readonly Rule BoardOversees = Of("authority.board-oversees", "6 kap. 1 a §", "6 kap. 9 §");
    public static readonly Rule BoardProposesBudget = Of("authority.board-proposes-budget", "8 kap. 6 §", "11 kap. 8 §");
    /// <remarks>Every member may put proposals in the body where the matter is treated; none of the paragraphs has been checked against its text.</remarks>
    public static readonly Rule CounterProposalWhereTreated = Of("authority.counter-proposal-where-treated", "4 kap. 17 §", "4 kap. 20 §", verified: false);
    public static readonly Rule AuditorsSpeak = Of("authority.auditors-speak", "9 kap. 9 §", "12 kap. 1 §", verified: false);
    public static readonly Rule CommitteeInItsField = Of("authority.committee-in-its-field", "3 kap. 13 §", "6 kap. 3 §");
    public static readonly Rule DecidingBody = Of("authority.deciding-body", "3 kap. 13 §", "6 kap. 3 §");
    public static readonly Rule OfficialsPrepare = Of("authority.officials-prepare", "5 kap. 26 §", "5 kap. 26 §");
    public static readonly Rule MattersOfItsMandate = Of("authority.matters-of-its-mandate", "3 kap. 13 §", "6 kap. 3 §");
    public static readonly Rule WhereTheCaseIs = Of("authority.where-the-case-is", "5 kap. 26 §", "5 kap. 26 §");
    public static readonly Rule MinorityInAssembly = Of("authority.minority-in-assembly", "5 kap. 36 §", "5 kap. 50 §", verified: false);
    public static readonly Rule MinutesOfItsOwn = Of("authority.minutes-of-its-own", "5 kap. 57 §", "5 kap. 65 §", verified: false);
    public static readonly Rule DistributeWhatWasGiven = Of("authority.distribute-what-was-given", "3 kap. 13 §", "6 kap. 3 §");
    public static readonly Rule GivesAssignments = Of("authority.gives-assignments", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule AssignmentInLine = Of("authority.assignment-in-line", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule ReceiverReports = Of("authority.receiver-reports", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule DownTheLine = Of("authority.down-the-line", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule ItsOwnToChange = Of("authority.its-own-to-change", "3 kap. 13 §", "6 kap. 3 §");
    public static readonly Rule GiverCloses = Of("authority.giver-closes", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule MeasuresInItsField = Of("authority.measures-in-its-field", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule ControlsItsOwn = Of("authority.controls-its-own", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule ControllerReports = Of("authority.controller-reports", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule DelegatesItsOwn = Of("authority.delegates-its-own", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule PassesOnWhatItHolds = Of("authority.passes-on-what-it-holds", "6 kap. 37 §", "7 kap. 6 §");
    public static readonly Rule GiverRevokes = Of("authority.giver-revokes", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule ReportedInTime = Of("authority.reported-in-time", "6 kap. 35 §", "6 kap. 40 §");
    public static readonly Rule ReportedToGiver = Of("authority.reported-to-giver", "6 kap. 35 §", "6 kap. 40 §");

    public static readonly Rule NotMoreThanGiven = Of("authority.not-more-than-given", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule NotBelowNothing = Of("authority.not-below-nothing", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule CarriedWithinFrame = Of("authority.carried-within-frame", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule PlannedWithinFrame = Of("authority.planned-within-frame", "8 kap. 5 §", "11 kap. 6 §");
    /// <remarks>What a giver outside asks for stands in its own decision; these paragraphs ask only that money is used for what it was given for, and have not been checked against their text.</remarks>
    public static readonly Rule GrantGivenOnWithin = Of("authority.grant-given-on-within", "8 kap. 5 §", "11 kap. 6 §", verified: false);
    public static readonly Rule GrantReceiverReports = Of("authority.grant-receiver-reports", "6 kap. 7 §", "6 kap. 6 §", verified: false);
    public static readonly Rule GrantToldWithin = Of("authority.grant-told-within", "6 kap. 7 §", "6 kap. 6 §", verified: false);
    public static readonly Rule ServiceBetweenTwo = Of("authority.service-between-two", "3 kap. 13 §", "6 kap. 3 §", verified: false);
    public static readonly Rule SpendingFinanced = Of("authority.spending-financed", "8 kap. 12 §", "11 kap. 15 §");
    public static readonly Rule BudgetBalanced = Of("authority.budget-balanced", "8 kap. 4 §", "11 kap. 5 §");
    public static readonly Rule PlanThreeYears = Of("authority.plan-three-years", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule PlanFromBudgetYear = Of("authority.plan-from-budget-year", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule ProposalInTime = Of("authority.proposal-in-time", "8 kap. 6 §", "11 kap. 8 §");
    public static readonly Rule ProposalLateWithReason = Of("authority.proposal-late-with-reason", "8 kap. 6 §", "11 kap. 8 §");
    public static readonly Rule BudgetInTime = Of("authority.budget-in-time", "8 kap. 8 §", "11 kap. 10 §");
    public static readonly Rule BudgetLateWithReason = Of("authority.budget-late-with-reason", "8 kap. 9 §", "11 kap. 11 §");
    public static readonly Rule TaxInTime = Of("authority.tax-in-time", "8 kap. 9 §", "11 kap. 11 §");
    public static readonly Rule ByNewlyElected = Of("authority.by-newly-elected", "8 kap. 8 §", "11 kap. 10 §");
    public static readonly Rule ReserveByAssembly = Of("authority.reserve-by-assembly", "8 kap. 3 d §", "11 kap. 14 §");
    public static readonly Rule SpecialReasonsByAssembly = Of("authority.special-reasons-by-assembly", "8 kap. 5 b §", "11 kap. 13 §");
    public static readonly Rule RestorationByAssembly = Of("authority.restoration-by-assembly", "8 kap. 5 a §", "11 kap. 12 §");
    public static readonly Rule RestoredInThreeYears = Of("authority.restored-in-three-years", "8 kap. 5 a §", "11 kap. 12 §");
    public static readonly Rule SignsOffItsOwn = Of("authority.signs-off-its-own", "6 kap. 7 §", "6 kap. 6 §");
    public static readonly Rule BoardClosesLedger = Of("authority.board-closes-ledger", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule InterimInTime = Of("authority.interim-in-time", "8 kap. 20 a §", "11 kap. 16 §", verified: false);
    public static readonly Rule ReportInTime = Of("authority.report-in-time", "8 kap. 17 §", "11 kap. 20 §");
    /// <remarks>The board, which leads, has opened the round with its way; those who are on it keep to the order.</remarks>
    public static readonly Rule RoundAnswered = Of("authority.round-answered", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundApprovedByCommittees = Of("authority.round-approved-by-committees", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundHandedToBoard = Of("authority.round-handed-to-board", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundApprovedByBoard = Of("authority.round-approved-by-board", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundHandedToAssembly = Of("authority.round-handed-to-assembly", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundAudited = Of("authority.round-audited", "9 kap. 9 a §", "12 kap. 2 §", verified: false);
    public static readonly Rule RoundApprovedByAssembly = Of("authority.round-approved-by-assembly", "6 kap. 1 §", "6 kap. 1 §");
    public static readonly Rule RoundJudged = Of("authority.round-judged", "8 kap. 5 §", "11 kap. 6 §");
    public static readonly Rule RoundOpen = Of("authority.round-open", "6 kap. 1 §", "6 kap. 1 §");
    /// <remarks>The board leads, and has said in the outline who writes what.</remarks>
    public static readonly Rule WritesItsSection = Of("authority.writes-its-section", "6 kap. 1 §", "6 kap. 1 §");
    /// <remarks>The law says that the assembly approves the annual report; that what it has approved stands as it was follows from that. Not checked against the text of either law.</remarks>
    public static readonly Rule WrittenBeforeApproval = Of("authority.written-before-approval", "8 kap. 18 §", "11 kap. 21 §", verified: false);
    public static readonly Rule FrozenWhenJudged = Of("authority.frozen-when-judged", "8 kap. 5 §", "11 kap. 6 §");
    /// <remarks>The board makes the report, of what the law on municipal accounts demands for its year; what is demanded is told by <see cref="LegalContents"/>. Not checked against the text of either law.</remarks>
    public static readonly Rule FrozenWithContents = Of("authority.frozen-with-contents", "8 kap. 17 §", "11 kap. 20 §", verified: false);
    public static readonly Rule FrozenBeforeApproval = Of("authority.frozen-before-approval", "8 kap. 18 §", "11 kap. 21 §", verified: false);
    public static readonly Rule DischargeAfterReport = Of("authority.discharge-after-report", "8 kap. 18 §", "11 kap. 21 §");
    public static readonly Rule DischargeAfterAudit = Of("authority.discharge-after-audit", "5 kap. 25 a §", "5 kap. 24 §");
    public static readonly Rule DischargeInTime = Of("authority.discharge-in-time", "5 kap. 31 §", "5 kap. 24 §");
    public static readonly Rule DischargeAlone = Of("authority.discharge-alone", "5 kap. 31 §", "5 kap. 24 §");
    public static readonly Rule DischargeWithoutConflict = Of("authority.discharge-without-conflict", "5 kap. 20 §", "5 kap. 47 §", verified: false);

    public static readonly Rule NotDelegable = Of("authority.not-delegable", "6 kap. 34 §", "6 kap. 38 §");
    /// <remarks>The right to decide could be given to an automated function from 1 July 2022 (2021/22:KU36); before that no law let anyone do so.</remarks>
    public static readonly Rule AutomatedByLaw = Of("authority.automated-by-law", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule NotAutomated = From(new(2022, 7, 1), "authority.not-automated", "6 kap. 38 §");
    public static readonly Rule AssemblyToCommittee = Of("authority.assembly-to-committee", "3 kap. 10 §", "5 kap. 2 §");
    public static readonly Rule AssemblyKeeps = Of("authority.assembly-keeps", "3 kap. 10 §", "5 kap. 2 §");
    public static readonly Rule OwnSubcommittee = Of("authority.own-subcommittee", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule OwnMembers = Of("authority.own-members", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule EmployeesOnly = Of("authority.employees-only", "6 kap. 33 §", "7 kap. 5 §");
    public static readonly Rule PassingOnAllowed = Of("authority.passing-on-allowed", "6 kap. 37 §", "7 kap. 6 §");
    public static readonly Rule PassedOnNoWider = Of("authority.passed-on-no-wider", "6 kap. 37 §", "7 kap. 6 §");
    public static readonly Rule DelegationHolds = Of("authority.delegation-holds", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule DelegationCovers = Of("authority.delegation-covers", "6 kap. 33 §", "6 kap. 37 §");
    public static readonly Rule DelegationLimit = Of("authority.delegation-limit", "6 kap. 33 §", "6 kap. 37 §");

    /// <remarks>Personuppgiftslagen until 24 May 2018, then the regulation; the older paragraphs have not been checked against their text.</remarks>
    public static readonly Rule ControllerOfData = ByDataProtection("authority.controller-of-data", "3 §", "art. 4.7");
    public static readonly Rule AccessEnds = ByDataProtection("authority.access-ends", "9 §", "art. 5.1 e");

    public static readonly Rule CasePrepared = Of("authority.case-prepared", "5 kap. 26 §", "5 kap. 26 §");
    public static readonly Rule MinorityOfAThird = Of("authority.minority-of-a-third", "5 kap. 36 §", "5 kap. 50 §", verified: false);
    public static readonly Rule MinutesInTime = Of("authority.minutes-in-time", "5 kap. 61 §", "5 kap. 69 §", verified: false);
    public static readonly Rule MotionInAYear = Of("authority.motion-in-a-year", "5 kap. 33 §", "5 kap. 35 §");
    public static readonly Rule AnnouncedInTime = Of("authority.announced-in-time", "5 kap. 62 §", "8 kap. 12 §");

    /// <remarks>Neither paragraph has been checked against its text.</remarks>
    public static readonly Rule FollowsUpProviders = Of("authority.follows-up-providers", "3 kap. 19 §", "10 kap. 8 §", verified: false);
    public static readonly Rule ApprovesAlike = ByFreedomOfChoice("authority.approves-alike", "8 kap. 1 §");
    public static readonly Rule ApprovedAndAgreed = ByFreedomOfChoice("authority.approved-and-agreed", "8 kap. 3 §");

    /// <remarks>Whoever decides a call's terms has officials keep what comes in and prepare what is decided; not checked against the text.</remarks>
    public static readonly Rule KeepsApplications = Of("authority.keeps-applications", "6 kap. 7 §", "6 kap. 6 §", verified: false);
    public static readonly Rule CallWithinFrame = Of("authority.call-within-frame", "8 kap. 5 §", "11 kap. 6 §");
    /// <remarks>What a call says binds whoever decided it: the body sees to that its own operations keep to what has been decided. Not checked against the text of either law.</remarks>
    public static readonly Rule GrantedWithinCall = ByTheCall("authority.granted-within-call");
    public static readonly Rule GrantedAfterCall = ByTheCall("authority.granted-after-call");
    public static readonly Rule GrantedOnAssessment = ByTheCall("authority.granted-on-assessment");
    public static readonly Rule AppliedInTime = ByTheCall("authority.applied-in-time");
    public static readonly Rule GrantedInItsCall = ByTheCall("authority.granted-in-its-call");
    public static readonly Rule GrantedWithinApplied = ByTheCall("authority.granted-within-applied");
    public static readonly Rule GrantedWithinShare = ByTheCall("authority.granted-within-share");
    public static readonly Rule DecidedOnce = ByTheCall("authority.decided-once");
    public static readonly Rule PaidWithinGrant = ByTheCall("authority.paid-within-grant");
    public static readonly Rule PaidWithinShare = ByTheCall("authority.paid-within-share");
    public static readonly Rule GrantIsOpen = ByTheCall("authority.grant-is-open");
    public static readonly Rule RecoveredWithinPaid = ByTheCall("authority.recovered-within-paid");
    public static readonly Rule ClosedWhenSettled = ByTheCall("authority.closed-when-settled");
    /// <remarks>200 000 euro in three fiscal years, and 300 000 euro in three years from 2024. None of the regulations has been checked against its text.</remarks>
    public static readonly Rule DeMinimis = new("authority.de-minimis",
    [
        new("kommissionens förordning (EG) nr 1998/2006", "art. 2", new(new(2007, 1, 1), new(2013, 12, 31)), false),
        new("kommissionens förordning (EU) nr 1407/2013", "art. 3", new(new(2014, 1, 1), new(2023, 12, 31)), false),
        new("kommissionens förordning (EU) 2023/2831", "art. 3", new(new(2024, 1, 1)), false),
    ]);
    public static readonly Rule PartnerCommitsItself = ByRegionalDevelopment("authority.partner-commits-itself");
    public static readonly Rule AskedAnswers = ByRegionalDevelopment("authority.asked-answers");
    public static readonly Rule CommitmentHolds = ByRegionalDevelopment("authority.commitment-holds");
    public static readonly Rule ConsultationOpen = ByRegionalDevelopment("authority.consultation-open");
    public static readonly Rule AnswersDealtWith = ByRegionalDevelopment("authority.answers-dealt-with");

    /// <summary>No rule lets anyone decide it.</summary>
    public static readonly Rule NoRule = new("authority.no-rule", []);

    private static Rule Of(string code, string before, string now, bool verified = true) => new(code,
    [
        new("kommunallagen (1991:900)", before, new(new(1992, 1, 1), new(2017, 12, 31)), false),
        new("kommunallagen (2017:725)", now, new(new(2018, 1, 1)), verified),
    ]);

    private static Rule ByTheCall(string code) => Of(code, "6 kap. 7 §", "6 kap. 6 §", verified: false);

    private static Rule ByDataProtection(string code, string before, string now) => new(code,
    [
        new("personuppgiftslagen (1998:204)", before, new(new(1998, 10, 24), new(2018, 5, 24)), false),
        new("dataskyddsförordningen (EU) 2016/679", now, new(new(2018, 5, 25)), true),
    ]);

    /// <summary>A rule of the law on freedom of choice systems, in force from 2009; its paragraphs have not been checked against the text.</summary>
    private static Rule ByFreedomOfChoice(string code, string paragraph) => new(code, [new("lagen (2008:962) om valfrihetssystem", paragraph, new(new(2009, 1, 1)), false)]);

    /// <summary>Rests on that the region works together with municipalities and state authorities; the law got a shorter name in 2019, and its paragraph has not been checked against the text.</summary>
    private static Rule ByRegionalDevelopment(string code) => new(code,
    [
        new("lagen (2010:630) om regionalt utvecklingsansvar i vissa län", "8 §", new(new(2011, 1, 1), new(2018, 12, 31)), false),
        new("lagen (2010:630) om regionalt utvecklingsansvar", "8 §", new(new(2019, 1, 1)), false),
    ]);

    private static Rule From(DateOnly day, string code, string now) => new(code, [new("kommunallagen (2017:725)", now, new(day), true)]);
}
