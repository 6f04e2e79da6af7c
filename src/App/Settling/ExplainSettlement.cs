using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;

namespace Styrkedja.App.Settling;

/// <summary>One line of a settlement with all that it is reckoned from.</summary>
/// <param name="Codes">The contacts of the line by code and price; none for other kinds than contacts.</param>
/// <param name="Part">The component of the payment model; absent for compensation for value added tax.</param>
/// <param name="Frozen">What the line was when the month was frozen; absent when it is not. Other than the line's amount when something has become known since: the difference comes as an adjustment.</param>
/// <param name="SharedPot">The month's pot and the points of all that share it, in millionths; absent when no pot is laid out.</param>
public sealed record ExplainedLine(SettlementLine Line, IReadOnlyList<SettledCode> Codes, object? Part, Money? Frozen, (Money Pot, long Points)? SharedPot);

/// <summary>Explains what an agreement gets for a month, line by line: by which decision, at which price and for how many.</summary>
/// <remarks>Reckoned from what is known now, as settlement itself is; sums by code leave the zone of care, rows never.</remarks>
public sealed class ExplainSettlement(RegionArchive archive)
{
    /// <summary>The lines of an agreement; nothing when no agreement with that id is settled.</summary>
    public IReadOnlyList<ExplainedLine>? Of(Month month, string agreement)
    {
        var verb = new SettleMonth(archive);
        var settlement = verb.Reckon(month, keep: true);
        var lines = settlement.Lines.Where(line => line.Month == month).ToList();
        var mine = lines.Where(line => line.Agreement == agreement).ToList();
        if (mine.Count == 0)
            return null;
        var told = verb.Try(month);
        var frozen = told is { FrozenBefore: true, Statement: { } statement } ? statement.Lines.Where(line => line.Agreement == agreement).ToDictionary(KeyOf, line => line.Amount) : null;
        return
        [
            .. mine.Select(line => new ExplainedLine(
                line,
                line.Kind == SettlementKind.Contacts ? settlement.Explain(line) : [],
                PartOf(line),
                frozen is null ? null : frozen.GetValueOrDefault(KeyOf(line)),
                PartOf(line) is CapitationPart { Pot: not null } ? PotOf(lines, line) : null)),
        ];
    }

    private static (string, SettlementKind, ContactPayer) KeyOf(SettlementLine line) => (line.Component, line.Kind, line.Payer);

    /// <summary>What all who share a pot get of it in the month, and their points.</summary>
    private static (Money, long) PotOf(List<SettlementLine> lines, SettlementLine line)
    {
        var sharing = lines.Where(l => l.Kind == SettlementKind.Capitation && l.Component == line.Component && l.Grounds[0].Model.Act.Id == line.Grounds[0].Model.Act.Id).ToList();
        return (Money.Sum(sharing.Select(l => l.Amount)), sharing.Sum(l => l.Points));
    }

    private static object? PartOf(SettlementLine line) => line.Grounds[^1].Model.Act is var model ? line.Kind switch
    {
        SettlementKind.Capitation => model.Capitation.FirstOrDefault(p => p.Id == line.Component),
        SettlementKind.Contacts => model.Contacts.FirstOrDefault(p => p.Id == line.Component),
        SettlementKind.Fixed => model.Fixed.FirstOrDefault(p => p.Id == line.Component),
        SettlementKind.Quality => model.Quality.FirstOrDefault(p => p.Id == line.Component),
        SettlementKind.Fees or SettlementKind.FeeProtection => model.Fees,
        SettlementKind.Limit => model.Limits.FirstOrDefault(p => p.Id == line.Component),
        _ => null,
    } : null;
}
