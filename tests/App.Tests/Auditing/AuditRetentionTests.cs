namespace Styrkedja.App.Auditing;

/// <summary>audit.json: what a region may say of how long the audit log remembers who it was.</summary>
public sealed class AuditRetentionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("styrkedja-audit");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("{}", 60, 24)]
    [InlineData("""{"otherMonths": 12}""", 60, 12)]
    [InlineData("""{"protectedReadMonths": 120, "otherMonths": 36}""", 120, 36)]
    public void What_is_not_told_is_as_by_default(string json, int protectedRead, int other) =>
        Assert.Equal(new(protectedRead, other), Read(json).Retention);

    [Fact]
    public void Without_a_file_the_default_holds() => Assert.Equal(AuditRetention.Default, AuditRetention.Read(_folder.FullName).Retention);

    [Theory]
    [InlineData("[]", "audit.settings-unreadable")]
    [InlineData("{\"otherMonths\": 1,", "audit.settings-unreadable")]
    [InlineData("""{"otherMonths": 1, "otherMonths": 2}""", "audit.settings-unreadable")]
    [InlineData("""{"protectedReadMonths": 59}""", "audit.settings-range")]
    [InlineData("""{"otherMonths": 0, "months": 3}""", "audit.settings-range audit.settings-unknown")]
    [InlineData("""{"otherMonths": 1.5}""", "audit.settings-range")]
    public void What_is_not_understood_is_refused_with_all_its_faults(string json, string codes)
    {
        var (retention, faults) = Read(json);
        Assert.Null(retention);
        Assert.Equal(codes, string.Join(' ', faults.Select(f => f.Code)));
        Assert.All(faults, f => Assert.All(new[] { Texts.Texts.In("sv"), Texts.Texts.In("en") }, t => Assert.DoesNotMatch(@"^[a-z-]+\.[a-z-]+$|\{[a-z]+\}", t.Says(f) + t.Expected(f) + t.Remedy(f))));
    }

    private (AuditRetention? Retention, IReadOnlyList<Provenance.Fault> Faults) Read(string json)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "audit.json"), json);
        return AuditRetention.Read(_folder.FullName);
    }
}
