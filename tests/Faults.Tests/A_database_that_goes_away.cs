using Grpc.Core;
using Regional.LocalServers;

namespace Regional.Faults.Tests;

/// <summary>The PostgreSQL dies, is away for a while, or freezes, while municipalities push.</summary>
public sealed class A_database_that_goes_away : IAsyncLifetime
{
    // What the contract promises: a sender sends the same again.
    private static readonly (StatusCode, string?) Again = (StatusCode.Unavailable, "STORAGE");

    private PostgreSqlServer _postgreSql = null!;
    private StoringService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _postgreSql = await PostgreSqlServer.StartAsync(cancellationToken: Limit.Token).OrSkip();
        _service = await StoringService.Start(_postgreSql.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        await (_service?.DisposeAsync() ?? default);
        await (_postgreSql?.DisposeAsync() ?? default);
    }

    /// <summary>F03.</summary>
    [Fact]
    public async Task and_comes_back_at_once_costs_senders_another_try_and_nothing_else()
    {
        await using var senders = Senders.To(_service, 4);
        var pushers = Pusher.Four(_service, 4_000);
        var pushing = Task.WhenAll(pushers.Select(pusher => pusher.Push()));
        for (var i = 0; i < 10.Or(2); i++)
        {
            await senders.Acknowledge(50);
            Unix.Signal(_postgreSql.ProcessIds[0], Unix.Quit); // as `pg_ctl restart -m immediate` begins
            await _postgreSql.WaitForExitAsync(Limit.Token);
            await _postgreSql.RestartAsync(Limit.Token);
        }

        await senders.Acknowledge(50);
        await senders.Stop();
        await pushing;

        Assert.Equal([Again], senders.Refusals.Distinct());
        await _service.Agrees([.. senders.Journals, .. pushers.Select(pusher => pusher.Journal)]);
    }

    /// <summary>F03: as fast again as before, but for a tenth, within 15 seconds.</summary>
    [Fact]
    public async Task and_comes_back_at_once_slows_nobody_down_for_long()
    {
        Soak.Only();
        var second = TimeSpan.FromSeconds(1);
        await using var senders = Senders.To(_service, 32);
        await senders.Acknowledge(10_000);
        var before = await senders.Within(10 * second) / 10.0;

        Unix.Signal(_postgreSql.ProcessIds[0], Unix.Quit);
        await _postgreSql.WaitForExitAsync(Limit.Token);
        await _postgreSql.RestartAsync(Limit.Token);

        var since = new List<int>();
        while (since.Count < 15)
        {
            since.Add(await senders.Within(second));
        }

        Assert.True(since.TakeLast(5).Average() >= 0.9 * before, $"{before:N0} a second before, then {string.Join(", ", since)}.");
        TestContext.Current.SendDiagnosticMessage($"F03: {before:N0} a second before, then {string.Join(", ", since)}");
    }

    /// <summary>F04.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task for_a_while_gets_nobody_an_answer_and_fills_no_memory(bool isFrozen)
    {
        await using var senders = Senders.To(_service, 32);
        await senders.Acknowledge(200);
        var before = MemoryOf(_service.Process.Id);

        (isFrozen ? (Action)_postgreSql.Freeze : _postgreSql.Kill)();
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken); // what was stored before may still be answered
        var acknowledged = senders.Acknowledged;
        await Task.Delay(TimeSpan.FromSeconds(60.Or(5)), TestContext.Current.CancellationToken);

        Assert.Equal(acknowledged, senders.Acknowledged);
        Assert.InRange(MemoryOf(_service.Process.Id) - before, long.MinValue, 50_000_000L * 1.Or(10));
        await (isFrozen ? Thaw() : _postgreSql.RestartAsync(Limit.Token));
        await senders.Acknowledge(200);
        await senders.Stop();
        Assert.Empty(senders.Refusals.Distinct().Except([Again, (StatusCode.DeadlineExceeded, null)]));
        await _service.Agrees(senders.Journals);
    }

    private Task Thaw()
    {
        _postgreSql.Thaw();
        return Task.CompletedTask;
    }

    private static long MemoryOf(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1_024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);
    }
}
