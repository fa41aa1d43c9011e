using System.Data.Common;
using Dapper;
using Regional.EventLog.Following;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A projection that keeps the positions it was given, and fails when a test tells it to.</summary>
internal sealed class Tally : IProjection
{
    public const string Create = "create table if not exists tally(log text not null, generation integer not null, position bigint not null, primary key (log, generation, position))";

    /// <summary>None for a projection that only passes on what happens.</summary>
    public IReadOnlyList<string> Facts { get; init; } = ["tally"];

    /// <summary>Runs for each event after it was written.</summary>
    public Action<Event> Applied { get; set; } = _ => { };

    /// <summary>What another writer did to the same tables just before the next page is applied, as SQL.</summary>
    public string? Rival { get; set; }

    public async Task Apply(DbTransaction transaction, Generation generation, IReadOnlyList<Event> events)
    {
        if (Rival is { } rival)
        {
            Rival = null;
            await transaction.Connection!.ExecuteAsync(rival, transaction: transaction);
        }

        foreach (var happened in events)
        {
            await transaction.Connection!.ExecuteAsync("insert into tally(log, generation, position) values (@Log, @Number, @Sequence)", new { generation.Log, generation.Number, happened.Sequence }, transaction);
            Applied(happened);
        }
    }
}
