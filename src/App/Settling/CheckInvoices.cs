using System.Globalization;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Care;
using Styrkedja.Decisions;
using Styrkedja.Facts;
using Styrkedja.Formats.Care;
using Styrkedja.Formats.Figures;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Settling;

/// <summary>A line of an invoice as it was judged.</summary>
/// <param name="Expected">What the contact costs by the agreement of the day; nothing when no agreement prices it.</param>
/// <param name="Faults">Everything that does not hold; none when the line can be paid.</param>
public sealed record CheckedLine(InvoiceLine Line, Money? Expected, IReadOnlyList<Fault> Faults)
{
    public bool IsAccepted => Faults.Count == 0;
}

/// <summary>What checking a file of invoices gave.</summary>
/// <param name="Faults">What is wrong with the file itself; then no line has been checked.</param>
public sealed record CheckedInvoices(IReadOnlyList<CheckedLine> Lines, IReadOnlyList<Fault> Faults)
{
    public Money Accepted => Money.Sum(Lines.Where(l => l.IsAccepted).Select(l => l.Line.Amount));

    public Money Questioned => Money.Sum(Lines.Where(l => !l.IsAccepted).Select(l => l.Line.Amount));

    /// <summary>True when the file could not be read, or when some line is questioned.</summary>
    public bool Refused => Faults.Any(f => f.Severity == Severity.Error) || Lines.Any(l => !l.IsAccepted);
}

/// <summary>Holds invoices from other regions against what this region knows: the referral, the price of the day, where the patient lives, and contacts told before. Nothing is written.</summary>
/// <remarks>Reads the zone of care, so it asks for access to care contacts. A price is reckoned as settlement reckons it, by the same rules. A referral is known when a contact with another provider
/// has told of it. Rule: patientlagen (2014:821) 9 kap. 1 § on care in other regions; not checked against the text of the law.</remarks>
public sealed class CheckInvoices(RegionArchive archive)
{
    /// <summary>How long after it was written a referral is looked for.</summary>
    private const int YearsOfReferrals = 2;

    /// <param name="source">The file, in UTF-8 with semicolons.</param>
    public CheckedInvoices Check(Stream source, string fileName)
    {
        using var rows = new CareCsv(source, fileName);
        var table = InvoiceTable.Read(rows, fileName);
        if (table.Refused || table.Lines.Count == 0)
            return new([], table.Lines.Count == 0 && !table.Refused ? [Fault.Error("import.no-rows", new(fileName), "")] : table.Faults);
        var (first, last) = (table.Lines.Min(l => l.Date), table.Lines.Max(l => l.Date));
        var batches = archive.FactEntries().Select(f => f.Batch).ToList();
        var known = new KnownCare(
            archive.Care.Contacts.Read(batches, first.AddYears(-YearsOfReferrals), last),
            archive.Care.Listings.Read(batches, new DateOnly(first.Year, 1, 1), last));
        var prices = PricesOf(table.Lines, known.Listings);
        var seen = new Dictionary<(string, ulong, DateOnly, string, string), InvoiceLine>();
        return new([.. table.Lines.Select((line, i) => new CheckedLine(line, prices[i], [.. Faults(line, prices[i], known, seen, fileName)]))], []);
    }

    private IEnumerable<Fault> Faults(InvoiceLine line, Money? price, KnownCare known, Dictionary<(string, ulong, DateOnly, string, string), InvoiceLine> seen, string fileName)
    {
        var place = new Place(fileName, line.Line);
        var state = archive.StateAt(new Viewpoint(line.Date, long.MaxValue));
        var regime = state.Care.Payment.RegimeOf(line.Provider, line.Date);
        if (regime is null)
            yield return Fault.Error("invoice.provider-unknown", place, line.Provider, ("day", Iso(line.Date)));
        else if (regime != Regime.OutOfRegion)
            yield return Fault.Error("invoice.not-out-of-region", place, line.Provider);
        if (!known.IsListed(line.Person, line.Date) && state.Organisation.Bodies.All(b => b.Municipality != line.Municipality))
            yield return Fault.Error("invoice.not-resident", place, line.Municipality, ("day", Iso(line.Date)));
        if (Referral(line, known) is { } referral)
            yield return Fault.Error(referral, place, line.Referral == 0 ? "–" : line.Referral.ToString("x16", CultureInfo.InvariantCulture));
        if (known.Told(line) is { } told)
            yield return Fault.Error("invoice.told-before", place, line.Number, ("contact", told.ToString("x16", CultureInfo.InvariantCulture)), ("day", Iso(line.Date)));
        if (!seen.TryAdd((line.Provider, line.Person, line.Date, line.Type, line.Group), line) && seen[(line.Provider, line.Person, line.Date, line.Type, line.Group)] is var earlier)
            yield return Fault.Error("invoice.asked-twice", place, line.Number, ("invoice", earlier.Invoice), ("number", earlier.Number), ("first", $"{earlier.Line}"));
        if (price is not { } expected)
            yield return Fault.Error("invoice.no-price", place, line.Group.Length > 0 ? line.Group : line.Type, ("day", Iso(line.Date)), ("provider", line.Provider));
        else if (expected != line.Amount)
            yield return Fault.Error("invoice.amount", place, AmountText.Exact(line.Amount), ("price", AmountText.Exact(expected)), ("difference", AmountText.Exact(line.Amount - expected)));
    }

    /// <summary>What is wrong with a line's referral; nothing when it holds, or when the care needed none.</summary>
    private static string? Referral(InvoiceLine line, KnownCare known) => (line.Way, line.Referral) switch
    {
        (ContactWay.Referred, 0) => "invoice.referral-missing",
        (_, 0) => null,
        _ => known.ReferredPerson(line.Referral, line.Provider) switch { null => "invoice.referral-unknown", var person when person != line.Person => "invoice.referral-of-another", _ => null },
    };

    /// <summary>What each line's contact is worth by the agreements of its day, by the rules that settlement goes by.</summary>
    private List<Money?> PricesOf(IReadOnlyList<InvoiceLine> lines, Listings listings)
    {
        var (first, last) = (Month.Of(lines.Min(l => l.Date)), Month.Of(lines.Max(l => l.Date)));
        var book = archive.StateAt(new Viewpoint(last.LastDay, long.MaxValue)).Care.Payment;
        var settlement = Settlement.Of(book, new(first, last), Contacts(lines), listings, [], keep: true);
        return [.. Enumerable.Range(0, lines.Count).Select(i => settlement.OfContact(i) is { Amount: var amount } && amount != Money.Zero ? amount : (Money?)null)];
    }

    /// <summary>The lines as contacts that the region is to pay for.</summary>
    private static CareContacts Contacts(IReadOnlyList<InvoiceLine> lines)
    {
        string[] providers = Codes(l => l.Provider), types = Codes(l => l.Type), groups = Codes(l => l.Group), municipalities = Codes(l => l.Municipality);
        return new()
        {
            Contact = [.. lines.Select((_, i) => (ulong)(i + 1))],
            Person = [.. lines.Select(l => l.Person)],
            Day = [.. lines.Select(l => l.Date.DayNumber)],
            Provider = Places(providers, l => l.Provider),
            Type = Places(types, l => l.Type),
            Group = Places(groups, l => l.Group),
            Home = Places(municipalities, l => l.Municipality),
            AgeBand = new byte[lines.Count],
            Sex = new Sex[lines.Count],
            Way = [.. lines.Select(l => l.Way)],
            Payer = new ContactPayer[lines.Count],
            Referral = [.. lines.Select(l => l.Referral)],
            Fee = new int[lines.Count],
            Providers = providers,
            Types = types,
            Groups = groups,
            Municipalities = municipalities,
            AgeBands = ["0-"],
        };

        string[] Codes(Func<InvoiceLine, string> of) => [.. lines.Select(of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        ushort[] Places(string[] codes, Func<InvoiceLine, string> of) => [.. lines.Select(l => (ushort)Array.BinarySearch(codes, of(l), StringComparer.Ordinal))];
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the zone of care knows of the days of the invoices, found by person and referral.</summary>
    private sealed class KnownCare
    {
        private readonly CareContacts _contacts;
        private readonly ILookup<ulong, int> _listedRows;
        private readonly ILookup<ulong, int> _rowsOfPerson;
        private readonly ILookup<ulong, int> _rowsOfReferral;

        public KnownCare(CareContacts contacts, Listings listings)
        {
            (_contacts, Listings) = (contacts, listings);
            _listedRows = Enumerable.Range(0, listings.Count).ToLookup(i => listings.Person[i]);
            _rowsOfPerson = Enumerable.Range(0, contacts.Count).ToLookup(i => contacts.Person[i]);
            _rowsOfReferral = Enumerable.Range(0, contacts.Count).Where(i => contacts.Referral[i] != 0).ToLookup(i => contacts.Referral[i]);
        }

        public Listings Listings { get; }

        public bool IsListed(ulong person, DateOnly day) => _listedRows[person].Any(i => Listings.From[i] <= day.DayNumber && day.DayNumber <= Listings.To[i]);

        /// <summary>Whom a referral is for, as told by another than the one who asks to be paid; nothing when nobody has told of it.</summary>
        public ulong? ReferredPerson(ulong referral, string provider) =>
            _rowsOfReferral[referral].Where(i => _contacts.Providers[_contacts.Provider[i]] != provider).Select(i => (ulong?)_contacts.Person[i]).FirstOrDefault();

        /// <summary>The contact that has been told before of the same patient, provider, day and kind; it is paid by settlement.</summary>
        public ulong? Told(InvoiceLine line) => _rowsOfPerson[line.Person]
            .Where(i => _contacts.Day[i] == line.Date.DayNumber && _contacts.Providers[_contacts.Provider[i]] == line.Provider && _contacts.Types[_contacts.Type[i]] == line.Type && _contacts.Groups[_contacts.Group[i]] == line.Group)
            .Select(i => (ulong?)_contacts.Contact[i]).FirstOrDefault();
    }
}
