using Styrkedja.App.Archive;
using Styrkedja.Decisions;
using Styrkedja.Rights;
using Styrkedja.Store.Drafts;

namespace Styrkedja.App.Drafting;

/// <summary>A region of one committee, one administration and one unit, with an office of each kind that a draft passes, for one test.</summary>
internal sealed class SmallRegion : IDisposable
{
    private const string Decided = """
        decision: RF-1
        body: RF
        date: 2026-01-02
        title: Organisation
        taken: true
        acts:
          - establish-body: {id: RS, kind: regional-executive-board, name: Regionstyrelsen, valid: 2015..}
          - establish-body: {id: DN-A, kind: operating-committee, name: Driftnämnd A, valid: 2015..}
          - establish-administration: {id: F-A, name: Förvaltning A, under: DN-A, valid: 2015..}
          - establish-unit: {id: A1, name: Akuten, under: F-A, valid: 2015..}
          - establish-unit: {id: A2, name: Kirurgen, under: F-A, valid: 2015..}
          - adopt-vision: {id: V, text: Bästa livsplatsen, valid: 2010..}
          - adopt-strategy: {id: HSS, name: Strategi, serves: V, valid: 2017..}
          - adopt-goal-area: {id: M1, name: Vård}
          - adopt-goal: {id: G05, area: M1, under: HSS, owner: DN-A, text: God vård, valid: 2017..}
          - adopt-programme: {id: RUS, name: Utvecklingsstrategi, serves: V, goals: [{id: P-1, name: Tillväxt}], valid: 2014..}
          - join-partner: {id: KOM, name: Kommunen, kind: municipality, valid: 2014..}
          - establish-office: {id: O-CHEF, name: Förvaltningschef A, in: F-A, function: head-of-administration, valid: 2015..}
          - establish-office: {id: O-ENHET, name: Enhetschef Akuten, in: A1, function: unit-head, valid: 2015..}
          - establish-office: {id: O-SEK, name: Sekreterare A, in: DN-A, function: secretary, valid: 2015..}
          - establish-office: {id: O-ORDF, name: Ordförande A, in: DN-A, function: chair, valid: 2015..}
          - establish-office: {id: O-KOM, name: Kommunens handläggare, in: KOM, function: partner-officer, valid: 2015..}
          - set-body-mandate: {body: DN-A, matters: [utrustning], valid: 2015..}
          - appoint: {office: O-CHEF, holder: H-CHEF, valid: 2026..}
          - appoint: {office: O-ENHET, holder: H-ENHET, valid: 2026..}
          - appoint: {office: O-SEK, holder: H-SEK, valid: 2026..}
          - appoint: {office: O-ORDF, holder: H-ORDF, valid: 2026..}
          - appoint: {office: O-KOM, holder: H-KOM, valid: 2026..}
        """;

    private readonly TemporaryRegion _region = new(Decided);

    public SmallRegion()
    {
        File = DraftFile.Open(_region.Folder);
        Today = new(_region.Archive, Clock);
        Drafts = new(_region.Archive, File, Today, Clock);
    }

    public StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));

    public RegionArchive Archive => _region.Archive;

    public DraftFile File { get; }

    public RegionToday Today { get; }

    public Drafts Drafts { get; }

    public OfficeHolder Chief => Holder("H-CHEF");

    public OfficeHolder UnitHead => Holder("H-ENHET");

    public OfficeHolder Secretary => Holder("H-SEK");

    public OfficeHolder Chair => Holder("H-ORDF");

    public OfficeHolder PartnersOfficer => Holder("H-KOM");

    /// <summary>Someone who works in the unit, by the employer's register.</summary>
    public OfficeHolder Employee => OfficeHolder.Of("H-MED", Today.State, [new(new("Sjuksköterska"), null, OfficeFunction.Employee, "A1", Calendar.Validity.Always)], false);

    /// <summary>Someone who works in the unit beside.</summary>
    public OfficeHolder Neighbour => OfficeHolder.Of("H-GRANNE", Today.State, [new(new("Sjuksköterska"), null, OfficeFunction.Employee, "A2", Calendar.Validity.Always)], false);

    public OfficeHolder Holder(string id) => OfficeHolder.Of(id, Today.State, [], false);

    public void Record(string yaml) => Assert.False(_region.Record(yaml).Refused);

    public void Dispose()
    {
        File.Dispose();
        _region.Dispose();
    }

    /// <summary>A clock that stands still until it is moved.</summary>
    internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
