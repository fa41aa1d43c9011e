using Dapper;
using Microsoft.Data.Sqlite;

namespace Regional.Faults.Tests;

/// <summary>The checker of all these tests, which has to be able to fail.</summary>
public sealed class A_journal_that_is_held_against_the_log : IAsyncLifetime
{
    private StoringService _service = null!;
    private Pusher _pusher = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await StoringService.Start(database: null);
        _pusher = new Pusher(_service, "pusher", Enumerable.Range(0, 20));
        await _pusher.Push();
        Assert.Equal((20, 20, 20), await _service.Agrees(_pusher.Journal));
        _service.Process.Terminate();
        await _service.Process.Exit();
    }

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? default;

    [Theory]
    [InlineData("NOT_IN_LOG", "delete from request_keys where position = 7")]
    [InlineData("NOBODYS at VO2201 7", "delete from request_keys where position = 7")]
    [InlineData("OTHER_CONTENT at VO2201 8", "update request_keys set digest = randomblob(32) where position = 8")]
    [InlineData("OTHER_EVENT at VO2201 3", "update request_keys set position = 23 - position where position in (3, 20)")]
    [InlineData("OTHER_EVENT at VO2201 4", "update request_keys set position = 4 where position = 5")]
    [InlineData("VO2201 is broken at 9: ", "delete from events where position = 9")]
    public async Task names_what_the_log_has_lost_or_mixed_up(string fault, string harm)
    {
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(_service.Data, "signalering.db")};Pooling=false"))
        {
            await database.ExecuteAsync(harm);
        }

        Assert.Contains(await Contradictions(), line => line.StartsWith(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task names_what_nobody_sent_what_was_rejected_and_what_is_no_line()
    {
        var lines = await File.ReadAllLinesAsync(_pusher.Journal, TestContext.Current.CancellationToken);
        var rejected = lines[39].Replace("ACCEPTED", "REJECTED", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(_pusher.Journal, [.. lines[1..20], .. lines[21..39], rejected, "{"], TestContext.Current.CancellationToken);

        var found = await Contradictions();

        Assert.Contains(found, line => line.StartsWith("NOT_SENT at VO2201 1, request ", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("REJECTED at VO2201 20, request ", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("MALFORMED: pusher.ndjson.journal:39", StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<string>> Contradictions()
    {
        await using var verify = Built.Regional(_service.Folder, "log", "verify", "--database", _service.Place, "--journal", Path.GetFileName(_pusher.Journal));
        await verify.Exit();
        Assert.Equal(1, verify.ExitCode);
        return verify.Output;
    }
}
