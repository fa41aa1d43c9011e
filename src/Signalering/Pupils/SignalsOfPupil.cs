using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Territory;

namespace Regional.Signalering.Pupils;

/// <summary>Tells of which pupils a municipality has signals: its relation to a pupil.</summary>
internal sealed class SignalsOfPupil(Database database)
{
    private const string Count = "select region, count(*) from signals where municipality = @municipality and subject = @subject group by region order by region";

    /// <summary>How many signals the municipality has of the pupil in each log.</summary>
    public async Task<IReadOnlyList<(string Log, long Signals)>> Of(MunicipalityCode municipality, SubjectId subject)
    {
        await using var connection = await database.OpenReader();
        return [.. await connection.QueryAsync<(string, long)>(Count, new { municipality = municipality.ToString(), subject = subject.ToBytes() })];
    }

    /// <summary>Whether the municipality has any.</summary>
    public async Task<bool> Any(MunicipalityCode municipality, SubjectId subject) => (await Of(municipality, subject)).Count > 0;
}
