using BenchmarkDotNet.Attributes;
using Styrkedja.Bench.Limits;
using Styrkedja.Bench.Product;

namespace Styrkedja.Kernels;

/// <summary>A SIE file of two hundred thousand rows to columns, beside the loop that checks nothing.</summary>
[MemoryDiagnoser]
public class SieKernels
{
    private string _file = "";

    [GlobalSetup]
    public void Prepare() => _file = Ledgers.Sie();

    [Benchmark(Baseline = true)]
    public int Limit() => SieByteLoop.Read(_file).Count;

    [Benchmark]
    public int Parse() => OurSie.Parse(_file).Rows.Count;
}
