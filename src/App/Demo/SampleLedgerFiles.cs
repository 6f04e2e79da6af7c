using Styrkedja.Calendar;
using Styrkedja.Formats.Decisions;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Demo;

/// <summary>The sample ledger as SIE files in the region's folder, in the order of time.</summary>
internal static class SampleLedgerFiles
{
    /// <summary>Writes the files that are not there already, as they are asked for: what the first year opened with, known by the month before it, and then month by month.</summary>
    /// <param name="files">The decisions that tell budget, cost centres and accounts.</param>
    public static IEnumerable<(string File, Month Month)> Write(string source, string folder, int scale, IReadOnlyList<DecisionFile> files)
    {
        var entries = files.SelectMany(f => f.Decisions).Select((d, i) => (Entry)new DecisionEntry(i + 1, default, d.Decision, Authority.Verdict.Within)).ToList();
        var states = new Dictionary<DateOnly, RegionState>();
        using var calibration = File.OpenText(Path.Combine(source, "sample-ledger", "calibration.yaml"));
        using var costCentres = File.OpenText(Path.Combine(source, "sample-ledger", "cost-centres.yaml"));
        var calibrated = SampleLedgerCalibrationFile.Read(calibration, costCentres);
        if (calibrated.BalanceSheet is { } sheet)
        {
            var opening = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "sample", $"{sheet.Year}")).FullName, SampleLedgerSie.OpeningName(sheet));
            using (var stream = File.Create(opening))
            {
                if (SampleLedgerSie.WriteOpening(stream, sheet, StateAt(new(sheet.Year, 12, 31))).FirstOrDefault(f => f.Severity == Severity.Error) is { } fault)
                    throw new FormatException($"The opening balances cannot be written: {fault.Code} {fault.Found}");
            }

            yield return (opening, new Month(sheet.Year, 1).Plus(-1));
        }

        foreach (var month in SampleLedger.Make(StateAt, calibrated, scale))
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "sample", $"{month.Month.Year}")).FullName, SampleLedgerSie.FileName(month));
            if (!File.Exists(file))
            {
                using (var stream = File.Create(file + ".tmp"))
                {
                    if (SampleLedgerSie.Write(stream, month, StateAt(new(month.Month.Year, 12, 31))).FirstOrDefault(f => f.Severity == Severity.Error) is { } fault)
                        throw new FormatException($"The sample ledger for {month.Book} {month.Month} cannot be written: {fault.Code} {fault.Found}");
                }

                File.Move(file + ".tmp", file);
            }

            yield return (file, month.Month);
        }

        RegionState StateAt(DateOnly day)
        {
            if (!states.TryGetValue(day, out var state))
                states[day] = state = RegionState.Fold(entries, new Viewpoint(day, long.MaxValue), BuildHalland.Name);
            return state;
        }
    }
}
