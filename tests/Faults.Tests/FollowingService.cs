using Dapper;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Storage;
using Regional.Territory;
using Regional.Wire.Feed.V1;
using Regional.Wire.Indicators.V1;

namespace Regional.Faults.Tests;

/// <summary>Indicators as a process that follows the log of Signalering: it may die, and start again on the same data.</summary>
internal sealed class FollowingService : IAsyncDisposable
{
    private const string Region = "VO2201";

    private readonly StoringService _source;
    private readonly string? _database;
    private readonly List<GrpcChannel> _channels = []; // one for each life

    private FollowingService(StoringService source, string? database) => (_source, _database) = (source, database);

    /// <summary>The process of now.</summary>
    public ServiceProcess Process { get; private set; } = null!;

    /// <summary>When a call made now must have ended.</summary>
    private static DateTime Deadline => DateTime.UtcNow + Limit.Patience;

    /// <summary>Starts it on a database, or on SQLite where that is null.</summary>
    public static async Task<FollowingService> Start(StoringService source, string? database, params IEnumerable<string> settings)
    {
        var service = new FollowingService(source, database);
        await service.Restart(settings);
        return service;
    }

    /// <summary>Starts it again, when it has ended.</summary>
    public async Task Restart(params IEnumerable<string> settings)
    {
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }

        Process = await ServiceProcess.Start("Indicators", _source.Folder, [$"ConnectionStrings__database={_database}", $"services__signalering__grpc__0={_source.Address}", .. settings]);
        _channels.Add(GrpcChannel.ForAddress(Process.Grpc));
    }

    /// <summary>Waits until it has read so far.</summary>
    public Task HasRead(long position) => Limit.Until(async () => await Position() == position);

    /// <summary>How far it has read.</summary>
    public async Task<long> Position() => await Ask("select coalesce(max(position), 0) from cursors where region = @Region and serving");

    /// <summary>Of how many events it has a fact.</summary>
    public Task<long> Counted() => Ask("select count(distinct position) from spells join served using (log, generation) where source = 'signalering' and log = @Region");

    /// <summary>Makes the facts anew, from the log as it is, and tells in what they differ from those that were counted event by event.</summary>
    public async Task<RebuildResult> Rebuild()
    {
        using var call = new FollowerService.FollowerServiceClient(As(new(WrittenValues.Parse<Oin>("00000099000000000000"), CallerRole.Follower, "test", "test")))
            .RebuildFacts(new() { Region = Region }, deadline: Deadline, cancellationToken: Limit.Token);
        var said = await call.ResponseStream.ReadAllAsync(Limit.Token).ToListAsync(Limit.Token);
        return said[^1].Result;
    }

    /// <summary>The table of signals by municipality, as the samenwerkingsverband reads it.</summary>
    public async Task<Table> Table() => await new IndicatorsService.IndicatorsServiceClient(
        As(new(WrittenValues.Parse<Oin>("00000099000322201000"), new(Role.Samenwerkingsverband), "monitor", "test"))).GetTableAsync(
        new() { Name = $"regions/{Region}/schoolYears/2024-2025/tables/signals-by-municipality" }, deadline: Deadline, cancellationToken: Limit.Token);

    /// <summary>What it says of its health.</summary>
    public Task<string> Health() => Faults.Tests.Health.Of(Process);

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        if (Process is not null)
        {
            await Process.DisposeAsync();
        }
    }

    private CallInvoker As(Caller caller)
    {
        var token = DevelopmentTokens.Open(Path.Combine(_source.Folder, "development"), TimeProvider.System).Issue(caller, TimeSpan.FromMinutes(10));
        return _channels[^1].Intercept(metadata =>
        {
            metadata.Add("authorization", $"Bearer {token}");
            return metadata;
        });
    }

    private async Task<long> Ask(string sql)
    {
        await using var connection = _database is null
            ? SqliteDatabase.OpenToRead(Path.Combine(_source.Folder, "Indicators", "indicators.db"))
            : await PostgresDatabase.OpenToRead(_database, "indicators");
        return await connection.QuerySingleAsync<long>(sql, new { Region });
    }
}
