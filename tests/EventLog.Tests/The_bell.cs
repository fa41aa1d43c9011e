using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public sealed class The_bell(FreshVirtualHost broker) : IClassFixture<FreshVirtualHost>, IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string _broker = "";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _broker = await broker.Address();

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }

    [Fact]
    public async Task wakes_a_follower_that_would_not_look_for_a_long_time()
    {
        await using var ledger = await Ledger();
        await using var reader = await Reader(ledger, new PatientClock(1_000));
        await Health.Becomes("Healthy", reader.Health);

        await ledger.Append(3);
        await reader.HasRead(3);
        await ledger.Append(3);
        await reader.HasRead(6);
    }

    [Fact]
    public async Task says_how_far_the_log_reaches_and_nothing_else_and_for_many_commits_but_a_few_times()
    {
        await using var ledger = await Ledger(new PatientClock(20));
        await Health.Becomes("Healthy", ledger.Health);
        await using var ears = await Listen();

        for (var i = 0; i < 100; i++)
        {
            await ledger.Append(1);
        }

        await Eventually.Holds(() => ears.Heard.Any(ring => ring.GetProperty("head").GetInt64() == 100), () => $"Heard: {string.Join(", ", ears.Heard)}");
        Assert.All(ears.Heard, ring => Assert.Equal(["epoch", "head", "log", "region"], ring.EnumerateObject().Select(each => each.Name).Order(StringComparer.Ordinal)));
        Assert.All(ears.Heard, ring => Assert.Equal(("ledger", "VO2201"), (ring.GetProperty("log").GetString(), ring.GetProperty("region").GetString())));
        Assert.InRange(ears.Heard.Count, 1, 50);
    }

    [Fact]
    public async Task keeps_one_queue_for_each_process_that_follows_and_none_when_it_has_ended()
    {
        await using var ledger = await Ledger();
        await Health.Becomes("Healthy", ledger.Health);
        await using var reader = await Reader(ledger, new HastyClock());
        await Health.Becomes("Healthy", reader.Health);

        Assert.Equal(1u, await Consumers());
        await reader.DisposeAsync();
        await Eventually.Holds(async () => await Consumers() == 0, () => "The queue is still there.");
    }

    [Fact]
    public async Task whose_address_cannot_be_read_keeps_a_service_from_starting()
    {
        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => LedgerService.Start(_folder, TimeProvider.System, bus: "localhost:5672"));

        Assert.Equal("ConnectionStrings:bus is no AMQP address: write amqp://user:password@host:port.", fault.Message);
    }

    private Task<LedgerService> Ledger(TimeProvider? clock = null) => LedgerService.Start(_folder, clock ?? TimeProvider.System, bus: _broker);

    private Task<Reader> Reader(LedgerService ledger, TimeProvider clock) => Accounts.Reader.Start(_folder, ledger.Address, new Tally(), null, clock, _broker);

    // The exchange without a queue gives a message back, as one that went nowhere.
    private async Task<uint> Consumers()
    {
        await using var ears = await Ears.At(_broker);
        return await ears.Reached();
    }

    private async Task<Ears> Listen()
    {
        var ears = await Ears.At(_broker);
        await ears.Bind();
        return ears;
    }

    /// <summary>A client of the broker that is none of ours.</summary>
    private sealed class Ears(IConnection connection, IChannel channel) : IAsyncDisposable
    {
        private const string Exchange = "regional-log-grown";

        private readonly ConcurrentQueue<JsonElement> _heard = new();

        public IReadOnlyCollection<JsonElement> Heard => _heard;

        public static async Task<Ears> At(string address)
        {
            var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(Cancellation);
            return new(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancellation));
        }

        public async Task Bind()
        {
            await channel.ExchangeDeclareAsync(Exchange, "fanout", durable: false, cancellationToken: Cancellation);
            var queue = await channel.QueueDeclareAsync(cancellationToken: Cancellation);
            await channel.QueueBindAsync(queue.QueueName, Exchange, "", cancellationToken: Cancellation);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, message) =>
            {
                _heard.Enqueue(JsonDocument.Parse(message.Body).RootElement.Clone());
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, Cancellation);
        }

        /// <summary>Whether a ring goes to a queue.</summary>
        public async Task<uint> Reached()
        {
            try
            {
                await channel.BasicPublishAsync(Exchange, "", mandatory: true, body: "{}"u8.ToArray(), Cancellation);
                return 1;
            }
            catch (RabbitMQ.Client.Exceptions.PublishException)
            {
                return 0;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await channel.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
