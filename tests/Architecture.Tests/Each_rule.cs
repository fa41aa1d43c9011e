namespace Regional.Architecture.Tests;

/// <summary>A rule that cannot fail is none: each is shown something that breaks it.</summary>
public sealed class Each_rule
{
    private static string ThisAssembly => typeof(Each_rule).Assembly.Location;

    [Fact]
    public void sees_a_service_that_knows_another() =>
        Assert.Single(Rules.ServiceThatKnowsAnother([new("src/Indicators/Indicators.csproj", ["src/Signalering/Signalering.csproj"], [])]));

    [Fact]
    public void sees_a_library_or_the_command_line_that_knows_a_service() =>
        Assert.Equal(2, Rules.ServiceThatKnowsAnother([new("src/Cli/Cli.csproj", ["src/Signalering/Signalering.csproj"], []), new("src/EventLog/EventLog.csproj", ["src/Placement/Placement.csproj"], [])]).Count());

    [Fact]
    public void lets_the_AppHost_and_the_tests_know_services() =>
        Assert.Empty(Rules.ServiceThatKnowsAnother([new("AppHost/AppHost.csproj", ["src/Signalering/Signalering.csproj"], []), new("tests/A.Tests/A.Tests.csproj", ["src/Signalering/Signalering.csproj"], [])]));

    [Theory]
    [InlineData("src/Cli/Cli.csproj", "Npgsql", "")]
    [InlineData("src/Portal/Portal.csproj", "Microsoft.Data.Sqlite", "")]
    [InlineData("src/Cli/Cli.csproj", "", "Microsoft.Data.Sqlite.SqliteConnection")]
    public void sees_a_driver_at_the_edge_also_where_another_project_brings_it(string path, string package, string type) =>
        Assert.Single(Rules.DatabaseDriverAtTheEdge(new(path, [], [package]), [type]));

    [Fact]
    public void sees_every_type_of_another_assembly() => Assert.Superset(new HashSet<string> { "System.IO.File", "System.Reflection.Metadata.TypeDefinitionHandleCollection.Enumerator" }, Metadata.References(ThisAssembly).ToHashSet());

    [Theory]
    [InlineData(typeof(Domain.ReadsAFile), "System.IO.File.ReadAllText")]
    [InlineData(typeof(Domain.CallsAGenericMethod), "System.Threading.Tasks.Task.Run")]
    [InlineData(typeof(Domain.CallsAGenericType), "System.IO.Enumeration.FileSystemEnumerable`1..ctor")]
    public void sees_input_and_output_in_a_domain(Type user, string used) => Assert.Contains($"{user.FullName} uses {used}", Rules.IoInDomain(Metadata.Uses(ThisAssembly)));

    [Theory]
    [InlineData(typeof(Domain.ReadsTheClock), "System.DateTime.get_UtcNow")]
    [InlineData(typeof(Domain.ReadsTheClock), "System.Threading.Thread.Sleep")]
    [InlineData(typeof(Domain.TakesTheRealClock), "System.TimeProvider.get_System")]
    [InlineData(typeof(Domain.Waits), "System.Threading.Tasks.Task.Delay")]
    [InlineData(typeof(Domain.Waits), "System.Threading.Tasks.Task`1.WaitAsync")]
    [InlineData(typeof(Domain.Waits), "System.Threading.CancellationTokenSource..ctor")]
    [InlineData(typeof(Domain.Waits), "System.Threading.CancellationTokenSource.CancelAfter")]
    public void sees_a_clock_that_is_taken_directly(Type user, string used) => Assert.Contains($"{user.FullName} uses {used}", Rules.ClockTakenDirectly(Metadata.Uses(ThisAssembly)));

    [Fact]
    public void sees_disclosure_control_that_depends_on_something() =>
        Assert.Equal(2, Rules.DependencyOfDisclosure([new("src/Disclosure/Disclosure.csproj", ["src/Territory/Territory.csproj"], ["Google.OrTools"])]).Count());

    [Fact]
    public void lets_a_type_wait_by_the_clock_that_it_was_given() =>
        Assert.DoesNotContain(Rules.ClockTakenDirectly(Metadata.Uses(ThisAssembly)), broken => broken.StartsWith(typeof(Domain.WaitsByAGivenClock).FullName!, StringComparison.Ordinal));

    [Fact]
    public void lets_a_program_take_the_real_clock() => Assert.Empty(Rules.ClockTakenDirectly([new("Program", "System.TimeProvider.get_System")]));

    [Fact]
    public void sees_a_type_in_a_namespace_of_others() =>
        Assert.Contains("Grpc.Intruder", Metadata.Types(ThisAssembly).Where(type => Rules.ForeignNamespace(new("tests/Architecture.Tests/Architecture.Tests.csproj", [], []), [type]).Any()));

    [Fact]
    public void sees_a_type_of_ours_in_Compat() => Assert.Single(Rules.OursInCompat(new("src/Compat/Grpc.Core.Api/Grpc.Core.Api.csproj", [], []), ["Grpc.Core.Status", "Regional.Ours"]));

    [Fact]
    public void sees_a_long_program() => Assert.Equal(2, Rules.LongProgram([("src/A/Program.cs", 26), ("src/B/Program.cs", 25), ("AppHost/Program.cs", 61)]).Count());

    [Fact]
    public void sees_a_version_that_nobody_uses() => Assert.Single(Rules.UnusedVersion(["A", "B", "C"], [new("src/A/A.csproj", [], ["A"])], new HashSet<string> { "B" }));

    [Fact]
    public void sees_a_project_outside_the_solution() => Assert.Single(Rules.OutsideTheSolution("= \"A\", \"src\\A\\A.csproj\"", [new("src/A/A.csproj", [], []), new("src/B/B.csproj", [], [])]));
}
