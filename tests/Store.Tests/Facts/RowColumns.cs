using Styrkedja.Facts;

namespace Styrkedja.Store.Facts;

/// <summary>Rows written out in a test, as the columns that the store takes.</summary>
internal static class RowColumns
{
    public static LedgerRows Of(IEnumerable<LedgerRow> rows, Func<LedgerRow, (string OfVoucher, string OfRow)>? texts = null)
    {
        var builder = new LedgerRowsBuilder();
        foreach (var r in rows)
        {
            var (ofVoucher, ofRow) = texts?.Invoke(r) ?? ("", "");
            builder.Add(r.Line, r.Series, r.Voucher, r.Date, r.Account, r.CostCentre, r.Counterparty, r.Activity, r.Project, r.Ore, r.QuantityMilli, ofVoucher, ofRow);
        }

        return builder.Build();
    }
}
