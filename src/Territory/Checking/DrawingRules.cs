namespace Regional.Territory;

/// <summary>What must hold for the ways in which a region is divided: drawings follow each other, and nothing lies in two units of one.</summary>
internal sealed class DrawingRules
{
    private readonly RegionFile _file;
    private readonly RegionTables _tables;
    private readonly Findings _findings;
    private readonly Dictionary<Postcode4, MunicipalityCode> _inside;

    private DrawingRules(RegionFile file, RegionTables tables, Findings findings)
    {
        (_file, _tables, _findings) = (file, tables, findings);
        _inside = tables.Postcodes.Rows
            .Where(row => file.Code is not { } code || row.Value.Place.IsIn(code))
            .GroupBy(row => row.Value.Postcode)
            .ToDictionary(rows => rows.Key, rows => rows.Last().Value.Place.Municipality);
    }

    public static void Check(RegionFile file, RegionTables tables, Findings findings)
    {
        var rules = new DrawingRules(file, tables, findings);
        foreach (var drawings in file.Drawings.GroupBy(drawing => drawing.Value.Drawing.Code))
        {
            var periods = drawings.Select(drawing => new Located<Period>(drawing.Value.Drawing.Validity, drawing.At));
            PeriodRules.Check($"A drawing '{drawings.Key}'", periods, "DRAWING_OVERLAP", findings);
        }

        foreach (var drawing in file.Drawings)
        {
            SchoolRules.RequireSource(drawing.Value.Drawing.Source, drawing.At.Below("source"), file, findings);
            rules.CheckUnits(drawing.Value.Units);
        }
    }

    private void CheckUnits(IReadOnlyList<WrittenUnit> units)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var municipalities = new Dictionary<MunicipalityCode, string>();
        var postcodes = new Dictionary<Postcode4, string>();
        foreach (var unit in units)
        {
            if (!codes.Add(unit.Unit.Code))
            {
                _findings.Add(
                    unit.At.Below("code"), "UNIT_TWICE", $"There is another unit '{unit.Unit.Code}' in this drawing.", "Give each unit a code of its own.");
            }

            if (unit.Municipalities.Count + unit.Postcodes.Count == 0 && !_findings.Has(unit.At))
            {
                _findings.Add(unit.At, "UNIT_EMPTY", $"Nothing lies in '{unit.Unit.Code}'.", "List its 'municipalities' or its 'postcodes'.");
            }

            foreach (var municipality in unit.Municipalities)
            {
                if (TerritoryRules.RequireMunicipality(municipality.Value, municipality.At, _file, _findings))
                {
                    RequireInside(_inside.ContainsValue(municipality.Value), $"the municipality {municipality.Value}", municipality.At);
                }

                RequireOnce(municipality, $"The municipality {municipality.Value}", municipalities, unit.Unit.Code);
            }

            foreach (var postcode in unit.Postcodes)
            {
                RequireInside(_inside.ContainsKey(postcode.Value), $"the postcode {postcode.Value}", postcode.At);
                RequireOnce(postcode, $"The postcode {postcode.Value}", postcodes, unit.Unit.Code);
            }
        }

        // After all units have been read, because a postcode may be listed before the unit that has its municipality.
        foreach (var postcode in units.SelectMany(unit => unit.Postcodes))
        {
            if (_inside.TryGetValue(postcode.Value, out var municipality) && municipalities.TryGetValue(municipality, out var other))
            {
                _findings.Add(
                    postcode.At, "UNIT_MEMBER_TWICE", $"The postcode {postcode.Value} is listed, and lies with its municipality {municipality} in '{other}'.",
                    "List the other postcodes of the municipality instead of the municipality, or leave this one out.");
            }
        }
    }

    private void RequireInside(bool isInside, string what, Location at)
    {
        if (!isInside && _tables.Postcodes.IsWhole)
        {
            _findings.Add(at, "UNIT_OUTSIDE", $"Nothing of {what} lies in this region.", "Leave it out of the unit: a unit is a part of its region.");
        }
    }

    private void RequireOnce<T>(Located<T> member, string what, Dictionary<T, string> units, string unit)
        where T : notnull
    {
        if (!units.TryAdd(member.Value, unit))
        {
            _findings.Add(
                member.At, "UNIT_MEMBER_TWICE", $"{what} already lies in '{units[member.Value]}'.",
                "Leave one of them out: in one drawing everything lies in one unit at most.");
        }
    }
}
