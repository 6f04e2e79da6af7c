using System.Collections.Concurrent;
using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Disclosure;
using Styrkedja.Organisation;

namespace Styrkedja.FollowUp;

public sealed partial class FollowUpView
{
    private readonly ConcurrentDictionary<int, HashSet<(string Subject, bool Own)>> _protectedSickLeave = new();

    /// <summary>Sick leave of fewer people than these would tell of someone's health.</summary>
    public int FewestPeople => State.Disclosure[DataSet.Staff].MinimumDenominator;

    /// <summary>True for sick leave that the public may not see: of a handful of people, or of those that a handful could be reckoned out from.</summary>
    /// <remarks>The same subjects are protected in every month and period of a calendar year, so that no period can be taken from another.</remarks>
    private bool IsProtectedSickLeave(FigureAddress address) =>
        address.Measure is Measure.SickLeave or Measure.SickLeaveHours
        && HoldsStaff(address.Subject, address.Period)
        && Enumerable.Range(address.Period.From.Year, address.Period.To.Year - address.Period.From.Year + 1)
            .Any(year => _protectedSickLeave.GetOrAdd(year, ProtectedSickLeave).Contains((address.Subject, address.Dimensions.Own)));

    private HashSet<(string Subject, bool Own)> ProtectedSickLeave(int year)
    {
        var period = Period.Year(year);
        var parameters = State.Disclosure[DataSet.Staff];
        if (parameters.Method == DisclosureMethod.Open || !HoldsStaff(Subject.RegionId, period))
            return [];
        var (places, whole) = (new List<(string Subject, bool Own)> { (Subject.RegionId, false) }, Subject.RegionId);
        var codes = new List<(string Code, string? Under)>();
        Gather(whole);
        var organisation = TableDimension.Of("organisation", Code((whole, false)), codes);
        var hours = UnpublishedTable.OfAmounts([organisation], organisation.Innermost.Select(place => new TableRow([place], Hours(places[place]), "staff")));
        var shown = DisclosureControl.Protect(
            hours,
            parameters with { Method = DisclosureMethod.Suppression, MinimumContributors = 0, DominancePercent = 100, ZerosShown = false },
            alsoHidden: Enumerable.Range(0, places.Count).Where(place => AreFew(places[place])));
        return [.. places.Where((_, place) => shown.Shown[place] is null)];

        // What the public can see: subjects down to units, and beside the parts of each what is told of itself.
        void Gather(string subject)
        {
            var below = Children(subject).Where(child => !IsBelowPublic(child) && HoldsStaff(child.Id, period)).ToList();
            if (below.Count == 0)
                return;
            if (Evaluate(new(Measure.OrdinaryHours, period, subject, new(Own: true))).IsKnown || Evaluate(new(Measure.SickLeaveHours, period, subject, new(Own: true))).IsKnown)
                Take((subject, true), subject);
            foreach (var child in below)
            {
                Take((child.Id, false), subject);
                Gather(child.Id);
            }
        }

        void Take((string Subject, bool Own) place, string under)
        {
            places.Add(place);
            codes.Add((Code(place), Code((under, false))));
        }

        static string Code((string Subject, bool Own) place) => place.Own ? place.Subject + "/own" : place.Subject;

        long Hours((string Subject, bool Own) place) =>
            Evaluate(new(Measure.SickLeaveHours, period, place.Subject, new(Own: place.Own))).Value is FigureValue.Number number ? (long)(number.Value * 100) : 0;

        bool AreFew((string Subject, bool Own) place) => StaffMonths(place.Subject, period).Any(month => PeopleIn(place, month) < parameters.MinimumDenominator);
    }

    /// <summary>How many people a subject has in a month; where nobody has told it a unit counts as nobody and a larger part as enough.</summary>
    private decimal PeopleIn((string Subject, bool Own) place, Month month)
    {
        Figure Of(Measure measure) => Evaluate(new(measure, new(month, month), place.Subject, new(Own: place.Own)));
        return Of(Measure.Headcount).Value is FigureValue.Count count ? count.Items
            : Of(Measure.FullTimeEquivalents).Value is FigureValue.Number full ? full.Value
            : place.Own || State.Organisation.Find(place.Subject)?.Kind is SubjectKind.Unit or SubjectKind.CostCentre ? 0 : decimal.MaxValue;
    }
}
