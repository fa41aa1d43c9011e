using System.Text.Json;
using Npgsql;
using Regional.LocalServers;

namespace Regional.Stack.Tests;

/// <summary>Each service twice, as processes of their own, on one PostgreSQL.</summary>
public sealed class Two_instances_on_one_database : IAsyncLifetime
{
    private const string Head = "select position from signalering.logs where region = 'VO2201'";
    private const string Read = "select position from indicators.cursors where region = 'VO2201' and serving";

    private readonly string _folder = Directory.CreateTempSubdirectory("regional-").FullName;
    private readonly List<ServiceProcess> _processes = [];
    private PostgreSqlServer _postgreSql = null!;

    public async ValueTask InitializeAsync()
    {
        A_stack_with_servers.RequireServers();
        _postgreSql = await PostgreSqlServer.StartAsync(cancellationToken: Limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task that_store_at_once_leave_a_log_without_gaps_that_knows_each_request_once()
    {
        var (first, second) = (await Signalering("first"), await Signalering("second"));
        await Simulate(first, seed: 1);
        await Simulate(second, seed: 2);

        var pushed = await Task.WhenAll(Push(first, "1.ndjson"), Push(second, "2.ndjson"));
        var again = await Task.WhenAll(Push(first, Path.Combine(second, "2.ndjson")), Push(second, Path.Combine(first, "1.ndjson")));

        Assert.All(pushed, push => Assert.Equal(0, push.Duplicate));
        Assert.Equal(pushed.Select(push => (0, push.Accepted)).Reverse(), again);
        foreach (var region in new[] { "VO2201", "PO2201" })
        {
            Assert.Equal(0, await Ask($"select coalesce(max(position), 0) - count(*) from signalering.events where region = '{region}'"));
            Assert.Equal(0, await Ask($"select coalesce((select position from signalering.logs where region = '{region}'), 0) - count(*) from signalering.events where region = '{region}'"));
        }

        Assert.Equal(pushed.Sum(push => push.Accepted), await Ask("select count(*) from signalering.events"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task that_follow_change_over_when_the_one_that_works_is_killed_or_freezes(bool isFrozen)
    {
        var stack = await Signalering("stack");
        var (first, second) = (await Indicators(), await Indicators());
        await Limit.Until(() => Follows(first) || Follows(second));
        var (working, waiting) = Follows(first) ? (first, second) : (second, first);
        await Simulate(stack, seed: 1);
        await Push(stack, "1.ndjson");
        await Limit.Until(async () => await Ask(Head) == await Ask(Read));
        Assert.False(Follows(waiting));

        (isFrozen ? (Action)working.Freeze : working.Kill)();
        await Simulate(stack, seed: 2);
        await Push(stack, "2.ndjson");
        await Limit.Until(async () => await Ask(Head) == await Ask(Read));
        Assert.True(Follows(waiting));

        if (isFrozen)
        {
            working.Thaw();
            await Limit.Until(() => working.Output.Any(line => line.Contains("no longer follows signalering", StringComparison.Ordinal)));
        }

        // Each event once: a second time would break the key of the table.
        Assert.Equal(await Ask(Head), await Ask("select count(distinct position) from indicators.spells where log = 'VO2201'"));
    }

    private static bool Follows(ServiceProcess process) => process.Output.Any(line => line.Contains("This instance follows signalering for all", StringComparison.Ordinal));

    // Gives the folder in which the command line finds the instance.
    private async Task<string> Signalering(string stack)
    {
        var process = await Keep(ServiceProcess.Start("Signalering", _folder, $"ConnectionStrings__database={_postgreSql.ConnectionString}"));
        return await ServiceProcess.StackOf(_folder, stack, ("signalering", process));
    }

    private Task<ServiceProcess> Indicators() => Keep(ServiceProcess.Start(
        "Indicators", _folder, $"ConnectionStrings__database={_postgreSql.ConnectionString}", $"services__signalering__grpc__0={_processes[0].Grpc}"));

    private async Task<ServiceProcess> Keep(Task<ServiceProcess> start)
    {
        var process = await start;
        _processes.Add(process);
        return process;
    }

    private static Task Simulate(string stack, int seed) =>
        Built.RunRegional(stack, "simulate", "--region", "VO2201", "--school-year", "2024-2025", "--seed", $"{seed}", "--out", $"{seed}.ndjson");

    private static async Task<(int Accepted, int Duplicate)> Push(string stack, string file)
    {
        using var summary = JsonDocument.Parse(await Built.RunRegional(stack, "push", file, "--json"));
        return (summary.RootElement.GetProperty("accepted").GetInt32(), summary.RootElement.GetProperty("duplicate").GetInt32());
    }

    private async Task<long> Ask(string sql)
    {
        await using var connection = new NpgsqlConnection(_postgreSql.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Limit.Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt64(await command.ExecuteScalarAsync(Limit.Token), null);
    }
}
