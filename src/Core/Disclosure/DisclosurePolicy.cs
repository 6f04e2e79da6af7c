using Styrkedja.Decisions;

namespace Styrkedja.Disclosure;

/// <summary>What has been decided about protecting published tables, and what holds where nothing has.</summary>
public sealed class DisclosurePolicy
{
    private readonly IReadOnlyDictionary<DataSet, Decided<SetDisclosureParameters>> _decided;

    private DisclosurePolicy(IReadOnlyDictionary<DataSet, Decided<SetDisclosureParameters>> decided) => _decided = decided;

    public DisclosureParameters this[DataSet data] => DecidedFor(data) is { } set ? DisclosureParameters.Of(set.Act) : DisclosureParameters.DefaultOf(data);

    public static DisclosurePolicy Fold(ActsInOrder acts) => new(acts.Latest<SetDisclosureParameters, DataSet>(a => a.DataSet));

    /// <summary>The decision that the parameters of a kind of data rest on; nothing while the defaults hold.</summary>
    public Decided<SetDisclosureParameters>? DecidedFor(DataSet data) => _decided.GetValueOrDefault(data);
}
