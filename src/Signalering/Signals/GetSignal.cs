using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;

namespace Regional.Signalering.Signals;

/// <summary>Gives one signal of the caller's own municipality.</summary>
internal sealed class GetSignal(SqliteDatabase database)
{
    // The relation is part of the query: what is not the caller's own is not found, and the answer is the same.
    private const string Find = $"select {SignalTable.Columns} from signals where id = $id and region = $region and municipality = $municipality";

    public Outcome<Signal> Run(SignalName name, MunicipalityCode own)
    {
        using var connection = database.OpenReader();
        using var command = connection.CreateCommand();
        command.CommandText = Find;
        command.Parameters.AddWithValue("$id", name.Id.ToBytes());
        command.Parameters.AddWithValue("$region", name.Region);
        command.Parameters.AddWithValue("$municipality", own.ToString());
        using var row = command.ExecuteReader();
        return row.Read() ? SignalTable.Read(row).State : Refusal.NoRelation(name.ToString());
    }
}
