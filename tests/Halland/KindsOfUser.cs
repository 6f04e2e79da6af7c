namespace Styrkedja.Tests;

/// <summary>The kinds of user that everything is tried for, each by one of the demo's people.</summary>
internal static class KindsOfUser
{
    /// <summary>The day on which the demo's offices, and the access to voucher texts, hold.</summary>
    public static readonly DateTimeOffset Moment = new(2019, 3, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>A short word for each kind, and its holder; nobody for those who have not signed in.</summary>
    public static readonly IReadOnlyList<(string Word, string? Holder)> All =
    [
        ("anonym", null),
        ("utan", "h-utan-befattning"),
        ("ledamot", "demo-ledamot"),
        ("ordf", "demo-ordforande"),
        ("sekr", "demo-psy-sekreterare"),
        ("registr", "demo-registrator"),
        ("regdir", "demo-regiondirektor"),
        ("hsdir", "demo-hsdirektor"),
        ("förvchef", "demo-forvaltningschef"),
        ("stf", "demo-stallforetradare"),
        ("enhchef", "demo-enhetschef"),
        ("control", "demo-controller"),
        ("ekonomi", "demo-ekonomi"),
        ("beställ", "demo-bestallare"),
        ("planer", "demo-planerare"),
        ("medarb", "demo-medarbetare"),
        ("partner", "demo-partner"),
        ("revisor", "demo-revisor"),
        ("admin", "demo-administrator"),
    ];

    /// <summary>The heading of a table with a column for each kind.</summary>
    public static string Heading(string withoutAccount = "anonym") => $"{"",-72}" + string.Concat(All.Select((k, i) => $" {(i == 0 ? withoutAccount : k.Word),-8}")).TrimEnd();

    public static string Row(string first, IEnumerable<string> cells) => $"{first,-72}" + string.Concat(cells.Select(c => $" {c,-8}")).TrimEnd();
}
