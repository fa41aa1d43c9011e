using Dapper;
using Npgsql;

namespace Regional.ServiceDefaults.Storage;

/// <summary>An advisory lock, held by a session of its own: it ends with the process that holds it.</summary>
/// <remarks>A process that is frozen or cut off keeps its session open. So each says something every two seconds, and the server ends one that has been silent
/// for six (PostgreSQL 14 or later).</remarks>
internal sealed class PostgresLease : Lease
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly NpgsqlConnection _session;
    private readonly Task _pulse;

    private PostgresLease(NpgsqlConnection session, TimeProvider clock)
    {
        _session = session;
        _pulse = KeepAlive(clock);
    }

    public override CancellationToken Lost => _lost.Token;

    /// <summary>Takes the task, alone or with others who share it; null where another session has it otherwise.</summary>
    public static async Task<Lease?> Take(string connectionString, string schema, string task, bool isShared, TimeProvider clock)
    {
        var session = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = $"regional: {task}",
            Pooling = false,
            Timeout = 2,
            CommandTimeout = 2,
            CancellationTimeout = -1, // a frozen server answers no request to cancel either
            Options = "-c idle_session_timeout=6s",
        }.ToString());
        try
        {
            await session.OpenAsync();
            // Two numbers, so that it is never the lock of the schema, which has one.
            if (await session.ExecuteScalarAsync<bool>($"select pg_try_advisory_lock{(isShared ? "_shared" : "")}(hashtext(@schema), hashtext(@task))", new { schema, task }))
            {
                return new PostgresLease(session, clock);
            }
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }

        await session.DisposeAsync();
        return null;
    }

    public override async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _pulse;
        await _session.DisposeAsync();
        _ending.Dispose();
        _lost.Dispose();
    }

    private async Task KeepAlive(TimeProvider clock)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Pulse, clock, _ending.Token);
                await _session.ExecuteScalarAsync<int>("select 1");
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // It is given back.
        }
        catch (Exception)
        {
            // Whatever is wrong with the session, the lock can no longer be relied on.
            await _lost.CancelAsync();
        }
    }
}
