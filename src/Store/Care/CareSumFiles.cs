using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Store.Facts;

namespace Styrkedja.Store.Care;

/// <summary>The sums that have left the zone of care, one file for each release of a year, named by the batches that it counts.</summary>
/// <remarks>Made anew from the zone when missing or damaged, for as long as the rows are there; after disposal they are all that is left. Closed to all but the owner of the files, since small sets tell of someone.</remarks>
public sealed class CareSumFiles(string folder)
{
    private const int HashBytes = 8;

    private readonly string _folder = Path.Combine(folder, "care-sums");

    /// <summary>Another number whenever sums have been made, so that what was answered without them is not taken for the answer.</summary>
    public long Stamp => Directory.Exists(_folder) ? Directory.GetLastWriteTimeUtc(_folder).Ticks : 0;

    private static ReadOnlySpan<byte> Mark => "SKCARE01"u8;

    /// <summary>Writes the sums to a temporary name and renames, so that no half file is seen.</summary>
    public void Write(CareRelease release, CareSums sums)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(_folder);
        else
            Directory.CreateDirectory(_folder, KeyFolder.OwnerOnly | UnixFileMode.UserExecute);
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(0L);
            Write(writer, sums.Contacts);
            Write(writer, sums.Listed);
            writer.Write(sums.Patients.Count);
            foreach (var patients in sums.Patients)
            {
                writer.Write(patients.Table);
                Column(writer, patients.Persons);
                Column(writer, patients.Largest);
            }
        }

        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        BitConverter.TryWriteBytes(bytes[Mark.Length..], Hash(bytes));
        var temporary = $"{PathOf(release)}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = KeyFolder.OwnerOnly;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(release), overwrite: true);
    }

    /// <summary>The sums of a release; nothing when they are not there or not whole.</summary>
    public CareSums? Read(CareRelease release)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(PathOf(release));
        }
        catch (IOException)
        {
            return null;
        }

        if (bytes.Length < Mark.Length + HashBytes || !bytes.AsSpan().StartsWith(Mark) || BitConverter.ToInt64(bytes, Mark.Length) != Hash(bytes))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, Mark.Length + HashBytes, bytes.Length - Mark.Length - HashBytes));
        var (contacts, listed) = (Contacts(reader), Listed(reader));
        var patients = new PatientCounts[reader.ReadInt32()];
        for (var i = 0; i < patients.Length; i++)
            patients[i] = new(reader.ReadString(), Column<int>(reader), Column<int>(reader));
        return new(release.Year, release.Number, contacts, listed, patients);
    }

    private string PathOf(CareRelease release) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', release.Batches.Select(b => b.Id).Prepend($"{release.Year}"))))) + ".sums");

    private static long Hash(ReadOnlySpan<byte> bytes) => unchecked((long)XxHash3.HashToUInt64(bytes[(Mark.Length + HashBytes)..]));

    private static void Write(BinaryWriter writer, ContactCounts counts)
    {
        foreach (var codes in new[] { counts.Providers, counts.Types, counts.Municipalities, counts.AgeBands })
            CellFile.Codes(writer, codes);
        Column(writer, counts.Month);
        Column(writer, counts.Provider);
        Column(writer, counts.Type);
        Column(writer, counts.Home);
        Column(writer, counts.AgeBand);
        Column(writer, counts.Sex);
        Column(writer, counts.Way);
        Column(writer, counts.Payer);
        Column(writer, counts.Contacts);
    }

    private static ContactCounts Contacts(BinaryReader reader)
    {
        var (providers, types, municipalities, ageBands) = (CellFile.Codes(reader), CellFile.Codes(reader), CellFile.Codes(reader), CellFile.Codes(reader));
        return new()
        {
            Providers = providers,
            Types = types,
            Municipalities = municipalities,
            AgeBands = ageBands,
            Month = Column<byte>(reader),
            Provider = Column<ushort>(reader),
            Type = Column<ushort>(reader),
            Home = Column<ushort>(reader),
            AgeBand = Column<byte>(reader),
            Sex = Column<Sex>(reader),
            Way = Column<ContactWay>(reader),
            Payer = Column<ContactPayer>(reader),
            Contacts = Column<int>(reader),
        };
    }

    private static void Write(BinaryWriter writer, ListedCounts counts)
    {
        foreach (var codes in new[] { counts.Providers, counts.Municipalities, counts.AgeBands })
            CellFile.Codes(writer, codes);
        Column(writer, counts.Month);
        Column(writer, counts.Provider);
        Column(writer, counts.Home);
        Column(writer, counts.AgeBand);
        Column(writer, counts.Sex);
        Column(writer, counts.Persons);
    }

    private static ListedCounts Listed(BinaryReader reader)
    {
        var (providers, municipalities, ageBands) = (CellFile.Codes(reader), CellFile.Codes(reader), CellFile.Codes(reader));
        return new()
        {
            Providers = providers,
            Municipalities = municipalities,
            AgeBands = ageBands,
            Month = Column<byte>(reader),
            Provider = Column<ushort>(reader),
            Home = Column<ushort>(reader),
            AgeBand = Column<byte>(reader),
            Sex = Column<Sex>(reader),
            Persons = Column<int>(reader),
        };
    }

    private static void Column<T>(BinaryWriter writer, T[] column)
        where T : unmanaged
    {
        writer.Write(column.Length);
        writer.Write(MemoryMarshal.AsBytes<T>(column));
    }

    private static T[] Column<T>(BinaryReader reader)
        where T : unmanaged
    {
        var column = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
