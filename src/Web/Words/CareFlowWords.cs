using Styrkedja.Amounts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>What flows in the care system as people read it: amounts in the reader's unit, contacts and persons as whole numbers.</summary>
public sealed class CareFlowWords(Reading reading, CareFlowMeasure measure)
{
    /// <summary>The measure in force as addresses tell it; absent for money, which is shown when nothing is chosen.</summary>
    public static string? QueryOf(CareFlowMeasure measure) => measure == CareFlowMeasure.Money ? null : KeyWord.Of(measure);

    /// <summary>The measure that an address asks for; money for whatever cannot be read.</summary>
    public static CareFlowMeasure Asked(string? word) => Enum.GetValues<CareFlowMeasure>().FirstOrDefault(m => KeyWord.Of(m) == word);

    /// <summary>The word of the unit, as in a column head.</summary>
    public string Unit => measure == CareFlowMeasure.Money ? AmountText.Word(reading.Unit) : reading.T[$"care-unit.{KeyWord.Of(measure)}"];

    /// <summary>A value without its unit.</summary>
    public string Bare(long value) => measure == CareFlowMeasure.Money ? AmountText.Of(new Money(value), reading.Unit, false, reading.Residents) : AmountText.Number(value, 0);

    /// <summary>A value with its unit, or that it may not be told.</summary>
    public string Said(long? value) => value is { } told ? $"{Bare(told)}{AmountText.Group}{Unit}" : reading.T["care-picture.untold"];

    /// <summary>Whole per cent of a sum; nothing when either may not be told.</summary>
    public static string? Percent(long? part, long? whole) => part is { } some && whole is { } all and > 0 ? AmountText.Number(some * 100m / all, 0) : null;

    /// <summary>On what grounds an arm is paid on the last day of the period, by its agreements; empty when none is recorded.</summary>
    public string Grounds(CareSystemArm arm) => string.Join(", ", reading.State.Care.Payment.AgreementsWith(arm.Group.Providers.Select(p => p.Act.Id), reading.At.AsOf)
        .Select(a => a.Act.Basis).Distinct().Order().Select(basis => reading.T[$"word.agreement-basis.{KeyWord.Of(basis)}"]));
}
