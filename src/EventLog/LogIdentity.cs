using System.Data.Common;
using System.Security.Cryptography;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog;

/// <summary>In which life the logs of a database are: the epoch, which rises when the database was restored and may have lost its tail.</summary>
/// <remarks>A position means the same only within one epoch. A follower's cursor holds the chain's hash beside it, so that it can go on in a new epoch where
/// its place still stands; a place without a hash ends with its epoch.</remarks>
public sealed partial class LogIdentity(Database database)
{
    // By a random step: a backup that is restored twice would else come to the same epoch twice, with other events behind the same positions.
    private const int LargestStep = 1_000_000;

    // A restore from a base backup begins a timeline, one from a dump makes a database with a number of its own, another cluster has another identifier.
    // The timeline is that of the log that is written now: the control file learns of it at the next checkpoint only.
    private static readonly Sql ReadDatabase = new(
        "select 'sqlite'",
        """
        select (select system_identifier from pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8) || '/'
            || (select oid from pg_database where datname = current_database())
        """);

    // In one statement, so that of two services that start at once one raises it and the other finds it raised.
    private const string RaiseWhereAnother = "update log_identity set epoch = epoch + @step, database = @here where database <> @here";
    private const string Remember = "update log_identity set database = @here where database is null";
    private const string RaiseAlways = "update log_identity set epoch = epoch + @step";
    private const string ReadEpoch = "select epoch from log_identity";

    private static int Step => RandomNumberGenerator.GetInt32(1, LargestStep + 1);

    /// <summary>The epoch now.</summary>
    public async Task<int> Epoch()
    {
        await using var connection = await database.OpenReader();
        return await Epoch(connection);
    }

    /// <summary>The epoch of the logs to which a connection leads.</summary>
    public static Task<int> Epoch(DbConnection connection) => connection.QuerySingleAsync<int>(ReadEpoch);

    /// <summary>Raises the epoch: the database was restored in a way that it does not show by itself.</summary>
    /// <returns>The new epoch.</returns>
    public Task<int> Raise() => database.Write(async transaction =>
    {
        await transaction.Connection!.ExecuteAsync(RaiseAlways, new { step = Step }, transaction);
        return await transaction.Connection!.QuerySingleAsync<int>(ReadEpoch, transaction: transaction);
    });

    /// <summary>Raises the epoch where the database is another than the one in which the logs were when it was last looked at.</summary>
    /// <returns>Whether it is.</returns>
    internal Task<bool> RaiseWhereRestored() => database.Write(async transaction =>
    {
        var connection = transaction.Connection!;
        var here = await connection.QuerySingleAsync<string>(ReadDatabase.For(connection), transaction: transaction);
        await connection.ExecuteAsync(Remember, new { here }, transaction);
        return await connection.ExecuteAsync(RaiseWhereAnother, new { here, step = Step }, transaction) > 0;
    });

    /// <summary>Looks before the service serves.</summary>
    internal sealed partial class AtStart(LogIdentity identity, Database database, ILogger<LogIdentity> logger) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            if (await identity.RaiseWhereRestored())
            {
                Raised(database.Place, await identity.Epoch());
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(LogLevel.Warning, "{Place} is another database than the one in which its logs were: restored, copied or failed over. Their epoch is {Epoch} now")]
        private partial void Raised(string place, int epoch);
    }
}
