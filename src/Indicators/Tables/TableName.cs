using System.Text.RegularExpressions;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;

namespace Regional.Indicators.Tables;

/// <summary>The name of a region's school year: <c>regions/{region}/schoolYears/{school_year}</c>.</summary>
internal readonly record struct SchoolYearName(RegionCode Region, SchoolYear Year)
{
    private const string Form = "must be regions/{region}/schoolYears/{school_year}, like regions/VO2201/schoolYears/2024-2025";

    /// <summary>Reads the name of a parent.</summary>
    public static Outcome<SchoolYearName> Parse(string parent) => parent.Split('/') is ["regions", var region, "schoolYears", var year]
        ? Read("parent", region, year, [])
        : Refusal.InvalidFields([new("parent", "NAME", Form)]);

    /// <summary>Reads the two parts of the name that vary.</summary>
    /// <param name="field">The field of the request that holds the name.</param>
    /// <param name="region">Code of the region.</param>
    /// <param name="year">The school year.</param>
    /// <param name="others">What else is wrong with the field.</param>
    public static Outcome<SchoolYearName> Read(string field, string region, string year, IEnumerable<Violation> others)
    {
        var violations = new List<Violation>();
        if (!RegionCode.TryParse(region, out var code, out var reason))
        {
            violations.Add(new(field, "REGION_CODE", reason));
        }

        if (!SchoolYear.TryParse(year, out var schoolYear, out reason))
        {
            violations.Add(new(field, "SCHOOL_YEAR", reason));
        }

        violations.AddRange(others);
        return violations.Count == 0 ? new SchoolYearName(code, schoolYear) : Refusal.InvalidFields(violations);
    }

    /// <summary>The name as it is written.</summary>
    public override string ToString() => $"regions/{Region}/schoolYears/{Year}";
}

/// <summary>The name of a table: <c>regions/{region}/schoolYears/{school_year}/tables/{table}</c>.</summary>
internal readonly partial record struct TableName(SchoolYearName Parent, string Table)
{
    private const string Form = "must be regions/{region}/schoolYears/{school_year}/tables/{table}, like regions/VO2201/schoolYears/2024-2025/tables/participation";
    private const string IdForm = "names a table that cannot be: an id is small letters, digits and hyphens, like participation; ListTables names those that exist";

    /// <summary>Reads a name.</summary>
    public static Outcome<TableName> Parse(string name)
    {
        if (name.Split('/') is not ["regions", var region, "schoolYears", var year, "tables", var table])
        {
            return Refusal.InvalidFields([new("name", "NAME", Form)]);
        }

        return SchoolYearName.Read("name", region, year, Id().IsMatch(table) ? [] : [new("name", "TABLE_ID", IdForm)]).TryGet(out var parent, out var refusal)
            ? new TableName(parent, table)
            : refusal;
    }

    /// <summary>The name as it is written.</summary>
    public override string ToString() => $"{Parent}/tables/{Table}";

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
