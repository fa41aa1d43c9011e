using System.Net;
using Regional.LocalServers;
using Regional.ServiceDefaults.Caching;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

/// <summary>Database and cache, as <c>/health</c> tells of them.</summary>
public sealed class The_connections_of_a_service : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task to_the_cache_degrades_it_while_the_server_is_away() =>
        await Follow(await RedisServer.StartAsync(cancellationToken: Cancellation).OrSkip(), "cache", HttpStatusCode.OK, "Degraded\ncache Degraded: 127.0.0.1:{0} is not reached (");

    [Fact]
    public async Task to_the_database_are_what_it_cannot_do_without() =>
        await Follow(
            await PostgreSqlServer.StartAsync(cancellationToken: Cancellation).OrSkip(), "database", HttpStatusCode.ServiceUnavailable, "Unhealthy\ndatabase Unhealthy: ");

    [Fact]
    public async Task are_not_looked_after_where_none_is_configured()
    {
        await using var service = await Start();

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await service.Health());
    }

    [Fact]
    public async Task to_a_cache_whose_settings_cannot_be_read_keep_it_from_starting()
    {
        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => Start(("ConnectionStrings:cache", "localhost:6379,pasword=secret")));

        Assert.Equal("ConnectionStrings:cache cannot be read; it looks like host:6379,password=...", fault.Message);
    }

    // Frozen it does not answer, killed it refuses; thawed and restarted it is found again.
    private async Task Follow(LocalServer server, string name, HttpStatusCode without, string reason)
    {
        await using var own = server;
        await using var service = await Start(($"ConnectionStrings:{name}", server.ConnectionString));
        var expected = string.Format(null, reason, server.Port);
        var last = "";
        await Becomes(HttpStatusCode.OK, "Healthy");

        server.Freeze();
        await Becomes(without, expected);
        server.Thaw();
        await Becomes(HttpStatusCode.OK, "Healthy");

        server.Kill();
        await Becomes(without, expected);
        await server.RestartAsync(Cancellation);
        await Becomes(HttpStatusCode.OK, "Healthy");

        Task Becomes(HttpStatusCode status, string text) => Eventually.Holds(
            async () =>
            {
                (var answered, last) = await service.Health();
                Assert.DoesNotContain("assword", last);
                return answered == status && last.StartsWith(text, StringComparison.Ordinal) && last.Split('\n').Length == text.Split('\n').Length;
            },
            () => $"{status} {text} was expected; the last answer was {last}");
    }

    private Task<TestService> Start(params IEnumerable<(string, string)> settings) =>
        TestService.Start(_folder, TimeProvider.System, builder => builder.AddDatabase("test").AddCache("test"), _ => { }, settings);
}
