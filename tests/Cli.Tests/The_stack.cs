using System.Diagnostics;
using Regional.Cli.Calls;

namespace Regional.Cli.Tests;

public sealed class The_stack : IDisposable
{
    private const string OrElse = "name it";
    private static readonly Uri Address = new("http://127.0.0.1:5101/");
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData(".")]
    [InlineData("src/Cli")]
    public void is_found_from_its_folder_and_from_those_below(string folder)
    {
        _shell.StartStack(("signalering", Address));

        var stack = Stack.Running(Directory.CreateDirectory(_shell.File(folder)).FullName, OrElse);

        Assert.Equal((Address, _shell.Keys), (stack.AddressOf("signalering"), stack.DevelopmentKeys));
    }

    [Fact]
    public void that_does_not_run_is_said_with_what_to_do() =>
        Assert.Equal("No AppHost runs here. Start one (dotnet run --project AppHost), or name it.", Fault());

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

        var fault = Assert.Throws<CliFault>(() => Stack.Running(_shell.Folder, OrElse).AddressOf("indicators"));

        Assert.Equal("The AppHost that runs here has no service indicators. Name the service with --address.", fault.Message);
    }

    [Fact]
    public async Task is_needed_for_a_token_even_where_an_address_was_given()
    {
        _shell.Write("signals.ndjson", Example.Line());

        var ran = await _shell.Run("push", "signals.ndjson", "--address", Address.ToString());

        Assert.Equal((ExitCode.NotDone, "No AppHost runs here. Start one (dotnet run --project AppHost), or give a token with --token (--token none calls without one)."), (ran.ExitCode, ran.OneLine));
    }

    private string Fault() => Assert.Throws<CliFault>(() => Stack.Running(_shell.Folder, OrElse)).Message;
}
