using Styrkedja.Bench.Limits;
using Styrkedja.Sie;

namespace Styrkedja.Bench.Product;

/// <summary>The product's SIE reader, asked for a file's columns.</summary>
public static class OurSie
{
    public static SieFile Parse(string path)
    {
        var file = SieReader.Read(File.ReadAllBytes(path), Path.GetFileName(path), SieOptions.Default);
        return file.Refused ? throw new InvalidOperationException(string.Join('\n', file.Faults.Take(5))) : file;
    }

    /// <summary>What was read, as sums that any other reader of the same file must come to.</summary>
    public static ParsedSums SumsOf(SieFile file)
    {
        var sums = new ParsedSums();
        for (var i = 0; i < file.Rows.Count; i++)
        {
            sums.Add(
                int.Parse(file.Accounts[file.Rows.Account[i]].Code), file.Rows.CostCentre[i] < 0 ? 0 : int.Parse(file.CostCentres[file.Rows.CostCentre[i]].Code),
                file.Rows.Day[i].DayNumber, file.Rows.Ore[i], file.Rows.Line[i], file.Rows.Voucher[i],
                (file.Rows.Counterparty[i] >= 0 ? 1 : 0) + (file.Rows.Activity[i] >= 0 ? 2 : 0) + (file.Rows.Project[i] >= 0 ? 4 : 0));
        }

        return sums;
    }
}
