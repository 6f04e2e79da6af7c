namespace Styrkedja.Sie;

/// <summary>A short run of what bench/fuzz does at length.</summary>
public class SieFuzzTests
{
    [Fact]
    public void Damaged_files_of_every_type_are_read_without_trouble()
    {
        for (ulong number = 0; number < 4000; number++)
            Assert.Null(SieFuzz.Trouble(SieFuzz.Input(number), number));
    }

    /// <summary>Inputs that were once read wrongly.</summary>
    [Theory]
    [InlineData(1_484_672, "a code that stands on a line too long to be read was taken in all the same")]
    [InlineData(2_533_552, "a closing brace after more spaces than a line may hold was taken in all the same")]
    [InlineData(3_689_488, "a code of a voucher that was not plain was told with the line of another")]
    public void What_once_went_wrong_goes_right(ulong number, string what) =>
        Assert.True(SieFuzz.Trouble(SieFuzz.Input(number), number) is null, what);
}
