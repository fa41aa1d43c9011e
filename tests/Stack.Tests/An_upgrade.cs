using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Regional.LocalServers;

namespace Regional.Stack.Tests;

/// <summary>The steps of <c>docs/operations.md</c>, on data that an earlier program has left.</summary>
public sealed class An_upgrade : IAsyncLifetime
{
    private const int Earlier = 80, More = 40;

    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "EarlierData");

    private readonly string _folder = Directory.CreateTempSubdirectory("regional-").FullName;
    private PostgreSqlServer? _postgreSql;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_postgreSql is not null)
        {
            await _postgreSql.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task keeps_what_the_earlier_program_knew_and_goes_on(string engine)
    {
        var database = engine == "postgres" ? await Restore() : null;
        CopyAll(Path.Combine(Data, engine));
        string[] settings = database is null ? [] : [$"ConnectionStrings__database={database}"];

        foreach (var service in new[] { "Signalering", "Indicators" })
        {
            Assert.Matches(@"The database is up to date: \d+ migrations were applied\.", await ServiceProcess.Run(service, _folder, settings, "--migrate"));
            Assert.Contains("The database was up to date.", await ServiceProcess.Run(service, _folder, settings, "--migrate"), StringComparison.Ordinal);
        }

        await using var signalering = await ServiceProcess.Start("Signalering", _folder, settings);
        await using var indicators = await ServiceProcess.Start("Indicators", _folder, [.. settings, $"services__signalering__grpc__0={signalering.Grpc}"]);
        var stack = await ServiceProcess.StackOf(_folder, "stack", ("signalering", signalering), ("indicators", indicators));
        Assert.Equal(Figures(await File.ReadAllTextAsync(Path.Combine(Data, "table.json"), Limit.Token)), Figures(await Table(stack)));

        Assert.Equal((0, Earlier), await Push(stack, "signals.ndjson"));
        Assert.Equal((More, 0), await Push(stack, "more.ndjson"));
        await Limit.Until(async () => Figures(await Table(stack)) != Figures(await File.ReadAllTextAsync(Path.Combine(Data, "table.json"), Limit.Token)));

        var verified = await Built.RunRegional(stack, "log", "verify", "--database", database ?? Path.Combine(_folder, "Signalering"), "--json");
        Assert.Contains($"\"events\":{Earlier + More}", verified.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("the same as before", await Built.RunRegional(stack, "rebuild", "indicators"), StringComparison.Ordinal);
    }

    private async Task<string> Restore()
    {
        A_stack_with_servers.RequireServers();
        _postgreSql = await PostgreSqlServer.StartAsync(cancellationToken: Limit.Token);
        await using var connection = new NpgsqlConnection(_postgreSql.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Limit.Token);
        await using var dump = new NpgsqlCommand(await File.ReadAllTextAsync(Path.Combine(Data, "postgres", "regional.sql"), Limit.Token), connection);
        await dump.ExecuteNonQueryAsync(Limit.Token);
        return _postgreSql.ConnectionString;
    }

    private void CopyAll(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_folder, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static Task<string> Table(string stack) =>
        Built.RunRegional(stack, "table", "signals-by-municipality", "--region", "VO2201", "--school-year", "2024-2025", "--json");

    private static string Figures(string table) => JsonNode.Parse(table[table.IndexOf('{')..])!["rows"]!.ToJsonString();

    private static async Task<(int Accepted, int Duplicate)> Push(string stack, string file)
    {
        using var summary = JsonDocument.Parse(await Built.RunRegional(stack, "push", Path.Combine(Data, file), "--json"));
        return (summary.RootElement.GetProperty("accepted").GetInt32(), summary.RootElement.GetProperty("duplicate").GetInt32());
    }
}
