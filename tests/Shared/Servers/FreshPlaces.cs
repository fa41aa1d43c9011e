namespace Regional.Tests;

/// <summary>A database of its own for the tests of one class: a class fixture.</summary>
public sealed class FreshDatabase(PostgreSqlFixture postgreSql)
{
    private readonly Lazy<Task<string>> _connectionString = new(async () => await (await postgreSql.Server()).CreateDatabaseAsync());

    public Task<string> ConnectionString() => _connectionString.Value;
}

/// <summary>A virtual host of its own for the tests of one class: a class fixture.</summary>
public sealed class FreshVirtualHost(RabbitMqFixture rabbitMq)
{
    private readonly Lazy<Task<string>> _address = new(async () => await (await rabbitMq.Server()).CreateVirtualHostAsync());

    public Task<string> Address() => _address.Value;
}

/// <summary>Keys of their own for the tests of one class: a class fixture. Every key begins with <see cref="Prefix"/>.</summary>
public sealed class FreshKeys(RedisFixture redis)
{
    public string Prefix { get; } = $"{Guid.NewGuid():N}:";

    public async Task<string> ConnectionString() => (await redis.Server()).ConnectionString;
}
