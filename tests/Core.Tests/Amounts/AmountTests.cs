using System.Reflection;
using CsCheck;

namespace Styrkedja.Amounts;

/// <summary>That amounts of unlike kinds have no sum is not a check that can be forgotten: there is no operator for it.</summary>
public class AmountTests
{
    private static readonly Type[] s_kinds = [.. typeof(AmountKinds).GetNestedTypes().Where(t => typeof(IAmountKind).IsAssignableFrom(t))];

    public static IEnumerable<TheoryDataRow<Type, Type>> Pairs() => from one in s_kinds from other in s_kinds select new TheoryDataRow<Type, Type>(one, other);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_kinds_add_and_subtract_only_when_they_are_the_same(Type one, Type other)
    {
        var (a, b) = (typeof(Amount<>).MakeGenericType(one), typeof(Amount<>).MakeGenericType(other));
        foreach (var name in new[] { "op_Addition", "op_Subtraction" })
        {
            var operators = a.GetMethods(BindingFlags.Public | BindingFlags.Static).Concat(b.GetMethods(BindingFlags.Public | BindingFlags.Static))
                .Where(m => m.Name == name && m.GetParameters() is [var left, var right] && left.ParameterType == a && right.ParameterType == b);
            Assert.Equal(one == other, operators.Any());
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void No_kind_turns_into_another_or_into_plain_money(Type one, Type other)
    {
        var a = typeof(Amount<>).MakeGenericType(one);
        Assert.DoesNotContain(a.GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name is "op_Implicit" or "op_Explicit");
        Assert.False(one != other && a.IsAssignableFrom(typeof(Amount<>).MakeGenericType(other)));
    }

    [Fact]
    public void There_are_six_kinds() => Assert.Equal(["Frame", "Budget", "Commitment", "Outcome", "Forecast", "Deviation"], s_kinds.Select(k => k.Name));

    [Fact]
    public void Against_is_the_one_operation_across_kinds() => Gen.Select(Gen.Long[-1_000_000_007, 1_000_000_007], Gen.Long[-1_000_000_007, 1_000_000_007]).Sample((outcome, budget) =>
        new Amount<AmountKinds.Outcome>(new(outcome)).Against(new Amount<AmountKinds.Budget>(new(budget))) == new Amount<AmountKinds.Deviation>(new(outcome - budget)));

    [Fact]
    public void A_sum_of_one_kind_is_the_sum_of_its_money() => Gen.Long[-1_000_000_007, 1_000_000_007].Array[0, 20].Sample(ore =>
        ore.Select(o => new Amount<AmountKinds.Frame>(new(o))).Sum().Money == new Money(ore.Sum()));
}
