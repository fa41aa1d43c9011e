using Regional.Indicators.Population;

namespace Regional.Indicators.Tests;

public sealed class A_denominator
{
    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void of_several_municipalities_is_made_up_where_a_part_of_it_is(bool first, bool second, bool sum) =>
        Assert.Equal(new Denominator(30, sum), Denominator.Sum([new(10, first), new(20, second)]));

    [Fact]
    public void of_several_municipalities_is_unknown_where_a_part_of_it_is() => Assert.Null(Denominator.Sum([new(10, false), null, new(20, false)]));
}
