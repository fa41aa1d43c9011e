using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Regional.ServiceDefaults.Identity;

namespace Regional.Cli.Tests;

/// <summary>What a command left behind.</summary>
internal sealed record Ran(ExitCode ExitCode, string Out, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    /// <summary>Standard error, which holds one line.</summary>
    public string OneLine
    {
        get
        {
            Assert.Equal(1, Error.AsSpan().Count('\n'));
            return Error.TrimEnd();
        }
    }
}

/// <summary>A working folder of its own.</summary>
/// <param name="below">The folder that it lies in.</param>
internal sealed class Shell(string below) : IDisposable
{
    /// <summary>A folder below one that has the regions of the repository.</summary>
    public Shell()
        : this(Path.Combine(AppContext.BaseDirectory, "shells"))
    {
    }

    public string Folder { get; } = Directory.CreateDirectory(Path.Combine(below, Guid.NewGuid().ToString("N"))).FullName;

    public TimeProvider Clock { get; init; } = new ImpatientClock();

    public string Program { get; init; } = "regional";

    public string? NamedStack { get; init; }

    public byte[] Input { get; set; } = [];

    public byte[] RawOutput { get; private set; } = [];

    public string Keys => File("keys");

    /// <summary>The folder of the stack that <see cref="StartStack(ValueTuple{string, Uri}[])"/> makes.</summary>
    public string StackFolder => File(".regional");

    public string File(string name) => Path.Combine(Folder, name);

    public string Write(string name, params IEnumerable<string> lines)
    {
        System.IO.File.WriteAllText(File(name), string.Concat(lines.Select(line => line + "\n")));
        return name;
    }

    public Task<Ran> Run(params string[] args) => Run(args, new StringWriter(), TestContext.Current.CancellationToken);

    public async Task<Ran> Run(string[] args, StringWriter output, CancellationToken cancellationToken)
    {
        // A command that waits for what never comes ends the test, not the run of all tests.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        var error = new StringWriter();
        var raw = new MemoryStream();
        var exitCode = await RegionalCli.Run(args, new()
        {
            Out = TextWriter.Synchronized(output),
            Error = TextWriter.Synchronized(error),
            OpenInput = () => new MemoryStream(Input),
            OpenOutput = () => raw,
            IsInteractive = false,
            Folder = Folder,
            Clock = Clock,
            Program = Program,
            NamedStack = NamedStack,
        }, limit.Token);
        RawOutput = raw.ToArray();
        return new(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Writes what an AppHost writes while it runs; this process stands in for it.</summary>
    public void StartStack(params (string Service, Uri Grpc)[] services)
    {
        using var self = Process.GetCurrentProcess();
        StartStack(self.Id, self.StartTime, null, services);
    }

    /// <summary>A stack whose services share a database.</summary>
    public void StartStack(string database)
    {
        using var self = Process.GetCurrentProcess();
        StartStack(self.Id, self.StartTime, database);
    }

    public void StartStack(int pid, DateTime started, params (string Service, Uri Grpc)[] services) => StartStack(pid, started, null, services);

    private void StartStack(int pid, DateTime started, string? database, params (string Service, Uri Grpc)[] services)
    {
        // The key that the stack's services trust.
        DevelopmentTokens.Open(Keys, TimeProvider.System);
        Directory.CreateDirectory(File(".regional"));
        System.IO.File.WriteAllText(File(".regional/stack.json"), JsonSerializer.Serialize(
            new
            {
                Pid = pid,
                StartTime = started.ToUniversalTime(),
                Resources = services.Select(service => new { Name = service.Service, Endpoints = new Dictionary<string, string> { ["grpc"] = service.Grpc.ToString() } }),
                DevelopmentKeys = Keys,
                Data = File("data"),
                Database = database,
                Regions = Path.Combine(AppContext.BaseDirectory, "regions"),
                Logs = File("logs"),
            },
            JsonSerializerOptions.Web));
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
