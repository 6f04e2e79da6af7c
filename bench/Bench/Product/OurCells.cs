using Styrkedja.App.Archive;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Region;
using Styrkedja.Store.Facts;

namespace Styrkedja.Bench.Product;

/// <summary>The product's leaf cells, without an archive around them: rows summed to cells, and cells rolled up to a view.</summary>
public sealed class OurCells : IDisposable
{
    private readonly FactFiles _files;
    private readonly IReadOnlyList<FactBatch> _batches;
    private readonly RegionState _state;
    private readonly IReadOnlyList<LeafCells> _cells;

    public OurCells(string folder)
    {
        _files = new FactFiles(folder);
        using var archive = RegionArchive.Open(folder);
        _state = archive.StateAt(archive.Viewpoint(OurRegion.Year, null, null));
        _batches = [.. archive.Entries().OfType<FactEntry>().Select(entry => entry.Batch)];
        _cells = _files.ReadCells(_batches, new LedgerCodes());
    }

    public int Count => _cells.Sum(cells => cells.Count);

    /// <summary>Sums all rows to cells; returns how many there are.</summary>
    public int OfRows() => _files.ReadCells(_batches, new LedgerCodes()).Sum(cells => cells.Count);

    public FollowUpView RollUp() => new(_state, _cells);

    public void Dispose() => _files.Dispose();
}
