using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using Styrkedja.Bench.Peers;
using Styrkedja.Bench.Product;

namespace Styrkedja.Kernels;

/// <summary>One entry of the journal: written in its canonical form, linked to the one before, read back.</summary>
[MemoryDiagnoser]
public class JournalKernels
{
    private readonly byte[] _canonical = OurJournal.Entry(4711);
    private readonly JsonObject _entry = JsonNode.Parse(OurJournal.Entry(4711))!.AsObject();

    [Benchmark]
    public byte[] Canonical() => OurJournal.Canonical(_entry);

    [Benchmark]
    public ReadOnlyMemory<byte> Link() => OurJournal.NextLink(OurJournal.FirstLink, _canonical);

    [Benchmark]
    public object Read() => OurJournal.Read(_canonical);

    [Benchmark(Baseline = true)]
    public object PlainRead() => JsonSerializer.Deserialize(_canonical, PlainJson.Default.PlainEntry)!;
}
