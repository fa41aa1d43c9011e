using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.Indicators.Population;

/// <summary>Takes over the school tables and the resident pupils of the regions' files, whole, at every start: what a file no longer says is gone.</summary>
internal sealed class ImportPopulation(Database database, Regions regions) : IHostedService
{
    private const string Clear = "delete from schools; delete from resident_pupils;";

    private const string InsertSchool = """
        insert into schools(region, row, name, kind, pupils, counted_on, counted_text, source, note)
        values (@region, @row, @name, @kind, @pupils, @countedOn, @countedText, @source, @note)
        """;

    private const string InsertResidents = """
        insert into resident_pupils(region, school_year, municipality, pupils, made_up)
        values (@region, @schoolYear, @municipality, @pupils, @madeUp)
        """;

    public Task StartAsync(CancellationToken cancellationToken) => database.Write(async transaction =>
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(Clear, transaction: transaction);
        await connection.ExecuteAsync(InsertSchool, regions.All.SelectMany(Schools), transaction);
        await connection.ExecuteAsync(InsertResidents, regions.All.SelectMany(Residents), transaction);
    });

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<object> Schools(Region region) => region.Schools.Select((school, row) => new
    {
        region = region.Code.ToString(),
        row,
        name = school.Name,
        kind = EnumText.Of(school.Kind),
        pupils = school.Count.Pupils,
        countedOn = (school.Count.On as CountingDate.On)?.Day,
        countedText = (school.Count.On as CountingDate.AsPrinted)?.Text,
        source = school.Count.Source,
        note = school.Note,
    });

    private static IEnumerable<object> Residents(Region region) => region.ResidentPupils.Select(residents => new
    {
        region = region.Code.ToString(),
        schoolYear = residents.SchoolYear.ToString(),
        municipality = residents.Municipality.ToString(),
        pupils = residents.Pupils,
        madeUp = residents.Basis == DenominatorBasis.MadeUp,
    });
}
