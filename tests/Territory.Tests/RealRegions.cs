namespace Regional.Territory.Tests;

/// <summary>The regions of the repository, loaded once.</summary>
internal static class RealRegions
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "regions");

    public static Regions All { get; } = Regions.Load(Folder);

    public static Region VO2201 => All.Find(RegionCode.Parse("VO2201"))!;

    public static Region PO3008 => All.Find(RegionCode.Parse("PO3008"))!;
}
