using System.Data.Common;
using Dapper;
using Regional.EventLog.Following;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A projection that keeps the positions it was given, and fails when a test tells it to.</summary>
internal sealed class Tally : IProjection
{
    public const string Create = "create table if not exists tally(region text not null, position bigint not null, primary key (region, position))";

    /// <summary>Runs for each event after it was written.</summary>
    public Action<Event> Applied { get; set; } = _ => { };

    /// <summary>What another writer did to the same tables just before the next page is applied, as SQL.</summary>
    public string? Rival { get; set; }

    public async Task Apply(DbTransaction transaction, string region, IReadOnlyList<Event> events)
    {
        if (Rival is { } rival)
        {
            Rival = null;
            await transaction.Connection!.ExecuteAsync(rival, transaction: transaction);
        }

        foreach (var happened in events)
        {
            await transaction.Connection!.ExecuteAsync("insert into tally(region, position) values (@region, @Sequence)", new { region, happened.Sequence }, transaction);
            Applied(happened);
        }
    }

    public Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions) =>
        transaction.Connection!.ExecuteAsync("delete from tally where region = @region and position = @position", positions.Select(position => new { region, position }), transaction);
}
