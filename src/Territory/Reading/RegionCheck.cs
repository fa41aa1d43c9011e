namespace Regional.Territory;

/// <summary>What a check of the regions found.</summary>
/// <param name="Findings">Every fault, in the order of the files; empty when all is well.</param>
/// <param name="Regions">The regions; null while there is a fault.</param>
public sealed record RegionReport(IReadOnlyList<Finding> Findings, Regions? Regions);

/// <summary>Checks the files of all regions and explains every fault at once.</summary>
public static class RegionCheck
{
    /// <summary>Checks a folder of regions: one folder for each, named by its code, with a <c>region.json</c> and tables beside it.</summary>
    public static RegionReport Run(string folder)
    {
        var findings = new Findings();
        var schema = JsonSchema.OfRegion();
        var regions = new List<Region>();
        foreach (var path in Folders(folder, findings))
        {
            var before = findings.Count;
            var shown = Path.GetFileName(path);
            var file = RegionFile.Read(path, shown, schema, findings);
            var tables = RegionTables.Read(path, shown, findings);
            if (file is not null && findings.Count == before)
            {
                regions.Add(new(file.Content(tables)));
            }
        }

        return new(findings.All, findings.Count == 0 ? new(regions) : null);
    }

    private static IReadOnlyList<string> Folders(string folder, Findings findings)
    {
        var all = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        if (all.Count == 0)
        {
            findings.Add(new(folder, ""), "NO_REGIONS", "There is no region here.", "Give the folder that holds a folder for each region, such as 'regions' of the repository.");
        }

        return all;
    }
}
