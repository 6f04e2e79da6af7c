using System.Security.Cryptography;
using System.Text;
using Styrkedja.Amounts;
using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Formats.Journal;
using Styrkedja.Formats.Tables;
using Styrkedja.Provenance;
using Styrkedja.Region;

namespace Styrkedja.App.Importing;

/// <summary>Takes a table of observed and published values into the region. A later value for the same figure stands beside the earlier and wins; nothing is overwritten.</summary>
public sealed class ImportObservations(RegionArchive archive)
{
    public ImportResult Import(ReadOnlyMemory<byte> bytes, string fileName, ImportTerms terms)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        using var writer = archive.BeginWriting();
        var entries = archive.Entries();
        if (entries.OfType<FactEntry>().FirstOrDefault(f => f.Batch.Id == id) is { } known)
            return new(fileName, id, known.Batch.Rows, true, []);

        using var text = new StringReader(Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF'));
        var file = ObservationFile.Read(text, fileName);
        if (file.Observations.Count == 0 && !file.Refused)
            return new(fileName, null, 0, false, [.. file.Faults, Fault.Error("import.no-rows", new(fileName), "")]);
        if (file.Refused || terms.Check)
            return new(fileName, null, file.Observations.Count, false, file.Faults);
        if (OfPartners(file, fileName) is { Count: > 0 } theirs)
            return new(fileName, null, file.Observations.Count, false, [.. file.Faults, .. theirs]);

        var periods = file.Observations.Select(o => FigureAddress.TryParse(o.Figure, out var address) ? address.Period : default).ToList();
        var batch = new FactBatch(
            id,
            FactKind.Observations,
            Path.GetFileName(fileName),
            bytes.Length,
            "csv",
            null,
            null,
            new Period(periods.Min(p => p.From), periods.Max(p => p.To)),
            [],
            null,
            null,
            file.Observations.Count,
            0,
            Money.Zero,
            Money.Zero,
            [],
            file.Observations.All(o => o.Illustrative));
        var recorded = entries.Count > 0 && entries[^1].Recorded > terms.Recorded ? entries[^1].Recorded : terms.Recorded;
        archive.Append([position => EntryFormat.Write(position, recorded, batch, file.Observations)]);
        return new(fileName, id, file.Observations.Count, false, file.Faults);
    }

    /// <summary>Values of indicators that partners sign; nobody publishes them in their stead.</summary>
    private List<Fault> OfPartners(ObservationFile file, string fileName)
    {
        var signed = archive.StateAt(new Viewpoint(DateOnly.MaxValue, long.MaxValue)).Goals.Indicators.Where(i => SignedValues.IsSigned(i.Act)).Select(i => i.Act.Id).ToHashSet(StringComparer.Ordinal);
        return [.. file.Observations.Where(o => FigureAddress.TryParse(o.Figure, out var address) && address.Measure == Measure.Indicator && signed.Contains(address.Subject)).GroupBy(o => o.Figure, StringComparer.Ordinal)
            .Select(g => Fault.Error("indicators.partners-sign", new(fileName), g.Key, ("rows", $"{g.Count()}")))];
    }
}
