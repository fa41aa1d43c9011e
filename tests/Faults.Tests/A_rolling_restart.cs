using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>Two instances of each service on one PostgreSQL, of which one after another is stopped in good order and started again.</summary>
public sealed class A_rolling_restart(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private readonly TemporaryFolder _home = new();
    private readonly ConcurrentBag<(CreateSignalRequest Request, Signal Answer)> _acknowledged = [];
    private readonly ConcurrentBag<TimeSpan> _times = [];
    private readonly List<StoringService> _storing = [];
    private readonly List<FollowingService> _following = [];
    private int _sent;

    public async ValueTask InitializeAsync()
    {
        var database = await new Store(postgreSql).NewDatabase();
        for (var i = 0; i < 2; i++)
        {
            _storing.Add(await StoringService.Start(_home, database));
        }

        for (var i = 0; i < 2; i++)
        {
            _following.Add(await FollowingService.Start(_storing[0], database, $"services__signalering__grpc__1={_storing[1].Address}"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in Enumerable.Reverse<IAsyncDisposable>([.. _storing, .. _following]))
        {
            await each.DisposeAsync();
        }

        _home.Dispose();
    }

    /// <summary>F29.</summary>
    [Fact]
    public async Task fails_no_call_that_is_made_again()
    {
        using var enough = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => Send(enough.Token)).Append(Read(enough.Token)).ToList();
        for (var round = 0; round < 10.Or(1); round++)
        {
            foreach (var storing in _storing)
            {
                await Stop(storing.Process);
                await storing.Restart();
            }

            foreach (var following in _following)
            {
                await Stop(following.Process);
                await following.Restart($"services__signalering__grpc__1={_storing[1].Address}");
            }
        }

        await enough.CancelAsync();
        await Task.WhenAll(callers);

        await _following[0].HasRead(_sent);
        Assert.Equal(_sent, _acknowledged.Count);
        Assert.Equal(_sent, await _following[0].Counted());
        var again = _storing[0].ClientOf(StoringService.Assen);
        foreach (var (request, answer) in _acknowledged.Take(500))
        {
            Assert.Equal(answer, await again.CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token));
        }

        Assert.Equal(_sent, await _following[0].Position());
        Assert.InRange(_times.Order().ElementAt(_times.Count * 99 / 100), TimeSpan.Zero, TimeSpan.FromSeconds(1.Or(10)));
    }

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    private static async Task Stop(ServiceProcess process)
    {
        process.Terminate();
        await process.Exit();
        Assert.Equal(0, process.ExitCode);
    }

    // About 30 % of what two instances on two cores take.
    private async Task Send(CancellationToken enough)
    {
        var clients = _storing.Select(storing => storing.ClientOf(StoringService.Assen)).ToList();
        while (!enough.IsCancellationRequested)
        {
            var request = StoringService.Request(Interlocked.Increment(ref _sent));
            var answer = await Again(attempt => clients[attempt % clients.Count].CreateSignalAsync(request, deadline: Deadline).ResponseAsync);
            _acknowledged.Add((request, answer));
            await Task.Delay(10, CancellationToken.None);
        }
    }

    private async Task Read(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            Assert.NotEmpty((await Again(attempt => _following[attempt % _following.Count].Table())).Rows);
        }
    }

    // By the rule of docs/clients.md: UNAVAILABLE, and an end without an ErrorInfo, are worth another try; here with the other instance.
    private async Task<T> Again<T>(Func<int, Task<T>> call)
    {
        var begin = Stopwatch.GetTimestamp();
        for (var attempt = Random.Shared.Next(2); ; attempt++)
        {
            try
            {
                var answer = await call(attempt);
                _times.Add(Stopwatch.GetElapsedTime(begin));
                return answer;
            }
            catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable || away.ErrorInfo() is null)
            {
                await Task.Delay(20, Limit.Token);
            }
        }
    }
}
