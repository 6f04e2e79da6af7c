namespace Styrkedja.Store;

public sealed class WriterLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Whoever_comes_second_gets_nothing_when_the_wait_is_over()
    {
        using var first = WriterLock.Take(_folder.Path, TimeSpan.Zero);
        Assert.NotNull(first);
        Assert.Null(WriterLock.Take(_folder.Path, TimeSpan.Zero));
        Assert.Null(WriterLock.Take(_folder.Path, TimeSpan.FromMilliseconds(120)));
    }

    [Fact]
    public async Task Whoever_waits_long_enough_gets_it_when_the_first_lets_go()
    {
        var first = WriterLock.Take(_folder.Path, TimeSpan.Zero);
        var second = Task.Run(() => WriterLock.Take(_folder.Path, TimeSpan.FromSeconds(30)), TestContext.Current.CancellationToken);
        await Task.Delay(150, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        first!.Dispose();
        using var taken = await second;
        Assert.NotNull(taken);
        Assert.Null(WriterLock.Take(_folder.Path, TimeSpan.Zero));
    }

    [Fact]
    public void A_lock_let_go_can_be_taken_again_and_another_folder_has_its_own()
    {
        WriterLock.Take(_folder.Path, TimeSpan.Zero)!.Dispose();
        using var again = WriterLock.Take(_folder.Path, TimeSpan.Zero);
        using var elsewhere = new TemporaryFolder();
        using var other = WriterLock.Take(elsewhere.Path, TimeSpan.Zero);
        Assert.True(again is not null && other is not null);
    }
}
