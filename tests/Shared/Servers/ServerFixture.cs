using Regional.LocalServers;

namespace Regional.Tests;

/// <summary>One server for all tests of an assembly, started when the first of them asks for it.</summary>
public abstract class ServerFixture<T>(Func<ServerOptions?, CancellationToken, Task<T>> start) : IAsyncDisposable
    where T : LocalServer
{
    private readonly Lazy<Task<T>> _server = new(() => start(null, CancellationToken.None));

    /// <summary>Ask in a test or in its class's <c>InitializeAsync</c>: a fixture cannot skip.</summary>
    public Task<T> Server() => _server.Value.OrSkip();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server.IsValueCreated && _server.Value.IsCompletedSuccessfully)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}

/// <summary>The assembly's PostgreSQL: <c>[assembly: AssemblyFixture(typeof(PostgreSqlFixture))]</c>.</summary>
public sealed class PostgreSqlFixture() : ServerFixture<PostgreSqlServer>(PostgreSqlServer.StartAsync);

/// <summary>The assembly's RabbitMQ: <c>[assembly: AssemblyFixture(typeof(RabbitMqFixture))]</c>.</summary>
public sealed class RabbitMqFixture() : ServerFixture<RabbitMqServer>(RabbitMqServer.StartAsync);

/// <summary>The assembly's Redis: <c>[assembly: AssemblyFixture(typeof(RedisFixture))]</c>.</summary>
public sealed class RedisFixture() : ServerFixture<RedisServer>(RedisServer.StartAsync);
