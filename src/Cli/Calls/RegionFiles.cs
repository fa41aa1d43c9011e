using Regional.Territory;

namespace Regional.Cli.Calls;

/// <summary>The folder <c>regions</c> of the repository; it is there whether or not a stack runs.</summary>
internal static class RegionFiles
{
    /// <summary>The folder of regions in or above a folder; null when there is none.</summary>
    public static string? Near(string folder) =>
        Above(folder).Select(above => Path.Combine(above, "regions")).FirstOrDefault(regions => File.Exists(Path.Combine(regions, "region.schema.json")));

    /// <summary>Loads the regions of a folder.</summary>
    /// <exception cref="CliFault">They have faults.</exception>
    public static Regions Load(string regions)
    {
        try
        {
            return Regions.Load(regions);
        }
        catch (BrokenRegionsException broken)
        {
            throw CliFault.NotDone(broken.Message);
        }
    }

    /// <summary>A folder and all that it lies in, the nearest first.</summary>
    public static IEnumerable<string> Above(string folder)
    {
        for (var each = new DirectoryInfo(folder); each is not null; each = each.Parent)
        {
            yield return each.FullName;
        }
    }
}
