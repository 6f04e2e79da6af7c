using Styrkedja.Provenance;
using Styrkedja.Sie;

namespace Styrkedja.Formats.Ledger;

/// <summary>Faults of a SIE file as faults of any input, with the file named in their place.</summary>
public static class LedgerFaults
{
    public static IReadOnlyList<Fault> Of(IEnumerable<SieFault> faults, string fileName) => [.. faults.Select(fault => Of(fault, fileName))];

    private static Fault Of(SieFault fault, string fileName) =>
        new(fault.Code, Weight(fault.Severity), new Place(fileName, fault.Line, fault.Column), fault.Found, fault.Arguments);

    private static Severity Weight(SieSeverity severity) => severity switch
    {
        SieSeverity.Error => Severity.Error,
        SieSeverity.Warning => Severity.Warning,
        _ => Severity.Information,
    };
}
