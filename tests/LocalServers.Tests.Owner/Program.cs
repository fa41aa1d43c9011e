// Starts the three servers in the folder that its argument names, says `ready`, and runs until it is killed.
using Regional.LocalServers;

var servers = await Task.WhenAll(
    Start(PostgreSqlServer.StartAsync, "postgresql"),
    Start(RabbitMqServer.StartAsync, "rabbitmq"),
    Start(RedisServer.StartAsync, "redis"));
Console.WriteLine("ready");
await Task.Delay(Timeout.InfiniteTimeSpan);
GC.KeepAlive(servers);

async Task<LocalServer> Start<T>(Func<ServerOptions?, CancellationToken, Task<T>> start, string name)
    where T : LocalServer => await start(new() { Folder = Path.Combine(args[0], name) }, CancellationToken.None);
