using Styrkedja.Amounts;
using Styrkedja.Calendar;

namespace Styrkedja.App.Demo;

/// <summary>A code and its weight among others; only proportions matter.</summary>
public readonly record struct SampleWeight(string Code, long Weight);

/// <summary>A part of the region whose money stands by itself, with the book that holds it.</summary>
public sealed record SamplePart(string Subject, string Book);

/// <summary>Two account groups that are the two sides of trade inside the region.</summary>
/// <param name="NoisePerMille">How far a month's trade may lie from its budget.</param>
public sealed record SampleTrade(string Sells, string Buys, int NoisePerMille);

/// <summary>How an account group is booked.</summary>
/// <param name="Day">Day of the month; 0 means any working day and 31 the last day.</param>
/// <param name="Balance">The account on the other side of the voucher.</param>
/// <param name="Vouchers">Vouchers a month and cost centre at scale 1.</param>
/// <param name="CareOnly">True when offices have none of it.</param>
public sealed record SamplePosting(string Series, int Day, string Balance, int NoisePerMille, int Vouchers, string Text, bool CareOnly);

/// <summary>Weights that hold for a group, where its subject and its other side fit; the first rule that fits is used.</summary>
/// <param name="At">Parts, administrations or units; none means everywhere.</param>
/// <param name="With">Counterparties; none means whatever stands on the other side.</param>
public sealed record SampleRule(string Group, IReadOnlyList<string> At, IReadOnlyList<string> With, IReadOnlyList<SampleWeight> Of)
{
    public bool Fits(string group, IReadOnlyCollection<string> path, string? counterparty) =>
        Group == group && (At.Count == 0 || At.Any(path.Contains)) && (With.Count == 0 || (counterparty is not null && With.Contains(counterparty)));
}

/// <summary>What a cost centre weighs in its unit and which activities its rows belong to.</summary>
public sealed record SampleCostCentre(long Weight, bool Office, IReadOnlyList<SampleWeight> Activities);

/// <summary>The voucher series in which what remains to the calibrated result is shown.</summary>
public sealed record SampleRemainder(string Series, string Account, string Balance, string Text);

/// <summary>What the sample ledger is calibrated to, and how it is laid out over accounts, cost centres and vouchers.</summary>
/// <remarks>Made up, apart from the published results it reaches. The engine never reads it.</remarks>
public sealed record SampleLedgerCalibration
{
    public required IReadOnlyList<SamplePart> Parts { get; init; }

    /// <summary>Accumulated result at the end of each month by year and part, surplus positive.</summary>
    public required IReadOnlyDictionary<(int Year, string Part), IReadOnlyList<Money>> Results { get; init; }

    /// <summary>Groups in which a part's known deviation from its budget shows, by weight, negative for those that go the other way.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<SampleWeight>> Drift { get; init; }

    public required IReadOnlyList<SampleTrade> Trade { get; init; }

    public required IReadOnlyDictionary<string, SamplePosting> Postings { get; init; }

    /// <summary>Accounts whose other side is another than their group's.</summary>
    public required IReadOnlyDictionary<string, string> Balances { get; init; }

    public required IReadOnlyList<SampleRule> Accounts { get; init; }

    public required IReadOnlyList<SampleRule> Counterparties { get; init; }

    /// <summary>Cost centres of groups that do not follow the weights within the unit.</summary>
    public required IReadOnlyList<SampleRule> Places { get; init; }

    public required IReadOnlyDictionary<string, SampleCostCentre> CostCentres { get; init; }

    /// <summary>Counterparties that care is settled by, and the code under which the sample ledger has their money.</summary>
    public IReadOnlyDictionary<string, string> PaidAs { get; init; } = new Dictionary<string, string>();

    public required SampleRemainder Remainder { get; init; }

    /// <summary>What the balance sheet opens with and how it moves; absent when only the operations are booked.</summary>
    public SampleBalanceSheet? BalanceSheet { get; init; }

    public IReadOnlyList<int> Years => [.. Results.Keys.Select(k => k.Year).Distinct().Order()];

    /// <summary>The result that a part reaches in one month.</summary>
    public Money ResultIn(string part, Month month)
    {
        var path = Results[(month.Year, part)];
        return month.Number == 1 ? path[0] : path[month.Number - 1] - path[month.Number - 2];
    }
}
