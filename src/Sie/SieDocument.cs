
namespace Styrkedja.Sie;

/// <summary>What a SIE file is to hold, as values: the input of <see cref="SieWriter"/>.</summary>
/// <remarks>Unit: whole öre, debit positive, quantities in thousandths. Codes are text. Made for files that we write; files of millions of rows are read as
/// columns, see <see cref="SieFile"/>.</remarks>
public sealed record SieDocument
{
    public required SieRole Role { get; init; }

    /// <summary>Program, version and day of making stand here; the type number follows from the role.</summary>
    public required SieHeader Header { get; init; }

    public IReadOnlyList<SieAccount> Accounts { get; init; } = [];

    public IReadOnlyList<SieDimension> Dimensions { get; init; } = [];

    public IReadOnlyList<SieBalance> Balances { get; init; } = [];

    public IReadOnlyList<SieVoucher> Vouchers { get; init; } = [];

    /// <summary>The content of a file that was read.</summary>
    public static SieDocument From(SieFile file)
    {
        var names = file.Dimensions.ToDictionary(d => d.Number, d => d.Objects);
        return new SieDocument
        {
            Role = file.Role,
            Header = file.Header,
            Accounts = [.. file.Accounts.Where(a => a.Declared)],
            Dimensions = [.. file.Dimensions.Where(d => d.Declared || d.Objects.Any(o => o.Declared)).Select(d => d with { Objects = [.. d.Objects.Where(o => o.Declared)] })],
            Balances = [.. Enumerable.Range(0, file.Balances.Count).Select(Balance)],
            Vouchers = [.. Enumerable.Range(0, file.Vouchers.Count).Select(Voucher)],
        };

        SieObjectRef Object(int dimension, int code) => new(dimension, names[dimension][code].Code);

        SieBalance Balance(int i) => new(
            file.Balances.Kind(i), file.Balances.YearOffset(i), file.Balances.Period(i), file.Accounts[file.Balances.Account(i)].Code,
            [.. file.Balances.Objects(i).Select(o => Object(o.Dimension, o.Object))], file.Balances.Ore(i), file.Balances.QuantityThousandths(i));

        SieVoucher Voucher(int v)
        {
            var vouchers = file.Vouchers;
            var rows = Enumerable.Range(vouchers.FirstRow(v), vouchers.RowCount(v)).Select(Row);
            return new SieVoucher(
                vouchers.Series(v), vouchers.Number(v), vouchers.Day(v), vouchers.Text(v), vouchers.Registered(v), vouchers.Signature(v), [.. rows]);
        }

        SieVoucherRow Row(int i)
        {
            var rows = file.Rows;
            var numbers = file.DimensionNumbers;
            var objects = new List<SieObjectRef>();
            Put(numbers.CostCentre, rows.CostCentre[i]);
            Put(numbers.Project, rows.Project[i]);
            Put(numbers.Activity, rows.Activity[i]);
            Put(numbers.Counterparty, rows.Counterparty[i]);
            foreach (var use in rows.FurtherObjects.GetValueOrDefault(i) ?? [])
                objects.Add(Object(use.Dimension, use.Object));
            var day = rows.Day[i] == file.Vouchers.Day(rows.Voucher[i]) ? (DateOnly?)null : rows.Day[i];
            return new SieVoucherRow(
                file.Accounts[rows.Account[i]].Code, [.. objects.OrderBy(o => o.Dimension)], rows.Ore[i], day, rows.Text(i), rows.QuantityThousandths(i),
                rows.Signature(i));

            void Put(int dimension, int code)
            {
                if (code >= 0)
                    objects.Add(Object(dimension, code));
            }
        }
    }
}

/// <summary>An object by its own code.</summary>
public sealed record SieObjectRef(int Dimension, string Object);

/// <summary>A balance or budget of an account, for a year or a month.</summary>
/// <param name="YearOffset">0 the current year, -1 the one before.</param>
/// <param name="Period">The month of #PSALDO and #PBUDGET; null for balances of the year.</param>
/// <param name="Objects">None for the account as a whole.</param>
/// <param name="Ore">Debit positive; budgeted revenue is negative.</param>
public sealed record SieBalance(
    SieBalanceKind Kind, int YearOffset, SieMonth? Period, string Account, IReadOnlyList<SieObjectRef> Objects, long Ore, long? QuantityThousandths = null);

/// <summary>A voucher and its rows, which sum to zero.</summary>
public sealed record SieVoucher(
    string Series, string Number, DateOnly Day, string? Text, DateOnly? Registered, string? Signature, IReadOnlyList<SieVoucherRow> Rows);

/// <summary>A row of a voucher.</summary>
/// <param name="Day">Null when it is that of the voucher.</param>
public sealed record SieVoucherRow(
    string Account, IReadOnlyList<SieObjectRef> Objects, long Ore, DateOnly? Day = null, string? Text = null, long? QuantityThousandths = null,
    string? Signature = null);
