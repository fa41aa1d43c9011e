using System.Text.Json;
using Regional.LocalServers;

namespace Regional.Stack.Tests;

/// <summary>The stack on a real PostgreSQL, RabbitMQ and Redis.</summary>
public sealed class A_stack_with_servers
{
    private static readonly HttpClient Client = new();

    [Fact]
    public async Task serves_from_them_and_keeps_what_it_was_told_until_it_is_begun_anew()
    {
        RequireServers();
        await using var stack = new Stack("--stack", "servers");
        await stack.InitializeAsync();
        Assert.Contains("Starting: signalering, indicators, postgres, bus, cache.", stack.AppHost.Output);
        await Regional(stack, "simulate --region VO2201 --school-year 2024-2025 --seed 1 --out signals.ndjson");
        Assert.Equal((901, 0), await Push(stack));
        await Limit.Until(async () => (await Regional(stack, "table signals-by-municipality --region VO2201 --school-year 2024-2025")).Contains(" 901 "));
        Assert.Empty(Directory.EnumerateFiles(stack.Root, "*.db", SearchOption.AllDirectories));
        await stack.HoldsNoNumberOf(Path.Combine(stack.Folder, "signals.ndjson"));

        await stack.RestartAsync();
        Assert.Equal((0, 901), await Push(stack));

        await stack.RestartAsync("--fresh");
        Assert.Equal((901, 0), await Push(stack));
    }

    [Fact]
    public async Task goes_on_without_the_bus_and_the_cache_and_says_what_is_missing()
    {
        RequireServers();
        await using var stack = new Stack("--stack", "servers");
        await stack.InitializeAsync();
        var health = new Uri(await stack.Address("indicators", "http"), "/health");
        await Limit.Until(async () => await Client.GetStringAsync(health, Limit.Token) == "Healthy");

        foreach (var pid in await stack.Processes("redis-server"))
        {
            Unix.Signal(pid, Unix.Freeze);
        }

        await Limit.Until(async () => (await Client.GetStringAsync(health, Limit.Token)).StartsWith("Degraded\ncache Degraded: ", StringComparison.Ordinal));
        foreach (var pid in await stack.Processes("redis-server"))
        {
            Unix.Signal(pid, Unix.Thaw);
        }

        await Limit.Until(async () => await Client.GetStringAsync(health, Limit.Token) == "Healthy");
    }

    [Fact]
    public async Task starts_a_part_with_what_it_needs_and_takes_a_server_that_runs_elsewhere()
    {
        RequireServers();
        await using var elsewhere = await PostgreSqlServer.StartAsync(cancellationToken: Limit.Token);
        await using var stack = new Stack("--stack", "servers", "--only", "signalering")
        {
            Environment = [$"ConnectionStrings__database={await elsewhere.CreateDatabaseAsync(Limit.Token)}"],
        };
        await stack.InitializeAsync();

        Assert.Contains("Starting: signalering, bus, cache.", stack.AppHost.Output);
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(stack.StackFile, Limit.Token));
        Assert.Equal(["signalering", "bus", "cache"], file.RootElement.GetProperty("resources").EnumerateArray().Select(resource => resource.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task of_which_a_part_is_asked_that_does_not_exist_says_what_there_is()
    {
        await using var host = Stack.Start("--only", "signaleering");
        await host.Exit();

        Assert.Equal(1, host.ExitCode);
        Assert.Equal("--only names 'signaleering', which is not in this stack. There are: signalering, indicators.", Assert.Single(host.Output));
    }

    private static Task<string> Regional(Stack stack, string command) => Built.RunRegional(stack.Folder, command.Split(' '));

    private static async Task<(int Accepted, int Duplicate)> Push(Stack stack)
    {
        using var summary = JsonDocument.Parse(await Regional(stack, "push signals.ndjson --json"));
        return (summary.RootElement.GetProperty("accepted").GetInt32(), summary.RootElement.GetProperty("duplicate").GetInt32());
    }

    internal static void RequireServers(string kind = "servers")
    {
        if (kind == "servers" && new[] { "/usr/lib/postgresql", "/usr/lib/rabbitmq/bin/rabbitmq-server", "/usr/bin/redis-server" }.Any(place => !Path.Exists(place))
            && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("PostgreSQL, RabbitMQ or Redis is missing: run eng/install-servers.");
        }
    }
}
