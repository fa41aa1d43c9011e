namespace Regional.Territory;

/// <summary>What must hold between municipalities, postcodes and the units that a region is divided into.</summary>
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
        foreach (var drawings in file.Drawings.GroupBy(drawing => drawing.Value.Drawing.Code))
        {
            PeriodRules.Check(
                $"A drawing '{drawings.Key}'", drawings.Select(drawing => new Located<Period>(drawing.Value.Drawing.Validity, drawing.At)), "DRAWING_OVERLAP", findings);
        }

        foreach (var drawing in file.Drawings)
        {
            CheckUnits(drawing.Value.Units, file, tables, findings);
        }
    }

    private static void CheckCode(string folderName, RegionCode code, RegionFile file, RegionTables tables, Findings findings)
    {
        if (code.ToString() != folderName)
        {
            findings.Add(file.At.Below("code"), "FOLDER", $"The region {code} lies in the folder '{folderName}'.", $"Name the folder {code}, or correct the code.");
        }

        if (tables.Postcodes.Count > 0 && !tables.Postcodes.Any(row => row.Value.Place.IsIn(code)))
        {
            findings.Add(tables.Postcodes[0].At with { Where = "" }, "TERRITORY_EMPTY", $"No postcode lies in {code}.", "Add its postcodes, or correct the code of the region.");
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
                findings.Add(at, "MUNICIPALITY_TWICE", $"The municipality {municipality.Code} is already at {codes[municipality.Code].Where}.", "Leave one of them out.");
            }

            foreach (var name in municipality.Aliases.Prepend(municipality.Name).Where(name => !names.TryAdd(name, municipality)))
            {
                findings.Add(at, "MUNICIPALITY_NAME_TWICE", $"The name '{name}' is already that of {names[name].Code}; capitals do not tell names apart.", "Leave out the alias that is not needed.");
            }
        }
    }

    private static void CheckPostcodes(RegionFile file, RegionTables tables, Findings findings)
    {
        foreach (var row in tables.Postcodes)
        {
            RequireMunicipality(row.Value.Place.Municipality, row.At with { Where = $"{row.At.Where}, column municipality" }, file, findings);
            RequireSector(row.Value.Place.Po, Sector.Po, row.At, findings);
            RequireSector(row.Value.Place.Vo, Sector.Vo, row.At, findings);
        }

        foreach (var rows in tables.Postcodes.GroupBy(row => row.Value.Postcode))
        {
            PeriodRules.Check($"The postcode {rows.Key}", rows.Select(row => new Located<Period>(row.Value.Validity, row.At)), "POSTCODE_TWICE", findings);
        }
    }

    private static void RequireSector(RegionCode code, Sector sector, Location at, Findings findings)
    {
        if (code.Sector != sector)
        {
            var column = EnumText.Of(sector);
            findings.Add(at with { Where = $"{at.Where}, column {column}" }, "SECTOR", $"{code} stands in the column of the other sector.", $"Write a code that begins with {column.ToUpperInvariant()}.");
        }
    }

    private static void CheckUnits(IReadOnlyList<WrittenUnit> units, RegionFile file, RegionTables tables, Findings findings)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var municipalities = new Dictionary<MunicipalityCode, string>();
        var postcodes = new Dictionary<Postcode4, string>();
        var municipalityOf = tables.Postcodes
            .Where(row => file.Code is not { } code || row.Value.Place.IsIn(code))
            .GroupBy(row => row.Value.Postcode).ToDictionary(rows => rows.Key, rows => rows.Last().Value.Place.Municipality);
        foreach (var unit in units)
        {
            if (!codes.Add(unit.Unit.Code))
            {
                findings.Add(unit.At.Below("code"), "UNIT_TWICE", $"There is another unit '{unit.Unit.Code}' in this drawing.", "Give each unit a code of its own.");
            }

            if (unit.Municipalities.Count + unit.Postcodes.Count == 0 && !findings.Has(unit.At))
            {
                findings.Add(unit.At, "UNIT_EMPTY", $"Nothing lies in '{unit.Unit.Code}'.", "List its 'municipalities' or its 'postcodes'.");
            }

            foreach (var municipality in unit.Municipalities)
            {
                if (RequireMunicipality(municipality.Value, municipality.At, file, findings) && tables.Postcodes.Count > 0 && !municipalityOf.ContainsValue(municipality.Value))
                {
                    findings.Add(municipality.At, "UNIT_OUTSIDE", $"No postcode of {municipality.Value} lies in this region.", "Leave it out of the unit: a unit is a part of its region.");
                }

                RequireOnce(municipality, $"The municipality {municipality.Value}", municipalities, unit.Unit.Code, findings);
            }

            foreach (var postcode in unit.Postcodes)
            {
                if (tables.Postcodes.Count > 0 && !municipalityOf.ContainsKey(postcode.Value))
                {
                    findings.Add(postcode.At, "UNIT_OUTSIDE", $"The postcode {postcode.Value} does not lie in this region.", "Leave it out of the unit, or add it to postcodes.csv.");
                }

                RequireOnce(postcode, $"The postcode {postcode.Value}", postcodes, unit.Unit.Code, findings);
            }
        }

        // After all units have been read, because a postcode may be listed before the unit that has its municipality.
        foreach (var postcode in units.SelectMany(unit => unit.Postcodes))
        {
            if (municipalityOf.TryGetValue(postcode.Value, out var municipality) && municipalities.TryGetValue(municipality, out var other))
            {
                findings.Add(
                    postcode.At, "UNIT_MEMBER_TWICE", $"The postcode {postcode.Value} is listed, and lies with its municipality {municipality} in '{other}' too.",
                    "List the other postcodes of the municipality instead of the municipality, or leave this one out.");
            }
        }
    }

    private static void RequireOnce<T>(Located<T> member, string what, Dictionary<T, string> units, string unit, Findings findings)
        where T : notnull
    {
        if (!units.TryAdd(member.Value, unit))
        {
            findings.Add(member.At, "UNIT_MEMBER_TWICE", $"{what} already lies in '{units[member.Value]}'.", "Leave one of them out: in one drawing everything lies in one unit at most.");
        }
    }

    public static bool RequireMunicipality(MunicipalityCode code, Location at, RegionFile file, Findings findings)
    {
        if (file.KnownMunicipalities.Contains(code.ToString()))
        {
            return true;
        }

        findings.Add(at, "MUNICIPALITY_UNKNOWN", $"The municipality {code} is not in the list of municipalities.", $"Add it to 'municipalities' in {RegionFile.Name}, or correct the code.");
        return false;
    }
}
