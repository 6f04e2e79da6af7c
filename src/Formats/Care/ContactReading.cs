using Styrkedja.Care;
using Styrkedja.Facts;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Some of the contacts of a file, and what else the file tells of each.</summary>
/// <param name="Withdrawn">True for one that was sent by mistake: it counts for nothing, and neither does what was sent of it before.</param>
/// <param name="Line">Where each stands in the file.</param>
public sealed record ContactBlock(CareContacts Contacts, bool[] Withdrawn, int[] Line);

/// <summary>One reading of a table of care contacts, a block at a time; a row with a fault is told and left out.</summary>
public sealed class ContactReading
{
    /// <summary>How many contacts a block holds at the most.</summary>
    public const int BlockRows = 1 << 16;

    private const long MostFeeOre = 100_000_000;

    private readonly CareCells _cells;
    private readonly CareCodes _providers = [], _types = [], _groups = [], _municipalities = [], _ageBands = [], _sexWords = [], _wayWords = [], _payerWords = [], _statusWords = [];
    private readonly List<Sex> _sexes = [];
    private readonly List<ContactWay> _ways = [];
    private readonly List<ContactPayer> _payers = [];
    private readonly List<bool> _statuses = [];

    public ContactReading(CareRows rows, string fileName) => _cells = new(rows, CareColumns.Contacts, fileName);

    /// <summary>Every fault found so far, by line; an error among them means that nothing may be taken in.</summary>
    public IReadOnlyList<Fault> Faults => _cells.ByLine();

    public bool HasErrors => _cells.HasErrors;

    /// <summary>The contacts that come next; nothing after the last. Their lists of codes grow with every block.</summary>
    public ContactBlock? Next()
    {
        var (contact, person, referral) = (new ulong[BlockRows], new ulong[BlockRows], new ulong[BlockRows]);
        var (day, fee, line) = (new int[BlockRows], new int[BlockRows], new int[BlockRows]);
        var (provider, type, group, home, ageBand) = (new ushort[BlockRows], new ushort[BlockRows], new ushort[BlockRows], new ushort[BlockRows], new byte[BlockRows]);
        var (sex, way, payer, withdrawn) = (new Sex[BlockRows], new ContactWay[BlockRows], new ContactPayer[BlockRows], new bool[BlockRows]);
        var count = 0;
        while (_cells.IsHeaded && count < BlockRows && _cells.Next())
        {
            var before = _cells.Faults;
            contact[count] = _cells.Hash(0);
            person[count] = _cells.Hash(1);
            day[count] = _cells.Day(2) ?? 0;
            provider[count] = (ushort)_cells.Code(3, _providers, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            type[count] = (ushort)_cells.Code(4, _types, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            group[count] = (ushort)_cells.Code(5, _groups, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            home[count] = (ushort)_cells.Code(6, _municipalities, CareCode.IsMunicipality, "care.not-a-municipality", ushort.MaxValue);
            ageBand[count] = (byte)_cells.Code(7, _ageBands, CareCode.IsAgeBand, "care.not-an-age-band", byte.MaxValue);
            sex[count] = _cells.Word(8, CareWords.Sexes, _sexWords, _sexes, "care.not-a-sex");
            way[count] = _cells.Word(9, CareWords.Ways, _wayWords, _ways, "care.not-a-way");
            payer[count] = _cells.Word(10, CareWords.Payers, _payerWords, _payers, "care.not-a-payer");
            referral[count] = _cells.Hash(11);
            fee[count] = (int)_cells.Number(12, 2, MostFeeOre, 0, "care.not-a-fee");
            withdrawn[count] = _cells.Word(13, CareWords.Withdrawn, _statusWords, _statuses, "care.not-a-status");
            line[count] = _cells.Line;
            if (_cells.Faults == before)
                count++;
        }

        return count == 0 ? null : new(
            new()
            {
                Contact = Cut(contact),
                Person = Cut(person),
                Day = Cut(day),
                Provider = Cut(provider),
                Type = Cut(type),
                Group = Cut(group),
                Home = Cut(home),
                AgeBand = Cut(ageBand),
                Sex = Cut(sex),
                Way = Cut(way),
                Payer = Cut(payer),
                Referral = Cut(referral),
                Fee = Cut(fee),
                Providers = _providers,
                Types = _types,
                Groups = _groups,
                Municipalities = _municipalities,
                AgeBands = _ageBands,
            },
            Cut(withdrawn),
            Cut(line));

        T[] Cut<T>(T[] column) => count == column.Length ? column : column[..count];
    }
}
