using System.Net.Sockets;
using System.Text;
using Regional.LocalServers;
using Regional.Wire.Indicators.V1;

namespace Regional.Faults.Tests;

/// <summary>The cache holds what may be lost: without it figures are the same, and come slower.</summary>
/// <remarks>That nothing is granted twice, flushed, killed or frozen: ServiceDefaults.Tests, A_cache_in_trouble.</remarks>
public sealed class A_cache_that_is_away : IAsyncLifetime
{
    private const int Signals = 20;

    private RedisServer _redis = null!;
    private StoringService _storing = null!;
    private FollowingService _following = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        _storing = await StoringService.Start(database: null);
        _following = await FollowingService.Start(_storing, null, $"ConnectionStrings__cache={_redis.ConnectionString}");
    }

    public async ValueTask DisposeAsync()
    {
        _redis?.Thaw();
        foreach (var each in new IAsyncDisposable?[] { _following, _storing, _redis })
        {
            await (each?.DisposeAsync() ?? default);
        }
    }

    /// <summary>F08.</summary>
    [Fact]
    public async Task changes_no_figure_that_is_read_meanwhile()
    {
        var client = _storing.ClientOf(StoringService.Assen);
        for (var number = 1; number <= Signals; number++)
        {
            await client.CreateSignalAsync(StoringService.Request(number), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: Limit.Token);
        }

        await _following.HasRead(Signals);
        var table = Figures(await _following.Table());
        using var enough = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var read = 0; ; read++)
            {
                if (enough.IsCancellationRequested)
                {
                    return read;
                }

                Assert.Equal(table, Figures(await _following.Table()));
            }
        })).ToList();

        Flush();
        _redis.Kill();
        await Health.Becomes("Degraded\ncache Degraded: ", _following.Process);
        await _redis.RestartAsync(Limit.Token);
        await Health.Becomes("Healthy", _following.Process);
        _redis.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(30.Or(3)), Limit.Token); // so long it is frozen
        await Health.Becomes("Degraded\ncache Degraded: ", _following.Process);
        _redis.Thaw();
        await Health.Becomes("Healthy", _following.Process);
        await enough.CancelAsync();

        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
    }

    // Without the moment until when they are complete, which goes on.
    private static string Figures(Table table) => string.Join('\n', table.Rows);

    private void Flush()
    {
        using var client = new TcpClient("127.0.0.1", _redis.Port);
        using var reader = new StreamReader(client.GetStream());
        client.GetStream().Write(Encoding.ASCII.GetBytes($"AUTH {_redis.ConnectionString.Split("password=")[1]}\r\nFLUSHALL\r\n"));
        Assert.Equal(("+OK", "+OK"), (reader.ReadLine(), reader.ReadLine()));
    }
}
