using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.Indicators.Population;

/// <summary>How many leer- en kwalificatieplichtigen live somewhere.</summary>
/// <param name="Pupils">How many; at least 1.</param>
/// <param name="MadeUp">Whether the number, or a part of it, was made up for tests.</param>
internal sealed record Denominator(long Pupils, bool MadeUp)
{
    /// <summary>The population of several municipalities together; null when that of one of them is not known.</summary>
    public static Denominator? Sum(IEnumerable<Denominator?> parts) =>
        parts.Aggregate((Denominator?)new(0, false), (sum, part) => sum is null || part is null ? null : new(sum.Pupils + part.Pupils, sum.MadeUp || part.MadeUp));
}

/// <summary>The imported resident pupils: denominators by residence.</summary>
internal sealed class Residents(Database database)
{
    private const string OfYear = "select municipality, pupils, made_up from resident_pupils where region = @region and school_year = @year";

    /// <summary>The residents of each municipality of the region in a school year; a municipality whose residents are not known is absent.</summary>
    public async Task<IReadOnlyDictionary<MunicipalityCode, Denominator>> Of(RegionCode region, SchoolYear year)
    {
        await using var connection = await database.OpenReader();
        return (await connection.QueryAsync<(string Municipality, long Pupils, bool MadeUp)>(OfYear, new { region = region.ToString(), year = year.ToString() }))
            .ToDictionary(row => WrittenValues.Parse<MunicipalityCode>(row.Municipality), row => new Denominator(row.Pupils, row.MadeUp));
    }
}
