using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Provenance;

namespace Styrkedja.Care;

/// <summary>What a group of diagnosis and treatment cost a provider in a period, as its cost per patient accounts tell.</summary>
/// <remarks>What it cost to give the care and not what anyone paid for it. Positive, whole öre.</remarks>
/// <param name="Provider">Id of an authorised provider.</param>
/// <param name="Group">Group of diagnosis and treatment (DRG), as contacts have it.</param>
/// <param name="Cases">How many contacts the cost is for, at least one.</param>
/// <param name="Cost">For all of the cases together.</param>
[Term("kostnad per patient")]
public sealed record GroupCost(Period Period, string Provider, string Group, int Cases, Money Cost);
