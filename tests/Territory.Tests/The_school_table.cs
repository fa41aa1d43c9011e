namespace Regional.Territory.Tests;

public sealed class The_school_table
{
    [Fact]
    public void of_VO2201_adds_up_to_what_its_plan_counts()
    {
        var region = RealRegions.VO2201;
        var (vo, pro, isk, vso) = (
            region.PupilsIn(SchoolKind.Vo), region.PupilsIn(SchoolKind.Pro), region.PupilsIn(SchoolKind.Isk), region.PupilsIn(SchoolKind.Vso));

        Assert.Equal((6772, 318, 234, 245, 7090), (vo + pro + isk, vso, pro, isk, vo + pro + isk + vso));
    }
}
