using System.Globalization;

namespace Regional.LocalServers;

/// <summary>Where Debian's packages put the servers.</summary>
internal static class Programs
{
    /// <summary>The folder of the newest PostgreSQL's programs.</summary>
    /// <exception cref="MissingServerException">There is none.</exception>
    public static string PostgreSql(string versions = "/usr/lib/postgresql")
    {
        RequireLinux();
        var newest = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions)
                .Where(folder => File.Exists(Path.Combine(folder, "bin", "postgres")))
                .MaxBy(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0)
            : null;
        return newest is null ? throw new MissingServerException($"{versions}/*/bin/postgres", "postgresql") : Path.Combine(newest, "bin");
    }

    /// <summary>The script that starts RabbitMQ as whoever runs it; the one in <c>/usr/sbin</c> insists on a user of its own.</summary>
    /// <exception cref="MissingServerException">It is not there.</exception>
    public static string RabbitMq() => Find("/usr/lib/rabbitmq/bin/rabbitmq-server", "rabbitmq-server");

    /// <exception cref="MissingServerException">It is not there.</exception>
    public static string Redis() => Find("/usr/bin/redis-server", "redis-server");

    public static string Find(string program, string package)
    {
        RequireLinux();
        return File.Exists(program) ? program : throw new MissingServerException(program, package);
    }

    private static void RequireLinux()
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new LocalServerException("Local servers can be started on Linux only, from Debian's packages. Give connection strings of servers that run elsewhere.");
        }
    }
}
