using System.Data.Common;
using Dapper;
using Regional.EventLog.Following;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.Indicators.Spells;

/// <summary>Makes facts of the signals that Signalering stored.</summary>
internal sealed class SpellProjection : IProjection
{
    private static readonly TableWriter<(string Region, string Log, long Position, Spell Spell)> Spells = new("spells")
    {
        { "region", row => row.Region },
        { "log", row => row.Log },
        { "position", row => row.Position },
        { "subject", row => row.Spell.Subject },
        { "municipality", row => row.Spell.Municipality.ToString() },
        { "verzuim_class", row => (int)row.Spell.Class },
        { "age_band", row => (int)row.Spell.Age },
        { "start_date", row => row.Spell.Start },
        { "end_date", row => row.Spell.End },
    };

    private static readonly Sql Remove = new(
        "delete from spells where log = @region and position in (select value from json_each(@positions))",
        "delete from spells where log = @region and position = any(@positions)");

    /// <inheritdoc/>
    public Task Apply(DbTransaction transaction, string region, IReadOnlyList<Event> events) =>
        Spells.Insert(transaction,
        [
            .. from happened in events
               let spell = Spell.Read(happened)
               from counted in spell.Regions
               select (counted.ToString(), region, happened.Sequence, spell),
        ]);

    /// <inheritdoc/>
    public Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions) => transaction.Connection!.ExecuteAsync(
        Remove.For(transaction.Connection!), new { region, positions = transaction.Connection!.SetOf(positions) }, transaction);
}
