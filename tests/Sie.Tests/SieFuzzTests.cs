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
}
