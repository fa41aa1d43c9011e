using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using RabbitMQ.Client;
using Regional.LocalServers.Processes;

namespace Regional.LocalServers;

/// <summary>A RabbitMQ of our own, without the management plug-in, and with an Erlang port mapper of its own.</summary>
public sealed class RabbitMqServer : LocalServer
{
    private const string Node = "regional@localhost";
    private const string Cookie = ".erlang.cookie";

    private static readonly TimeSpan PortMapperLimit = TimeSpan.FromSeconds(1);

    private readonly int _portMapperPort = LoopbackPort.Free();
    private readonly int _nodePort = LoopbackPort.Free();
    private readonly string _program;
    private readonly string _user;
    private readonly string _password;
    private readonly SemaphoreSlim _call = new(1); // every call has the same name, and the server lets in one of a name
    private ServerProcess? _portMapper;

    private RabbitMqServer(string program, ServerOptions options)
        : base("rabbitmq", options)
    {
        _program = program;
        _user = Folder.User(options.User ?? "guest");
        _password = Folder.Password(options.Password);
    }

    /// <summary>The AMQP address of the virtual host <c>/</c>.</summary>
    public override string ConnectionString => To("%2F");

    private protected override Launch Server => new(_program, []) { Environment = Environment };

    private Dictionary<string, string> Environment => new(Erlang)
    {
        ["RABBITMQ_NODENAME"] = Node,
        ["RABBITMQ_DIST_PORT"] = Number(_nodePort),
        ["RABBITMQ_MNESIA_BASE"] = Folder.Data,
        ["RABBITMQ_LOG_BASE"] = Folder.Path,
        ["RABBITMQ_CONFIG_FILE"] = Folder.File("rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = Folder.File("rabbitmq-env.conf"), // not the machine's
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Folder.File("enabled_plugins"),

        // Two schedulers that do not spin: small and quiet on any machine. The port mapper is there already.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +S 2:2 +sbwt none",

        ["RABBITMQ_LOG"] = "-color",

        // The start script becomes the server, instead of waiting for it.
        ["RUNNING_UNDER_SYSTEMD"] = "1",
    };

    private Dictionary<string, string> Erlang => new()
    {
        ["HOME"] = Folder.Path, // where the cookie lies
        ["ERL_EPMD_PORT"] = Number(_portMapperPort),
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
    };

    /// <summary>Starts one; it takes and gives messages when this returns.</summary>
    /// <param name="options">Where and with what; null for a temporary one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The server.</returns>
    /// <exception cref="MissingServerException">RabbitMQ is not installed.</exception>
    /// <exception cref="LocalServerException">It could not be started.</exception>
    public static Task<RabbitMqServer> StartAsync(ServerOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(() => new RabbitMqServer(Programs.RabbitMq(), options ?? new()), cancellationToken);

    /// <summary>Makes an empty virtual host.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>Its AMQP address.</returns>
    /// <exception cref="LocalServerException">It could not be made.</exception>
    public async Task<string> CreateVirtualHostAsync(CancellationToken cancellationToken = default)
    {
        // What `rabbitmqctl add_vhost` and `set_permissions` ask of the server, in 40 ms instead of more than a second.
        var name = $"vh-{Guid.NewGuid():N}";
        var answer = await CallAsync($"""
            rabbit_vhost:add(<<"{name}">>, <<"{_user}">>),
            rabbit_auth_backend_internal:set_permissions(<<"{_user}">>, <<"{name}">>, <<".*">>, <<".*">>, <<".*">>, <<"{_user}">>).
            """, cancellationToken).ConfigureAwait(false);
        return answer == "{ok, ok}" ? To(name) : throw new LocalServerException($"RabbitMQ did not make a virtual host: {answer}");
    }

    /// <summary>Lets it find its disk full: it takes no message then, and keeps its connections.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LocalServerException">It did not.</exception>
    public Task FillDiskAsync(CancellationToken cancellationToken = default) => LimitDiskAsync("mem_relative, 1000000.0", cancellationToken);

    /// <summary>Lets it find room again.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LocalServerException">It did not.</exception>
    public Task FreeDiskAsync(CancellationToken cancellationToken = default) => LimitDiskAsync("mem_relative, 0.0", cancellationToken);

    /// <inheritdoc/>
    public override async Task CheckAsync(CancellationToken cancellationToken = default)
    {
        var factory = new ConnectionFactory { Uri = new Uri(ConnectionString), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken).ConfigureAwait(false);
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirmed, cancellationToken).ConfigureAwait(false);
        var queue = await channel.QueueDeclareAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await channel.BasicPublishAsync("", queue.QueueName, mandatory: true, body: "ready"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        if (await channel.BasicGetAsync(queue.QueueName, autoAck: true, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new LocalServerException("RabbitMQ confirmed a message and did not give it.");
        }
    }

    private protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Folder.File("enabled_plugins"), "[].", cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Folder.File("rabbitmq-env.conf"), "", cancellationToken).ConfigureAwait(false);
        Folder.WriteSecret(Cookie, RandomNumberGenerator.GetHexString(64));
        Folder.WriteSecret("rabbitmq.conf", $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            default_user = {_user}
            default_pass = {_password}
            log.console = true
            log.connection.level = warning
            log.file = false
            vm_memory_high_watermark.absolute = 512MB
            disk_free_limit.absolute = 50MB
            """);
        _portMapper = Run(new("epmd", ["-port", Number(_portMapperPort), "-address", "127.0.0.1"]) { Environment = Erlang }, "epmd.lock");
    }

    private protected override async Task StopOthersAsync()
    {
        if (_portMapper is not null)
        {
            await _portMapper.StopAsync(PortMapperLimit).ConfigureAwait(false);
            _portMapper.Dispose();
        }

        _call.Dispose();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private string To(string virtualHost) => $"amqp://{_user}:{_password}@127.0.0.1:{Port}/{virtualHost}";

    // What `rabbitmqctl set_disk_free_limit` asks: so much room, as a multiple of the memory, must be left.
    private async Task LimitDiskAsync(string limit, CancellationToken cancellationToken)
    {
        var answer = await CallAsync($"rabbit_disk_monitor:set_disk_free_limit({{{limit}}}).", cancellationToken).ConfigureAwait(false);
        if (answer != "{ok, ok}")
        {
            throw new LocalServerException($"RabbitMQ did not take another limit of its disk: {answer}");
        }
    }

    private async Task<string> CallAsync(string expressions, CancellationToken cancellationToken)
    {
        await _call.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await CallAloneAsync(expressions, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _call.Release();
        }
    }

    // The cookie, which is its password, is read from HOME by the program itself.
    private async Task<string> CallAloneAsync(string expressions, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("erl_call", ["-n", Node, "-e"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Erlang)
        {
            start.Environment[name] = value;
        }

        using var call = Process.Start(start)!;
        await call.StandardInput.WriteLineAsync(expressions).ConfigureAwait(false);
        call.StandardInput.Close();
        var (output, error) = (call.StandardOutput.ReadToEndAsync(cancellationToken), call.StandardError.ReadToEndAsync(cancellationToken));
        await call.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
    }
}
