using System.Text.Json.Nodes;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Tables;

/// <summary>The unit that amounts of a table are written in.</summary>
public enum AmountsIn { Kronor, Ore }

/// <summary>Which sign a debit has in the amounts of a table: as in a ledger (plus), or turned (minus).</summary>
public enum DebitSign { Plus, Minus }

/// <summary>Whether vouchers of a table must balance, which they must unless the source cannot say what a voucher is.</summary>
public enum UnbalancedVouchers { Refused, Accepted }

/// <summary>What a column of a ledger holds, by the name of the column; absent where the table has no such column.</summary>
public sealed record LedgerColumns(
    string Account,
    string Date,
    string? CostCentre,
    string? Counterparty,
    string? Activity,
    string? Project,
    string? Series,
    string? Voucher,
    string? Amount,
    string? Debit,
    string? Credit,
    string? Quantity,
    string? VoucherText,
    string? RowText,
    string? LegalEntity);

/// <summary>What holds for every row of a ledger that no column tells.</summary>
public sealed record LedgerFixed(string? LegalEntity, string? Series, string? CostCentre, string? Counterparty, string? Activity, string? Project);

/// <summary>How a ledger in a table is to be read: the description that stands beside the files of one source.</summary>
/// <param name="Mapping">Short name of the description.</param>
/// <param name="WholeYear">True when a file holds the whole year to date, so that a later one replaces it.</param>
/// <param name="UnbalancedReason">Why vouchers that do not balance are accepted.</param>
public sealed record LedgerMapping(
    string Mapping,
    TableForm Form,
    LedgerColumns Columns,
    LedgerFixed Fixed,
    string DateForm,
    AmountsIn Amounts,
    DebitSign Debit,
    bool WholeYear,
    UnbalancedVouchers Unbalanced,
    string? UnbalancedReason)
{
    /// <summary>Reads the text of a description; nothing when it has a fault.</summary>
    public static (LedgerMapping? Mapping, IReadOnlyList<Fault> Faults) Read(string text, string fileName) => TableMapping.Read(text, fileName, OfFields, Check);

    /// <summary>The JSON Schema of a description, for editors to complete and check by.</summary>
    public static JsonObject Schema()
    {
        var schema = SchemaOf(f => OfFields(f));
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Styrkedja: ledger in a table");
        return schema;
    }

    private static LedgerMapping OfFields(Fields f) => new(
        f.Required("mapping", Id, "Short name of the description."),
        TableForm.Read(f),
        f.Required("columns", Nested(ReadColumns), "Name of the column that holds each thing; left out where there is none."),
        f.Optional("fixed", Nested(ReadFixed), "What holds for every row.") ?? new(null, null, null, null, null, null),
        f.Optional("date-form", Text, "How days stand as text: yyyy, yy, MM, M, dd, d and signs between; left out means yyyy-MM-dd.") ?? "yyyy-MM-dd",
        f.Optional("amounts-in", OneOf<AmountsIn>(), "Unit of amounts; left out means kronor."),
        f.Optional("debit", OneOf<DebitSign>(), "Sign of a debit in the column of amounts; left out means plus."),
        f.Optional("whole-year", Flag, "True when a file holds the whole year to date and a later one replaces it."),
        f.Optional("unbalanced", OneOf<UnbalancedVouchers>(), "accepted when the source has no voucher numbers and does not balance; left out means refused."),
        f.Optional("unbalanced-reason", Text, "Why that is accepted."));

    private static LedgerColumns ReadColumns(Fields f) => new(
        f.Required("account", Text, "Account."),
        f.Required("date", Text, "Accounting date."),
        f.Optional("cost-centre", Text, "Cost centre."),
        f.Optional("counterparty", Text, "Counterparty, internal or external."),
        f.Optional("activity", Text, "Activity."),
        f.Optional("project", Text, "Project."),
        f.Optional("series", Text, "Voucher series."),
        f.Optional("voucher", Text, "Voucher number."),
        f.Optional("amount", Text, "Amount with a sign."),
        f.Optional("debit", Text, "Debit, where debit and credit have a column each."),
        f.Optional("credit", Text, "Credit, where debit and credit have a column each; written without a sign."),
        f.Optional("quantity", Text, "Quantity, at most three decimals."),
        f.Optional("voucher-text", Text, "Text of the voucher."),
        f.Optional("row-text", Text, "Text of the row."),
        f.Optional("legal-entity", Text, "Legal entity; the same in every row of a file."));

    private static LedgerFixed ReadFixed(Fields f) => new(
        f.Optional("legal-entity", Text, "Legal entity whose books these are."),
        f.Optional("series", Text, "Voucher series."),
        f.Optional("cost-centre", Text, "Cost centre."),
        f.Optional("counterparty", Text, "Counterparty."),
        f.Optional("activity", Text, "Activity."),
        f.Optional("project", Text, "Project."));

    private static void Check(LedgerMapping m, TableMapping told)
    {
        told.CheckForm(m.Form);
        told.CheckDateForm(m.DateForm, "date-form", withDay: true);
        var (c, f) = (m.Columns, m.Fixed);
        foreach (var (name, column, fixedValue) in new[]
        {
            ("legal-entity", c.LegalEntity, f.LegalEntity), ("series", c.Series, f.Series), ("cost-centre", c.CostCentre, f.CostCentre),
            ("counterparty", c.Counterparty, f.Counterparty), ("activity", c.Activity, f.Activity), ("project", c.Project, f.Project),
        })
        {
            if (column is not null && fixedValue is not null)
                told.Wrong("table-mapping.fixed-and-column", name, ["fixed", name]);
        }

        if (c.LegalEntity is null && f.LegalEntity is null)
            told.Wrong("table-mapping.no-legal-entity", "", ["columns"]);
        if (c.Amount is null ? c.Debit is null || c.Credit is null : c.Debit is not null || c.Credit is not null)
            told.Wrong("table-mapping.amount-unclear", "", ["columns"]);
        if (c.Amount is null && m.Debit == DebitSign.Minus)
            told.Wrong("table-mapping.sign-without-amount", "", ["debit"]);
        if (m.Unbalanced == UnbalancedVouchers.Accepted && c.Voucher is not null)
            told.Wrong("table-mapping.unbalanced-with-vouchers", c.Voucher, ["unbalanced"]);
        if (m.Unbalanced == UnbalancedVouchers.Accepted == string.IsNullOrWhiteSpace(m.UnbalancedReason))
            told.Wrong("table-mapping.unbalanced-without-reason", "", ["unbalanced"]);
    }
}
