using System.Data.Common;
using Regional.EventLog.Following;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.Indicators.Spells;

/// <summary>Makes facts of the signals that Signalering stored.</summary>
internal sealed class SpellProjection : IProjection
{
    private static readonly TableWriter<(string Region, Generation Generation, long Position, Spell Spell)> Spells = new("spells")
    {
        { "region", row => row.Region },
        { "log", row => row.Generation.Log },
        { "generation", row => row.Generation.Number },
        { "position", row => row.Position },
        { "subject", row => row.Spell.Subject },
        { "municipality", row => row.Spell.Municipality.ToString() },
        { "verzuim_class", row => (int)row.Spell.Class },
        { "age_band", row => (int)row.Spell.Age },
        { "start_date", row => row.Spell.Start },
        { "end_date", row => row.Spell.End },
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Facts { get; } = ["spells"];

    /// <inheritdoc/>
    public Task Apply(DbTransaction transaction, Generation generation, IReadOnlyList<Event> events) =>
        Spells.Insert(transaction,
        [
            .. from happened in events
               let spell = Spell.Read(happened)
               from counted in spell.Regions
               select (counted.ToString(), generation, happened.Sequence, spell),
        ]);
}
