namespace Regional.Territory;

/// <summary>What must hold between vestigingen, the school table and the rates beside them.</summary>
internal static class SchoolRules
{
    public static void Check(RegionFile file, RegionTables tables, Findings findings)
    {
        CheckEstablishments(file, tables, findings);
        CheckSchools(file, tables, findings);
        CheckRates(file, tables, findings);
    }

    private static void CheckEstablishments(RegionFile file, RegionTables tables, Findings findings)
    {
        var postcodes = tables.Postcodes.Rows.Select(row => row.Value.Postcode).ToHashSet();
        var codes = new Dictionary<EstablishmentCode, Location>();
        foreach (var (establishment, at) in tables.Establishments.Rows.Select(row => (row.Value, row.At)))
        {
            if (!codes.TryAdd(establishment.Code, at))
            {
                findings.Add(
                    Column(at, "establishment"), "ESTABLISHMENT_TWICE", $"{establishment.Code} is already at {codes[establishment.Code].Where}.",
                    "Leave one of them out.");
            }

            TerritoryRules.RequireMunicipality(establishment.Municipality, Column(at, "municipality"), file, findings);
            RequireSource(establishment.Source, Column(at, "source"), file, findings);
            if (establishment.Postcode is { } postcode && tables.Postcodes.IsWhole && !postcodes.Contains(postcode))
            {
                findings.Add(
                    Column(at, "postcode"), "POSTCODE_UNKNOWN",
                    $"The postcode {postcode} is not in postcodes.csv, so it cannot be told to which samenwerkingsverband {establishment.Code} belongs.",
                    "Add the postcode, or leave the field empty: then the municipality decides.");
            }
        }
    }

    private static void CheckSchools(RegionFile file, RegionTables tables, Findings findings)
    {
        var known = tables.Establishments.Rows.DistinctBy(row => row.Value.Code).ToDictionary(row => row.Value.Code, row => row.Value);
        var counted = new Dictionary<EstablishmentCode, Location>();
        foreach (var (school, at) in tables.Schools.Rows.Select(row => (row.Value, row.At)))
        {
            RequireSource(school.Count.Source, Column(at, "source"), file, findings);
            if (school.Beside is { } beside)
            {
                RequireSource(beside.Source, Column(at, "beside-source"), file, findings);
            }

            foreach (var code in school.Establishments)
            {
                if (!counted.TryAdd(code, at))
                {
                    findings.Add(
                        Column(at, "establishments"), "SCHOOL_TWICE", $"{code} is already counted at {counted[code].Where}.",
                        "Leave one of them out: its pupils would count twice.");
                }

                if (tables.Establishments.IsWhole && !known.ContainsKey(code))
                {
                    findings.Add(
                        Column(at, "establishments"), "ESTABLISHMENT_UNKNOWN", $"The vestiging {code} is not in establishments.csv.",
                        "Add it there, or correct the code.");
                }
            }

            if (school.Establishments.Where(known.ContainsKey).Select(code => (known[code].Municipality, known[code].Board)).Distinct().Count() > 1)
            {
                findings.Add(
                    Column(at, "establishments"), "SCHOOL_SPLIT", "The vestigingen of this row lie in several municipalities or are of several boards.",
                    "Give each its own row with its own count.");
            }
        }
    }

    private static void CheckRates(RegionFile file, RegionTables tables, Findings findings)
    {
        var rates = new Dictionary<(MunicipalityCode, int, AbsenceKind), Location>();
        foreach (var (rate, at) in tables.AbsenceRates.Rows.Select(row => (row.Value, row.At)))
        {
            TerritoryRules.RequireMunicipality(rate.Municipality, Column(at, "municipality"), file, findings);
            RequireSource(rate.Source, Column(at, "source"), file, findings);
            var key = (rate.Municipality, rate.Year, rate.Kind);
            if (!rates.TryAdd(key, at))
            {
                findings.Add(at, "RATE_TWICE", $"This rate of {rate.Municipality} in {rate.Year} is already at {rates[key].Where}.", "Leave one of them out.");
            }
        }

        var residents = new Dictionary<(MunicipalityCode, SchoolYear), Location>();
        foreach (var (pupils, at) in tables.ResidentPupils.Rows.Select(row => (row.Value, row.At)))
        {
            TerritoryRules.RequireMunicipality(pupils.Municipality, Column(at, "municipality"), file, findings);
            RequireSource(pupils.Source, Column(at, "source"), file, findings);
            var key = (pupils.Municipality, pupils.SchoolYear);
            if (!residents.TryAdd(key, at))
            {
                findings.Add(
                    at, "DENOMINATOR_TWICE", $"The pupils of {pupils.Municipality} in {pupils.SchoolYear} are already at {residents[key].Where}.",
                    "Leave one of them out.");
            }
        }
    }

    public static void RequireSource(string source, Location at, RegionFile file, Findings findings)
    {
        if (!file.MayKnow(source))
        {
            findings.Add(
                at, "SOURCE_UNKNOWN", $"The source '{source}' is not in the list of sources.",
                $"Add it to 'sources' in {RegionFile.Name}, or correct the id.");
        }
    }

    private static Location Column(Location at, string column) => at with { Where = $"{at.Where}, column {column}" };
}
