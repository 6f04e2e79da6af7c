using System.CommandLine;
using System.Diagnostics;
using Styrkedja.App.Demo;
using Styrkedja.App.Texts;

namespace Styrkedja.Cli.Commands;

/// <summary>styrkedja demo: builds Region Halland with its sample years, by the same roads as any region.</summary>
internal static class DemoCommand
{
    public static Command Make(Texts texts)
    {
        var asked = new Asked(texts);
        var scale = new Option<int>("--scale") { Description = texts["cli.demo.scale"], DefaultValueFactory = _ => 1, HelpName = "N" };
        var care = new Option<int>("--care") { Description = texts["cli.demo.care"], DefaultValueFactory = _ => BuildHalland.CareOneInAsRule, HelpName = "N" };
        care.Validators.Add(value =>
        {
            if (value.GetValueOrDefault<int>() < 0)
                value.AddError(texts["cli.demo.care"]);
        });
        var source = new Option<string>("--from") { Description = texts["cli.demo.from"], DefaultValueFactory = _ => Path.Combine("data", "halland"), HelpName = "DIR" };
        var command = new Command("demo", texts["cli.demo"]) { scale, care, source, asked.Data };
        command.SetAction((result, stop) =>
        {
            var folder = result.GetValue(asked.Data)!;
            if (!Directory.Exists(result.GetValue(source)!))
            {
                Console.Error.WriteLine(texts["cli.no-file", ("file", result.GetValue(source)!)]);
                return Task.FromResult(Exit.WrongUsage);
            }

            if (BuildHalland.IsComplete(folder))
            {
                Console.Error.WriteLine(texts["cli.demo.there", ("folder", folder)]);
                return Task.FromResult(Exit.Done);
            }

            var watch = Stopwatch.StartNew();
            var built = new BuildHalland(result.GetValue(source)!, folder, result.GetValue(scale), result.GetValue(care)).Run(new Told(texts, watch), stop);
            foreach (var fault in built.Faults)
                Printed.Told(texts, fault);
            if (built.Refused)
                return Task.FromResult(Exit.Refused);
            Console.Error.WriteLine(texts["cli.demo.done", ("rows", built.Rows), ("entries", built.Entries), ("seconds", (int)watch.Elapsed.TotalSeconds)]);
            return Task.FromResult(Exit.Done);
        });
        return command;
    }

    /// <summary>Tells how far the building has come, with rate and time left, at most twice a second.</summary>
    private sealed class Told(Texts texts, Stopwatch watch) : IProgress<BuildProgress>
    {
        private double _next;

        public void Report(BuildProgress value)
        {
            if (watch.Elapsed.TotalSeconds < _next && value.Done < value.Total)
                return;
            _next = watch.Elapsed.TotalSeconds + 0.5;
            var left = value.Done == 0 ? 0 : watch.Elapsed.TotalSeconds / value.Done * (value.Total - value.Done);
            Console.Error.WriteLine(texts["cli.demo.progress", ("done", value.Done), ("total", value.Total), ("rows", value.Rows), ("rate", (long)(value.Rows / Math.Max(0.1, watch.Elapsed.TotalSeconds))), ("left", (int)Math.Ceiling(left))]);
        }
    }
}
