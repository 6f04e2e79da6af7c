using System.Diagnostics;
using System.Globalization;
using Styrkedja.Sie;

// Reads damaged SIE files on all processors: fuzz [COUNT] [FIRST]. Ends with 1 at the first that throws, hangs, takes too much memory or is read in two ways.
// The input is saved as fuzz-NUMBER.bin; 'fuzz 1 NUMBER' reads it again.
var count = args.Length > 0 ? long.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
var first = args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 0;
var longest = TimeSpan.FromSeconds(20);
const long mostHeld = 1_000_000_000;

var clock = Stopwatch.StartNew();
var next = first - 1;
long done = 0, highest = 0;
var trouble = 0;
var reading = new (long Number, long Since)[Environment.ProcessorCount];
var workers = Enumerable.Range(0, reading.Length).Select(w => new Thread(() => Work(w)) { IsBackground = true, Priority = ThreadPriority.Lowest }).ToList();
workers.ForEach(worker => worker.Start());
var told = TimeSpan.Zero;
while (workers.Exists(worker => worker.IsAlive) && Volatile.Read(ref trouble) == 0)
{
    Thread.Sleep(100);
    for (var w = 0; w < reading.Length; w++)
    {
        var (number, since) = reading[w];
        if (since > 0 && Stopwatch.GetElapsedTime(since) > longest)
            Fail(number, $"no end after {longest.TotalSeconds} s");
    }

    var held = GC.GetTotalMemory(forceFullCollection: false);
    highest = Math.Max(highest, held);
    if (held > mostHeld)
        Fail(reading[0].Number, $"{held / 1_000_000} MB held");
    if (clock.Elapsed - told < TimeSpan.FromSeconds(10))
        continue;
    told = clock.Elapsed;
    var rate = Math.Max(1, Interlocked.Read(ref done)) / clock.Elapsed.TotalSeconds;
    var left = TimeSpan.FromSeconds((count - done) / rate);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done:N0} of {count:N0}, {rate:N0}/s, {left:hh\\:mm\\:ss} left, {held / 1_000_000} MB"));
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"{done:N0} inputs in {clock.Elapsed.TotalSeconds:N0} s, {done / clock.Elapsed.TotalSeconds:N0}/s, at most {highest / 1_000_000} MB, {(trouble == 0 ? "no fault" : "STOPPED")}"));
return trouble;

void Work(int worker)
{
    while (Volatile.Read(ref trouble) == 0 && Interlocked.Increment(ref next) is var number && number < first + count)
    {
        var input = SieFuzz.Input((ulong)number);
        reading[worker] = (number, Stopwatch.GetTimestamp());
        string? wrong;
        try
        {
            wrong = SieFuzz.Trouble(input, (ulong)number);
        }
#pragma warning disable CA1031 // Whatever is thrown is what we look for.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            wrong = thrown.ToString();
        }

        reading[worker] = (number, 0);
        if (wrong is not null)
            Fail(number, wrong);
        Interlocked.Increment(ref done);
    }
}

void Fail(long number, string wrong)
{
    if (Interlocked.Exchange(ref trouble, 1) != 0)
        return;
    File.WriteAllBytes($"fuzz-{number}.bin", SieFuzz.Input((ulong)number));
    Console.WriteLine($"input {number}: {wrong}");
}
