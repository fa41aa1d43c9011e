using Regional.Signalering.Domain;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Phase = Regional.Wire.Signalering.V1.Phase;

namespace Regional.Signalering.Tests;

public sealed class What_an_event_may_say
{
    [Theory]
    [InlineData(VerzuimKind.Luxe, VerzuimClass.Overig)]
    [InlineData(VerzuimKind.Beginnend, VerzuimClass.Overig)]
    [InlineData(VerzuimKind.Signaal, VerzuimClass.Overig)]
    [InlineData(VerzuimKind.ZestienUur, VerzuimClass.Relatief)]
    [InlineData(VerzuimKind.MaandOfLanger, VerzuimClass.Relatief)]
    [InlineData(VerzuimKind.Absoluut, VerzuimClass.Absoluut)]
    public void is_the_class_of_a_kind(VerzuimKind kind, VerzuimClass expected) => Assert.Equal(expected, Harmless.Class(kind));

    [Fact]
    public void has_a_class_for_every_kind() => Assert.All(Enum.GetValues<VerzuimKind>().Where(k => k != VerzuimKind.Unspecified), kind => Harmless.Class(kind));

    [Theory]
    [InlineData(4, AgeBand.Under5)]
    [InlineData(5, AgeBand._5To11)]
    [InlineData(11, AgeBand._5To11)]
    [InlineData(12, AgeBand._12To15)]
    [InlineData(15, AgeBand._12To15)]
    [InlineData(16, AgeBand._16To17)]
    [InlineData(17, AgeBand._16To17)]
    [InlineData(18, AgeBand._18AndOver)]
    public void is_the_band_of_an_age(int age, AgeBand expected) => Assert.Equal(expected, Harmless.Band(age));

    [Theory]
    [InlineData(49, "")]
    [InlineData(50, "20LO00")]
    [InlineData(null, "")]
    public void is_a_vestiging_of_50_pupils_or_more(int? pupils, string expected) =>
        Assert.Equal(expected, Harmless.Vestiging(WrittenValues.Parse<EstablishmentCode>("20LO00"), pupils));

    [Theory]
    [InlineData(null, 10, Phase.Po)]
    [InlineData(null, 11, Phase.Unspecified)]
    [InlineData(null, 13, Phase.Unspecified)]
    [InlineData(null, 14, Phase.Vo)]
    [InlineData(SchoolKind.Vo, 10, Phase.Vo)]
    [InlineData(SchoolKind.Bo, 14, Phase.Po)]
    [InlineData(SchoolKind.SoVso, 12, Phase.Unspecified)]
    public void is_the_phase_of_the_vestiging_else_of_the_age(SchoolKind? kind, int age, Phase expected) => Assert.Equal(expected, Harmless.PhaseOf(kind, age));

    [Theory]
    [InlineData(2010, 7, 2026)] // 16 on a day of July 2026: the school year 2025-2026 ends leerplicht
    [InlineData(2010, 8, 2027)] // 16 in August 2026: the next one does
    [InlineData(2010, 12, 2027)]
    [InlineData(2010, 1, 2026)]
    public void is_the_end_of_leerplicht_with_the_school_year_of_the_sixteenth_birthday(int year, int month, int end) =>
        Assert.Equal(new DateOnly(end, 7, 31), new BirthDate(year, month, null).LeerplichtEnd);

    [Theory]
    [InlineData(5, 2015, 6)]
    [InlineData(12, 2016, 1)]
    public void is_the_start_of_leerplicht_in_the_month_after_the_fifth_birthday(int month, int startYear, int startMonth) =>
        Assert.Equal(new DateOnly(startYear, startMonth, 1), new BirthDate(2010, month, 20).LeerplichtStart);

    [Theory]
    [InlineData(19, 14)]
    [InlineData(20, 15)]
    public void is_the_age_in_whole_years(int day, int expected) => Assert.Equal(expected, new BirthDate(2010, 5, 20).AgeOn(new(2025, 5, day)));
}
