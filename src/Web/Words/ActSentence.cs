using Styrkedja.Amounts;
using Styrkedja.Decisions;
using Styrkedja.Formats.Decisions;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>What an act of a decision does, as a sentence, and the page of what it is about.</summary>
public sealed class ActSentence(Reading reading)
{
    private FigureWords Words => new(reading.T, reading.State);

    public string Of(Act act) => reading.T[KeyOf(act), [.. Values(act).Select(v => (v.Name, (object)v.Value))]];

    private static string KeyOf(Act act) => act switch
    {
        AdoptGoal { Serves.Count: > 0 } => "act.adopt-goal.own",
        AdoptGoal { Replaces.Count: > 0 } => "act.adopt-goal.replacing",
        ApproveReport { SoundManagement: not null } => "act.approve-report.judged",
        FreezeReport { Reason: not null } => "act.freeze-report.again",
        _ => $"act.{ActForms.NameOf(act)}",
    };

    /// <summary>The page of what the act is about; nothing when it has none.</summary>
    public string? Href(Act act) => act switch
    {
        EstablishBody a => Subject(a.Id),
        EstablishAdministration a => Subject(a.Id),
        EstablishUnit a => Subject(a.Id),
        OpenCostCentres a => Subject(a.Unit),
        AdoptGoal a => reading.Href("/goals/" + a.Id),
        AdoptSubGoal a => reading.Href($"/goals/{a.Goal}#sub-goals"),
        AdoptIndicator a => reading.Href("/goals/indicators/" + Uri.EscapeDataString(a.Id)),
        SetTarget a => reading.Href("/goals/indicators/" + Uri.EscapeDataString(a.Indicator), ("year", $"{a.Year}")),
        SetJudgementRule a => reading.Href("/goals/judgement", ("year", $"{a.Year}")),
        SetFrame a => reading.Href("/budget/" + a.To, ("year", $"{a.Year}")),
        SetBudget a => reading.Href("/budget/" + a.Subject, ("year", $"{a.Year}")),
        SetResultBudget a => reading.Href("/budget/" + a.Subject, ("year", $"{a.Year}")),
        SetTaxRate a => reading.Href("/budget", ("year", $"{a.Year}")),
        AuthoriseProvider or NameCareFinancier => reading.Href("/care"),
        SetProviderTerms or ReceiveApplication or DecideApplication => reading.Href("/care/agreements#terms"),
        SignAgreement or FollowUpAgreement or DemandRemedy or AcceptRemedy or TerminateAgreement =>
            AgreementWords.AgreementOf(act, reading.State.Care.Agreements) is { } agreement && reading.State.Care.Agreements.Find(agreement) is not null ? reading.Href("/care/agreements/" + Uri.EscapeDataString(agreement)) : null,
        AdoptProgramme a => reading.Href("/development/programmes/" + Uri.EscapeDataString(a.Id)),
        SetLogicChain a => reading.Href($"/development/programmes/{Uri.EscapeDataString(a.Programme)}#logic-chain"),
        AddEvaluation a => reading.Href($"/development/programmes/{Uri.EscapeDataString(reading.State.Development.Book.ChainWith(a.Of)?.Act.Programme ?? a.Of)}#evaluations"),
        AnswerSuggestion a => reading.Href("/suggestions/" + Uri.EscapeDataString(a.Case)),
        GrantCoFinancing or OpenCall or AddToCall or ReceiveGrantApplication or AssessApplication or RejectGrantApplication or ClaimPayment or ApproveClaim or ReportProject or RecoverGrant or CloseGrant => GrantWords.PathOf(act, reading.State.Calls) is { } path ? reading.Href(path) : null,
        JoinPartner or CommitTo or EndCommitment or ReportCommitment or SendForConsultation or AnswerConsultation or CloseConsultation => PartnerWords.Href(reading, act),
        MoveUnit a => Subject(a.Under),
        MergeUnits a => Subject(a.Into),
        SplitUnit a => Subject(a.Into[0].Id),
        ElectMembers a => Subject(a.Body),
        SetBodyMandate a => Subject(a.Body),
        OpenCase a => Case(a.Id),
        FileDocument a => Case(a.Case),
        WriteMemo a => Case(a.Case),
        PutProposal a => Case(a.Case),
        SendCase a => Case(a.Case),
        ReferBack a => Case(a.Case),
        Postpone a => Case(a.Case),
        ConcludeCase a => Case(a.Case),
        CallMeeting a => reading.Href("/meetings/" + Uri.EscapeDataString(a.Id)),
        VerifyMinutes a => reading.Href("/meetings/" + Uri.EscapeDataString(a.Meeting)),
        GiveAssignment a => reading.Href("/assignments#" + a.Id),
        ReportAssignment a => reading.Href("/assignments#" + a.Assignment),
        CloseAssignment a => reading.Href("/assignments#" + a.Assignment),
        EstablishOffice a => Office(a.Id),
        Appoint a => Office(a.Office),
        GiveAccess a => Office(a.Office),
        GiveDelegation or PassOnDelegation or RevokeDelegation or ReportDelegated => reading.Href("/delegations"),
        AdoptSteeringDocument a => reading.Href("/steering-documents#" + a.Id),
        EstablishManagementGroup => reading.Href("/lgv"),
        AnnulDecision a => reading.Href("/decisions/" + a.Decision),
        GrantAdditional a => reading.Href("/budget/" + a.To, ("year", $"{a.Year}")),
        Reallocate a => reading.Href("/budget/" + a.To, ("year", $"{a.Year}")),
        SetInvestmentFrame a => reading.Href("/budget/investments#" + a.Id, ("year", $"{a.Year}")),
        PlanInvestment a => reading.Href("/budget/investments#" + a.Investment),
        ReceiveGrant a => reading.Href("/budget/grants#" + a.Id, ("year", $"{a.Valid.From.Year}")),
        ReportGrant a => reading.Href("/budget/grants#" + a.Grant),
        AgreeService a => reading.Href("/budget/services", ("year", $"{a.Year}")),
        WriteReportText a => reading.Href($"/reports/rounds/{Uri.EscapeDataString(a.Round)}/part/{Uri.EscapeDataString(a.Section)}"),
        FreezeReport a => Report(a.Round),
        SignOffMonth a => MonthEnd(a.Month),
        ClosePeriod a => MonthEnd(a.Through),
        ReopenPeriod a => MonthEnd(a.Month),
        AdoptStatements => reading.Href("/follow-up/statements"),
        ReserveResult a => Requirement(a.Year),
        UseReserve a => Requirement(a.Year),
        ClaimSpecialReasons a => Requirement(a.Year),
        PlanRestoration a => Requirement(a.Year),
        AdjustBalanceRequirement a => Requirement(a.Year),
        CarryOver a => reading.Href("/budget/" + a.To, ("year", $"{a.Year}")),
        ProposeBudget a => reading.Href("/budget/versions", ("year", $"{a.Year}")),
        SetPlanningConditions a => reading.Href("/budget/planning", ("year", $"{a.Year}")),
        SetEconomicPlan a => reading.Href($"/reports/plan/{a.Years[0].Year}#p-economy"),
        SetPriceIndex a => reading.Href($"/reports/distribution/{a.Year}"),
        GiveCommission a => reading.Href($"/reports/distribution/{a.Year}"),
        AdoptActivityPlan a => reading.Href($"/reports/activity-plan/{a.Year}/{Uri.EscapeDataString(a.Body)}"),
        DecideMeasure a => Measure(a.Id),
        EndMeasure a => Measure(a.Measure),
        AdoptControlPlan a => Control(a.Year, a.Body),
        ReportControl a => Control(a.Year, a.Body),
        ReportInternalControl a => Control(a.Year, a.Body),
        SummariseInternalControl a => Control(a.Year, null),
        _ => null,
    };

    private string? Measure(string id) =>
        reading.State.Measures.Find(id) is { } measure ? reading.Href("/follow-up/measures#" + id, ("period", $"{measure.Act.Time.From.Year}")) : null;

    private string Control(int year, string? body) => reading.Href("/follow-up/internal-control" + (body is null ? "" : "#" + body), ("year", $"{year}"));

    private string Report(string round) => reading.Href("/reports/rounds/" + Uri.EscapeDataString(round));

    private string MonthEnd(Calendar.Month month) => reading.Href("/follow-up/month-end", ("period", $"{month}"));

    private string Requirement(int year) => reading.Href("/follow-up/balance-requirement", ("year", $"{year}"));

    private string Office(string id) => reading.Href("/organisation/offices/" + Uri.EscapeDataString(id));

    private string Case(string id) => reading.Href("/cases/" + Uri.EscapeDataString(id));

    private string? Subject(string id) => reading.State.Organisation.Find(id) is { } subject ? reading.HrefOf(subject) : null;

    private IEnumerable<(string Name, string Value)> Values(Act act)
    {
        var t = reading.T;
        return act switch
        {
            EstablishBody a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishAdministration a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishUnit a => [("name", t[a.Name]), ("under", Name(a.Under)), ("valid", DateWords.Of(t, a.Valid))],
            OpenCostCentres a => [("count", $"{a.Codes.Count}"), ("unit", Name(a.Unit)), ("valid", DateWords.Of(t, a.Valid))],
            EstablishOffice a => [("name", t[a.Name]), ("in", Name(a.In)), ("valid", DateWords.Of(t, a.Valid))],
            Dissolve a => [("id", Name(a.Id)), ("day", DateWords.Iso(a.LastDay))],
            AdoptVision a => [("text", t[a.Text]), ("valid", DateWords.Of(t, a.Valid))],
            AdoptStrategy a => [("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            AdoptGoalArea a => [("name", t[a.Name])],
            AdoptGoal a => [("id", a.Id), ("text", a.Text is { } text ? t[text] : t["goal.no-wording"]), ("valid", DateWords.Of(t, a.Valid)), ("owner", a.Owner ?? ""), ("goals", string.Join(", ", a.Serves)), ("replaced", string.Join(", ", a.Replaces))],
            AdoptSubGoal a => [("goal", a.Goal), ("year", $"{a.Year}"), ("text", t[a.Text]), ("owner", Name(a.Owner))],
            AdoptIndicator a => [("name", t[a.Name]), ("of", a.Of), ("unit", FigureWords.UnitName(a.Unit))],
            SetTarget a => [("indicator", Name(a.Indicator)), ("year", $"{a.Year}"), ("value", AmountText.Plain(a.Value))],
            SetJudgementRule a => [("year", $"{a.Year}"), ("goals", string.Join(", ", a.FinancialGoals)), ("share", $"{a.ActivityShare}")],
            SetTaxRate a => [("year", $"{a.Year}"), ("rate", AmountText.Number(a.OrePerHundredKronor / 100m, 2))],
            SetResultBudget a => [("year", $"{a.Year}"), ("subject", Name(a.Subject)), ("amount", Amount(a.Result))],
            SetFrame a => [("year", $"{a.Year}"), ("from", Name(a.From)), ("to", Name(a.To)), ("amount", Amount(a.Amount)), ("kind", t[$"frame.{KeyWord.Of(a.Kind)}"])],
            SetPeriodProfile a => [("id", a.Id)],
            SetBudget a => [("year", $"{a.Year}"), ("subject", Name(a.Subject)), ("rows", $"{a.Rows.Count}"), ("amount", Amount(Money.Sum(a.Rows.Select(r => r.Amount))))],
            AdoptChart a => [("groups", $"{a.Groups.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            AdoptCounterparties a => [("count", $"{a.Entries.Count}")],
            AdoptActivities a => [("count", $"{a.Entries.Count}")],
            AuthoriseProvider a => [("name", t[a.Name]), ("regime", t[$"regime.{KeyWord.Of(a.Regime)}"]), ("valid", DateWords.Of(t, a.Valid))],
            NameCareFinancier a => [("subject", Name(a.Subject))],
            AdoptProgramme a => [("name", t[a.Name]), ("goals", $"{a.Goals.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            JoinPartner a => [("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            OpenRound a => [("name", t[a.Name]), ("period", DateWords.Of(t, a.Period))],
            SubmitReport a => [("round", Round(a.Round)), ("to", Name(a.To))],
            ApproveReport a => [("round", Round(a.Round)), ("judgement", a.SoundManagement is { } judgement ? t[$"management-judgement.{KeyWord.Of(judgement)}"] : "")],
            _ => ValuesOfSteering(act),
        };
    }

    /// <summary>The values of acts about steering and cases.</summary>
    private IEnumerable<(string Name, string Value)> ValuesOfSteering(Act act)
    {
        var t = reading.T;
        return act switch
        {
            MoveUnit a => [("unit", Name(a.Unit)), ("under", Name(a.Under)), ("day", DateWords.Iso(a.From))],
            MergeUnits a => [("units", Names(a.Units)), ("into", Name(a.Into)), ("day", DateWords.Iso(a.From))],
            SplitUnit a => [("unit", Name(a.Unit)), ("parts", string.Join(", ", a.Into.Select(part => t[part.Name]))), ("day", DateWords.Iso(a.From))],
            EstablishCompany a => [("name", t[a.Name]), ("percent", $"{a.OwnedPercent}"), ("valid", DateWords.Of(t, a.Valid))],
            EstablishManagementGroup a => [("name", t[a.Name]), ("count", $"{a.Members.Count}"), ("led", Name(a.LedBy)), ("valid", DateWords.Of(t, a.Valid))],
            ElectMembers a => [("body", Name(a.Body)), ("count", $"{a.Seats.Sum(s => s.Seats)}"), ("seats", string.Join(", ", a.Seats.Select(s => $"{s.Party} {s.Seats}"))), ("valid", DateWords.Of(t, a.Valid))],
            Appoint a => [("office", Name(a.Office)), ("valid", DateWords.Of(t, a.Valid))],
            SetBodyMandate a => [("body", Name(a.Body)), ("matters", a.Text is { } text ? t[text] : string.Join(", ", a.Matters)), ("valid", DateWords.Of(t, a.Valid))],
            GiveDelegation a => [("matter", a.Matter), ("to", Name(a.To)), ("limit", Limit(a.Limit)), ("valid", DateWords.Of(t, a.Valid))],
            PassOnDelegation a => [("delegation", a.Delegation), ("to", Name(a.To)), ("valid", DateWords.Of(t, a.Valid))],
            RevokeDelegation a => [("delegation", a.Delegation), ("day", DateWords.Iso(a.LastDay))],
            GiveAccess a => [("office", Name(a.Office)), ("what", t[$"protected.{KeyWord.Of(a.What)}"]), ("in", Name(a.In)), ("purpose", t[a.Purpose]), ("valid", DateWords.Of(t, a.Valid))],
            DecideMatter a => [("text", t[a.Text]), ("amount", a.Amount is { } amount ? Amount(amount) : t["matter.no-amount"])],
            ReportDelegated a => [("count", $"{a.Decisions.Count}")],
            OpenCase a => [("id", a.Id), ("title", Kept(a.Id) ?? t[a.Title])],
            FileDocument a => [("title", Kept(a) ?? t[a.Title]), ("case", a.Case)],
            WriteMemo a => [("case", a.Case), ("text", Kept(a.Case) ?? t[a.Text])],
            PutProposal a => [("by", string.Join(", ", a.By)), ("case", a.Case), ("text", Kept(a.Case) ?? t[a.Text])],
            SendCase a => [("case", a.Case), ("to", Name(a.To)), ("for", t[$"sent-for.{KeyWord.Of(a.For)}"])],
            ReferBack a => [("case", a.Case), ("to", Name(a.To))],
            Postpone a => [("case", a.Case)],
            ConcludeCase a => [("case", a.Case), ("outcome", t[$"case-outcome.{KeyWord.Of(a.Outcome)}"])],
            AnnulDecision a => [("court", t[a.Court]), ("decision", a.Decision)],
            CallMeeting a => [("body", Name(a.Body)), ("day", DateWords.Iso(a.Day)), ("count", $"{a.Agenda.Count}")],
            VerifyMinutes a => [("meeting", a.Meeting), ("verified", DateWords.Iso(a.Verified)), ("announced", DateWords.Iso(a.Announced))],
            GiveAssignment a => [("to", Name(a.To)), ("text", t[a.Text])],
            ReportAssignment a => [("assignment", a.Assignment), ("text", t[a.Text])],
            CloseAssignment a => [("assignment", a.Assignment)],
            RecordOversight a => [("year", $"{a.Year}"), ("of", Name(a.Of)), ("text", t[a.Text])],
            AdoptSteeringDocument a => [("rank", t[$"steering-rank.{KeyWord.Of(a.Rank)}"]), ("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            RepealSteeringDocument a => [("id", Name(a.Id)), ("day", DateWords.Iso(a.LastDay))],
            SetDirection a => [("year", $"{a.Year}"), ("for", Name(a.For)), ("text", t[a.Text])],
            AdoptActivityPlan a => [("body", Name(a.Body)), ("year", $"{a.Year}"), ("name", t[a.Name])],
            GiveCommission a => [("year", $"{a.Year}"), ("to", Name(a.To)), ("text", t[a.Text])],
            _ => ValuesOfActions(act),
        };
    }

    /// <summary>The values of acts about measures and internal control.</summary>
    private IEnumerable<(string Name, string Value)> ValuesOfActions(Act act)
    {
        var t = reading.T;
        return act switch
        {
            DecideMeasure a => [("subject", Name(a.Subject)), ("text", Ended(t[a.Text])), ("owner", Name(a.Owner)), ("time", DateWords.Of(t, a.Time)), ("effects", a.Effects.Count == 0 ? t["act.decide-measure.no-amount"] : string.Join(", ", a.Effects.Select(e => t["act.decide-measure.effect", ("amount", Amount(e.Amount)), ("year", e.Year)])))],
            EndMeasure a => [("measure", reading.State.Measures.Find(a.Measure) is { } measure ? t[measure.Act.Text].TrimEnd('.') : a.Measure), ("how", t[$"measure-ending.{KeyWord.Of(a.How)}"])],
            AdoptControlPlan a => [("year", $"{a.Year}"), ("body", Name(a.Body)), ("risks", $"{a.Risks.Count}"), ("controls", $"{a.Controls.Count}")],
            ReportControl a => [("control", a.Control), ("body", Name(a.Body)), ("year", $"{a.Year}"), ("found", t[$"control-finding.{KeyWord.Of(a.Found)}"]), ("text", t[a.Text])],
            ReportInternalControl a => [("body", Name(a.Body)), ("year", $"{a.Year}"), ("judgement", t[$"control-judgement.{KeyWord.Of(a.Judgement)}"]), ("text", t[a.Text])],
            SummariseInternalControl a => [("year", $"{a.Year}"), ("judgement", t[$"control-judgement.{KeyWord.Of(a.Judgement)}"]), ("text", t[a.Text])],
            _ => ValuesOfMoney(act),
        };
    }

    private static string Ended(string sentence) => sentence.EndsWith('.') ? sentence : sentence + ".";

    /// <summary>The values of further acts about money, care and what ends a year.</summary>
    private IEnumerable<(string Name, string Value)> ValuesOfMoney(Act act)
    {
        var t = reading.T;
        return act switch
        {
            SetEconomicPlan a => [("years", $"{a.Years.Min(y => y.Year)}–{a.Years.Max(y => y.Year)}"), ("results", string.Join(", ", a.Years.Select(y => Amount(y.Result))))],
            ProposeBudget a => [("year", $"{a.Year}"), ("stage", t[$"budget-stage.{KeyWord.Of(a.Stage)}"]), ("by", a.By is { } by ? t["act.propose-budget.by", ("by", Name(by))] : "")],
            SetPlanningConditions a => [("year", $"{a.Year}"), ("day", DateWords.Iso(a.AsOf)), ("basis", t[a.Basis])],
            CarryOver a => [("what", t[$"carried.{KeyWord.Of(a.What)}"]), ("amount", Amount(a.Amount)), ("from", Name(a.From)), ("to", Name(a.To)), ("before", $"{a.Year - 1}"), ("year", $"{a.Year}")],
            GrantAdditional a => [("from", Name(a.From)), ("to", Name(a.To)), ("amount", Amount(a.Amount)), ("year", $"{a.Year}")],
            Reallocate a => [("amount", Amount(a.Amount)), ("from", Name(a.From)), ("to", Name(a.To)), ("year", $"{a.Year}")],
            SetInvestmentFrame a => [("subject", Name(a.Subject)), ("amount", Amount(a.Amount)), ("name", t[a.Name]), ("year", $"{a.Year}")],
            PlanInvestment a => [("name", InvestmentName(a.Investment)), ("amount", Amount(Money.Sum(a.Years.Select(y => y.Amount)))), ("years", string.Join(", ", a.Years.Select(y => y.Year))), ("life", $"{a.UsefulLifeYears}"), ("day", DateWords.Iso(a.InUse))],
            ReceiveGrant a => [("amount", Amount(a.Amount)), ("from", t[a.From]), ("name", t[a.Name]), ("valid", DateWords.Of(t, a.Valid))],
            ReportGrant a => [("name", GrantName(a.Grant)), ("used", Amount(a.Used)), ("returned", Amount(a.Returned))],
            AgreeService a => [("supplier", Name(a.Supplier)), ("buyer", Name(a.Buyer)), ("what", t[a.What]), ("year", $"{a.Year}"), ("amount", Amount(a.Agreed))],
            SetPriceIndex a => [("index", a.Index), ("year", $"{a.Year}"), ("percent", AmountText.Plain(a.Percent))],
            SignAgreement a => [("payer", Name(a.Payer)), ("provider", Name(a.Provider)), ("scope", t[a.Scope]), ("valid", DateWords.Of(t, a.Valid))],
            SetDisclosureParameters a => DisclosureWords.Of(t, a),
            SetPaymentModel a => [("name", t[a.Name]), ("parts", $"{a.Capitation.Count + a.Contacts.Count + a.Fixed.Count + a.Quality.Count + a.Limits.Count + (a.Fees is null ? 0 : 1) + (a.VatPercent > 0 ? 1 : 0)}"), ("valid", DateWords.Of(t, a.Valid))],
            TellQuality a => [("agreement", a.Agreement), ("component", a.Component), ("month", DateWords.Of(t, a.Month)), ("reached", $"{a.Points.Reached}"), ("of", $"{a.Points.Of}")],
            SetPriceList a => [("name", t[a.Name]), ("count", $"{a.Prices.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            SetLogicChain a => [("programme", Name(a.Programme)), ("count", $"{a.Steps.Count}")],
            AddEvaluation a => [("of", Name(a.Of)), ("name", t[a.Name]), ("by", a.By), ("day", DateWords.Iso(a.Date)), ("finding", t[a.Finding])],
            AnswerSuggestion a => [("case", a.Case), ("does", t[$"suggestion-outcome.{KeyWord.Of(a.Does)}"]), ("text", Kept(a.Case) ?? t[a.Text])],
            GrantCoFinancing a => [("text", t[a.Text]), ("amount", Amount(a.Amount)), ("to", a.To), ("valid", DateWords.Of(t, a.Valid))],
            LockRound a => [("round", Round(a.Round))],
            GiveAuditOpinion a => [("round", Round(a.Round)), ("recommends", t[a.RecommendsDischarge switch { true => "audit.recommends", false => "audit.advises-against", null => "audit.says-nothing" }])],
            GrantDischarge a => [("to", Names(a.To)), ("year", $"{a.Year}")],
            SetReportOutline a => [("kind", t[$"word.round-kind.{KeyWord.Of(a.Kind)}"]), ("year", $"{a.FromYear}"), ("count", $"{a.Sections.Count}"), ("written", $"{a.Sections.Count(section => section.Writer is not null)}")],
            WriteReportText a => [("section", Section(a)), ("round", Round(a.Round))],
            FreezeReport a => [("edition", $"{a.Edition}"), ("round", Round(a.Round)), ("day", DateWords.Iso(a.AsOf)), ("position", AmountText.Number(a.KnownAt, 0)), ("reason", a.Reason is { } reason ? t[reason] : "")],
            SignOffMonth a => [("month", DateWords.Of(t, a.Month)), ("subject", Name(a.Subject)), ("remark", a.Remark is { } remark ? t[remark] : "")],
            ClosePeriod a => [("month", DateWords.Of(t, a.Through))],
            ReopenPeriod a => [("month", DateWords.Of(t, a.Month)), ("reason", t[a.Reason])],
            AdoptStatements a => [("rows", $"{a.Balance.Count + a.CashFlow.Count + a.Requirement.Count}"), ("valid", DateWords.Of(t, a.Valid))],
            ReserveResult a => [("amount", Amount(a.Amount)), ("year", $"{a.Year}")],
            UseReserve a => [("amount", Amount(a.Amount)), ("year", $"{a.Year}")],
            ClaimSpecialReasons a => [("amount", Amount(a.Amount)), ("year", $"{a.Year}"), ("reason", t[a.Reason])],
            PlanRestoration a => [("year", $"{a.Year}"), ("plan", string.Join(", ", a.Years.Select(y => $"{y.Year} {Amount(y.Amount)}")))],
            OpenCall or AddToCall or ReceiveGrantApplication or AssessApplication or RejectGrantApplication or ClaimPayment or ApproveClaim or ReportProject or RecoverGrant or CloseGrant => GrantWords.Of(t, act, reading.State.Calls, Amount, Name),
            SetProviderTerms or ReceiveApplication or DecideApplication or FollowUpAgreement or DemandRemedy or AcceptRemedy or TerminateAgreement => AgreementWords.Of(t, act, reading.State.Care.Agreements),
            CommitTo or EndCommitment or ReportCommitment or SendForConsultation or AnswerConsultation or CloseConsultation => PartnerWords.Of(reading, act),
            AdjustBalanceRequirement a => [("row", t[$"line.{KeyWord.Of(a.Row)}"]), ("year", $"{a.Year}"), ("amount", Amount(a.Amount)), ("reason", t[a.Reason])],
            _ => [],
        };
    }

    /// <summary>What is said instead of anything in a secret case; nothing for public ones.</summary>
    private string? Kept(string id) => reading.KeptBy(id) is { } paragraph ? reading.T["matter.secret", ("paragraph", paragraph)] : null;

    private string? Kept(FileDocument document) =>
        document.Secrecy is { } paragraph && !(reading.State.Cases.Find(document.Case) is { } entry && reading.MaySeeSecretOf(entry)) ? reading.T["matter.secret", ("paragraph", paragraph)] : Kept(document.Case);

    private string InvestmentName(string id) => reading.State.Frames.Investments.FirstOrDefault(i => i.Act.Id == id) is { } frame ? reading.T[frame.Act.Name] : id;

    private string GrantName(string id) => reading.State.Frames.Grants.FirstOrDefault(g => g.Id == id) is { } grant ? reading.T[grant.Received.Act.Name] : id;

    private string Name(string id) => Words.SubjectName(id);

    private string Names(IEnumerable<string> ids) => string.Join(", ", ids.Select(Name));

    private string Limit(Money? limit) => limit is { } most ? reading.T["delegation.up-to", ("amount", Amount(most))] : reading.T["delegation.no-limit"];

    /// <summary>The heading of a section as the outline of its report has it, or its id.</summary>
    private string Section(WriteReportText text) =>
        reading.State.RoundBook.Find(text.Round) is { } round && reading.State.Reports.OutlineOf(round.Terms)?.Act.Sections.FirstOrDefault(section => section.Id == text.Section) is { } section ? reading.T[section.Title] : text.Section;

    private string Round(string id) => reading.State.Rounds.FirstOrDefault(r => r.Act.Id == id) is { } round ? reading.T[round.Act.Name] : id;

    private static string Amount(Money money) => $"{AmountText.Of(money, AmountUnit.Million)}{AmountText.Group}mnkr";
}
