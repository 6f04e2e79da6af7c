using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Some of the listings of a file, and what else the file tells of each.</summary>
/// <param name="Withdrawn">True for one that was sent by mistake.</param>
/// <param name="Line">Where each stands in the file.</param>
public sealed record ListingBlock(Listings Listings, bool[] Withdrawn, int[] Line);

/// <summary>One reading of a table of listings, a block at a time; a row with a fault is told and left out.</summary>
public sealed class ListingReading
{
    private const int BlockRows = ContactReading.BlockRows;
    private const int MeanWeight = 10_000;
    private const long MostWeight = 100 * MeanWeight;

    private readonly CareCells _cells;
    private readonly CareCodes _providers = [], _municipalities = [], _ageBands = [], _sexWords = [], _statusWords = [];
    private readonly List<Sex> _sexes = [];
    private readonly List<bool> _statuses = [];

    public ListingReading(CareRows rows, string fileName) => _cells = new(rows, CareColumns.Listings, fileName);

    /// <summary>Every fault found so far, in the order of their lines; one error is enough to refuse the file.</summary>
    public IReadOnlyList<Fault> Faults => _cells.ByLine();

    public bool HasErrors => _cells.HasErrors;

    /// <summary>The listings that come next; nothing after the last.</summary>
    public ListingBlock? Next()
    {
        var (person, from, to, line) = (new ulong[BlockRows], new int[BlockRows], new int[BlockRows], new int[BlockRows]);
        var (provider, home, ageBand, sex) = (new ushort[BlockRows], new ushort[BlockRows], new byte[BlockRows], new Sex[BlockRows]);
        var (acg, cni, withdrawn) = (new int[BlockRows], new int[BlockRows], new bool[BlockRows]);
        var count = 0;
        while (_cells.IsHeaded && count < BlockRows && _cells.Next())
        {
            var before = _cells.Faults;
            person[count] = _cells.Hash(0);
            var (first, last) = (_cells.Day(1), _cells.Day(2));
            from[count] = first ?? 0;
            to[count] = last ?? int.MaxValue;
            if (first > last)
                _cells.Add("care.to-before-from", $"{DateOnly.FromDayNumber(last!.Value):yyyy-MM-dd}", ("from", $"{DateOnly.FromDayNumber(first!.Value):yyyy-MM-dd}"));
            provider[count] = (ushort)_cells.Code(3, _providers, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            home[count] = (ushort)_cells.Code(4, _municipalities, CareCode.IsMunicipality, "care.not-a-municipality", ushort.MaxValue);
            ageBand[count] = (byte)_cells.Code(5, _ageBands, CareCode.IsAgeBand, "care.not-an-age-band", byte.MaxValue);
            sex[count] = _cells.Word(6, CareWords.Sexes, _sexWords, _sexes, "care.not-a-sex");
            acg[count] = (int)_cells.Number(7, 4, MostWeight, MeanWeight, "care.not-a-weight");
            cni[count] = (int)_cells.Number(8, 4, MostWeight, MeanWeight, "care.not-a-weight");
            withdrawn[count] = _cells.Word(9, CareWords.Withdrawn, _statusWords, _statuses, "care.not-a-status");
            line[count] = _cells.Line;
            if (_cells.Faults == before)
                count++;
        }

        return count == 0 ? null : new(
            new()
            {
                Person = Cut(person),
                From = Cut(from),
                To = Cut(to),
                Provider = Cut(provider),
                Home = Cut(home),
                AgeBand = Cut(ageBand),
                Sex = Cut(sex),
                Acg = Cut(acg),
                Cni = Cut(cni),
                Providers = _providers,
                Municipalities = _municipalities,
                AgeBands = _ageBands,
            },
            Cut(withdrawn),
            Cut(line));

        T[] Cut<T>(T[] column) => count == column.Length ? column : column[..count];
    }
}
