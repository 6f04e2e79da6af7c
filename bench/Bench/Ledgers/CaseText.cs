using System.Text;

namespace Styrkedja.Bench.Ledgers;

/// <summary>Made-up cases of a region, with Swedish titles and texts: few words that are in very many, and very many that are in few.</summary>
public sealed class CaseText(ulong seed)
{
    private static readonly string[] s_matters =
    [
        "Ansökan om bidrag till", "Remiss om", "Tilläggsbudget för", "Resursfördelning till", "Upphandling av", "Klagomål på", "Revidering av", "Uppföljning av", "Svar på motion om", "Medborgarförslag om",
        "Avtal om", "Delegationsbeslut om", "Yttrande över", "Omdisponering inom", "Investering i", "Internkontroll av", "Riktlinje för", "Val av ersättare i", "Begäran om utredning av", "Anmälan om",
    ];

    private static readonly string[] s_first =
    [
        "sjukvårds", "tandvårds", "primärvårds", "psykiatri", "kollektivtrafik", "kultur", "skol", "läkemedels", "hjälpmedels", "ambulans", "fastighets", "energi", "klimat", "miljö", "digitaliserings", "rehabiliterings",
        "barn", "äldre", "forsknings", "utbildnings", "närings", "besöks", "innovations", "kompetens", "löne", "personal", "lokal", "patient", "anhörig", "habiliterings", "smittskydds", "beredskaps",
    ];

    private static readonly string[] s_last =
    [
        "verksamheten", "planen", "strategin", "budgeten", "organisationen", "fördelningen", "utredningen", "programmet", "samordningen", "nämnden", "stödet", "försörjningen", "mottagningen", "tjänsten", "avtalet",
        "projektet", "samverkan", "utvecklingen", "policyn", "uppdraget", "kostnaderna", "lokalerna", "kvaliteten", "säkerheten", "tillgängligheten", "analysen", "rapporten", "modellen", "enheten", "avdelningen",
    ];

    private static readonly string[] s_places = ["Halmstad", "Varberg", "Falkenberg", "Kungsbacka", "Laholm", "Hyltebruk", "Åsa", "Ängelholm", "Öxabäck", "Oskarström", "Getinge", "Veinge", "Särö", "Träslövsläge"];

    private static readonly string[] s_syllables = ["ås", "berg", "lund", "vik", "mo", "sten", "bäck", "hult", "torp", "näs", "sjö", "gård", "ö", "äng", "dal", "fors", "kulla", "ryd", "linde", "ek", "björk", "al", "rönn", "sand"];

    private static readonly string[] s_common = ["och", "i", "av", "för", "med", "som", "att", "på", "den", "till", "enligt", "inom", "regionen", "ärendet", "förslag", "beslut", "ekonomi", "vården", "åren", "medel"];

    private Chance _chance = new(seed);

    /// <summary>The diary number of a case.</summary>
    public static string Diary(long number) => $"RS{10 + (number / 60_000):00}{number % 60_000:00000}";

    public string Title() =>
        $"{s_matters[_chance.Skewed(s_matters.Length)]} {Compound()} {(_chance.Below(2) == 0 ? "i " + s_places[_chance.Skewed(s_places.Length)] : Estate())} {2010 + _chance.Below(15)}";

    public string Text()
    {
        var text = new StringBuilder();
        for (var words = 12 + _chance.Below(20); words > 0; words--)
            text.Append(_chance.Below(5) switch { 0 => Compound(), 1 => Name(), _ => s_common[_chance.Skewed(s_common.Length)] }).Append(' ');
        return text.ToString();
    }

    private string Compound() => s_first[_chance.Skewed(s_first.Length)] + s_last[_chance.Skewed(s_last.Length)];

    private string Estate() => $"{Name()} {1 + _chance.Skewed(40)}:{1 + _chance.Skewed(400)}";

    private string Name()
    {
        var name = "";
        for (var syllables = 2 + _chance.Below(3); syllables > 0; syllables--)
            name += s_syllables[_chance.Below(s_syllables.Length)];
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
