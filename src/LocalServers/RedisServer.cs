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

    private RedisServer(string program, ServerOptions options)
        : base("redis", options)
    {
        _program = program;
        _password = Folder.Password(options.Password);
    }

    /// <summary>In the form of StackExchange.Redis: <c>127.0.0.1:port,password=…</c>.</summary>
    public override string ConnectionString => $"127.0.0.1:{Port},password={_password}";

    private protected override Launch Server => new(_program, [Folder.File("redis.conf")]);

    /// <summary>Starts one; it answers when this returns.</summary>
    /// <param name="options">Where and with what; null for a temporary one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The server.</returns>
    /// <exception cref="MissingServerException">Redis is not installed.</exception>
    /// <exception cref="LocalServerException">It could not be started.</exception>
    public static Task<RedisServer> StartAsync(ServerOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(() => new RedisServer(Programs.Redis(), options ?? new()), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Four lines of its protocol: the client library hangs on a server that is frozen.</remarks>
    public override async Task CheckAsync(CancellationToken cancellationToken = default)
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

    // A title would be written over the environment, in which the reaper looks for its mark.
    private protected override Task PrepareAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder.Data);
        Folder.WriteSecret("redis.conf", $"""
            bind 127.0.0.1
            port {Port}
            requirepass {_password}
            dir "{Folder.Data}"
            save 3600 1
            set-proc-title no
            maxmemory 128mb
            """);
        return Task.CompletedTask;
    }
}
