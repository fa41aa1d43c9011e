using FsCheck;
using FsCheck.Fluent;

namespace Regional.Territory.Tests;

public sealed class Values_are_read_once
{
    [Theory]
    [InlineData("VO2201", true)]
    [InlineData("PO3008", true)]
    [InlineData("PO00YY", false)]
    [InlineData("Europoort", false)]
    [InlineData("vo2201", false)]
    [InlineData("VO22011", false)]
    [InlineData("VO-22-01", false)]
    [InlineData("VO٢٢٠١", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void a_region_code_is_PO_or_VO_and_four_digits(string? text, bool isRight) => Reads<RegionCode>(text, isRight);

    [Theory]
    [InlineData("0106", true)]
    [InlineData("106", false)]
    [InlineData("GM0106", false)]
    [InlineData("0000", false)]
    public void a_municipality_code_keeps_its_leading_zeros(string text, bool isRight) => Reads<MunicipalityCode>(text, isRight);

    [Theory]
    [InlineData("9401", "9401")]
    [InlineData("9401 AB", "9401")]
    [InlineData("9401ab", "9401")]
    [InlineData("0401", null)]
    [InlineData("9401  AB", null)]
    [InlineData("9401 A", null)]
    [InlineData("9401A1", null)]
    [InlineData("D-48143", null)]
    public void a_postcode_loses_its_letters(string text, string? read) =>
        Assert.Equal(read, Postcode4.TryParse(text, out var postcode, out _) ? postcode.ToString() : null);

    [Theory]
    [InlineData("20LO", true)]
    [InlineData("00YY", true)]
    [InlineData("20L0", false)]
    [InlineData("20lo", false)]
    public void a_BRIN_is_two_digits_and_two_capitals(string text, bool isRight) => Reads<Brin>(text, isRight);

    [Theory]
    [InlineData("20LO04", true)]
    [InlineData("20LO4", false)]
    [InlineData("20LO", false)]
    public void a_vestiging_is_a_BRIN_and_two_digits(string text, bool isRight) => Reads<EstablishmentCode>(text, isRight);

    [Fact]
    public void a_vestiging_knows_its_school() => Assert.Equal(Brin.Parse("20LO"), EstablishmentCode.Parse("20LO04").Brin);

    [Theory]
    [InlineData("13273", true)]
    [InlineData("1327", false)]
    [InlineData("00000", false)]
    public void a_board_number_is_five_digits(string text, bool isRight) => Reads<BoardNumber>(text, isRight);

    [Theory]
    [InlineData("00000001002220647000", true)]
    [InlineData("00000001823288444000", true)]
    [InlineData("00000099000000080000", true)]
    [InlineData("0000009961MINEZK0000", true)]
    [InlineData("000000099000000080000", false)]
    [InlineData("99999999900000000100", false)]
    [InlineData("00000000000000000001", false)]
    [InlineData("12345678901234567891", false)]
    [InlineData("00000005002220647000", false)]
    [InlineData("00000001002220647001", false)]
    [InlineData("0000000100222064700o", false)]
    public void an_OIN_has_a_known_prefix_a_main_number_and_zeros(string text, bool isRight) => Reads<Oin>(text, isRight);

    [Fact]
    public void only_the_test_prefix_makes_an_OIN_one_for_development() =>
        Assert.Equal((true, false), (Oin.Parse("00000099000000080000").IsDevelopment, Oin.Parse("00000001002220647000").IsDevelopment));

    [Theory]
    [InlineData("2024-2025", true)]
    [InlineData("2024-2026", false)]
    [InlineData("2024/2025", false)]
    [InlineData("2024-25", false)]
    [InlineData("1889-1890", false)]
    public void a_school_year_is_two_years_that_follow_each_other(string text, bool isRight) => Reads<SchoolYear>(text, isRight);

    [Fact]
    public void a_value_that_was_never_read_has_no_text()
    {
        Assert.Equal(["", "", "", "", "", "", "", ""], new[]
        {
            default(RegionCode).ToString(), default(MunicipalityCode).ToString(), default(Postcode4).ToString(), default(Brin).ToString(),
            default(EstablishmentCode).ToString(), default(BoardNumber).ToString(), default(Oin).ToString(), default(SchoolYear).ToString(),
        });
        Assert.Throws<InvalidOperationException>(() => default(SchoolYear).First);
        Assert.Throws<InvalidOperationException>(() => default(RegionCode).Sector);
    }

    [Fact]
    public void a_refusal_says_what_to_write_and_not_what_was_written()
    {
        // A number of a person in the wrong field must not travel on in an error.
        Assert.False(Postcode4.TryParse("999993653", out _, out var reason));
        Assert.DoesNotContain("999993653", reason, StringComparison.Ordinal);
        Assert.Contains("9401 AB", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void the_words_of_an_enum_are_written_with_hyphens()
    {
        Assert.Equal("school-board", EnumText.Of(Role.SchoolBoard));
        Assert.True(EnumText.TryParse<Role>("school-board", out var role, out _) && role == Role.SchoolBoard);
        Assert.False(EnumText.TryParse<Role>("SchoolBoard", out _, out var reason));
        Assert.Contains("municipality or samenwerkingsverband", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void every_day_lies_in_exactly_one_school_year() =>
        Prop.ForAll(Dates.Any.ToArbitrary(), day =>
        {
            var year = SchoolYear.Of(day);
            return year.Contains(day) && !year.Next.Contains(day) && !year.Previous.Contains(day)
                && year.Next.First == year.Last.AddDays(1) && year.Next.Previous == year && SchoolYear.Parse(year.ToString()) == year;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2025-07-31", "2024-2025")]
    [InlineData("2025-08-01", "2025-2026")]
    public void a_school_year_begins_on_1_August(string day, string year) =>
        Assert.Equal(year, SchoolYear.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ToString());

    private static void Reads<T>(string? text, bool isRight)
        where T : struct, IWrittenValue<T>
    {
        Assert.Equal(isRight, T.TryParse(text, out var value, out var reason));
        Assert.Equal(isRight ? text : "", value.ToString());
        Assert.Equal(isRight, reason.Length == 0);
    }
}
