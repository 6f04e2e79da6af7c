using Styrkedja.Provenance;

namespace Styrkedja.Decisions;

/// <summary>Kinds of data that are published as tables, each with its own parameters for protecting individuals and businesses.</summary>
public enum DataSet
{
    /// <summary>Contacts with care and those who made them.</summary>
    Care,

    /// <summary>Matters of health that hurt more when they are known: suicide, abuse, forced care.</summary>
    SensitiveCare,

    /// <summary>The region's own staff, how many they are and how much they are absent.</summary>
    Staff,

    /// <summary>Pay of the staff.</summary>
    Pay,

    /// <summary>What is paid to private providers and suppliers.</summary>
    Suppliers,
}

/// <summary>How a table is made safe to publish.</summary>
public enum DisclosureMethod
{
    /// <summary>Small cells are hidden, and as many more as it takes that nobody can reckon them out.</summary>
    Suppression,

    /// <summary>Every innermost cell is rounded and totals are sums of what is shown.</summary>
    Rounding,

    /// <summary>Shown as it is, since it is public anyhow.</summary>
    Open,
}

/// <summary>The parameters by which published tables of one kind of data are protected.</summary>
/// <remarks>What is left out keeps the system's default for the kind of data, whatever an earlier decision said of it. Rule: no paragraph gives the numbers. That individuals cannot be found is asked by
/// the secrecy for statistics and for health care (offentlighets- och sekretesslagen 2009:400, 24 kap. 8 § and 25 kap. 1 §).</remarks>
/// <param name="MinimumCount">The fewest persons that a cell may tell of; at least 3.</param>
/// <param name="MinimumDenominator">The fewest persons that a share or mean may be reckoned of; at least 10.</param>
/// <param name="DominancePercent">A cell of money is hidden when its largest contributor stands for more than this.</param>
/// <param name="MinimumContributors">The fewest contributors that a cell of money may hold.</param>
/// <param name="ZerosShown">Whether zeros are shown; false where a zero too tells of someone.</param>
/// <param name="ProtectionWidth">Persons between the lowest and the highest that a reader can reckon a hidden cell to be, at least.</param>
/// <param name="ProtectionPercent">The same for money, in percent of the hidden amount.</param>
[Term("parametrar för röjandekontroll")]
public sealed record SetDisclosureParameters(
    DataSet DataSet,
    int? MinimumCount,
    int? MinimumDenominator,
    int? DominancePercent,
    int? MinimumContributors,
    bool? ZerosShown,
    int? ProtectionWidth,
    int? ProtectionPercent,
    DisclosureMethod? Method) : Act;
