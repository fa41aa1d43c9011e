using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Indicators.Spells;

/// <summary>Counts the pupils with a spell in a school year, each of them once.</summary>
internal sealed class CountPupils(Database database)
{
    // A pupil lies in one cell: that of the first spell that touches the school year and began while the pupil lived in one of the municipalities.
    // A spell that lasts has no end yet, and touches every school year from its own to the present one; later ones have no table.
    private static readonly Sql ByFirstSpell = new(
        Counting("in (select value from json_each(@municipalities))"),
        Counting("= any(@municipalities)"));

    /// <summary>How many pupils each municipality has in each class, going by the signals of these municipalities alone; a cell without pupils is absent.</summary>
    public async Task<IReadOnlyDictionary<(MunicipalityCode Municipality, VerzuimClass Class), long>> ByMunicipality(
        Region region, IReadOnlyList<Municipality> municipalities, SchoolYear year)
    {
        await using var connection = await database.OpenReader();
        return (await connection.QueryAsync<(string Municipality, int Class, long Pupils)>(ByFirstSpell.For(connection), new
        {
            region = region.Code.ToString(),
            first = year.First,
            last = year.Last,
            municipalities = connection.SetOf(municipalities.Select(m => m.Code.ToString())),
        })).ToDictionary(row => (WrittenValues.Parse<MunicipalityCode>(row.Municipality), (VerzuimClass)row.Class), row => row.Pupils);
    }

    private static string Counting(string ofThese) => $"""
        with touching as (
          select municipality, verzuim_class, row_number() over (partition by subject order by start_date, log, position) as nth
            from spells join served using (log, generation)
           where source = 'signalering' and region = @region and age_band between {(int)AgeBand._5To11} and {(int)AgeBand._16To17} and start_date <= @last and (end_date is null or end_date >= @first) and municipality {ofThese})
        select municipality, verzuim_class, count(*)
          from touching
         where nth = 1
         group by municipality, verzuim_class
        """;
}
