using Styrkedja.Decisions;
using Styrkedja.Organisation;

namespace Styrkedja.Authority;

/// <summary>Whom an act puts under whom.</summary>
internal static class Placing
{
    public static IEnumerable<(string Id, string Under)> Places(this Act act, OrganisationChart organisation) => act switch
    {
        EstablishBody body => [(body.Id, body.Under)],
        EstablishAdministration administration => [(administration.Id, administration.Under)],
        EstablishUnit unit => [(unit.Id, unit.Under)],
        OpenCostCentres centres => centres.Codes.Select(code => (code.Code, centres.Unit)),
        MoveUnit move => [(move.Unit, move.Under)],
        MergeUnits merge => merge.Units.Where(unit => unit != merge.Into).Select(unit => (unit, merge.Into)),
        SplitUnit split => split.Into.SelectMany(part => part.Takes.Select(taken => (taken, part.Id)).Prepend((part.Id, organisation.Find(split.Unit)?.Under ?? Subject.AssemblyId))),
        _ => [],
    };
}
