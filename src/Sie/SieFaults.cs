
namespace Styrkedja.Sie;

/// <summary>One kind of fault that a SIE file may have: its code and how much it weighs.</summary>
public sealed record SieFaultKind(string Code, SieSeverity Severity, int Number);

/// <summary>Every kind of fault that reading or writing a SIE file can tell of. The sentences stand by code in the texts of each language.</summary>
/// <remarks>Errors refuse the file as a whole. Weights follow SIE 4B; where it is silent they are our own choice.</remarks>
public static class SieFaults
{
    private static readonly List<SieFaultKind> s_all = [];

    // The file and its lines.
    public static readonly SieFaultKind EmptyFile = Error("empty-file");
    public static readonly SieFaultKind NotSie = Error("not-sie");
    public static readonly SieFaultKind LineTooLong = Error("line-too-long");
    public static readonly SieFaultKind LineUnreadable = Error("line-unreadable");
    public static readonly SieFaultKind QuoteUnclosed = Error("quote-unclosed");
    public static readonly SieFaultKind QuoteUnescaped = Error("quote-unescaped");
    public static readonly SieFaultKind ControlCharacter = Warning("control-character");
    public static readonly SieFaultKind EncodingOther = Information("encoding-other");
    public static readonly SieFaultKind EncodingMixed = Warning("encoding-mixed");
    public static readonly SieFaultKind LabelUnknown = Information("label-unknown");
    public static readonly SieFaultKind LabelCase = Warning("label-case");
    public static readonly SieFaultKind FurtherFaults = Information("further-faults");

    // The checksum.
    public static readonly SieFaultKind ChecksumDiffers = Error("checksum-differs");
    public static readonly SieFaultKind ChecksumInvalid = Error("checksum-invalid");
    public static readonly SieFaultKind ChecksumCutOff = Error("checksum-cut-off");
    public static readonly SieFaultKind ChecksumNotVerifiable = Warning("checksum-not-verifiable");

    // Which records there are, and in which order.
    public static readonly SieFaultKind TypeUnknown = Error("type-unknown");
    public static readonly SieFaultKind RoleContent = Warning("role-content");
    public static readonly SieFaultKind RecordMissing = Warning("record-missing");
    public static readonly SieFaultKind RecordOrder = Warning("record-order");
    public static readonly SieFaultKind RecordRepeated = Warning("record-repeated");
    public static readonly SieFaultKind RecordNotOfType = Warning("record-not-of-type");
    public static readonly SieFaultKind PreviousYearMissing = Warning("previous-year-missing");
    public static readonly SieFaultKind FormatMissing = Information("format-missing");
    public static readonly SieFaultKind FormatUnknown = Warning("format-unknown");
    public static readonly SieFaultKind AlreadyImported = Information("already-imported");
    public static readonly SieFaultKind FlagInvalid = Warning("flag-invalid");
    public static readonly SieFaultKind ProgramUnusual = Warning("program-unusual");
    public static readonly SieFaultKind CurrencyOther = Warning("currency-other");
    public static readonly SieFaultKind OrganisationNumberUnusual = Warning("organisation-number-unusual");

    // Single fields.
    public static readonly SieFaultKind FieldMissing = Error("field-missing");
    public static readonly SieFaultKind NameMissing = Warning("name-missing");
    public static readonly SieFaultKind AmountInvalid = Error("amount-invalid");
    public static readonly SieFaultKind AmountOverflow = Error("amount-overflow");
    public static readonly SieFaultKind DecimalComma = Error("decimal-comma");
    public static readonly SieFaultKind QuantityInvalid = Error("quantity-invalid");
    public static readonly SieFaultKind QuantityRounded = Warning("quantity-rounded");
    public static readonly SieFaultKind DateInvalid = Error("date-invalid");
    public static readonly SieFaultKind DateMissing = Error("date-missing");
    public static readonly SieFaultKind DateIso = Warning("date-iso");
    public static readonly SieFaultKind DateIgnored = Warning("date-ignored");
    public static readonly SieFaultKind YearInvalid = Error("year-invalid");
    public static readonly SieFaultKind YearUndeclared = Warning("year-undeclared");
    public static readonly SieFaultKind PeriodInvalid = Error("period-invalid");
    public static readonly SieFaultKind PeriodOutsideYear = Warning("period-outside-year");

    // Accounts, dimensions and objects.
    public static readonly SieFaultKind AccountUndeclared = Warning("account-undeclared");
    public static readonly SieFaultKind AccountTypeUnknown = Warning("account-type-unknown");
    public static readonly SieFaultKind DimensionInvalid = Error("dimension-invalid");
    public static readonly SieFaultKind DimensionUndeclared = Warning("dimension-undeclared");
    public static readonly SieFaultKind ObjectUndeclared = Warning("object-undeclared");
    public static readonly SieFaultKind ObjectListMissing = Error("object-list-missing");
    public static readonly SieFaultKind ObjectListInvalid = Error("object-list-invalid");
    public static readonly SieFaultKind ObjectRepeated = Error("object-repeated");
    public static readonly SieFaultKind ObjectRowIgnored = Information("object-row-ignored");
    public static readonly SieFaultKind SuperiorObjectMissing = Warning("superior-object-missing");

    // Vouchers and their rows.
    public static readonly SieFaultKind BraceUnexpected = Error("brace-unexpected");
    public static readonly SieFaultKind BraceOnVoucherLine = Warning("brace-on-voucher-line");
    public static readonly SieFaultKind VoucherUnclosed = Error("voucher-unclosed");
    public static readonly SieFaultKind VoucherTooLarge = Error("voucher-too-large");
    public static readonly SieFaultKind RecordInVoucher = Error("record-in-voucher");
    public static readonly SieFaultKind RowOutsideVoucher = Error("row-outside-voucher");
    public static readonly SieFaultKind VoucherUnbalanced = Error("voucher-unbalanced");
    public static readonly SieFaultKind VoucherEmpty = Warning("voucher-empty");
    public static readonly SieFaultKind VoucherNumberUnusual = Warning("voucher-number-unusual");
    public static readonly SieFaultKind VoucherOrder = Warning("voucher-order");
    public static readonly SieFaultKind VoucherRepeated = Warning("voucher-repeated");
    public static readonly SieFaultKind VoucherOutsideYear = Warning("voucher-outside-year");
    public static readonly SieFaultKind AddedRowAlone = Warning("added-row-alone");

    // What must agree within the file.
    public static readonly SieFaultKind BalanceRepeated = Warning("balance-repeated");
    public static readonly SieFaultKind OpeningNotZero = Warning("opening-not-zero");
    public static readonly SieFaultKind ClosingNotZero = Warning("closing-not-zero");
    public static readonly SieFaultKind BalanceDiffers = Warning("balance-differs");
    public static readonly SieFaultKind PeriodBalanceDiffers = Warning("period-balance-differs");
    public static readonly SieFaultKind ObjectBalanceExceeds = Warning("object-balance-exceeds");

    // SIE 5.
    public static readonly SieFaultKind XmlUnreadable = Error("xml-unreadable");
    public static readonly SieFaultKind XmlNamespaceOther = Warning("xml-namespace-other");
    public static readonly SieFaultKind XmlElementUnread = Information("xml-element-unread");
    public static readonly SieFaultKind XmlAttributeMissing = Error("xml-attribute-missing");
    public static readonly SieFaultKind TextTooLong = Warning("text-too-long");

    // Only when writing.
    public static readonly SieFaultKind TextUnwritable = Error("text-unwritable");

    public static IReadOnlyList<SieFaultKind> All => s_all;

    private static SieFaultKind Error(string name) => Kind(name, SieSeverity.Error);

    private static SieFaultKind Warning(string name) => Kind(name, SieSeverity.Warning);

    private static SieFaultKind Information(string name) => Kind(name, SieSeverity.Information);

    private static SieFaultKind Kind(string name, SieSeverity severity)
    {
        var kind = new SieFaultKind($"sie.{name}", severity, s_all.Count);
        s_all.Add(kind);
        return kind;
    }
}
