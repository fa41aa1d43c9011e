using System.Globalization;

namespace Regional.Territory.Tests;

public sealed class A_signal_finds_its_region
{
    private static readonly DateOnly s_day = new(2024, 11, 4);

    [Theory]
    [InlineData("0106", "9401", Phase.Vo, "VO2201", RouteBasis.Postcode)]
    [InlineData("1730", "9761", Phase.Vo, "VO2201", RouteBasis.Postcode)]
    [InlineData("1730", "9471", Phase.Vo, "VO2001", RouteBasis.Postcode)]
    [InlineData("1730", "9471", Phase.Po, "PO2201", RouteBasis.Postcode)]
    [InlineData("0820", "5671", Phase.Po, "PO3008", RouteBasis.Postcode)]
    [InlineData("0820", "5671", Phase.Vo, "VO3007", RouteBasis.Postcode)]
    [InlineData("1658", "5591", Phase.Po, "PO3008", RouteBasis.Postcode)]
    [InlineData("1658", "5595", Phase.Po, "PO3009", RouteBasis.Postcode)]
    [InlineData("1699", "9331", Phase.Vo, "VO2002", RouteBasis.Postcode)]
    public void by_postcode_when_the_child_is_not_enrolled(string municipality, string postcode, Phase phase, string region, RouteBasis basis)
    {
        var route = RouteOf(municipality, postcode, null, phase);

        Assert.Equal((region, basis), (Only(route.Owner.Codes), route.ByResidence.Basis));
        Assert.Equal(RouteBasis.NotEnrolled, route.BySchool.Basis);
    }

    [Theory]
    [InlineData("20LO00", Phase.Vo, "VO2201")]
    [InlineData("18BR01", Phase.Vo, "VO2201")]
    [InlineData("20LO10", Phase.Unknown, "VO2201")]
    [InlineData("00ZF17", Phase.Unknown, "VO2201")]
    [InlineData("20LO01", Phase.Vo, "VO2002")]
    [InlineData("20ER01", Phase.Vo, "VO2001")]
    [InlineData("00DX00", Phase.Unknown, "PO2201")]
    [InlineData("20BG00", Phase.Vo, "VO2201")]
    [InlineData("20BG00", Phase.Po, "PO2201")]
    public void by_the_place_of_its_school_when_it_is_enrolled(string establishment, Phase phase, string region)
    {
        var route = RouteOf("0820", "5671", establishment, phase);

        Assert.Equal((region, RouteBasis.School), (Only(route.Owner.Codes), route.Owner.Basis));
        Assert.Equal(RouteBasis.Postcode, route.ByResidence.Basis);
    }

    [Fact]
    public void in_both_sectors_when_the_phase_cannot_be_told()
    {
        var route = RouteOf("0106", "9401", null, Phase.Unknown);

        Assert.Equal("PO2201 VO2201", All(route.Owner.Codes));
        Assert.Equal("VO2201", All(route.Hosted));
        Assert.Equal("PO2201", All(route.Elsewhere));
        Assert.False(route.IsElders);
    }

    [Theory]
    [InlineData("0106", null, Phase.Vo, "VO2201", RouteBasis.Municipality)]
    [InlineData("0106", "9711", Phase.Vo, "VO2201", RouteBasis.Municipality)]
    [InlineData("1730", null, Phase.Vo, "VO2201", RouteBasis.LargestPart)]
    [InlineData("1730", null, Phase.Po, "PO2201", RouteBasis.Municipality)]
    [InlineData("1730", null, Phase.Unknown, "PO2201 VO2201", RouteBasis.LargestPart)]
    [InlineData("1658", null, Phase.Po, "PO3009", RouteBasis.LargestPart)]
    public void by_municipality_when_the_postcode_is_absent_or_unknown(string municipality, string? postcode, Phase phase, string regions, RouteBasis basis)
    {
        var route = RouteOf(municipality, postcode, null, phase);

        Assert.Equal((regions, basis), (All(route.Owner.Codes), route.Owner.Basis));
    }

    [Fact]
    public void by_residence_when_no_file_knows_the_school()
    {
        var route = RouteOf("0106", "9401", "99ZZ00", Phase.Vo);

        Assert.Equal(("VO2201", RouteBasis.Unknown, 0), (All(route.Hosted), route.BySchool.Basis, route.BySchool.Codes.Count));
    }

    [Fact]
    public void elsewhere_with_the_target_when_its_school_lies_there()
    {
        var route = RouteOf("0106", "9401", "20LO01", Phase.Vo);

        Assert.True(route.IsElders);
        Assert.Equal(("VO2002", "VO2201"), (All(route.Elsewhere), All(route.ByResidence.Codes)));
    }

    [Fact]
    public void elsewhere_without_a_target_when_nothing_here_knows_the_residence()
    {
        var route = RouteOf("0014", "9711", null, Phase.Vo);

        Assert.True(route.IsElders);
        Assert.Equal((0, RouteBasis.Unknown), (route.Elsewhere.Count, route.Owner.Basis));
    }

    [Fact]
    public void not_on_a_day_before_the_territory_was_drawn()
    {
        var route = RouteOf("0106", "9401", null, Phase.Vo, new DateOnly(2015, 4, 22));

        Assert.Equal(RouteBasis.Unknown, route.Owner.Basis);
    }

    [Fact]
    public void by_the_drawing_that_holds_on_the_day()
    {
        using var copy = new RegionsCopy();
        copy.Edit("VO2201/postcodes.csv", text => text.Replace(
            "9471;1730;PO2201;VO2001;2015-04-23;",
            "9471;1730;PO2201;VO2001;2015-04-23;2026-08-01\n9471;1730;PO2201;VO2201;2026-08-01;",
            StringComparison.Ordinal));
        var routing = Regions.Load(copy.Folder).Routing;

        Assert.Equal("VO2001", Only(Route(new(2026, 7, 31)).Owner.Codes));
        Assert.Equal("VO2201", Only(Route(new(2026, 8, 1)).Owner.Codes));

        Route Route(DateOnly day) => routing.Of(MunicipalityCode.Parse("1730"), Postcode4.Parse("9471"), null, Phase.Vo, day);
    }

    [Fact]
    public void a_split_municipality_on_equal_numbers_goes_to_the_lower_code()
    {
        using var copy = new RegionsCopy();
        copy.Edit(
            "PO3008/postcodes.csv",
            text => text.Replace("6029;1658;PO3009;VO3007;2015-04-23;", "6029;1658;PO3009;VO3007;2015-04-23;2024-08-01", StringComparison.Ordinal));
        var routing = Regions.Load(copy.Folder).Routing;

        Assert.Equal("PO3009", Only(Route(new(2024, 7, 31)).Owner.Codes));
        Assert.Equal("PO3008", Only(Route(new(2024, 8, 1)).Owner.Codes));

        Route Route(DateOnly day) => routing.Of(MunicipalityCode.Parse("1658"), null, null, Phase.Po, day);
    }

    [Fact]
    public void without_allocating_because_thousands_come_each_second()
    {
        var (municipality, postcode, establishment) = (MunicipalityCode.Parse("1730"), Postcode4.Parse("9761"), EstablishmentCode.Parse("20LO00"));
        var routing = RealRegions.All.Routing;
        Look();

        var before = GC.GetAllocatedBytesForCurrentThread();
        Look();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Look()
        {
            for (var i = 0; i < 1000; i++)
            {
                routing.Of(municipality, postcode, establishment, Phase.Vo, s_day);
                routing.Of(municipality, null, null, Phase.Unknown, s_day);
            }
        }
    }

    private static Route RouteOf(string municipality, string? postcode, string? establishment, Phase phase, DateOnly? day = null) => RealRegions.All.Routing.Of(
        MunicipalityCode.Parse(municipality),
        postcode is null ? null : Postcode4.Parse(postcode),
        establishment is null ? null : EstablishmentCode.Parse(establishment),
        phase,
        day ?? s_day);

    private static string Only(RegionCodes codes) => Assert.Single(All(codes).Split(' '));

    private static string All(RegionCodes codes) =>
        string.Join(' ', Enumerable.Range(0, codes.Count).Select(i => codes[i].ToString().ToString(CultureInfo.InvariantCulture)));
}
