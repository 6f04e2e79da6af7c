using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>What is kept beside a file of rows so that no start need read the rows again: their leaf cells and which vouchers they belong to.</summary>
/// <remarks>A cache: it can be thrown away, and is made anew from the rows when it is missing, cut short or damaged. The form is documented in docs/format/facts.md.</remarks>
internal sealed record CellFile(CellSums Cells, VoucherRuns Vouchers)
{
    private const int HashBytes = 8;

    private static ReadOnlySpan<byte> Mark => "SKCELLS1"u8;

    /// <summary>Writes to a temporary name and renames, so that no half file is ever seen under the name; it need not survive a power cut.</summary>
    public void Write(string path)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(0L);
            Codes(writer, Cells.CostCentreCodes);
            Codes(writer, Cells.AccountCodes);
            Codes(writer, Cells.CounterpartyCodes);
            Codes(writer, Cells.ActivityCodes);
            writer.Write(Cells.Count);
            foreach (var column in new[] { Cells.CostCentre, Cells.Account, Cells.Counterparty, Cells.Activity, Cells.MonthIndex })
                writer.Write(MemoryMarshal.AsBytes<int>(column));
            writer.Write(MemoryMarshal.AsBytes<long>(Cells.Ore));
            writer.Write(Vouchers.SeriesNames.Count());
            foreach (var series in Vouchers.SeriesNames)
            {
                var (runs, others) = Vouchers.Of(series);
                writer.Write(series);
                writer.Write(runs.Count);
                foreach (var (from, to) in runs)
                {
                    writer.Write(from);
                    writer.Write(to);
                }

                Codes(writer, others);
            }
        }

        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        BitConverter.TryWriteBytes(bytes[Mark.Length..], Hash(bytes));
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        using (var file = File.Create(temporary))
            file.Write(bytes);
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Reads what was written; nothing when it is not there or not whole.</summary>
    public static CellFile? Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (IOException)
        {
            return null;
        }

        if (bytes.Length < Mark.Length + HashBytes || !bytes.AsSpan().StartsWith(Mark) || BitConverter.ToInt64(bytes, Mark.Length) != Hash(bytes))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length + HashBytes, bytes.Length - Mark.Length - HashBytes));
        var (costCentres, accounts, counterparties, activities) = (Codes(reader), Codes(reader), Codes(reader), Codes(reader));
        var count = reader.ReadInt32();
        var cells = new CellSums
        {
            CostCentreCodes = costCentres,
            AccountCodes = accounts,
            CounterpartyCodes = counterparties,
            ActivityCodes = activities,
            CostCentre = Column<int>(reader, count),
            Account = Column<int>(reader, count),
            Counterparty = Column<int>(reader, count),
            Activity = Column<int>(reader, count),
            MonthIndex = Column<int>(reader, count),
            Ore = Column<long>(reader, count),
        };
        var series = new List<(string, IEnumerable<(long, long)>, IEnumerable<string>)>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var name = reader.ReadString();
            var runs = new (long, long)[reader.ReadInt32()];
            for (var i = 0; i < runs.Length; i++)
                runs[i] = (reader.ReadInt64(), reader.ReadInt64());
            series.Add((name, runs, Codes(reader)));
        }

        return new(cells, VoucherRuns.From(series));
    }

    private static long Hash(ReadOnlySpan<byte> bytes) => unchecked((long)XxHash3.HashToUInt64(bytes[(Mark.Length + HashBytes)..]));

    /// <summary>A list of codes: how many, and each.</summary>
    internal static void Codes(BinaryWriter writer, IReadOnlyList<string> codes)
    {
        writer.Write(codes.Count);
        foreach (var code in codes)
            writer.Write(code);
    }

    /// <summary>A list of codes as it was written.</summary>
    internal static string[] Codes(BinaryReader reader)
    {
        var codes = new string[reader.ReadInt32()];
        for (var i = 0; i < codes.Length; i++)
            codes[i] = reader.ReadString();
        return codes;
    }

    private static T[] Column<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var column = GC.AllocateUninitializedArray<T>(count);
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
