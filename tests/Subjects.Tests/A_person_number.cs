using FsCheck;
using FsCheck.Fluent;

namespace Regional.Subjects.Tests;

public sealed class A_person_number
{
    internal static readonly string[] Published = [.. File.ReadLines("rvig_testpersonen_gbav_2022_bsn.csv").Skip(1)];

    [Fact]
    public void of_the_published_test_set_is_taken()
    {
        Assert.Equal(680, Published.Length);
        Assert.All(Published, number => Assert.True(PersonNumber.TryParse(number, false, out _, out _), number));
    }

    [Theory]
    [InlineData("010008579")] // stands in the published set as a relative, and fails its check digit
    [InlineData("100252334")]
    [InlineData("000000000")]
    [InlineData("12345678")]
    [InlineData("1234567890")]
    [InlineData("99999365a")]
    [InlineData("٩٩٩٩٩٣٦٥٣")] // digits, but not the ten that are meant
    [InlineData(" 999993653")]
    [InlineData("")]
    [InlineData(null)]
    public void with_a_fault_is_refused_and_not_repeated_in_the_reason(string? text)
    {
        Assert.False(PersonNumber.TryParse(text, true, out _, out var reason));
        Assert.NotEmpty(reason);
        Assert.True(string.IsNullOrEmpty(text) || !reason.Contains(text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("111222333")]
    [InlineData("999990342")]
    [InlineData("101222331")] // an onderwijsnummer
    public void that_is_right_is_taken(string text) => Assert.True(PersonNumber.TryParse(text, false, out _, out _));

    [Fact]
    public void with_one_digit_changed_is_refused() => Prop
        .ForAll(
            (from number in Gen.Elements(Published) from place in Gen.Choose(0, 8) from change in Gen.Choose(1, 9) select (number, place, change)).ToArbitrary(),
            one => !PersonNumber.TryParse(Changed(one.number, one.place, one.change), false, out _, out _))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void of_the_development_form_is_taken_in_Development_only()
    {
        Assert.True(PersonNumber.TryParse("T000000001", true, out _, out _));
        Assert.False(PersonNumber.TryParse("T000000001", false, out _, out var reason));
        Assert.Contains("Development", reason);
        Assert.False(PersonNumber.TryParse("T00000001", true, out _, out _));
    }

    [Fact]
    public void never_shows_itself()
    {
        Assert.True(PersonNumber.TryParse("999993653", false, out var number, out _));

        Assert.DoesNotContain("9999", $"{number}");
        Assert.True(number.IsIn("zaak-999993653"));
        Assert.True(number.IsIn("Z.999-993/653"));
        Assert.False(number.IsIn("zaak-999993654"));
    }

    private static string Changed(string number, int place, int change)
    {
        var digits = number.ToCharArray();
        digits[place] = (char)('0' + ((digits[place] - '0' + change) % 10));
        return new string(digits);
    }
}
