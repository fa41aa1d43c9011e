namespace Regional.Territory;

/// <summary>What must hold between a region, its municipalities and its postcodes.</summary>
internal static class TerritoryRules
{
    public static void Check(string folderName, RegionFile file, RegionTables tables, Findings findings)
    {
        if (file.Code is { } code)
        {
            CheckCode(folderName, code, file, tables, findings);
        }

        CheckMunicipalities(file, findings);
        CheckPostcodes(file, tables, findings);
    }

    private static void CheckCode(string folderName, RegionCode code, RegionFile file, RegionTables tables, Findings findings)
    {
        if (code.ToString() != folderName)
        {
            findings.Add(
                file.At.Below("code"), "FOLDER", $"The region {code} lies in the folder '{folderName}'.", $"Name the folder {code}, or correct the code.");
        }

        if (tables.Postcodes is { IsWhole: true, Rows: var rows } && !rows.Any(row => row.Value.Place.IsIn(code)))
        {
            findings.Add(
                rows[0].At with { Where = "" }, "TERRITORY_EMPTY", $"No postcode lies in {code}.", "Add its postcodes, or correct the code of the region.");
        }
    }

    private static void CheckMunicipalities(RegionFile file, Findings findings)
    {
        var codes = new Dictionary<MunicipalityCode, Location>();
        var names = new Dictionary<string, Municipality>(StringComparer.OrdinalIgnoreCase);
        foreach (var (municipality, at) in file.Municipalities.Select(each => (each.Value, each.At)))
        {
            if (!codes.TryAdd(municipality.Code, at))
            {
                findings.Add(
                    at, "MUNICIPALITY_TWICE", $"The municipality {municipality.Code} is already at {codes[municipality.Code].Where}.",
                    "Leave one of them out.");
            }

            foreach (var name in municipality.Aliases.Prepend(municipality.Name).Where(name => !names.TryAdd(name, municipality)))
            {
                findings.Add(
                    at, "MUNICIPALITY_NAME_TWICE", $"The name '{name}' is already that of {names[name].Code}; capitals do not tell names apart.",
                    "Leave out the alias that is not needed.");
            }
        }
    }

    private static void CheckPostcodes(RegionFile file, RegionTables tables, Findings findings)
    {
        foreach (var row in tables.Postcodes.Rows)
        {
            RequireMunicipality(row.Value.Place.Municipality, row.At with { Where = $"{row.At.Where}, column municipality" }, file, findings);
            RequireSector(row.Value.Place.Po, Sector.Po, row.At, findings);
            RequireSector(row.Value.Place.Vo, Sector.Vo, row.At, findings);
        }

        foreach (var rows in tables.Postcodes.Rows.GroupBy(row => row.Value.Postcode))
        {
            PeriodRules.Check($"The postcode {rows.Key}", rows.Select(row => new Located<Period>(row.Value.Validity, row.At)), "POSTCODE_TWICE", findings);
        }
    }

    private static void RequireSector(RegionCode code, Sector sector, Location at, Findings findings)
    {
        if (code.Sector != sector)
        {
            var column = EnumText.Of(sector);
            findings.Add(
                at with { Where = $"{at.Where}, column {column}" }, "SECTOR", $"{code} stands in the column of the other sector.",
                $"Write a code that begins with {column.ToUpperInvariant()}.");
        }
    }

    public static bool RequireMunicipality(MunicipalityCode code, Location at, RegionFile file, Findings findings)
    {
        if (file.MayKnow(code))
        {
            return true;
        }

        findings.Add(
            at, "MUNICIPALITY_UNKNOWN", $"The municipality {code} is not in the list of municipalities.",
            $"Add it to 'municipalities' in {RegionFile.Name}, or correct the code.");
        return false;
    }
}
