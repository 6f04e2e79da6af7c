using Styrkedja.App.Archive;
using Styrkedja.App.Deciding;

namespace Styrkedja.App;

/// <summary>A region's folder that is there for one test.</summary>
internal sealed class TemporaryRegion : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-app");

    public TemporaryRegion(string decisions = "")
    {
        Archive = RegionArchive.Open(Folder);
        if (decisions.Length > 0)
        {
            // Document by document, so that what someone has said stands before what is decided upon it.
            foreach (var result in decisions.Split("\n---\n").Select(document => Record(document)))
            {
                Assert.Empty(result.Faults);
                Assert.All(result.Recordings, r => Assert.True(r.Position is not null, $"{r.Id}: {string.Join(", ", r.Verdict.Faults.Select(f => $"{f.Code} {f.Found}"))} {string.Join(", ", r.Verdict.Breaches.Select(b => b.Rule))}"));
            }
        }
    }

    public string Folder => _folder.FullName;

    public RegionArchive Archive { get; }

    public RecordingResult Record(string yaml, string file = "beslut.yaml", DateTimeOffset? recorded = null, bool check = false) => new RecordDecisions(Archive).Record([(yaml, file)], recorded, check);

    public void Dispose()
    {
        Archive.Dispose();
        _folder.Delete(recursive: true);
    }
}
