using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.Indicators.Population;

/// <summary>A row of an imported school table.</summary>
/// <param name="Name">As the source prints it.</param>
/// <param name="Kind">The education that the row counts.</param>
/// <param name="Pupils">How many; 0 or more.</param>
/// <param name="On">The teldatum.</param>
/// <param name="Source">The id of the source among those of the region.</param>
/// <param name="Note">What the row does not show; may be empty.</param>
internal sealed record CountedSchool(string Name, SchoolKind Kind, int Pupils, CountingDate On, string Source, string Note);

/// <summary>The imported school tables.</summary>
internal sealed class CountedSchools(Database database)
{
    private const string OfRegion = """
        select name, kind, pupils, counted_on, counted_text, source, note from schools where region = @region order by row
        """;

    /// <summary>The rows of a region's school table, in the order of its file.</summary>
    public async Task<IReadOnlyList<CountedSchool>> Of(RegionCode region)
    {
        await using var connection = await database.OpenReader();
        return
        [
            .. (await connection.QueryAsync<(string Name, string Kind, int Pupils, DateOnly? On, string? Text, string Source, string Note)>(OfRegion, new { region = region.ToString() }))
                .Select(row => new CountedSchool(row.Name, KindOf(row.Kind), row.Pupils, DateOf(row.On, row.Text), row.Source, row.Note)),
        ];
    }

    private static SchoolKind KindOf(string text) =>
        EnumText.TryParse<SchoolKind>(text, out var kind, out var reason) ? kind : throw new FormatException(reason);

    private static CountingDate DateOf(DateOnly? day, string? text) => day is { } on ? new CountingDate.On(on) : new CountingDate.AsPrinted(text!);
}
