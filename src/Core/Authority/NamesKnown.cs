using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Authority;

/// <summary>The names that a decision may use: those in force on its day, goals adopted before it, and those it brings itself.</summary>
internal sealed class NamesKnown(Standing standing, Decision decision)
{
    /// <summary>What the act names that does not exist, with the kind of thing it should have been.</summary>
    public IEnumerable<(string What, string Id)> Missing(Act act)
    {
        (string What, string? Id, Func<string, bool> IsKnown)[] named = act switch
        {
            EstablishBody a => [("subject", a.Under, IsSubject)],
            EstablishAdministration a => [("subject", a.Under, IsSubject)],
            EstablishUnit a => [("subject", a.Under, IsSubject)],
            OpenCostCentres a => [("subject", a.Unit, IsSubject)],
            EstablishOffice a => [("office-place", a.In, id => IsSubject(id) || IsPartner(id) || IsProvider(id))],
            Dissolve a => [("subject", a.Id, IsSubject)],
            MoveUnit a => [("unit", a.Unit, IsUnit), ("subject", a.Under, IsSubject)],
            MergeUnits a => [.. a.Units.Select(unit => ("unit", (string?)unit, (Func<string, bool>)IsUnit)), ("unit", a.Into, IsUnit)],
            SplitUnit a => [("unit", a.Unit, IsUnit), .. a.Into.SelectMany(part => part.Takes).Select(taken => ("unit", (string?)taken, (Func<string, bool>)IsUnit))],
            EstablishManagementGroup a => [("office", a.LedBy, IsOffice), .. a.Members.Select(member => ("office", (string?)member, (Func<string, bool>)IsOffice))],
            ElectMembers a => [("body", a.Body, IsBody)],
            SetBodyMandate a => [("body", a.Body, IsBody)],
            Appoint a => [("office", a.Office, IsOffice)],
            GiveDelegation a => [("receiver", a.To, IsReceiver)],
            PassOnDelegation a => [("delegation", a.Delegation, IsDelegation), ("office", a.To, IsOffice)],
            RevokeDelegation a => [("delegation", a.Delegation, IsDelegation)],
            ReportDelegated a => [.. a.Decisions.Select(id => ("delegated-decision", (string?)id, (Func<string, bool>)IsDelegated))],
            GiveAccess a => [("office", a.Office, IsOffice), ("subject", a.In, IsSubject)],
            DecideMatter a => [("receiver", a.Subject, IsReceiver)],
            AdoptStrategy a => [("direction", a.Serves, IsDirection)],
            AdoptGoal a => [("direction", a.Under, IsDirection), ("subject", a.Owner, IsSubject), .. a.Serves.Concat(a.Replaces).Select(goal => ("goal", (string?)goal, (Func<string, bool>)IsGoal))],
            AdoptSubGoal a => [("goal", a.Goal, IsGoal), ("subject", a.Owner, IsSubject), .. a.Serves.Select(goal => ("goal", (string?)goal, (Func<string, bool>)IsGoal))],
            AdoptIndicator a => [("direction-or-goal", a.Of, id => IsGoal(id) || IsDirection(id) || IsProgrammeGoal(id))],
            SetJudgementRule a => [.. a.FinancialGoals.Concat(a.ActivityGoals).Select(goal => ("goal", (string?)goal, (Func<string, bool>)IsGoal))],
            SetTarget a => [("indicator", a.Indicator, IsIndicator)],
            AdoptSteeringDocument a => [("direction", a.Serves, IsDirection)],
            RepealSteeringDocument a => [("direction", a.Id, IsDirection)],
            SetDirection a => [("subject", a.For, IsSubject), ("direction-or-goal", a.Serves, id => IsDirection(id) || IsGoal(id))],
            AdoptActivityPlan a => [("body", a.Body, IsBody), .. a.Goals.Select(goal => ("goal", (string?)goal, (Func<string, bool>)IsGoal))],
            GiveCommission a => [("subject", a.To, IsSubject), ("goal", a.Goal, IsGoal)],
            GiveAssignment a => [("receiver", a.To, IsReceiver), ("assignment", a.PartOf, IsAssignment), ("goal", a.Serves, IsGoal)],
            ReportAssignment a => [("assignment", a.Assignment, IsAssignment)],
            CloseAssignment a => [("assignment", a.Assignment, IsAssignment)],
            DecideMeasure a => [("subject", a.Subject, IsSubject), ("receiver", a.Owner, IsReceiver), ("goal", a.Goal, IsGoal)],
            EndMeasure a => [("measure", a.Measure, IsMeasure)],
            AdoptControlPlan a =>
            [
                ("body", a.Body, IsBody),
                .. a.Risks.Select(risk => risk.Owner).Concat(a.Controls.Select(control => control.By)).Select(id => ("receiver", (string?)id, (Func<string, bool>)IsReceiver)),
                .. a.Controls.Select(control => ("risk", (string?)control.Risk, (Func<string, bool>)(risk => a.Risks.Any(r => r.Id == risk)))),
            ],
            ReportControl a => [("body", a.Body, IsBody), ("control", a.Control, control => IsControl(a.Body, a.Year, control)), ("measure", a.Measure, IsMeasure)],
            ReportInternalControl a => [("body", a.Body, IsBody)],
            RecordOversight a => [("overseen", a.Of, id => IsBody(id) || IsCompany(id))],
            FileDocument a => [("case", a.Case, IsCase)],
            WriteMemo a => [("case", a.Case, IsCase), ("goal", a.Serves, IsGoal)],
            PutProposal a => [("case", a.Case, IsCase)],
            SendCase a => [("case", a.Case, IsCase), ("body", a.To, IsBody)],
            ReferBack a => [("case", a.Case, IsCase), ("body", a.To, IsBody)],
            Postpone a => [("case", a.Case, IsCase)],
            ConcludeCase a => [("case", a.Case, IsCase)],
            AnswerSuggestion a => [("case", a.Case, IsCase)],
            AnnulDecision a => [("decision", a.Decision, IsDecision)],
            CallMeeting a => [("body", a.Body, IsBody)],
            VerifyMinutes a => [("meeting", a.Meeting, IsMeeting)],
            SetResultBudget a => [("subject", a.Subject, IsSubject)],
            SetFrame a => [("subject", a.From, IsSubject), ("subject", a.To, IsSubject), .. a.Rows.Select(row => row.Answers).Append(a.Answers).Select(id => ("direction-or-goal", id, (Func<string, bool>)(answered => IsGoal(answered) || IsDirection(answered))))],
            ProposeBudget a => [.. a.Frames.SelectMany(frame => new[] { frame.From, frame.To }).Select(id => ("subject", (string?)id, (Func<string, bool>)IsSubject))],
            CarryOver a => [("subject", a.From, IsSubject), ("subject", a.To, IsSubject)],
            GrantAdditional a => [("subject", a.From, IsSubject), ("subject", a.To, IsSubject), .. a.Financing.Select(row => ("subject", (string?)row.From, (Func<string, bool>)IsSubject))],
            Reallocate a => [("subject", a.Giver, IsSubject), ("subject", a.From, IsSubject), ("subject", a.To, IsSubject)],
            SetInvestmentFrame a => [("subject", a.Subject, IsSubject)],
            PlanInvestment a => [("investment", a.Investment, IsInvestment)],
            ReceiveGrant a => [.. a.Distribution.Select(part => ("subject", (string?)part.To, (Func<string, bool>)IsSubject))],
            ReportGrant a => [("grant", a.Grant, IsGrant)],
            AgreeService a => [("subject", a.Supplier, IsSubject), ("subject", a.Buyer, IsSubject)],
            SetBudget a => [("subject", a.Subject, IsSubject)],
            NameCareFinancier a => [("subject", a.Subject, IsSubject)],
            SignAgreement a => [("subject", a.Payer, IsSubject), ("payment-model", a.Model, IsPaymentModel), ("provider-terms", a.Terms, IsTerms)],
            SetProviderTerms a => [("payment-model", a.Model, IsPaymentModel)],
            ReceiveApplication a => [("provider-terms", a.Terms, IsTerms)],
            DecideApplication a => [("application", a.Application, IsApplication), .. a.Unmet.Select(id => ("requirement-of-terms", (string?)id, (Func<string, bool>)(unmet => IsRequirementOf(TermsOf(a), unmet))))],
            FollowUpAgreement a =>
            [
                ("agreement", a.Agreement, IsAgreement),
                .. a.Findings.Select(finding => ("requirement-of-terms", (string?)finding.Requirement, (Func<string, bool>)(id => IsRequirement(a.Agreement, id)))),
            ],
            DemandRemedy a => [("agreement", a.Agreement, IsAgreement), ("requirement-of-terms", a.Requirement, id => IsRequirement(a.Agreement, id))],
            AcceptRemedy a => [("deviation", a.Deviation, IsDeviation)],
            TerminateAgreement a => [("agreement", a.Agreement, IsAgreement)],
            TellQuality a => [("agreement", a.Agreement, IsAgreement)],
            SetPaymentModel a =>
            [
                .. a.Contacts.SelectMany(part => part.Steps.Select(step => step.Prices).Prepend(part.Prices)).Select(list => ("price-list", (string?)list, (Func<string, bool>)IsPriceList)),
            ],
            GrantCoFinancing a =>
            [
                ("direction", a.Programme, IsDirection),
                ("call", a.Call, IsCall),
                ("grant-application", a.Application, IsGrantApplication),
                ("subject", a.From, IsSubject),
                ("choice-of-programme", a.Choice, id => IsChoice(a.Programme, id)),
            ],
            AdoptProgramme a => [("direction", a.Serves, IsDirection), .. a.Goals.Select(goal => ("goal", goal.Goal, (Func<string, bool>)IsGoal))],
            SetLogicChain a => [("programme", a.Programme, IsProgramme), .. a.Steps.Select(step => ("indicator", step.Indicator, (Func<string, bool>)IsIndicator))],
            AddEvaluation a => [("programme-or-step", a.Of, id => IsProgramme(id) || IsChainStep(id))],
            OpenRound a => [("round", a.Like, IsRound), .. a.Asks.Select(ask => ("subject", (string?)ask.Of, (Func<string, bool>)IsSubject))],
            SubmitReport a => [("round", a.Round, IsRound), ("body", a.To, IsBody)],
            ApproveReport a => [("round", a.Round, IsRound)],
            LockRound a => [("round", a.Round, IsRound)],
            SetReportOutline a => [.. a.Sections.Select(section => ("receiver", section.Writer, (Func<string, bool>)IsReceiver))],
            WriteReportText a => [("round", a.Round, IsRound), ("written-section", a.Section, id => !IsRound(a.Round) || IsWrittenSection(a.Round, id))],
            FreezeReport a => [("round", a.Round, IsRound)],
            SignOffMonth a => [("subject", a.Subject, IsSubject)],
            GiveAuditOpinion a => [("round", a.Round, IsRound)],
            GrantDischarge a => [.. a.To.Select(body => ("body", (string?)body, (Func<string, bool>)IsBody))],
            OpenCall a => [("direction", a.Programme, IsDirection), ("subject", a.From, IsSubject)],
            AddToCall a => [("call", a.Call, IsCall)],
            ReceiveGrantApplication a =>
            [
                ("call", a.Call, IsCall),
                ("recipient-partner", a.Applicant.Partner, IsPartner),
                ("choice-of-programme", a.Choice, id => !IsCall(a.Call) || IsChoice(CallOf(a.Call).Programme, id)),
            ],
            AssessApplication a =>
            [
                ("grant-application", a.Application, IsGrantApplication),
                .. a.Scores.Select(score => ("criterion-of-call", (string?)score.Criterion, (Func<string, bool>)(id => IsCriterion(a.Application, id)))),
            ],
            RejectGrantApplication a => [("grant-application", a.Application, IsGrantApplication)],
            ClaimPayment a => [("co-financing", a.Grant, IsCoFinancing)],
            ApproveClaim a => [("claim", a.Claim, IsClaim)],
            ReportProject a =>
            [
                ("co-financing", a.Grant, IsCoFinancing),
                .. a.Results.Select(result => ("choice-or-indicator", (string?)result.Of, (Func<string, bool>)(id => IsIndicator(id) || IsChoiceOfGrant(a.Grant, id)))),
            ],
            RecoverGrant a => [("co-financing", a.Grant, IsCoFinancing)],
            CloseGrant a => [("co-financing", a.Grant, IsCoFinancing)],
            CommitTo a =>
            [
                ("programme-aim", a.To, IsProgrammeAim),
                ("partner-body", a.DecidedBy, id => standing.Development.FindPartner(decision.Body) is not { Act.Bodies: { Count: > 0 } bodies } || bodies.Any(b => b.Id == id)),
                ("indicator", a.Indicator, IsIndicator),
            ],
            EndCommitment a => [("commitment", a.Id, IsCommitment)],
            ReportCommitment a => [("commitment", a.Commitment, IsCommitment)],
            SendForConsultation a =>
            [
                ("consulted-about", a.About, id => IsDirection(id) || IsCase(id)),
                ("body", a.In, IsBody),
                .. a.To.Select(asked => ("asked", (string?)asked, (Func<string, bool>)(id => IsPartner(id) || IsBody(id)))),
            ],
            AnswerConsultation a => [("consultation", a.Consultation, IsConsultation)],
            CloseConsultation a => [("consultation", a.Id, IsConsultation), .. a.Answers.Select(answer => ("consultation-answer", (string?)answer.By, (Func<string, bool>)(by => IsAnswered(a.Id, by))))],
            _ => [],
        };
        return named.Where(n => n.Id is not null && !n.IsKnown(n.Id)).Select(n => (n.What, n.Id!));
    }

    /// <summary>True for a vision, strategy, programme or other steering document adopted so far, also one no longer in force.</summary>
    public bool IsDirection(string id) => standing.Steering.Find(id) is not null
        || Brings<AdoptVision>(a => a.Id == id) || Brings<AdoptStrategy>(a => a.Id == id) || Brings<AdoptProgramme>(a => a.Id == id) || Brings<AdoptSteeringDocument>(a => a.Id == id);

    private bool IsSubject(string id) => standing.Organisation.Find(id) is { Kind: not SubjectKind.Group }
        || Brings<EstablishBody>(a => a.Id == id) || Brings<EstablishAdministration>(a => a.Id == id) || Brings<EstablishUnit>(a => a.Id == id)
        || Brings<OpenCostCentres>(a => a.Codes.Any(code => code.Code == id)) || Brings<SplitUnit>(a => a.Into.Any(part => part.Id == id));

    /// <summary>True for what stands under a body and can be moved, merged and split: an administration, a unit, a part of a budget or a cost centre.</summary>
    private bool IsUnit(string id) => IsSubject(id) && !IsBody(id) && id != Subject.RegionId && !IsCompany(id);

    private bool IsOffice(string id) => standing.Organisation.FindOffice(id) is not null || Brings<EstablishOffice>(a => a.Id == id);

    private bool IsInvestment(string id) => standing.Frames.Investments.Any(i => i.Act.Id == id) || Brings<SetInvestmentFrame>(a => a.Id == id);

    private bool IsGrant(string id) => standing.Frames.Grants.Any(g => g.Id == id) || Brings<ReceiveGrant>(a => a.Id == id);

    private bool IsPaymentModel(string id) => standing.Payment.HasModel(id) || Brings<SetPaymentModel>(a => a.Id == id);

    private bool IsPriceList(string id) => standing.Payment.HasPrices(id) || Brings<SetPriceList>(a => a.Id == id);

    private bool IsProvider(string id) => standing.Payment.HasProvider(id) || Brings<AuthoriseProvider>(a => a.Id == id);

    private bool IsTerms(string id) => standing.Agreements.FindTerms(id) is not null || Brings<SetProviderTerms>(a => a.Id == id);

    private bool IsApplication(string id) => standing.Agreements.FindApplication(id) is not null || Brings<ReceiveApplication>(a => a.Id == id);

    private bool IsAgreement(string id) => standing.Agreements.Find(id) is not null || Brings<SignAgreement>(a => a.Id == id);

    private bool IsDeviation(string id) => standing.Agreements.FindDeviation(id) is not null || Brings<DemandRemedy>(a => a.Id == id);

    private string? TermsOf(DecideApplication decided) =>
        decision.Acts.OfType<ReceiveApplication>().LastOrDefault(a => a.Id == decided.Application)?.Terms ?? standing.Agreements.FindApplication(decided.Application)?.Received.Act.Terms;

    /// <summary>True for a requirement of the terms that an agreement was signed by.</summary>
    private bool IsRequirement(string agreement, string id) =>
        IsRequirementOf(decision.Acts.OfType<SignAgreement>().LastOrDefault(a => a.Id == agreement)?.Terms ?? standing.Agreements.Find(agreement)?.Act.Terms, id);

    private bool IsRequirementOf(string? terms, string id) =>
        terms is not null && (standing.Agreements.FindTerms(terms)?.Act.Requirements.Any(r => r.Id == id) == true || Brings<SetProviderTerms>(a => a.Id == terms && a.Requirements.Any(r => r.Id == id)));

    private bool IsCall(string id) => standing.Calls.FindCall(id) is not null || Brings<OpenCall>(a => a.Id == id);

    private OpenCall CallOf(string id) => decision.Acts.OfType<OpenCall>().LastOrDefault(a => a.Id == id) ?? standing.Calls.FindCall(id)!.Act;

    private ReceiveGrantApplication? GrantApplicationOf(string id) =>
        decision.Acts.OfType<ReceiveGrantApplication>().LastOrDefault(a => a.Id == id) ?? standing.Calls.FindApplication(id)?.Act;

    private bool IsGrantApplication(string id) => GrantApplicationOf(id) is not null;

    /// <summary>True for a criterion of the call that an application is to.</summary>
    private bool IsCriterion(string application, string id) =>
        GrantApplicationOf(application) is not { } applied || (IsCall(applied.Call) && CallOf(applied.Call).Criteria.Any(c => c.Id == id));

    private GrantCoFinancing? CoFinancingOf(string id) => decision.Acts.OfType<GrantCoFinancing>().LastOrDefault(a => a.Id == id) ?? standing.Calls.FindGrant(id)?.Act;

    private bool IsCoFinancing(string id) => CoFinancingOf(id) is not null;

    private bool IsClaim(string id) => standing.Calls.FindClaim(id) is not null || Brings<ClaimPayment>(a => a.Id == id);

    /// <summary>True for a strategic choice of a programme as it was last adopted; any choice for what is no programme.</summary>
    private bool IsChoice(string programme, string id) =>
        (decision.Acts.OfType<AdoptProgramme>().LastOrDefault(a => a.Id == programme) ?? standing.Steering.Find(programme)?.By.Acts.OfType<AdoptProgramme>().LastOrDefault(a => a.Id == programme)) is not { } adopted
        || adopted.Goals.Any(goal => goal.Choices.Any(choice => choice.Id == id));

    private bool IsChoiceOfGrant(string grant, string id) => CoFinancingOf(grant) is not { } granted || IsChoice(granted.Programme, id);

    private bool IsCompany(string id) => standing.Organisation.Companies.Any(c => c.Act.Id == id) || Brings<EstablishCompany>(a => a.Id == id);

    private bool IsPartner(string id) => standing.Partners.Any(p => p.Act.Id == id) || Brings<JoinPartner>(p => p.Id == id);

    /// <summary>True for a programme in force, and for a goal or strategic choice of one.</summary>
    private bool IsProgrammeAim(string id) => standing.Development.IsAimInForce(id);

    private bool IsCommitment(string id) => standing.Development.Commitments.Find(id) is not null || Brings<CommitTo>(a => a.Id == id);

    private bool IsConsultation(string id) => standing.Development.Consultations.Find(id) is not null || Brings<SendForConsultation>(a => a.Id == id);

    private bool IsAnswered(string consultation, string by) => standing.Development.Consultations.Find(consultation)?.AnswerOf(by) is not null;

    private bool IsReceiver(string id) => IsSubject(id) || IsOffice(id);

    private bool IsBody(string id) => standing.Organisation.Find(id)?.Kind == SubjectKind.Body || Brings<EstablishBody>(a => a.Id == id);

    private bool IsDelegation(string id) => standing.Delegations.FindGiven(id) is not null;

    private bool IsDelegated(string id) => standing.DecisionOf(id)?.Delegation is not null;

    private bool IsDecision(string id) => standing.DecisionOf(id) is not null;

    private bool IsGoal(string id) => standing.Goals.Adopted.ContainsKey(id) || standing.Goals.SubGoals.Any(s => s.Act.Id == id) || Brings<AdoptGoal>(a => a.Id == id) || Brings<AdoptSubGoal>(a => a.Id == id);

    /// <summary>True for a goal or strategic choice of a programme adopted so far, also one no longer in force.</summary>
    private bool IsProgrammeGoal(string id) => standing.Programmes.GoalOf(id) is not null
        || Brings<AdoptProgramme>(a => a.Goals.Any(goal => goal.Id == id || goal.Choices.Any(choice => choice.Id == id)));

    private bool IsProgramme(string id) => standing.Programmes.Find(id) is not null || Brings<AdoptProgramme>(a => a.Id == id);

    private bool IsChainStep(string id) => standing.Programmes.ChainWith(id) is not null || Brings<SetLogicChain>(a => a.Steps.Any(step => step.Id == id));

    private bool IsIndicator(string id) => standing.Goals.Indicators.Any(i => i.Act.Id == id) || Brings<AdoptIndicator>(a => a.Id == id);

    private bool IsAssignment(string id) => standing.Assignments.Find(id) is not null || Brings<GiveAssignment>(a => a.Id == id);

    private bool IsMeasure(string id) => standing.Measures.Find(id) is not null || Brings<DecideMeasure>(a => a.Id == id);

    private bool IsControl(string body, int year, string id) =>
        standing.Controls.FindControl(body, year, id) is not null || Brings<AdoptControlPlan>(a => a.Body == body && a.Year == year && a.Controls.Any(c => c.Id == id));

    private bool IsCase(string id) => standing.Cases.Find(id) is not null || Brings<OpenCase>(a => a.Id == id);

    private bool IsMeeting(string id) => standing.Meetings.Find(id) is not null || Brings<CallMeeting>(a => a.Id == id);

    private bool IsRound(string id) => standing.Rounds.ContainsKey(id) || Brings<OpenRound>(a => a.Id == id);

    /// <summary>True for a section with a text in the outline that a round's report follows.</summary>
    private bool IsWrittenSection(string round, string id) =>
        ReportRules.OutlineOf(decision, standing, ReportRules.RoundOf(decision, standing, round)!)?.Sections.Any(section => section.Id == id && section.Writer is not null) == true;

    private bool Brings<TAct>(Func<TAct, bool> which)
        where TAct : Act =>
        decision.Acts.OfType<TAct>().Any(which);
}
