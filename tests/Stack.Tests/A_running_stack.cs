using System.Net;
using System.Runtime.Versioning;
using System.Text.Json;

namespace Regional.Stack.Tests;

public sealed class A_running_stack(Stack stack) : IClassFixture<Stack>
{
    private static readonly HttpClient Client = new();

    [Theory]
    [InlineData("signalering")]
    [InlineData("indicators")]
    public async Task shows_each_service_with_its_state_and_its_addresses(string service)
    {
        var (grpc, http) = (await stack.Address(service, "grpc"), await stack.Address(service, "http"));

        var line = Assert.Single(stack.AppHost.Output, line => line.TrimStart().StartsWith(service, StringComparison.Ordinal) && line.Contains("grpc http:"));
        Assert.Matches($"Running, Healthy  grpc {grpc.OriginalString}  http {http.OriginalString}$", line);
        Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(new Uri(http, "/health"), Limit.Token)).StatusCode);
    }

    [Fact]
    public async Task says_where_data_and_logs_lie_gives_a_token_and_the_next_commands()
    {
        await Limit.Until(() => stack.AppHost.Output.Any(line => line.Contains("table participation")));
        var said = string.Join('\n', stack.AppHost.Output);

        Assert.Contains($"  data  {stack.Root}/data\n", said);
        Assert.Contains($"  logs  {stack.Root}/logs\n", said);
        Assert.Matches("(?m)^  [\\w-]+\\.[\\w-]+\\.[\\w-]+$", said);
        Assert.Contains(
            $"""
              dotnet run --project src/Cli -- simulate --region VO2201 --school-year 2024-2025 --seed 1 --out signals.ndjson --stack "{stack.Root}"
              dotnet run --project src/Cli -- push signals.ndjson --stack "{stack.Root}"
              dotnet run --project src/Cli -- table signals-by-municipality --region VO2201 --school-year 2024-2025 --stack "{stack.Root}"
              dotnet run --project src/Cli -- table participation --region VO2201 --school-year 2024-2025 --stack "{stack.Root}"
            """,
            said);
    }

    [Fact]
    public async Task tells_other_programs_where_it_is()
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(stack.StackFile, TestContext.Current.CancellationToken));

        Assert.Equal(stack.AppHost.Id, file.RootElement.GetProperty("pid").GetInt32());
        Assert.Equal($"{stack.Root}/development", file.RootElement.GetProperty("developmentKeys").GetString());
        Assert.Equal($"{stack.Root}/data", file.RootElement.GetProperty("data").GetString());
        Assert.Equal($"{Stack.Repository}/regions", file.RootElement.GetProperty("regions").GetString());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void keeps_its_files_for_its_owner_only()
    {
        const UnixFileMode everyoneElse = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var all = Directory.EnumerateFileSystemEntries(stack.Root, "*", SearchOption.AllDirectories).Append(stack.Root).ToList();

        Assert.Contains(all, path => path.EndsWith("/signalering.db", StringComparison.Ordinal));
        Assert.Contains(all, path => path.EndsWith("/signalering.log", StringComparison.Ordinal));
        Assert.All(all, path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & everyoneElse));
    }

    [Fact]
    public async Task keeps_a_second_AppHost_out_of_its_folder()
    {
        await using var second = Stack.Start("--folder", stack.Root, "--random-ports");
        await second.Exit();

        Assert.Equal(1, second.ExitCode);
        Assert.StartsWith($"An AppHost is running on {stack.Root} already.", Assert.Single(second.Output));
        Assert.True(File.Exists(stack.StackFile));
    }
}
