using Styrkedja.App.Archive;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.FollowUp;
using Styrkedja.Store.Facts;

namespace Styrkedja.App.FollowingUp;

/// <summary>What is booked on projects. Leaf cells know no project, so it is asked of the rows.</summary>
public sealed class ProjectRows(RegionArchive archive)
{
    /// <summary>How many rows are shown of a project.</summary>
    public const int MostRows = 200;

    /// <summary>Everything booked on a project in the period, or on one of them.</summary>
    public IReadOnlyList<LedgerTurnover> Booked(FollowUpView view, Period period, string? project = null) =>
        archive.Rows.Turnover(Batches(view), new RowFilter(period, [], []) { OnlyProjects = true, Project = project });

    /// <summary>The first rows of a project under a subject, in the order of their dates; only for those who may see rows.</summary>
    public IReadOnlyList<FoundRow> First(FollowUpView view, Period period, string subject, string project)
    {
        var all = subject == Organisation.Subject.RegionId;
        string[] costCentres = all ? [] : [.. archive.CodesUsed().CostCentres.Where(code => view.State.Organisation.IsWithin(code, subject))];
        // No cost centre at all would ask for the rows of every one.
        return !all && costCentres.Length == 0 ? []
            : archive.Rows.Find(Batches(view), new RowFilter(period, costCentres, []) { Project = project }, null, RowDirection.After, MostRows, withTexts: false);
    }

    private static List<FactBatch> Batches(FollowUpView view) => [.. view.State.LiveBatches.Select(b => b.Batch)];
}
