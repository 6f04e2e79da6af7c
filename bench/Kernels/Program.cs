using BenchmarkDotNet.Running;
using Styrkedja.Kernels;

BenchmarkSwitcher.FromAssembly(typeof(Ledgers).Assembly).Run(args);
