using Styrkedja.Decisions;
using Styrkedja.Organisation;
using Styrkedja.Provenance;
using Styrkedja.Region;
using Styrkedja.Sie;

namespace Styrkedja.App.Importing;

/// <summary>Codes in a ledger file that no decision has given a meaning: they would have no place in any follow-up.</summary>
internal static class UnknownCodes
{
    /// <summary>One fault for each unknown code, at the first line that uses it, with how many rows do.</summary>
    /// <remarks>Rows on the balance sheet need neither cost centre nor counterparty. A cost centre that has been closed since is known on the days it was open.</remarks>
    /// <param name="state">The region on the last day of the file.</param>
    /// <param name="organisationOn">The organisation of any day, asked for when a cost centre is not open on the last.</param>
    public static IEnumerable<Fault> In(SieFile file, RegionState state, Func<DateOnly, OrganisationChart> organisationOn)
    {
        var found = new Dictionary<(string Fault, string Code), (int Line, int Rows)>();
        for (var i = 0; i < file.Rows.Count; i++)
        {
            var account = file.Accounts[file.Rows.Account[i]].Code;
            if (!state.Accounts.Knows(account))
                Count("import.account-unknown", account, i);
            else if (state.Accounts.GroupOf(account).Line == StatementLine.BalanceSheet)
                continue;
            if (file.Rows.CostCentre[i] is var place and >= 0)
            {
                var costCentre = file.CostCentres[place].Code;
                if (!IsOpen(costCentre, state.Organisation) && !IsOpen(costCentre, organisationOn(file.Rows.Day[i])))
                    Count("import.cost-centre-unknown", costCentre, i);
            }
            else
            {
                Count("import.cost-centre-missing", account, i);
            }

            if (file.Rows.Counterparty[i] is var side and >= 0 && !state.Accounts.Counterparties.ContainsKey(file.Counterparties[side].Code))
                Count("import.counterparty-unknown", file.Counterparties[side].Code, i);
        }

        return found.Select(f => Fault.Error(f.Key.Fault, new(file.FileName, f.Value.Line), f.Key.Code, ("rows", $"{f.Value.Rows}"))).OrderBy(f => f.Place.Line);

        static bool IsOpen(string costCentre, OrganisationChart organisation) => organisation.Find(costCentre) is { Kind: SubjectKind.CostCentre };

        void Count(string fault, string code, int row)
        {
            var (line, rows) = found.GetValueOrDefault((fault, code), (file.Rows.Line[row], 0));
            found[(fault, code)] = (line, rows + 1);
        }
    }
}
