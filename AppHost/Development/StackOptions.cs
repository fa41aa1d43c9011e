using System.CommandLine;

namespace Regional.AppHost.Development;

/// <summary>What the developer asks of the stack on the command line.</summary>
/// <param name="Folder">Where data, keys and logs lie; null for <c>.regional</c> at the root of the repository.</param>
/// <param name="Regions">The folder that holds a folder for each region; null for <c>regions</c> at the root of the repository.</param>
/// <param name="WithServers">Whether the services use a PostgreSQL, a RabbitMQ and a Redis; otherwise each keeps its data in SQLite files.</param>
/// <param name="Only">The resources that are started, with what they need; none for all.</param>
/// <param name="Fresh">Whether all that former starts have made is removed first.</param>
/// <param name="RandomPorts">Whether everything listens at free ports instead of its own.</param>
internal sealed record StackOptions(string? Folder, string? Regions, bool WithServers, IReadOnlyCollection<string> Only, bool Fresh, bool RandomPorts)
{
    private const int WrongUsage = 2;
    private const string Embedded = "embedded";
    private const string Servers = "servers";

    /// <summary>Reads the command line.</summary>
    /// <returns>The options; null when the answer, help or a fault, is on the console already.</returns>
    public static StackOptions? Read(string[] args)
    {
        var folder = new Option<DirectoryInfo?>("--folder")
        {
            Description = "Where data, keys and logs lie [default: .regional at the root of the repository]",
            HelpName = "path",
        };
        var regions = new Option<DirectoryInfo?>("--regions")
        {
            Description = "The folder that holds a folder for each region [default: regions at the root of the repository]",
            HelpName = "path",
        };
        var stack = new Option<string>("--stack")
        {
            Description = $"'{Embedded}': each service keeps its data in SQLite files. '{Servers}': PostgreSQL, RabbitMQ and Redis are started from this "
                + "machine's packages (eng/install-servers). A connection string in the configuration, such as ConnectionStrings__database, takes a server's place",
            DefaultValueFactory = _ => Embedded,
        };
        stack.AcceptOnlyFromAmong(Embedded, Servers);
        var only = new Option<string[]>("--only")
        {
            Description = "Start only these, with what they need: --only signalering",
            HelpName = "name",
            AllowMultipleArgumentsPerToken = true,
        };
        var fresh = new Option<bool>("--fresh")
        {
            Description = "Begin anew: remove the data, keys, passwords and logs of former starts first",
        };
        var randomPorts = new Option<bool>("--random-ports")
        {
            Description = "Let everything listen at free ports, so that a second stack can run beside the first",
        };
        var command = new RootCommand(
            "Runs the services of Regional on this machine until Ctrl-C. "
            + "Options follow two hyphens: dotnet run --project AppHost -- --stack servers")
        {
            stack, only, fresh, folder, regions, randomPorts,
        };
        StackOptions? options = null;
        command.SetAction(result => options = new(
            result.GetValue(folder)?.FullName,
            result.GetValue(regions)?.FullName,
            result.GetValue(stack) == Servers,
            result.GetValue(only) ?? [],
            result.GetValue(fresh),
            result.GetValue(randomPorts)));
        var parsed = command.Parse(args);
        if (parsed.Errors is [var fault, ..])
        {
            Console.Error.WriteLine($"{fault.Message} See: dotnet run --project AppHost -- --help");
            Environment.ExitCode = WrongUsage;
            return null;
        }

        parsed.Invoke();
        return options;
    }
}
