using System.Globalization;
using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;
using Styrkedja.Authority;
using Styrkedja.Provenance;

namespace Styrkedja.App.Tests.Halland;

/// <summary>The demonstration region's files: readable, sourced or marked, and lawful.</summary>
public class HallandFilesTests
{
    [Fact]
    public void Every_data_file_reads_without_faults()
    {
        Assert.Empty(HallandFiles.Decisions.SelectMany(f => f.File.Faults));
        Assert.Empty(HallandFiles.Observations.SelectMany(f => f.File.Faults));
        Assert.NotEmpty(HallandFiles.Calibration.CostCentres);
    }

    [Fact]
    public void Every_source_resolves_in_the_list_of_sources()
    {
        var named = HallandFiles.Decisions
            .SelectMany(f => f.File.Decisions.Select(d => d.Decision).SelectMany(d => d.Acts.Select(a => a.Source).Prepend(d.Source))
                .Concat(f.File.Assessments.Select(a => a.Assessment.Source)))
            .OfType<SourceRef>().Select(s => s.Key)
            .Concat(HallandFiles.Observations.SelectMany(f => f.File.Observations).Select(o => o.Source).OfType<string>());

        Assert.Empty(named.Distinct().Except(HallandFiles.Sources));
    }

    [Fact]
    public void What_is_sourced_is_never_illustrative_and_has_been_taken()
    {
        foreach (var (path, file) in HallandFiles.Decisions.Where(f => !HallandFiles.IsIllustrative(f.Path)))
        {
            Assert.All(file.Decisions, d => Assert.True(d.Decision.Taken && d.Decision.Source is not null, d.Decision.Id));
            Assert.DoesNotContain(file.Decisions.SelectMany(d => d.Decision.Acts), a => a.Illustrative);
            Assert.True(file.Assessments.Count == 0, path);
        }
    }

    [Fact]
    public void What_stands_among_the_illustrative_is_marked_or_has_a_source()
    {
        foreach (var (_, file) in HallandFiles.Decisions.Where(f => HallandFiles.IsIllustrative(f.Path)))
        {
            Assert.All(file.Decisions.SelectMany(d => d.Decision.Acts), a => Assert.True(a.Illustrative || a.Source is not null));
            Assert.All(file.Assessments, a => Assert.True(a.Assessment.Illustrative || a.Assessment.Source is not null, a.Assessment.Id));
        }
    }

    [Fact]
    public void What_completes_a_decision_names_one_that_is_sourced()
    {
        var sourced = HallandFiles.Decisions.Where(f => !HallandFiles.IsIllustrative(f.Path)).SelectMany(f => f.File.Decisions).Select(d => d.Decision.Id).ToHashSet();

        Assert.All(HallandFiles.Decisions.SelectMany(f => f.File.Decisions).Select(d => d.Decision.Completes).OfType<string>(), id => Assert.Contains(id, sourced));
    }

    [Fact]
    public void A_file_name_begins_with_the_day_of_its_decisions()
    {
        foreach (var (path, file) in HallandFiles.Decisions)
        {
            var day = DateOnly.ParseExact(Path.GetFileName(path)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            Assert.All(file.Decisions.Select(d => d.Decision.Date.Latest).Concat(file.Assessments.Select(a => a.Assessment.Date)), d => Assert.Equal(day, d));
        }
    }

    [Fact]
    public void The_decisions_that_broke_a_rule_are_these_and_no_others()
    {
        var folder = Directory.CreateTempSubdirectory("halland").FullName;
        try
        {
            using var archive = RegionArchive.Open(folder);
            var files = HallandFiles.DecisionPaths.Select(path => (File.ReadAllText(path), Path.GetFileName(path))).ToList();
            var result = new RecordDecisions(archive).Record(files, null);

            Assert.Empty(result.Recordings.SelectMany(r => r.Verdict.Faults.Select(f => $"{r.Id}: {f.Code} {f.Found}")));
            Assert.Empty(result.Recordings.Where(r => r.Verdict.Outcome == VerdictOutcome.Refused).Select(r => $"{r.Id}: {string.Join(", ", r.Verdict.Breaches.Select(b => b.Rule))}"));
            Assert.Equal(
                [
                    "RF-2014-mal-och-budget-2015: authority.by-newly-elected",
                    "RF-2015-06-17-mal-och-budget-2016: authority.budget-balanced",
                ],
                result.Recordings.SelectMany(r => r.Verdict.Breaches.Select(b => $"{r.Id}: {b.Rule}").Distinct()).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
