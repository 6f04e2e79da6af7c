using System.Globalization;
using Styrkedja.Bench.Measuring;
using Styrkedja.Bench.Product;
using Styrkedja.Tests;

if (args is [_, var own, "settle", .. var many] && many.Length <= 1 && many.All(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0))
    return Settle(own, many.Length > 0 ? int.Parse(many[0], CultureInfo.InvariantCulture) : 200);

if (args is not [var root, var program, .. var rest] || rest.Length > 2 || !rest.All(text => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0))
{
    Console.Error.WriteLine("bench/crash [KILLS [ROWS-IN-FILE]] | bench/crash settle [KILLS]");
    return 2;
}

var kills = rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : 300;
var rows = rest.Length > 1 ? int.Parse(rest[1], CultureInfo.InvariantCulture) : 10_000;
const int Files = 20;
var workshop = new Workshop(root, Path.Combine(root, "artifacts", "bench"), 1, false);
var files = workshop.Files(Workshop.Region, (long)rows * Files, Files);
try
{
    var tally = new KilledImport(program, workshop.Stored(Workshop.Region, 0), files, OurRegion.Year).Run(kills, 20171130, finishEvery: 1);
    Console.WriteLine($"{kills} kills of an import of {Files} files: {tally.Inside} inside, {tally.Before} before the first file, {tally.After} too late; {tally.PartlyIn} left some files in, {tally.Finished} were finished and came out the same.");
    return tally.Inside * 2 >= kills ? 0 : 1;
}
catch (InvalidOperationException broken)
{
    Console.WriteLine($"FAILED: {broken.Message}");
    return 1;
}

static int Settle(string program, int kills)
{
    const int contacts = 400_000;
    var ready = SettledRegion.Make(contacts);
    try
    {
        var tally = new KilledSettlement(program, ready, SettledRegion.Month).Run(kills, 20170331);
        Console.WriteLine($"{kills} kills of a settlement of {contacts} contacts: {tally.Before} before the month was frozen, {tally.Between} between frozen and booked, {tally.After} after; all were finished and came out the same.");
        return 0;
    }
    catch (InvalidOperationException broken)
    {
        Console.WriteLine($"FAILED: {broken.Message}");
        return 1;
    }
    finally
    {
        Directory.Delete(ready, recursive: true);
    }
}
