using Styrkedja.Decisions;

namespace Styrkedja.FollowUp;

/// <summary>The words of statement lines in addresses.</summary>
public static class StatementWords
{
    private static readonly Dictionary<string, StatementLine> s_lines = new(StringComparer.Ordinal)
    {
        ["operating-revenue"] = StatementLine.OperatingRevenue,
        ["operating-costs"] = StatementLine.OperatingCosts,
        ["depreciation"] = StatementLine.Depreciation,
        ["tax-revenue"] = StatementLine.TaxRevenue,
        ["general-grants-and-equalisation"] = StatementLine.GeneralGrantsAndEqualisation,
        ["financial-income"] = StatementLine.FinancialIncome,
        ["financial-costs"] = StatementLine.FinancialCosts,
        ["extraordinary-items"] = StatementLine.ExtraordinaryItems,
        ["balance-sheet"] = StatementLine.BalanceSheet,
    };

    private static readonly Dictionary<StatementLine, string> s_words = s_lines.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static string Word(this StatementLine line) => s_words[line];

    public static bool TryParse(string word, out StatementLine line) => s_lines.TryGetValue(word, out line);
}
