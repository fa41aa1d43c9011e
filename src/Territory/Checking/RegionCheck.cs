namespace Regional.Territory;

/// <summary>What a check of the regions found.</summary>
/// <param name="Findings">Every fault, in the order of the files; empty when all is well.</param>
/// <param name="IsWhole">Whether all could be read. Where not, what rests on the unreadable was not checked, and may show more faults once that is mended.</param>
/// <param name="Regions">The regions; null while there is a fault.</param>
public sealed record RegionReport(IReadOnlyList<Finding> Findings, bool IsWhole, Regions? Regions);

/// <summary>Checks the files of all regions and explains every fault at once.</summary>
public static class RegionCheck
{
    /// <summary>Checks a folder of regions: one folder for each, named by its code, with a <c>region.json</c> and tables beside it.</summary>
    /// <param name="folder">The folder; where it is missing or empty, that is the finding.</param>
    public static RegionReport Run(string folder)
    {
        var (findings, isWhole) = (new Findings(), true);
        var schema = JsonSchema.OfRegion();
        var read = new List<(RegionFile File, RegionTables Tables)>();
        foreach (var path in Folders(folder, findings))
        {
            var (name, before) = (Path.GetFileName(path), findings.Count);
            var file = RegionFile.Read(path, name, schema, findings);
            var tables = RegionTables.Read(path, name, findings);
            isWhole &= findings.Count == before;
            if (file is not null)
            {
                TerritoryRules.Check(name, file, tables, findings);
                DrawingRules.Check(file, tables, findings);
                SchoolRules.Check(file, tables, findings);
                PartyRules.Check(file, tables, findings);
                read.Add((file, tables));
            }
        }

        NeighbourRules.Check(read, findings);
        return new(findings.All, isWhole, findings.Count == 0 ? new(read.Select(region => new Region(region.File.Content(region.Tables)))) : null);
    }

    private static IReadOnlyList<string> Folders(string folder, Findings findings)
    {
        var all = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).ToList() : [];
        if (all.Count == 0)
        {
            findings.Add(
                new(folder, ""), "NO_REGIONS", "There is no region here.",
                "Give the folder that holds a folder for each region, such as 'regions' of the repository.");
        }

        return all;
    }
}
