using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Regional.LocalServers;

namespace Regional.Faults.Tests;

/// <summary>F30: <c>eng/soak hour</c>.</summary>
public sealed class An_hour : IAsyncLifetime
{
    private static readonly int Minutes = Number("REGIONAL_MINUTES") ?? 60;
    private static readonly int Seed = Number("REGIONAL_SEED") ?? Random.Shared.Next(1, 1_000_000);

    // 400 signals a second, of all pushers together.
    private const int Pushers = 4;
    private const int Round = 500;
    private static readonly TimeSpan RoundTime = TimeSpan.FromSeconds(5);

    private readonly Random _random = new(Seed);
    private readonly List<string> _journals = [];
    private readonly List<(long Storing, long Following, int Handles, double BytesPerRow)> _minutes = [];
    private readonly TextWriter _out = Console.Out;
    private PostgreSqlServer _postgreSql = null!;
    private RabbitMqServer _broker = null!;
    private RedisServer _redis = null!;
    private StoringService _storing = null!;
    private FollowingService _following = null!;
    private int _sent;
    private bool _isOver;

    private string[] Settings => [$"ConnectionStrings__bus={_broker.ConnectionString}", $"ConnectionStrings__cache={_redis.ConnectionString}"];

    public async ValueTask InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        _broker = await RabbitMqServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        _redis = await RedisServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        var database = await _postgreSql.CreateDatabaseAsync(Limit.Token);
        _storing = await StoringService.Start(database, Settings);
        _following = await FollowingService.Start(_storing, database, Settings);
    }

    public async ValueTask DisposeAsync()
    {
        _redis?.Thaw();
        foreach (var each in new IAsyncDisposable?[] { _following, _storing, _redis, _broker, _postgreSql })
        {
            await (each?.DisposeAsync() ?? default);
        }
    }

    [Fact(Explicit = true)]
    public async Task of_pushes_while_everything_dies_now_and_then()
    {
        _out.WriteLine($"seed {Seed}, {Minutes} minutes");
        var pushing = Enumerable.Range(0, Pushers).Select(Push).ToList();
        var breaking = Break();
        for (var minute = 1; minute <= Minutes; minute++)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            await Tell(minute);
        }

        _isOver = true;
        await breaking;
        await Task.WhenAll(pushing);

        Assert.Equal((_sent, _sent, _sent), await _storing.Agrees(_journals));
        await _following.HasRead(_sent);
        Assert.Equal(_sent, await _following.Counted());
        var anew = await _following.Rebuild();
        Assert.Equal((0, 0), (anew.MissingFacts, anew.SurplusFacts));
        NothingGrows();
    }

    // Files of new signals, one after another; each is pushed until all of it is answered, whatever dies.
    private async Task Push(int pusher)
    {
        for (var round = 0; !_isOver; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            var first = Interlocked.Add(ref _sent, Round) - Round;
            var file = new Pusher(_storing, $"pusher{pusher}-{round}", Enumerable.Range(first, Round));
            lock (_journals)
            {
                _journals.Add(file.Journal);
            }

            await file.Push();
            var rest = RoundTime - Stopwatch.GetElapsedTime(begin);
            await Task.Delay(rest > TimeSpan.Zero ? rest : TimeSpan.Zero, TestContext.Current.CancellationToken);
        }
    }

    private async Task Break()
    {
        while (!_isOver)
        {
            await Task.Delay(TimeSpan.FromSeconds(_random.Next(5, 40)), TestContext.Current.CancellationToken);
            var rest = TimeSpan.FromSeconds(_random.Next(1, 20));
            switch (_random.Next(6))
            {
                case 0:
                    _out.WriteLine("  F01: Signalering is killed");
                    _storing.Process.Kill();
                    await _storing.Restart(Settings);
                    break;
                case 1:
                    _out.WriteLine("  F03: PostgreSQL crashes");
                    _postgreSql.Kill();
                    await _postgreSql.RestartAsync(Limit.Token);
                    break;
                case 2:
                    _out.WriteLine($"  F05: RabbitMQ is away for {rest.TotalSeconds} s");
                    _broker.Kill();
                    await Task.Delay(rest, TestContext.Current.CancellationToken);
                    await _broker.RestartAsync(Limit.Token);
                    break;
                case 3:
                    _out.WriteLine($"  F08: Redis is away for {rest.TotalSeconds} s");
                    _redis.Kill();
                    await Task.Delay(rest, TestContext.Current.CancellationToken);
                    await _redis.RestartAsync(Limit.Token);
                    break;
                case 4:
                    _out.WriteLine($"  F08: Redis is frozen for {rest.TotalSeconds} s");
                    _redis.Freeze();
                    await Task.Delay(rest, TestContext.Current.CancellationToken);
                    _redis.Thaw();
                    break;
                default:
                    _out.WriteLine("  F23: Indicators is killed");
                    _following.Process.Kill();
                    await _following.Restart(Settings);
                    break;
            }
        }
    }

    private async Task Tell(int minute)
    {
        var (storing, following) = (Memory(_storing.Process), Memory(_following.Process));
        var handles = Handles(_storing.Process) + Handles(_following.Process);
        var (rows, bytes) = await Size();
        _minutes.Add((storing, following, handles, (double)bytes / Math.Max(1, rows)));
        _out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"minute {minute}: {rows} events, Signalering {storing >> 20} MiB, Indicators {following >> 20} MiB, {handles} handles, {_minutes[^1].BytesPerRow:F0} bytes a row on disk"));
    }

    // The last third against the one in the middle: by then caches are filled, and a crash has emptied them more than once.
    private void NothingGrows()
    {
        if (Minutes < 30)
        {
            return;
        }

        var (middle, last) = (_minutes[(Minutes / 3)..(2 * Minutes / 3)], _minutes[(2 * Minutes / 3)..]);
        Assert.InRange(last.Average(m => m.Storing), 0, 1.2 * middle.Average(m => m.Storing));
        Assert.InRange(last.Average(m => m.Following), 0, 1.2 * middle.Average(m => m.Following));
        Assert.InRange(last.Average(m => m.Handles), 0, 1.2 * middle.Average(m => m.Handles));
        Assert.InRange(last[^1].BytesPerRow, 0, 1.05 * middle[^1].BytesPerRow);
    }

    // While the database is away, it is asked again.
    private async Task<(long Rows, long Bytes)> Size()
    {
        for (; ; await Task.Delay(100, Limit.Token))
        {
            try
            {
                await using var connection = new NpgsqlConnection(_storing.Place + ";Pooling=false");
                await connection.OpenAsync(Limit.Token);
                await using var command = new NpgsqlCommand("select coalesce(sum(position), 0)::bigint, pg_database_size(current_database()) from signalering.logs", connection);
                await using var row = await command.ExecuteReaderAsync(Limit.Token);
                await row.ReadAsync(Limit.Token);
                return (row.GetInt64(0), row.GetInt64(1));
            }
            catch (NpgsqlException)
            {
                // It starts again.
            }
        }
    }

    private static long Memory(ServiceProcess service) => Of(service, pid => 1_024 * long.Parse(
        File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));

    private static int Handles(ServiceProcess service) => (int)Of(service, pid => Directory.EnumerateFileSystemEntries($"/proc/{pid}/fd").Count());

    // Of one that has just been killed there is nothing to say.
    private static long Of(ServiceProcess service, Func<int, long> look)
    {
        try
        {
            return look(service.Id);
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            return 0;
        }
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
