using Styrkedja.Decisions;
using static Styrkedja.Formats.Decisions.Kinds;

namespace Styrkedja.Formats.Decisions;

/// <summary>The forms of acts about the codes of the ledger.</summary>
internal static class AccountingForms
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new("adopt-chart", 1, "Adopts a chart of accounts with its mapping to the income statement.", f => new AdoptChart(
            f.Required("id", Id, "Short id."),
            f.Required("groups", ListOf(Nested(AccountGroupForm)), "Account groups."),
            f.Optional("names", ListOf(Nested(n => new AccountName(n.Required("account", Id, "Account."), n.Required("name", Text, "Its name.")))), "Names of accounts.") ?? [],
            f.Required("valid", Valid, "Days in force."))),
        new("adopt-counterparties", 1, "Adopts the table of counterparties.", f => new AdoptCounterparties(
            f.Required("entries", ListOf(Nested(c => new CounterpartyEntry(
                c.Required("code", Id, "Code in the ledger."),
                c.Required("name", Names, "Its name."),
                c.Required("kind", OneOf<CounterpartyKind>(), "Who it is."),
                c.Optional("subject", Id, "For internal ones and companies of the group: whose books hold the other side.")))), "The counterparties."))),
        new("adopt-activities", 1, "Adopts the table of activities.", f => new AdoptActivities(
            f.Required("entries", ListOf(Nested(a => new ActivityEntry(a.Required("code", Id, "Code in the ledger."), a.Required("name", Names, "Its name.")))), "The activities."))),
    ];

    private static AccountGroupEntry AccountGroupForm(Fields f) => new(
        f.Required("id", Id, "Short id."),
        f.Required("name", Names, "Its name."),
        f.Required("line", OneOf<StatementLine>(), "Line of the income statement."),
        f.Required("accounts", ListOf(Nested(a => new AccountRange(a.Required("from", Id, "First account."), a.Required("to", Id, "Last account.")))), "Runs of accounts."));
}
