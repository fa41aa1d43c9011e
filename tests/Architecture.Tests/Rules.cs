namespace Regional.Architecture.Tests;

/// <summary>The rules, each from what it looks at to what breaks it.</summary>
internal static class Rules
{
    private static readonly string[] Drivers = ["Microsoft.Data.Sqlite", "Npgsql", "Dapper", "StackExchange.Redis", "RabbitMQ.Client", "MassTransit"];

    private static readonly string[] Io =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.Enumeration.", "System.IO.Stream", "System.Net.", "System.Console.", "System.Diagnostics.Process.", "System.Environment.",
        "Microsoft.Data.", "Dapper.", "Npgsql.", "Grpc.Net.", "Microsoft.AspNetCore.", "Microsoft.Extensions.Logging", "System.Threading.Tasks.Task.Run",
    ];

    private static readonly string[] Clocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount", "System.Environment.get_TickCount64", "System.Threading.Thread.Sleep", "System.Diagnostics.Stopwatch..ctor",
        "System.Diagnostics.Stopwatch.StartNew", "System.Diagnostics.Stopwatch.GetTimestamp", "System.Threading.Timer..ctor",
    ];

    // Each has an overload that waits by a TimeProvider.
    private static readonly string[] Waits =
    [
        "System.Threading.Tasks.Task.Delay", "System.Threading.Tasks.Task.WaitAsync", "System.Threading.Tasks.Task`1.WaitAsync", "System.Threading.CancellationTokenSource..ctor", "System.Threading.PeriodicTimer..ctor",
    ];

    // Where the real clock is handed to the rest: in each program, and where services and the command line are put together.
    private static readonly string[] ClockRoots = ["Program", "Regional.ServiceDefaults.ServiceDefaultsExtensions", "Regional.Cli.Terminal"];

    public static IEnumerable<string> ServiceThatKnowsAnother(IEnumerable<Project> projects) =>
        from project in projects
        where project.IsService || !project.Path.StartsWith("AppHost/", StringComparison.Ordinal) && !IsTestOrBench(project)
        from reference in project.Projects
        where Repository.Services.Contains(Path.GetFileNameWithoutExtension(reference))
        select $"{project.Path} references {reference}";

    /// <summary>The types count beside the packages: a driver that comes along with another project is at hand without a reference.</summary>
    public static IEnumerable<string> DatabaseDriverAtTheEdge(Project project, IEnumerable<string> types) =>
        from name in project.Packages.Concat(types)
        where project.Name is "Cli" or "Portal" && Drivers.Any(driver => name == driver || name.StartsWith($"{driver}.", StringComparison.Ordinal))
        select $"{project.Path} uses {name}";

    public static IEnumerable<string> IoInDomain(IEnumerable<Use> uses) =>
        from use in uses
        where use.User.Split('.')[..^1].Contains("Domain") || use.User.StartsWith("Regional.Disclosure.", StringComparison.Ordinal)
        where Io.Any(io => use.Member.StartsWith(io, StringComparison.Ordinal))
        select $"{use.User} uses {use.Member}";

    public static IEnumerable<string> DependencyOfDisclosure(IEnumerable<Project> projects) =>
        from project in projects
        where project.Path == "src/Disclosure/Disclosure.csproj"
        from dependency in project.Projects.Concat(project.Packages)
        select $"{project.Path} references {dependency}";

    public static IEnumerable<string> ForeignNamespace(Project project, IEnumerable<string> types) =>
        from type in types
        let isForeign = type.StartsWith("Grpc.", StringComparison.Ordinal) || type.StartsWith("Aspire.", StringComparison.Ordinal)
        let mayDefine = project.Path.StartsWith("src/Compat/", StringComparison.Ordinal) || (project.Name == "Interop.Tests" && type.StartsWith("Grpc.Testing.", StringComparison.Ordinal))
        where isForeign && !mayDefine
        select $"{project.Path} defines {type}";

    public static IEnumerable<string> OursInCompat(Project project, IEnumerable<string> types) =>
        from type in types
        where project.Path.StartsWith("src/Compat/", StringComparison.Ordinal) && type.StartsWith("Regional.", StringComparison.Ordinal)
        select $"{project.Path} defines {type}";

    public static IEnumerable<string> ClockTakenDirectly(IReadOnlyCollection<Use> uses) =>
        from use in uses
        where Clocks.Contains(use.Member) || (!KeepsTheMachinesTime(use) && (IsRealClockOutsideARoot(use) || IsWaitByTheRealClock(use) || IsCancelAfterByTheRealClock(use, uses)))
        select $"{use.User} uses {use.Member}";

    public static IEnumerable<string> LongProgram(IEnumerable<(string Path, int Lines)> programs) =>
        from program in programs
        where program.Lines > (program.Path.StartsWith("AppHost/", StringComparison.Ordinal) ? 60 : 25)
        select $"{program.Path} has {program.Lines} lines";

    public static IEnumerable<string> UnusedVersion(IEnumerable<string> versions, IEnumerable<Project> projects, IReadOnlySet<string> pinned) =>
        versions.Except(projects.SelectMany(project => project.Packages)).Except(pinned).Select(version => $"{version} is used by no project");

    public static IEnumerable<string> OutsideTheSolution(string solution, IEnumerable<Project> projects) =>
        projects.Where(project => !solution.Replace('\\', '/').Contains($"\"{project.Path}\"", StringComparison.Ordinal)).Select(project => $"{project.Path} is not in Regional.sln");

    private static bool IsTestOrBench(Project project) => project.Path.StartsWith("tests/", StringComparison.Ordinal) || project.Path.StartsWith("bench/", StringComparison.Ordinal);

    // Compat stands in for packages, which keep their own time, and goes when they come. LocalServers waits for programs that know no clock but the machine's.
    private static bool KeepsTheMachinesTime(Use use) => use.User.StartsWith("Aspire.", StringComparison.Ordinal) || use.User.StartsWith("Regional.LocalServers.", StringComparison.Ordinal);

    private static bool IsRealClockOutsideARoot(Use use) => use.Member == "System.TimeProvider.get_System" && !ClockRoots.Contains(use.User);

    private static bool IsWaitByTheRealClock(Use use) =>
        Waits.Contains(use.Member) && use.Parameters.Split(", ") is var parameters && (parameters.Contains("System.TimeSpan") || parameters.Contains("System.Int32")) && !parameters.Contains("System.TimeProvider");

    // It goes by the clock of the source's constructor, which the call does not show: the type must make one that has a clock.
    private static bool IsCancelAfterByTheRealClock(Use use, IEnumerable<Use> uses) =>
        use.Member == "System.Threading.CancellationTokenSource.CancelAfter"
        && !uses.Contains(new(use.User, "System.Threading.CancellationTokenSource..ctor", "System.TimeSpan, System.TimeProvider"));
}
