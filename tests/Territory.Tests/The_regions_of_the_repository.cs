namespace Regional.Territory.Tests;

public sealed class The_regions_of_the_repository
{
    private static readonly DateOnly s_day = new(2024, 11, 4);

    [Fact]
    public void pass_the_check() => Assert.Empty(RegionCheck.Run(RealRegions.Folder).Findings);

    [Fact]
    public void are_found_by_their_codes()
    {
        Assert.Equal(["PO3008", "VO2201"], RealRegions.All.All.Select(region => region.Code.ToString()));
        Assert.Null(RealRegions.All.Find(RegionCode.Parse("VO2001")));
    }

    [Fact]
    public void name_the_municipalities_that_lie_in_them_and_those_beside()
    {
        Assert.Equal(["Aa en Hunze", "Assen", "Midden-Drenthe", "Tynaarlo"], RealRegions.VO2201.Municipalities.Select(municipality => municipality.Name));
        Assert.Equal(["Noordenveld"], RealRegions.VO2201.Neighbours.Select(municipality => municipality.Name));
        Assert.Equal(10, RealRegions.PO3008.Municipalities.Count);
    }

    [Theory]
    [InlineData("Nuenen")]
    [InlineData("NUENEN CA")]
    [InlineData("Nuenen C.A.")]
    [InlineData("Nuenen, Gerwen en Nederwetten")]
    public void know_a_municipality_by_all_its_names(string name) => Assert.Equal("0820", RealRegions.PO3008.MunicipalityNamed(name)?.Code.ToString());

    [Fact]
    public void count_90_postcodes_in_VO2201_and_50_in_PO3008() =>
        Assert.Equal((90, 50), (PostcodesIn(RealRegions.VO2201), PostcodesIn(RealRegions.PO3008)));

    [Fact]
    public void give_a_split_municipality_only_its_own_postcodes()
    {
        Assert.Equal(["5591"], RealRegions.PO3008.PostcodesOf(MunicipalityCode.Parse("1658"), s_day).Select(postcode => postcode.ToString()));
        Assert.DoesNotContain(Postcode4.Parse("9471"), RealRegions.VO2201.PostcodesOf(MunicipalityCode.Parse("1730"), s_day));
    }

    [Fact]
    public void keep_the_counting_date_of_VSO_as_it_is_printed()
    {
        var vso = RealRegions.VO2201.Schools.Where(school => school.Kind == SchoolKind.Vso).ToList();

        Assert.Equal([257, 61], vso.Select(school => school.Count.Pupils));
        Assert.All(vso, school => Assert.Equal(new CountingDate.AsPrinted("1 feb"), school.Count.On));
        Assert.All(
            RealRegions.VO2201.Schools.Except(vso), school => Assert.Equal(new CountingDate.On(new(2024, 10, 1)), school.Count.On));
    }

    [Fact]
    public void keep_the_count_of_DUO_beside_that_of_the_plan()
    {
        var isk = RealRegions.VO2201.Schools.Single(school => school.Kind == SchoolKind.Isk);

        Assert.Equal((245, 362), (isk.Count.Pupils, isk.Beside?.Pupils));
        Assert.Contains("+143", isk.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void let_one_row_of_the_school_table_cover_several_vestigingen()
    {
        var atlas = RealRegions.VO2201.Schools.Single(school => school.Name == "De Atlas");

        Assert.Equal(["00ZF00", "00ZF15", "00ZF17"], atlas.Establishments.Select(code => code.ToString()));
        Assert.Equal(("41414", "0106"), (atlas.Board?.ToString(), atlas.Municipality.ToString()));
        Assert.Null(RealRegions.All.Find(EstablishmentCode.Parse("00ZF17"))!.Postcode);
    }

    [Fact]
    public void give_one_OIN_in_two_roles_two_mandates()
    {
        var oin = Oin.Parse("00000099000100106000");

        var municipality = Assert.Single(RealRegions.All.ParticipationsOf(new(oin, Role.Municipality, "leerplicht")));
        var board = Assert.Single(RealRegions.All.ParticipationsOf(new(oin, Role.SchoolBoard, "verzuim")));
        Assert.Equal(new Mandate.OfMunicipality(MunicipalityCode.Parse("0106")), municipality.Participant.Mandate);
        Assert.Equal(new Mandate.OfBoard(BoardNumber.Parse("10053")), board.Participant.Mandate);
        Assert.Empty(RealRegions.All.ParticipationsOf(new(oin, Role.SchoolBoard, "leerplicht")));
    }

    [Theory]
    [InlineData(Role.SchoolBoard, Role.Municipality, "absence-report", true)]
    [InlineData(Role.Municipality, Role.SchoolBoard, "absence-follow-up", true)]
    [InlineData(Role.SchoolBoard, Role.Samenwerkingsverband, "escalation", true)]
    [InlineData(Role.Municipality, Role.Samenwerkingsverband, "pupil-signals", false)]
    [InlineData(Role.Samenwerkingsverband, Role.Municipality, "placement-status", false)]
    [InlineData(Role.YouthCare, Role.Municipality, "youth-care", false)]
    [InlineData(Role.Municipality, Role.YouthCare, "never-recorded", false)]
    public void open_a_flow_only_where_a_grondslag_is_recorded(Role from, Role to, string purpose, bool isOpen) =>
        Assert.All(RealRegions.All.All, region => Assert.Equal(isOpen, region.GrondslagFor(from, to, purpose, s_day) is not null));

    [Fact]
    public void shut_a_flow_on_the_day_that_its_grondslag_ends()
    {
        var end = RealRegions.VO2201.GrondslagFor(Role.SchoolBoard, Role.Municipality, "absence-report", s_day)!.Validity.Until!.Value;

        Assert.NotNull(RealRegions.VO2201.GrondslagFor(Role.SchoolBoard, Role.Municipality, "absence-report", end.AddDays(-1)));
        Assert.Null(RealRegions.VO2201.GrondslagFor(Role.SchoolBoard, Role.Municipality, "absence-report", end));
    }

    [Fact]
    public void leave_the_denominator_of_a_target_open_where_its_source_does()
    {
        var targets = RealRegions.VO2201.Targets.ToDictionary(target => target.Indicator);

        Assert.Equal((3.5m, 2030, null), (targets["vso-participation"].Value, targets["vso-participation"].Year, targets["vso-participation"].Denominator));
        Assert.Equal((3.25m, null, null), (targets["pro-participation"].Value, targets["pro-participation"].Year, targets["pro-participation"].Denominator));
    }

    [Theory]
    [InlineData("0762", "DAS")]
    [InlineData("1659", "GMHNL")]
    [InlineData("0794", "Helmond")]
    [InlineData("1652", null)]
    [InlineData("0755", null)]
    public void draw_PO3008_into_units_and_a_remainder(string municipality, string? unit) =>
        Assert.Equal(unit, RealRegions.PO3008.DrawingOn("organisatorische-eenheden", s_day)!.UnitOf(MunicipalityCode.Parse(municipality), null)?.Code);

    [Fact]
    public void mark_the_five_kringen_of_Helmond_as_fictitious()
    {
        var kringen = RealRegions.PO3008.DrawingOn("scholenkringen-helmond", s_day)!;

        Assert.Equal((Membership.Fictitious, 5), (kringen.Membership, kringen.Units.Count));
        Assert.Equal("kring-1", kringen.UnitOf(MunicipalityCode.Parse("0794"), Postcode4.Parse("5702"))?.Code);
        Assert.Null(kringen.UnitOf(MunicipalityCode.Parse("0794"), null));
    }

    [Fact]
    public void have_the_published_rates_and_say_which_stand_in_and_which_are_made_up()
    {
        var assen = RealRegions.VO2201.AbsenceRates.Single(rate => rate.Municipality == MunicipalityCode.Parse("0106") && rate.Kind == AbsenceKind.Relative);

        Assert.Equal((25m, PublishedFor.Municipality), (assen.PerThousand, assen.PublishedFor));
        Assert.All(RealRegions.PO3008.AbsenceRates, rate => Assert.Equal(PublishedFor.National, rate.PublishedFor));
        Assert.All(
            RealRegions.All.All.SelectMany(region => region.ResidentPupils),
            pupils => Assert.Equal((10_000, DenominatorBasis.MadeUp), (pupils.Pupils, pupils.Basis)));
        Assert.All(RealRegions.All.All, region => Assert.Equal(
            region.Municipalities.Select(municipality => municipality.Code).ToHashSet(),
            region.ResidentPupils.Select(pupils => pupils.Municipality).ToHashSet()));
    }

    [Fact]
    public void have_a_digest_that_is_another_as_soon_as_a_file_says_something_else()
    {
        using var copy = new RegionsCopy();
        Assert.Equal(RealRegions.All.Digest, Regions.Load(copy.Folder).Digest);

        copy.Edit("VO2201/resident-pupils.csv", text => text.Replace("10000", "10001", StringComparison.Ordinal));

        Assert.NotEqual(RealRegions.All.Digest, Regions.Load(copy.Folder).Digest);
    }

    private static int PostcodesIn(Region region) =>
        region.Municipalities.Sum(municipality => region.PostcodesOf(municipality.Code, s_day).Count);
}
