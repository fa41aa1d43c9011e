using System.Diagnostics;
using Regional.Cli.Calls;

namespace Regional.Cli.Tests;

public sealed class The_stack : IDisposable
{
    private const string OrElse = "name it";
    private static readonly Uri Address = new("http://127.0.0.1:5101/");
    private static readonly Uri Closed = new("http://127.0.0.1:1/");
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("src/Cli")]
    public void is_found_from_its_folder_and_from_those_below(string folder)
    {
        _shell.StartStack(("signalering", Address));

        var stack = Stack.Near(Directory.CreateDirectory(_shell.File(folder)).FullName, OrElse);

        Assert.Equal((Address, _shell.Keys), (stack.AddressOf("signalering"), stack.DevelopmentKeys));
    }

    [Fact]
    public void that_does_not_run_is_said_with_what_to_do() =>
        Assert.Equal("No AppHost runs here. Start one (dotnet run --project AppHost), name the folder of another with --stack, or name it.", Fault());

    [Fact]
    public void whose_process_is_gone_is_said_with_what_to_do()
    {
        // No Linux process has this number: the largest is one less.
        _shell.StartStack(4_194_304, TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Equal($"The AppHost that wrote {_shell.File(".regional/stack.json")} (process 4194304) is gone. Start it again (dotnet run --project AppHost), or name it.", Fault());
    }

    [Fact]
    public void is_gone_too_when_another_process_has_its_number_now()
    {
        using var self = Process.GetCurrentProcess();
        _shell.StartStack(self.Id, self.StartTime.AddMinutes(-1));

        Assert.Contains("is gone", Fault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"pid\": 1}")]
    [InlineData("{\"pid\": \"one\"}")]
    public void with_a_file_that_cannot_be_read_is_said_with_what_to_do(string content)
    {
        _shell.StartStack();
        File.WriteAllText(_shell.File(".regional/stack.json"), content);

        Assert.EndsWith("stack.json cannot be read. Start the AppHost again (dotnet run --project AppHost); it writes the file anew.", Fault(), StringComparison.Ordinal);
    }

    [Fact]
    public void without_the_service_asks_for_its_address()
    {
        _shell.StartStack(("signalering", Address));

        var fault = Assert.Throws<CliFault>(() => Stack.Near(_shell.Folder, OrElse).AddressOf("indicators"));

        Assert.Equal("The AppHost that runs here has no service indicators. Name the service with --address.", fault.Message);
    }

    [Fact]
    public async Task is_needed_for_a_token_even_where_an_address_was_given()
    {
        _shell.Write("signals.ndjson", Example.Line());

        var ran = await _shell.Run("push", "signals.ndjson", "--address", Address.ToString());

        Assert.Equal((ExitCode.NotDone, "No AppHost runs here. Start one (dotnet run --project AppHost), name the folder of another with --stack, or give a token with --token (--token none calls without one)."), (ran.ExitCode, ran.OneLine));
    }

    [Theory]
    [InlineData("token", "--municipality", "0106")]
    [InlineData("push", "signals.ndjson")]
    [InlineData("table", "participation", "--region", "VO2201", "--school-year", "2024-2025")]
    [InlineData("watch", "--region", "VO2201")]
    [InlineData("simulate", "--region", "VO2201", "--school-year", "2024-2025", "--out", "out.ndjson")]
    [InlineData("region", "check")]
    public async Task is_found_elsewhere_by_every_command_that_is_given_its_folder(params string[] command)
    {
        _shell.StartStack(("signalering", Closed), ("indicators", Closed));
        using var away = Away();

        var (lost, found) = (await away.Run(command), await away.Run([.. command, "--stack", _shell.StackFolder]));

        Assert.Matches("No AppHost runs here|no folder 'regions' here", lost.Error);
        Assert.DoesNotMatch("No AppHost runs|no folder 'regions' here", found.Error);
    }

    [Fact]
    public async Task is_found_elsewhere_by_the_variable_that_names_its_folder()
    {
        _shell.StartStack();
        using var away = Away(_shell.StackFolder);

        Assert.Equal(ExitCode.Done, (await away.Run("token", "--municipality", "0106")).ExitCode);
    }

    [Fact]
    public async Task that_the_option_names_goes_before_the_one_that_the_variable_names()
    {
        _shell.StartStack();
        using var away = Away("/nowhere");

        Assert.Equal(ExitCode.Done, (await away.Run("token", "--municipality", "0106", "--stack", _shell.StackFolder)).ExitCode);
        Assert.StartsWith("REGIONAL_STACK: No AppHost runs on /nowhere. ", (await away.Run("token", "--municipality", "0106")).OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_does_not_run_in_the_folder_that_was_named_is_said_with_what_to_do()
    {
        var ran = await _shell.Run("token", "--municipality", "0106", "--stack", "elsewhere");

        Assert.Equal(
            (ExitCode.NotDone, $"--stack: No AppHost runs on {_shell.File("elsewhere")}. Name the folder that it was given with --folder, or start it: dotnet run --project AppHost -- --folder {_shell.File("elsewhere")}"),
            (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task that_is_gone_leaves_the_regions_of_the_repository()
    {
        _shell.StartStack(4_194_304, TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Equal(ExitCode.Done, (await _shell.Run("region", "check")).ExitCode);
    }

    // Where neither a stack nor regions lie above.
    private static Shell Away(string? namedStack = null)
    {
        var away = new Shell(Path.GetTempPath()) { NamedStack = namedStack };
        away.Write("signals.ndjson", Example.Line());
        return away;
    }

    private string Fault() => Assert.Throws<CliFault>(() => Stack.Near(_shell.Folder, OrElse)).Message;
}
