using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Development;

/// <summary>Decisions put together for tests, each by its body on its day, in the order they are recorded.</summary>
internal static class PartnerBooks
{
    public static ActsInOrder Of(params (string Body, string Day, Act[] Acts)[] decisions) =>
        new(decisions.Select((d, i) => (new Decision($"B{i}", d.Body, UncertainDate.On(DateOnly.ParseExact(d.Day, "yyyy-MM-dd")), null, null, new($"B{i}"), null, null, false, null, d.Acts), (long)i + 1)));

    public static (string Body, string Day, Act[] Acts) Joined(params string[] partners) =>
        ("RF", "2014-10-08", [.. partners.Select(id => new JoinPartner(id, new(id), PartnerKind.Municipality, Validity.Always))]);

    public static CommitTo Commitment(string id, string text = "Text", string to = "T1") => new(id, new(text), to, null, null, null, new(new(2016, 1, 1), new(2018, 12, 31)));

    public static ReportCommitment Report(string commitment, string period, CommitmentState state) => new(commitment, Period.TryParse(period, out var p) ? p : throw new FormatException(period), new("Text"), state);

    public static SendForConsultation Question(string id, params string[] to) => new(id, "TS", ConsultationKind.Referral, to, null, new(2016, 4, 30), null, new("Vad tycker ni?"));

    public static AnswerConsultation Answer(string id, ConsultationPosition position) => new(id, position, new("Text"), null);
}
