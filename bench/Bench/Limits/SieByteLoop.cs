using System.IO.MemoryMappedFiles;

namespace Styrkedja.Bench.Limits;

/// <summary>The least work that turns a SIE file into columns: bytes in order, nothing checked, codes that happen to be numbers.</summary>
/// <remarks>Reads only what the bench's own generator writes. It is no reader; it is what a reader is measured against.</remarks>
public sealed unsafe class SieByteLoop
{
    private int[] _line = [], _voucher = [], _day = [], _account = [], _costCentre = [], _counterparty = [], _activity = [], _project = [], _textAt = [];
    private long[] _ore = [];

    public int Count { get; private set; }

    public static SieByteLoop Read(string path)
    {
        var loop = new SieByteLoop();
        using var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        using var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            loop.Fill(start, new FileInfo(path).Length);
        }
        finally
        {
            view.SafeMemoryMappedViewHandle.ReleasePointer();
        }

        return loop;
    }

    public ParsedSums Sums()
    {
        var sums = new ParsedSums();
        for (var i = 0; i < Count; i++)
        {
            sums.Add(
                _account[i], _costCentre[i], _day[i], _ore[i], _line[i], _voucher[i],
                (_counterparty[i] != 0 ? 1 : 0) + (_activity[i] != 0 ? 2 : 0) + (_project[i] != 0 ? 4 : 0));
        }

        return sums;
    }

    private void Fill(byte* at, long length)
    {
        unchecked
        {
            byte* start = at, end = at + length;
            Room((int)(length / 70) + 16);
            int line = 0, voucher = -1, day = 0, i = 0;
            var date = 0UL;
            while (at < end)
            {
                line++;
                while (*at == ' ')
                    at++;
                if (*at == '#' && at[1] == 'T' && at[2] == 'R')
                {
                    if (i == _ore.Length)
                        Room(i + (i >> 2));
                    at += 7;
                    (_line[i], _voucher[i], _day[i]) = (line, voucher, day);
                    at = Row(at, i);
                    // A row of another day than its voucher's has one of its own.
                    if (*(ulong*)++at != date)
                        _day[i] = DayNumber(at);
                    at += 8;
                    _textAt[i] = *at == ' ' ? (int)(at - start) + 1 : -1;
                    i++;
                }
                else if (*at == '#' && at[1] == 'V' && at[2] == 'E')
                {
                    voucher++;
                    at += 9;
                    while (*at++ != ' ')
                    {
                    }

                    day = DayNumber(at);
                    date = *(ulong*)at;
                }

                while (*at++ != '\n')
                {
                }
            }

            Count = i;
        }
    }

    private byte* Row(byte* at, int i)
    {
        unchecked
        {
            var account = 0;
            while (*at != ' ')
                account = (account * 10) + *at++ - '0';
            _account[i] = account;
            at += 2;
            while (*at != '}')
            {
                var dimension = 0;
                while (*at != ' ')
                    dimension = (dimension * 10) + *at++ - '0';
                at += 2;
                var code = 0;
                while (*at != '"')
                    code = (code * 10) + *at++ - '0';
                (dimension switch { 1 => _costCentre, 20 => _activity, 21 => _counterparty, _ => _project })[i] = code;
                at++;
                if (*at == ' ')
                    at++;
            }

            at += 2;
            var negative = *at == '-';
            if (negative)
                at++;
            var ore = 0L;
            while (*at != '.')
                ore = (ore * 10) + *at++ - '0';
            ore = (ore * 100) + ((at[1] - '0') * 10) + at[2] - '0';
            _ore[i] = negative ? -ore : ore;
            return at + 3;
        }
    }

    private void Room(int rows)
    {
        Array.Resize(ref _line, rows);
        Array.Resize(ref _voucher, rows);
        Array.Resize(ref _day, rows);
        Array.Resize(ref _account, rows);
        Array.Resize(ref _costCentre, rows);
        Array.Resize(ref _counterparty, rows);
        Array.Resize(ref _activity, rows);
        Array.Resize(ref _project, rows);
        Array.Resize(ref _textAt, rows);
        Array.Resize(ref _ore, rows);
    }

    private static int DayNumber(byte* at) => new DateOnly(
        ((((((at[0] - '0') * 10) + at[1] - '0') * 10) + at[2] - '0') * 10) + at[3] - '0',
        ((at[4] - '0') * 10) + at[5] - '0',
        ((at[6] - '0') * 10) + at[7] - '0').DayNumber;
}
