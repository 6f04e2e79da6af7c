using Styrkedja.App.Texts;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Web.Words;

/// <summary>What an act is about in a word or two, for the end of a decision's chain.</summary>
public sealed class ActTarget(Texts t)
{
    public string Of(Act act) => act switch
    {
        EstablishBody a => a.Id,
        EstablishAdministration a => a.Id,
        EstablishUnit a => a.Id,
        OpenCostCentres a => a.Unit,
        AdoptGoal a => t["chain.goal", ("id", a.Id)],
        AdoptSubGoal a => t["chain.sub-goal", ("year", a.Year)],
        SetFrame a => t["chain.frame", ("year", a.Year)] + " " + a.To,
        SetBudget a => t["chain.budget", ("year", a.Year)] + " " + a.Subject,
        SetResultBudget a => t["chain.budget", ("year", a.Year)],
        SetTaxRate a => t["measure.tax-rate"] + " " + a.Year,
        AuthoriseProvider or NameCareFinancier or SetProviderTerms or ReceiveApplication or DecideApplication => t["menu.care"],
        SignAgreement a => a.Id,
        FollowUpAgreement a => a.Agreement,
        DemandRemedy a => a.Agreement,
        TerminateAgreement a => a.Agreement,
        AcceptRemedy a => a.Deviation,
        AdoptProgramme or SetLogicChain or AddEvaluation or JoinPartner or GrantCoFinancing or OpenCall or AddToCall or ReceiveGrantApplication or AssessApplication or RejectGrantApplication or ClaimPayment or ApproveClaim or ReportProject or RecoverGrant or CloseGrant => t["menu.development"],
        CommitTo a => a.Id,
        EndCommitment a => a.Id,
        ReportCommitment a => a.Commitment,
        SendForConsultation a => a.Id,
        AnswerConsultation a => a.Consultation,
        CloseConsultation a => a.Id,
        MoveUnit a => a.Under,
        MergeUnits a => a.Into,
        SplitUnit a => a.Into[0].Id,
        ElectMembers a => a.Body,
        SetBodyMandate a => a.Body,
        GrantAdditional a => t["chain.frame", ("year", a.Year)] + " " + a.To,
        Reallocate a => t["chain.frame", ("year", a.Year)] + " " + a.To,
        CarryOver a => t["chain.frame", ("year", a.Year)] + " " + a.To,
        ProposeBudget a => t["chain.budget", ("year", a.Year)],
        SetPlanningConditions a => t["chain.budget", ("year", a.Year)],
        SetInvestmentFrame a => a.Id,
        PlanInvestment a => a.Investment,
        ReceiveGrant a => a.Id,
        ReportGrant a => a.Grant,
        AgreeService a => a.Id,
        OpenCase a => a.Id,
        FileDocument a => a.Case,
        WriteMemo a => a.Case,
        PutProposal a => a.Case,
        SendCase a => a.Case,
        ReferBack a => a.Case,
        Postpone a => a.Case,
        ConcludeCase a => a.Case,
        AnswerSuggestion a => a.Case,
        CallMeeting or VerifyMinutes => t["side.meetings"],
        GiveAssignment or ReportAssignment or CloseAssignment => t["side.assignments"],
        GiveDelegation or PassOnDelegation or RevokeDelegation or ReportDelegated => t["side.delegations"],
        AdoptSteeringDocument => t["side.steering"],
        EstablishManagementGroup => t["side.groups"],
        SignOffMonth a => $"{a.Subject} {a.Month}",
        ClosePeriod a => $"{a.Through}",
        ReopenPeriod a => $"{a.Month}",
        DecideMeasure or EndMeasure => t["follow-up.measures"],
        AdoptControlPlan a => Control(a.Year),
        ReportControl a => Control(a.Year),
        ReportInternalControl a => Control(a.Year),
        SummariseInternalControl a => Control(a.Year),
        SetDisclosureParameters a => t[$"data-set.{KeyWord.Of(a.DataSet)}"],
        TellQuality a => a.Agreement,
        AnnulDecision a => a.Decision,
        _ => "",
    };

    private string Control(int year) => t["follow-up.internal-control", ("year", year)];
}
