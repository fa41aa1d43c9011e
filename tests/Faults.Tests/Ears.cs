using System.Collections.Concurrent;
using System.Text.Json;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Regional.Faults.Tests;

/// <summary>Listens to the bell, as a client of the broker that is none of ours.</summary>
internal sealed class Ears(IConnection connection, IChannel channel) : IAsyncDisposable
{
    private const string Exchange = "regional-log-grown";

    private readonly ConcurrentQueue<long> _heads = new();

    /// <summary>The heads of the region that were rung, in order.</summary>
    public IReadOnlyCollection<long> Heads => _heads;

    public static async Task<Ears> At(string address)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync(Limit.Token);
        var ears = new Ears(connection, await connection.CreateChannelAsync(cancellationToken: Limit.Token));
        await ears.Listen();
        return ears;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task Listen()
    {
        await channel.ExchangeDeclareAsync(Exchange, "fanout", durable: false, cancellationToken: Limit.Token);
        var queue = await channel.QueueDeclareAsync(cancellationToken: Limit.Token);
        await channel.QueueBindAsync(queue.QueueName, Exchange, "", cancellationToken: Limit.Token);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            _heads.Enqueue(JsonDocument.Parse(message.Body).RootElement.GetProperty("head").GetInt64());
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, Limit.Token);
    }
}
