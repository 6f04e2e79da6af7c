using Styrkedja.Calendar;
using Styrkedja.Decisions;
using Styrkedja.Provenance;

namespace Styrkedja.Organisation;

/// <summary>The levels at which money and goals are answered for.</summary>
public enum SubjectKind
{
    Region,
    [Term("organ")] Body,
    BudgetPart,
    [Term("förvaltning")] Administration,
    [Term("enhet")] Unit,
    [Term("kostnadsställe")] CostCentre,

    /// <summary>The region together with the companies that it owns wholly.</summary>
    [Term("koncern")] Group,
    [Term("bolag")] Company,
}

/// <summary>Someone or something that figures are about: the region, a body, an administration, a unit or a cost centre.</summary>
/// <param name="Under">Who stands above; absent for the region itself.</param>
/// <param name="By">The decision that it rests on; absent for the region and the assembly, which exist by law.</param>
public sealed record Subject(string Id, SubjectKind Kind, Bilingual Name, string? Under, Validity Valid, Decision? By)
{
    /// <summary>The region as a whole in addresses and decisions.</summary>
    public const string RegionId = "REGION";

    /// <summary>The region and the companies that it owns wholly, as one.</summary>
    public const string GroupId = "GROUP";

    /// <summary>The regional assembly, which exists by law before anything is decided.</summary>
    public const string AssemblyId = "RF";

    /// <summary>The regional executive board, which every region must have.</summary>
    public const string ExecutiveBoardId = "RS";

    /// <summary>Where rows are shown whose cost centre is not in force on the day asked about.</summary>
    public const string UnplacedId = "UNPLACED";

    public BodyKind? BodyKind { get; init; }

    public int? Seats { get; init; }

    /// <summary>Four-digit code of the municipality that a local committee is for.</summary>
    public string? Municipality { get; init; }

    /// <summary>What a body is for, in the words of its mandate.</summary>
    public Bilingual? Field { get; init; }

    public string? HeadOffice { get; init; }
}
