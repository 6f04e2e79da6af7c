using System.Globalization;
using Styrkedja.Bench.Drill;

// Arguments: a folder for the ledger (made when it is not there), millions of rows, number of figures.
var folder = args.ElementAtOrDefault(0) ?? Path.Combine(Path.GetTempPath(), "styrkedja-bench-drill");
var files = int.Parse(args.ElementAtOrDefault(1) ?? "50", CultureInfo.InvariantCulture);
var figures = int.Parse(args.ElementAtOrDefault(2) ?? "200", CultureInfo.InvariantCulture);
var ledger = SortedLedger.In(folder, files);
Console.Out.WriteLine(new DrillRace(ledger).Run(figures).ToJson());
