using System.Text;
using Styrkedja.Amounts;
using Styrkedja.Calendar;
using Styrkedja.Facts;
using Styrkedja.Formats.Decisions;
using Styrkedja.Goals;
using Styrkedja.Region;

namespace Styrkedja.Formats.Journal;

/// <summary>What a partner has signed, and what is said of it, as the journal holds it; entries that nobody has signed keep their bytes.</summary>
public class SignedEntryTests
{
    private static readonly DateTimeOffset s_moment = new(2017, 2, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly FactBatch s_batch = new(
        new('a', 64), FactKind.Indicators, "undertecknat-K1380.csv", 120, "csv", null, null, Period.Year(2016), [], new('b', 64), null, 1, 0, Money.Zero, Money.Zero, [], false)
    {
        Indicators = new(new(1, 0, 0, 0, 4.2m), 0, [], []),
    };

    [Theory]
    [InlineData("Gatuavdelningen")]
    [InlineData(null)]
    public void A_signed_batch_is_read_back_with_who_signed_it(string? source)
    {
        var signed = s_batch with { Signed = new("K1380", "K1380-HANDL", s_moment, source) };
        var bytes = EntryFormat.Write(1, s_moment, signed, []);
        Assert.Equal(signed.Signed, Assert.IsType<FactEntry>(EntryFormat.Read(bytes)).Batch.Signed);
        Assert.Equal(bytes, EntryFormat.Write(1, s_moment, Assert.IsType<FactEntry>(EntryFormat.Read(bytes)).Batch, []));
    }

    [Fact]
    public void A_batch_that_nobody_has_signed_says_nothing_of_it()
    {
        var bytes = EntryFormat.Write(1, s_moment, s_batch, []);
        Assert.DoesNotContain("signed", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Null(Assert.IsType<FactEntry>(EntryFormat.Read(bytes)).Batch.Signed);
    }

    [Fact]
    public void What_is_said_of_a_signed_value_is_read_back()
    {
        var file = DecisionFile.Read("assessment: V-1\nsubject: CYKEL\nby: PLAN\nperiod: 2016\ndate: 2017-03-01\ntext: Räknas grusvägar?\nof-value: {place: \"1380\", says: answer, answers: V-0}\n", "v.yaml");
        Assert.Empty(file.Faults);
        var read = Assert.IsType<AssessmentEntry>(EntryFormat.Read(EntryFormat.Write(1, s_moment, Assert.Single(file.Assessments)))).Assessment;
        Assert.Equal(new ValueRemark("1380", ValueRemarkKind.Answer, "V-0"), read.OfValue);
        Assert.False(read.IsOfFollowUp);
    }
}
