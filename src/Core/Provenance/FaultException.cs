namespace Styrkedja.Provenance;

/// <summary>A fault after which the work at hand cannot go on, thrown by whoever meets it and told by whoever began the work.</summary>
public sealed class FaultException(Fault fault, Exception? cause = null) : Exception(fault.Code, cause)
{
    public Fault Fault { get; } = fault;
}
