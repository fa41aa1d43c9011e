using System.Data.Common;
using Regional.EventLog.Following;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.Indicators.Spells;

/// <summary>Makes facts of the signals that Signalering stored.</summary>
internal sealed class SpellProjection : IProjection
{
    private static readonly TableWriter<(string Region, long Position, Spell Spell)> Spells = new("spells")
    {
        { "region", row => row.Region },
        { "position", row => row.Position },
        { "subject", row => row.Spell.Subject },
        { "municipality", row => row.Spell.Municipality.ToString() },
        { "verzuim_class", row => (int)row.Spell.Class },
        { "start_date", row => row.Spell.Start },
        { "end_date", row => row.Spell.End },
    };

    /// <inheritdoc/>
    public Task Apply(DbTransaction transaction, string region, IReadOnlyList<Event> events) =>
        Spells.Insert(transaction, [.. events.Select(happened => (region, happened.Sequence, Spell.Read(happened)))]);
}
