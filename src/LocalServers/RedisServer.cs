using System.Net;
using System.Net.Sockets;
using System.Text;
using Regional.LocalServers.Processes;

namespace Regional.LocalServers;

/// <summary>A Redis of our own.</summary>
/// <remarks>It writes its data to disk when it is stopped in good order, and now and then; a kill loses what came last, as in a deployment.</remarks>
public sealed class RedisServer : LocalServer
{
    private readonly string _program;
    private readonly string _password;

    private RedisServer(string program, string? folder)
        : base("redis", folder)
    {
        _program = program;
        _password = Folder.Password();
    }

    /// <summary>In the form of StackExchange.Redis: <c>127.0.0.1:port,password=…</c>.</summary>
    public override string ConnectionString => $"127.0.0.1:{Port},password={_password}";

    private protected override Launch Server => new(_program, [Folder.File("redis.conf")]);

    /// <summary>Starts one; it answers when this returns.</summary>
    /// <param name="folder">Where its data lie, or null for a temporary folder.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The server.</returns>
    /// <exception cref="MissingServerException">Redis is not installed.</exception>
    /// <exception cref="LocalServerException">It could not be started.</exception>
    public static Task<RedisServer> StartAsync(string? folder = null, CancellationToken cancellationToken = default) =>
        StartAsync(() => new RedisServer(Programs.Redis(), folder), cancellationToken);

    private protected override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder.Data);
        Folder.WriteSecret("redis.conf", $"""
            bind 127.0.0.1
            port {Port}
            requirepass {_password}
            dir "{Folder.Data}"
            save 3600 1
            maxmemory 128mb
            """);
        return Task.CompletedTask;
    }

    // Four lines of its protocol: the client library hangs on a server that is frozen.
    private protected override async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(client.GetStream());
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"AUTH {_password}\r\nPING\r\n"), cancellationToken).ConfigureAwait(false);
        foreach (var expected in new[] { "+OK", "+PONG" })
        {
            if (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is var answer && answer != expected)
            {
                throw new LocalServerException($"Redis answered AUTH and PING with {answer}.");
            }
        }
    }
}
