using Npgsql;
using Regional.LocalServers.Processes;

namespace Regional.LocalServers;

/// <summary>A PostgreSQL of our own, as durable as one in a deployment: <c>fsync</c> is on.</summary>
public sealed class PostgreSqlServer : LocalServer
{
    private const string SystemUser = "postgres";

    private readonly string _programs;
    private readonly string _user;
    private readonly string _password;

    private PostgreSqlServer(string programs, ServerOptions options)
        : base("postgresql", options)
    {
        _programs = programs;
        _user = Folder.User(options.User ?? "postgres");
        _password = Folder.Password(options.Password);
    }

    /// <summary>In the form of Npgsql: the superuser's, to the database <c>postgres</c>.</summary>
    public override string ConnectionString => To("postgres");

    private protected override Launch Server => AsServerUser("postgres", ["-D", Folder.Data, .. Settings.SelectMany(setting => new[] { "-c", setting })]);

    // No Unix socket: the path of one may hold 107 bytes, and everyone uses TCP. Shared memory in the folder goes with the folder.
    private string[] Settings =>
    [
        "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "max_connections=100", "shared_buffers=32MB",
        "dynamic_shared_memory_type=mmap",
    ];

    /// <summary>Starts one; it answers queries when this returns.</summary>
    /// <param name="options">Where and with what; null for a temporary one.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The server.</returns>
    /// <exception cref="MissingServerException">PostgreSQL is not installed.</exception>
    /// <exception cref="LocalServerException">It could not be started.</exception>
    public static Task<PostgreSqlServer> StartAsync(ServerOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(() => new PostgreSqlServer(Programs.PostgreSql(), options ?? new()), cancellationToken);

    /// <summary>Makes an empty database.</summary>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = $"db_{Guid.NewGuid():N}";
        await ExecuteAsync($"create database {name}", cancellationToken).ConfigureAwait(false);
        return To(name);
    }

    /// <summary>Makes an empty database of that name, unless there is one.</summary>
    /// <param name="name">The name, upper and lower case distinguished.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The making.</returns>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            await CheckDatabaseAsync(name, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await ExecuteAsync($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks a question of one of its databases; fails when there is no answer.</summary>
    /// <param name="name">The database's name.</param>
    /// <param name="cancellationToken">Gives up the wait.</param>
    /// <returns>The question.</returns>
    public Task CheckDatabaseAsync(string name, CancellationToken cancellationToken = default) =>
        ExecuteAsync("select 1", cancellationToken, new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString);

    /// <inheritdoc/>
    public override Task CheckAsync(CancellationToken cancellationToken = default) => ExecuteAsync("select 1", cancellationToken);

    private protected override async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Folder.GiveTo(SystemUser);
        }

        if (!Directory.Exists(Folder.Data))
        {
            // Under another name until it is whole: a half-made one would look like data.
            var draft = Folder.File("data.new");
            if (Directory.Exists(draft))
            {
                Directory.Delete(draft, recursive: true);
            }

            var initdb = AsServerUser(
                "initdb", "-D", draft, "-U", _user, "--pwfile", Folder.File("password"), "-A", "scram-sha-256", "-E", "UTF8", "--locale", "C.UTF-8");
            await RunToEndAsync(initdb, cancellationToken).ConfigureAwait(false);
            Directory.Move(draft, Folder.Data);
        }
    }

    // PostgreSQL refuses to run as root. As another user it needs a right of root's to get at the folder, which may lie below one that only root may
    // enter. SIGINT is its "fast" stop; at SIGTERM it would wait for its clients.
    private Launch AsServerUser(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(_programs, program), .. arguments];
        string[] start = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid", SystemUser, "--regid", SystemUser, "--clear-groups", "--inh-caps", "+dac_override", "--ambient-caps", "+dac_override", .. command] : command;
        return new(start[0], start[1..]) { StopSignal = Unix.Sigint };
    }

    private string To(string database) => $"Host=127.0.0.1;Port={Port};Username={_user};Password={_password};Database={database}";

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, string? database = null)
    {
        await using var connection = new NpgsqlConnection((database ?? ConnectionString) + ";Pooling=false;Timeout=5");
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
