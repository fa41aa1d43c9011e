using System.CommandLine;
using Regional.Cli.Calls;
using Regional.EventLog;

namespace Regional.Cli.Logs;

/// <summary>The options of every command that works on the logs of a service where they lie, without the service.</summary>
internal sealed class LogOptions(Terminal terminal)
{
    private readonly Option<string?> _database = new("--database")
    {
        Description = "Where the logs lie: a SQLite file, the folder that holds it, or the connection string of a PostgreSQL database (its password can come from PGPASSWORD or ~/.pgpass) "
            + "[default: the data of the stack here or above]",
        HelpName = "place",
    };

    private readonly Option<string> _service = new("--service")
    {
        Description = "The service: its schema in PostgreSQL, its file in a folder",
        HelpName = "name",
        DefaultValueFactory = _ => "signalering",
        CustomParser = argument =>
        {
            if (argument.Tokens[0].Value is { Length: > 0 } name && name.All(char.IsAsciiLetterLower))
            {
                return name;
            }

            argument.AddError("--service: A service is named in small letters. Write it like signalering.");
            return "";
        },
    };

    private readonly StackOption _stack = new(terminal);

    public void AddTo(Command command)
    {
        command.Options.Add(_database);
        command.Options.Add(_service);
        _stack.AddTo(command);
    }

    /// <summary>Whether the command line names a database.</summary>
    public bool IsNamed(ParseResult parsed) => parsed.GetValue(_database) is not null;

    /// <summary>The service whose logs they are.</summary>
    public string Service(ParseResult parsed) => parsed.GetRequiredValue(_service);

    /// <summary>The folder of the service's keys; null where that cannot be known.</summary>
    public string? Keys(ParseResult parsed) => Place(parsed).KeysBeside ?? (IsNamed(parsed) ? null : Path.Combine(_stack.Folder(parsed)!, "data", Service(parsed), "keys"));

    /// <summary>Where the logs lie.</summary>
    /// <exception cref="CliFault">None is named, and no stack has its data here.</exception>
    public LogPlace Place(ParseResult parsed)
    {
        var service = Service(parsed);
        if (parsed.GetValue(_database) is { } written)
        {
            var path = terminal.PathOf(written);
            var isConnectionString = written.Contains('=', StringComparison.Ordinal) && !Path.Exists(path);
            return new(isConnectionString ? written : path, service);
        }

        return _stack.Folder(parsed) is { } folder
            ? new(Stack.InIfRunning(folder)?.Database ?? Path.Combine(folder, "data", service, $"{service}.db"), service)
            : throw CliFault.Usage("--database: There is no stack here whose data could be taken. Name a SQLite file, the folder that holds it, or the connection string of a PostgreSQL database.");
    }
}
