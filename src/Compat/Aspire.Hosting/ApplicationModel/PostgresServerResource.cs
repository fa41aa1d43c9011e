using Aspire.Hosting.Processes;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A PostgreSQL server.</summary>
public class PostgresServerResource : ContainerResource, IResourceWithConnectionString
{
    private readonly Dictionary<string, string> _databases = [];

    /// <summary>Names the server.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="userName">The superuser's name; null for <c>postgres</c>.</param>
    /// <param name="password">The superuser's password.</param>
    public PostgresServerResource(string name, ParameterResource? userName, ParameterResource password)
        : base(name)
    {
        PrimaryEndpoint = new(this, LocalServerProgram.EndpointName);
        UserNameParameter = userName;
        PasswordParameter = password;
    }

    /// <summary>Where it listens.</summary>
    public EndpointReference PrimaryEndpoint { get; }

    /// <summary>The host's address.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>The port.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>The superuser's name; null for <c>postgres</c>.</summary>
    public ParameterResource? UserNameParameter { get; set; }

    /// <summary>The superuser's name.</summary>
    public ReferenceExpression UserNameReference =>
        UserNameParameter is null ? ReferenceExpression.Create($"postgres") : ReferenceExpression.Create($"{UserNameParameter}");

    /// <summary>The superuser's password.</summary>
    public ParameterResource PasswordParameter { get; set; }

    /// <summary>Its databases: the name in PostgreSQL of each resource.</summary>
    public IReadOnlyDictionary<string, string> Databases => _databases;

    /// <summary>In the form of Npgsql, without a database.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Host={Host};Port={Port};Username={UserNameReference};Password={PasswordParameter}");

    /// <summary>As an address: <c>postgresql://user:password@host:port</c>.</summary>
    public ReferenceExpression UriExpression =>
        ReferenceExpression.Create($"postgresql://{UserNameReference}:{PasswordParameter}@{Host}:{Port}");

    /// <summary>In the form of JDBC, without user and password.</summary>
    public ReferenceExpression JdbcConnectionString => ReferenceExpression.Create($"jdbc:postgresql://{Host}:{Port}");

    /// <inheritdoc cref="IResourceWithConnectionString.GetConnectionStringAsync"/>
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
        ConnectionStringExpression.GetValueAsync(cancellationToken);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", UserNameReference),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", UriExpression),
        new("JdbcConnectionString", JdbcConnectionString),
    ];

    internal void Add(PostgresDatabaseResource database) => _databases.Add(database.Name, database.DatabaseName);
}

/// <summary>A database of a PostgreSQL server.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="databaseName">The database's name in PostgreSQL.</param>
/// <param name="postgresParentResource">The server.</param>
public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource)
    : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    /// <summary>The server.</summary>
    public PostgresServerResource Parent { get; } = postgresParentResource;

    /// <summary>The database's name in PostgreSQL.</summary>
    public string DatabaseName { get; } = databaseName;

    /// <summary>In the form of Npgsql.</summary>
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{Parent};Database={DatabaseName}");

    /// <summary>As an address: <c>postgresql://user:password@host:port/database</c>.</summary>
    public ReferenceExpression UriExpression => ReferenceExpression.Create($"{Parent.UriExpression}/{Uri.EscapeDataString(DatabaseName)}");

    /// <summary>In the form of JDBC, without user and password.</summary>
    public ReferenceExpression JdbcConnectionString => ReferenceExpression.Create($"{Parent.JdbcConnectionString}/{Uri.EscapeDataString(DatabaseName)}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        .. ((IResourceWithConnectionString)Parent).GetConnectionProperties().Where(property => property.Key is not ("Uri" or "JdbcConnectionString")),
        new("Uri", UriExpression),
        new("JdbcConnectionString", JdbcConnectionString),
        new("DatabaseName", ReferenceExpression.Create($"{DatabaseName}")),
    ];
}
