using CsCheck;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Decisions;

namespace Styrkedja.Distribution;

/// <summary>One act drawn by lot: numbers that choose among what there is when its turn comes.</summary>
internal sealed record RandomAct(int What, int From, int To, int Third, int Year, int Kind, int Kronor);

/// <summary>One decision drawn by lot.</summary>
/// <param name="ByTheRightBody">True when the body that answers for the first giver decides; otherwise any body does.</param>
internal sealed record RandomStep(bool ByTheRightBody, int Body, int DaysLater, IReadOnlyList<RandomAct> Acts)
{
    private static readonly string[] s_bodies = ["RF", "RS", "DN-A", "DN-B", "DN-C"];
    private static readonly FrameKind[] s_kinds = [FrameKind.Grant, FrameKind.Grant, FrameKind.Commission, FrameKind.ResultRequirement];

    private static readonly Gen<RandomAct> s_act =
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 60]).Select((what, from, to, third, year, kind, kronor) => new RandomAct(what, from, to, third, year / 3, kind, kronor));

    /// <summary>Up to forty decisions in a row, each of up to three acts.</summary>
    public static readonly Gen<RandomStep[]> Sequences =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 4], Gen.Int[0, 9], Gen.OneOf(s_act.Array[1], s_act.Array[1, 3])).Select((right, body, days, acts) => new RandomStep(right > 0, body, days, acts)).Array[5, 40];

    /// <summary>The decision that the numbers choose, in the region that the model tells of.</summary>
    public Decision In(DistributionModel model, int number, DateOnly day)
    {
        var acts = Acts.Select((a, i) => Act(a, model, $"U{number}-{i}", day)).ToList();
        var right = DistributionModel.Money(acts[0]) is var (giver, _) ? model.BodyOf(giver) : acts[0] is EstablishUnit unit ? model.BodyOf(unit.Under) : model.BodyOf(((MoveUnit)acts[0]).Unit);
        return new($"B{number}", ByTheRightBody ? right : s_bodies[Body], UncertainDate.On(day), null, null, new($"B{number}"), null, null, false, null, acts);
    }

    /// <summary>The region before anything is drawn: bodies, budget parts, and money from the assembly.</summary>
    public static Decision Beginning(DateOnly day)
    {
        var valid = new Validity(new(2015, 1, 1));
        EstablishBody Body(string id, BodyKind kind) => new(id, kind, new(id), "REGION", null, null, null, valid);
        SetFrame Frame(string to, int kronor) => new(2018, "REGION", to, FrameKind.Grant, Money.Kronor(kronor), null);
        return new("RF-0", "RF", UncertainDate.On(day), null, null, new("RF-0"), null, null, false, null,
        [
            Body("RS", BodyKind.RegionalExecutiveBoard), Body("DN-A", BodyKind.OperatingCommittee), Body("DN-B", BodyKind.OperatingCommittee), Body("DN-C", BodyKind.OperatingCommittee),
            new EstablishUnit("RS-HSF", new("RS-HSF"), "RS", true, valid), new EstablishUnit("RS-RK", new("RS-RK"), "RS", true, valid),
            Frame("RS-HSF", 200), Frame("RS-RK", 50), Frame("DN-C", 40),
        ]);
    }

    private static Act Act(RandomAct a, DistributionModel model, string id, DateOnly day)
    {
        // Most givers have something to give, and many receivers stand under them, so that a good part of it is lawful.
        var subjects = model.Subjects;
        var year = DistributionModel.Years[a.Year];
        var funded = subjects.Where(s => model.Given(s, year) > 0).ToList();
        var from = a.From < 8 ? "REGION" : a.From % 4 > 0 && funded.Count > 0 ? funded[a.From % funded.Count] : Subject(a.From);
        var near = subjects.Where(s => s != from && (model.BodyOf(s) == model.BodyOf(from) || (from == "REGION" && funded.Contains(s)))).ToList();
        var to = a.To % 3 > 0 && near.Count > 0 ? near[a.To % near.Count] : Subject(a.To);
        var (kind, amount) = (s_kinds[a.Kind], Money.Kronor(a.Kronor));
        return a.What switch
        {
            0 => new EstablishUnit(id, new(id), to, false, new(new(2015, 1, 1))),
            1 => new MoveUnit(Subject(a.From), to, day),
            2 => new GrantAdditional(year, from, to, kind, amount, null, [new("REGION", a.Third > 3 ? amount : Money.Zero)]),
            3 => new Reallocate(year, from, near.Count > 0 ? near[a.Third % near.Count] : Subject(a.Third), to, kind, amount, null),
            4 => new CarryOver(year, from, to, kind, a.Third % 2 == 0 ? Carried.Result : Carried.UnusedFrame, a.Third % 3 == 0 ? -amount : amount, null),
            _ => new SetFrame(year, from, to, kind, amount, null),
        };

        string Subject(int which) => subjects[which % subjects.Count];
    }
}
