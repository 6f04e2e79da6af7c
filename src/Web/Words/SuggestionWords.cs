using Styrkedja.Cases;
using Styrkedja.Provenance;
using Styrkedja.Web.Readers;

namespace Styrkedja.Web.Words;

/// <summary>How a resident's suggestion stands: what was answered, or whom it waits for.</summary>
public sealed class SuggestionWords(Reading reading)
{
    private CaseWords Cases => new(reading);

    /// <summary>As the end of a sentence, without a full stop.</summary>
    public string Standing(CaseEntry entry) => entry.Answer is { } answer
        ? reading.T["suggestion.answered-as", ("does", reading.T[$"suggestion-outcome.{KeyWord.Of(answer.Act.Does)}"]), ("by", Cases.Name(answer.By.Body)), ("day", DateWords.Short(reading.T, answer.By.Date))]
        : entry is { IsOpen: true, With: { } with } ? reading.T["suggestion.waits", ("with", Cases.Name(with))] : Cases.Stage(entry);
}
