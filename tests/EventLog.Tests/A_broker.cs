using System.Net;
using Regional.EventLog.Tests.Accounts;
using Regional.LocalServers;
using Regional.Tests;

namespace Regional.EventLog.Tests;

/// <summary>A RabbitMQ of its own, which a test freezes, kills and starts again.</summary>
public sealed class A_broker : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private RabbitMqServer _broker = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Away => $"Degraded\nbus Degraded: 127.0.0.1:{_broker.Port} is not reached; ";

    public async ValueTask InitializeAsync() => _broker = await RabbitMqServer.StartAsync(cancellationToken: Cancellation).OrSkip();

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task that_is_frozen_holds_up_neither_who_stores_nor_who_follows()
    {
        await using var ledger = await Ledger();
        await using var reader = await Reader(ledger, new HastyClock());
        await Health.Becomes("Healthy", ledger.Health, reader.Health);
        await ledger.Append(1);
        await reader.HasRead(1);

        _broker.Freeze();
        for (var i = 0; i < 200; i++)
        {
            await ledger.Append(1);
        }

        await reader.HasRead(201);
        await Health.Becomes(Away, ledger.Health, reader.Health);
        await Eventually.Ends(ledger.DisposeAsync().AsTask());
        await Eventually.Ends(reader.DisposeAsync().AsTask());
    }

    [Fact]
    public async Task that_was_killed_loses_nothing_and_rings_again_when_it_is_back()
    {
        await using var ledger = await Ledger();
        await using (var hasty = await Reader(ledger, new HastyClock()))
        {
            await Health.Becomes("Healthy", ledger.Health, hasty.Health);
            _broker.Kill();
            await ledger.Append(5);
            await hasty.HasRead(5);
            await Health.Becomes(Away, ledger.Health, hasty.Health);
        }

        await using var reader = await Reader(ledger, new PatientClock(1_000));
        await reader.HasRead(5);
        await _broker.RestartAsync(Cancellation);
        await Health.Becomes("Healthy", ledger.Health, reader.Health);

        await ledger.Append(3);
        await reader.HasRead(8);
    }

    [Fact]
    public async Task that_is_away_at_the_start_keeps_nobody_from_starting()
    {
        _broker.Kill();
        await using var ledger = await Ledger();
        await using var reader = await Reader(ledger, new HastyClock());

        await ledger.Append(3);
        await reader.HasRead(3);
        Assert.Equal(HttpStatusCode.OK, (await ledger.Health()).Status);
    }

    private Task<LedgerService> Ledger() => LedgerService.Start(_folder, TimeProvider.System, bus: _broker.ConnectionString);

    private Task<Reader> Reader(LedgerService ledger, TimeProvider clock) => Accounts.Reader.Start(_folder, ledger.Address, new Tally(), null, clock, _broker.ConnectionString);
}
