using Styrkedja.Amounts;
using Styrkedja.Care;
using Styrkedja.Provenance;

namespace Styrkedja.Formats.Care;

/// <summary>Invoices from other regions read from a table, with every fault found. They are some ten thousands a month and are held whole.</summary>
/// <param name="Faults">An error among them means that the file is not what it must be, and no line has been checked.</param>
public sealed record InvoiceTable(IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<Fault> Faults)
{
    private const long MostAmountOre = 9_999_999_999_999;

    public bool Refused => Faults.Any(f => f.Severity == Severity.Error);

    /// <summary>Reads a table to its end; a row with a fault is told and left out.</summary>
    public static InvoiceTable Read(CareRows rows, string fileName)
    {
        var cells = new CareCells(rows, CareColumns.Invoices, fileName);
        CareCodes invoices = [], numbers = [], providers = [], types = [], groups = [], municipalities = [], wayWords = [];
        List<ContactWay> ways = [];
        var lines = new List<InvoiceLine>();
        var seen = new Dictionary<(string, string), int>();
        while (cells.IsHeaded && cells.Next())
        {
            var before = cells.Faults;
            var invoice = cells.Code(0, invoices, CareCode.IsCode, "care.not-a-code", int.MaxValue - 1);
            var number = cells.Code(1, numbers, CareCode.IsCode, "care.not-a-code", int.MaxValue - 1);
            var day = cells.Day(2) ?? 0;
            var provider = cells.Code(3, providers, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            var type = cells.Code(4, types, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            var group = cells.Code(5, groups, CareCode.IsCode, "care.not-a-code", ushort.MaxValue);
            var person = cells.Hash(6);
            var municipality = cells.Code(7, municipalities, CareCode.IsMunicipality, "care.not-a-municipality", ushort.MaxValue);
            var way = cells.Word(8, CareWords.Ways, wayWords, ways, "care.not-a-way");
            var referral = cells.Hash(9);
            var amount = cells.Number(10, 2, MostAmountOre, 0, "care.not-an-amount");
            if (cells.Faults > before)
                continue;
            if (!seen.TryAdd((invoices[invoice], numbers[number]), cells.Line))
            {
                cells.Add("care.invoice-line-twice", $"{invoices[invoice]} {numbers[number]}", ("first", $"{seen[(invoices[invoice], numbers[number])]}"));
                continue;
            }

            lines.Add(new(cells.Line, invoices[invoice], numbers[number], DateOnly.FromDayNumber(day), providers[provider], types[type], groups[group], person, municipalities[municipality], way, referral, new Money(amount)));
        }

        return new(lines, cells.ByLine());
    }
}
