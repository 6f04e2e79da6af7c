using BenchmarkDotNet.Attributes;
using Styrkedja.Bench.Ledgers;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;

namespace Styrkedja.Kernels;

/// <summary>Rows to cells and cells to a follow-up of 2 133 nodes, beside the loops that look up no code.</summary>
[MemoryDiagnoser]
public class FollowUpKernels : IDisposable
{
    private OurCells _cells = null!;
    private FollowUpLoop _loop = null!;
    private LedgerColumns _rows = null!;
    private LedgerColumns _sums = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _cells = new OurCells(Ledgers.Stored());
        _loop = new FollowUpLoop(Workshop.Region);
        _rows = Workshop.Columns(Workshop.Region, Ledgers.Rows, 50_000);
        _sums = _rows.Cells();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _cells.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public int CellsOfRows() => _cells.OfRows();

    [Benchmark]
    public object RollUp() => _cells.RollUp();

    [Benchmark(Baseline = true)]
    public void LimitOverCells() => _loop.Run(_sums);

    [Benchmark]
    public void LimitOverRows() => _loop.Run(_rows);
}
