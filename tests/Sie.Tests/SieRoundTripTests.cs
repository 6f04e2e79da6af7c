using CsCheck;

namespace Styrkedja.Sie;

/// <summary>What we write we read back the same, with no fault of any weight.</summary>
public class SieRoundTripTests
{
    [Fact]
    public void A_file_for_import_comes_back_as_it_was() => SieRandom.Import.Sample(document => ComesBack(document, "bok.si"), iter: 500);

    [Fact]
    public void A_file_out_of_a_ledger_comes_back_as_it_was() => SieRandom.Export.Sample(document => ComesBack(document, "bok.se"), iter: 500);

    [Fact]
    public void A_budget_alone_comes_back_as_it_was() => SieRandom.Export
        .Select(d => d with { Vouchers = [], Balances = [.. d.Balances.Where(b => b.Kind == SieBalanceKind.PeriodBudget)] })
        .Where(d => d.Balances.Count > 0)
        .Sample(document => ComesBack(document, "budget.se"), iter: 200);

    private static void ComesBack(SieDocument document, string fileName)
    {
        var writing = new SieWriting { CarriageReturn = document.Vouchers.Count % 2 == 0, Checksum = document.Vouchers.Count % 3 > 0 };
        var (first, faults) = Write(document, fileName, writing);
        Assert.Equal("", string.Join('\n', faults.Select(f => $"{f.Line} {f.Code} {f.Found}")));

        var file = SieReader.Read(first, fileName);
        Assert.Empty(file.Faults);
        var back = SieDocument.From(file);
        Assert.Equal(Values(document), Values(back));
        Assert.Equal(first, Write(back, fileName, writing).Bytes);
    }

    private static (byte[] Bytes, IReadOnlyList<SieFault> Faults) Write(SieDocument document, string fileName, SieWriting writing)
    {
        using var stream = new MemoryStream();
        var faults = SieWriter.Write(stream, fileName, document, writing);
        return (stream.ToArray(), faults);
    }

    /// <summary>Everything that a document says, apart from the lines on which it stood.</summary>
    private static string Values(SieDocument d) => string.Join('\n',
        [
            $"{d.Role} {d.Header with { Address = null, Years = [] }}",
            string.Join('|', d.Header.Address ?? ["-"]),
            .. d.Header.Years.Select(y => y.ToString()),
            .. d.Accounts.Select(a => $"{a.Code}|{a.Name}|{a.Type}|{a.Unit}|{string.Join(',', a.Sru)}"),
            .. d.Dimensions.SelectMany(x => x.Objects.Select(o => $"{x.Number}|{x.Name}|{x.Superior}|{o.Code}|{o.Name}")),
            .. d.Balances.Select(b => $"{b with { Objects = [] }} {string.Join(',', b.Objects)}"),
            .. d.Vouchers.SelectMany(v => v.Rows.Select(r => $"{v with { Rows = [] }} {r with { Objects = [] }} {string.Join(',', r.Objects)}")),
        ]);
}
