using System.Data.Common;
using Dapper;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>The table of accounts; a test can look on, hold it up, or make it fail.</summary>
internal sealed class AccountTable : IStateTable<string, Account>
{
    public const string Create = """
        create table if not exists accounts(region text not null, id text not null, balance bigint not null check (balance < 1000000), position bigint not null, primary key (region, id))
        """;

    private static readonly Sql Find = new(
        "select id, balance from accounts where region = @region and id in (select value from json_each(@keys))",
        "select id, balance from accounts where region = @region and id = any(@keys)");

    /// <summary>Runs at the begin of every load.</summary>
    public Action Loading { get; set; } = () => { };

    /// <summary>Runs at the end of every save.</summary>
    public Action Saved { get; set; } = () => { };

    public async Task<IReadOnlyDictionary<string, Account>> Load(DbTransaction transaction, string region, IReadOnlyCollection<string> keys)
    {
        Loading();
        return (await transaction.Connection!.QueryAsync<Account>(
            Find.For(transaction.Connection!), new { region, keys = transaction.Connection!.SetOf(keys) }, transaction))
            .ToDictionary(a => a.Id);
    }

    public async Task Save(DbTransaction transaction, string region, IReadOnlyCollection<Positioned<Account>> changed)
    {
        await transaction.Connection!.ExecuteAsync(
            "insert into accounts(region, id, balance, position) values (@region, @Id, @Balance, @Position) on conflict (region, id) do update set balance = @Balance, position = @Position",
            changed.Select(c => new { region, c.State.Id, c.State.Balance, c.Position }),
            transaction);
        Saved();
    }

    public Task Erase(DbTransaction transaction, string region, IReadOnlyCollection<long> positions) =>
        transaction.Connection!.ExecuteAsync("delete from accounts where region = @region and position = @position", positions.Select(position => new { region, position }), transaction);
}
