using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

[assembly: AssemblyFixture(typeof(Regional.Tests.PostgreSqlFixture))]
[assembly: AssemblyFixture(typeof(Regional.Tests.RabbitMqFixture))]
[assembly: AssemblyFixture(typeof(Regional.Tests.RedisFixture))]

namespace Regional.LocalServers.Tests;

/// <summary>The three servers as a test uses them: each by its own client library.</summary>
internal static class Servers
{
    public const string PostgreSql = "postgresql";
    public const string RabbitMq = "rabbitmq";
    public const string Redis = "redis";

    /// <summary>A client library must not wait for ever: the one of Redis does so on a server that is frozen.</summary>
    private static readonly TimeSpan ClientLimit = TimeSpan.FromSeconds(30);

    public static Task<LocalServer> Start(string kind, string? folder = null) => Start(kind, new ServerOptions { Folder = folder });

    public static Task<LocalServer> Start(string kind, ServerOptions options) => (kind switch
    {
        PostgreSql => Any(PostgreSqlServer.StartAsync(options, TestContext.Current.CancellationToken)),
        RabbitMq => Any(RabbitMqServer.StartAsync(options, TestContext.Current.CancellationToken)),
        _ => Any(RedisServer.StartAsync(options, TestContext.Current.CancellationToken)),
    }).OrSkip();

    /// <summary>Keeps a word in the server.</summary>
    public static Task Keep(this LocalServer server, string word) => (server switch
    {
        PostgreSqlServer => Query(server.ConnectionString, $"create table words (word text); insert into words values ('{word}')"),
        RabbitMqServer => Send(server.ConnectionString, word),
        _ => InRedis(server.ConnectionString, database => database.StringSetAsync("word", word)),
    }).WaitAsync(ClientLimit);

    /// <summary>The word that was kept, or null.</summary>
    public static async Task<string?> Kept(this LocalServer server) => await (server switch
    {
        PostgreSqlServer => Query(server.ConnectionString, "select word from words"),
        RabbitMqServer => Receive(server.ConnectionString),
        _ => InRedis(server.ConnectionString, async database => (string?)await database.StringGetAsync("word")),
    }).WaitAsync(ClientLimit);

    public static async Task<string?> Query(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }

    public static async Task<string?> Send(string address, string word)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync("words", durable: true, exclusive: false, autoDelete: false);
        var durable = new BasicProperties { DeliveryMode = DeliveryModes.Persistent };
        await channel.BasicPublishAsync("", "words", mandatory: true, durable, System.Text.Encoding.UTF8.GetBytes(word));
        return word;
    }

    public static async Task<string?> Receive(string address)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(address) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("words", durable: true, exclusive: false, autoDelete: false);
        var message = await channel.BasicGetAsync("words", autoAck: true);
        return message is null ? null : System.Text.Encoding.UTF8.GetString(message.Body.Span);
    }

    public static async Task<T> InRedis<T>(string connectionString, Func<IDatabase, Task<T>> use)
    {
        using var redis = await ConnectionMultiplexer.ConnectAsync(connectionString);
        return await use(redis.GetDatabase());
    }

    private static async Task<LocalServer> Any<T>(Task<T> start)
        where T : LocalServer => await start;

    private static Task<string?> InRedis(string connectionString, Func<IDatabase, Task<bool>> use) =>
        InRedis(connectionString, async database => (await use(database)).ToString())!;
}
