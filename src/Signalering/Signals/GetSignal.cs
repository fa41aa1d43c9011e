using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.Signalering.Signals;

/// <summary>Gives one signal of the caller's own municipality.</summary>
internal sealed class GetSignal(Database database)
{
    // The relation is part of the query: what is not the caller's own is not found, and the answer is the same.
    private static readonly string Find = $"select {SignalTable.Columns} from signals where id = @id and region = @region and municipality = @municipality";

    public async Task<Outcome<Signal>> Run(SignalName name, MunicipalityCode own)
    {
        await using var connection = await database.OpenReader();
        await using var row = await connection.ExecuteReaderAsync(Find, new { id = name.Id.ToBytes(), region = name.Region, municipality = own.ToString() });
        return await SignalTable.ReadAll(row) is [var found] ? found.State : Refusal.NoRelation(name.ToString());
    }
}
