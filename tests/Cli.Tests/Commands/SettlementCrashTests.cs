using Styrkedja.Tests;

namespace Styrkedja.Cli.Tests.Commands;

/// <summary>The process is killed at any instant of a settlement: given again, the command ends with the same bytes, and nothing stands twice in the ledger.</summary>
/// <remarks>The same with 200 kills is bench/crash settle.</remarks>
public sealed class SettlementCrashTests
{
    private const int Kills = 20;
    private const int Contacts = 20_000;

    [Fact]
    public void Killed_at_random_instants_of_a_settlement_the_month_ends_frozen_and_booked_once()
    {
        var ready = SettledRegion.Make(Contacts);
        var tally = new KilledSettlement(Path.Combine(AppContext.BaseDirectory, "styrkedja.dll"), ready, SettledRegion.Month).Run(Kills, 20170331);
        TestContext.Current.TestOutputHelper?.WriteLine($"{tally}");
        Assert.Equal(Kills, tally.Before + tally.Between + tally.After);
        Assert.True(tally.Before > 0, $"No kill fell before the month was frozen: {tally}");
        Directory.Delete(ready, recursive: true);
    }
}
