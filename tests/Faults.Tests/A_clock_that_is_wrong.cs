using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>F11. The service's clock jumps by an hour while it runs; a client's is a year ahead.</summary>
public sealed class A_clock_that_is_wrong : IAsyncLifetime
{
    private static readonly string[] Libraries = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"];

    private readonly TemporaryFolder _folder = new();
    private StoringService _service = null!;

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    private string Offset => _folder.File("offset");

    public async ValueTask InitializeAsync()
    {
        var library = Libraries.FirstOrDefault(File.Exists);
        Assert.SkipWhen(library is null && Environment.GetEnvironmentVariable("CI") != "true", "libfaketime is missing: run eng/install-test-tools.");
        await File.WriteAllTextAsync(Offset, "+0", TestContext.Current.CancellationToken);
        _service = await StoringService.Start(
            _folder, database: null, $"LD_PRELOAD={library}", $"FAKETIME_TIMESTAMP_FILE={Offset}", "FAKETIME_CACHE_DURATION=1", "FAKETIME_DONT_FAKE_MONOTONIC=1");
    }

    public async ValueTask DisposeAsync()
    {
        await (_service?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task changes_nothing_of_the_order_and_judges_tokens_by_a_minute(int hours)
    {
        var client = _service.ClientOf(StoringService.Assen, new ManualClock(DateTimeOffset.UtcNow.AddHours(-1.5))); // good before and after
        var sent = new List<string>();
        await Send(20);
        await Jump(client, hours);
        await Send(20);

        Assert.Equal(sent, await Watched(client, sent.Count));
        var stored = (await client.ListSignalsAsync(new() { Parent = "regions/VO2201", PageSize = 100 }, deadline: Deadline, cancellationToken: Limit.Token)).Signals;
        Assert.True((stored.Single(s => s.CaseNumber == sent[^1]).CreateTime.ToDateTime() - stored.Single(s => s.CaseNumber == sent[0]).CreateTime.ToDateTime()).TotalHours * hours > 0.9);
        foreach (var (minutes, isGood) in new[] { (0.4, true), (2.0, false) })
        {
            var ahead = new ManualClock(DateTimeOffset.UtcNow.AddHours(hours).AddMinutes(minutes));
            Assert.Equal(isGood, await IsTaken(_service.ClientOf(StoringService.Assen, ahead)));
        }

        Assert.DoesNotContain(_service.Process.Output, line => line.StartsWith("fail:", StringComparison.Ordinal) || line.StartsWith("crit:", StringComparison.Ordinal));

        async Task Send(int count)
        {
            for (var i = 0; i < count; i++)
            {
                var request = StoringService.Request(sent.Count + 1);
                sent.Add(request.Signal.CaseNumber);
                await client.CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token);
            }
        }
    }

    [Fact]
    public async Task at_the_client_gets_what_lies_in_the_future_refused()
    {
        var request = StoringService.Request(1);
        request.Signal.StartDate.Year = DateTime.UtcNow.Year + 1;

        var refusal = await Assert.ThrowsAsync<RpcException>(() => _service.ClientOf(StoringService.Assen).CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token).ResponseAsync);

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal("signal.start_date", Assert.Single(refusal.FieldViolations()).Field);
        Assert.False(await IsTaken(_service.ClientOf(StoringService.Assen, new ManualClock(DateTimeOffset.UtcNow.AddYears(1)))));
    }

    // The file is looked at once a second; the service shows that it has by the time that it gives a signal.
    private async Task Jump(SignaleringService.SignaleringServiceClient client, int hours)
    {
        await File.WriteAllTextAsync(Offset, $"{(hours > 0 ? "+" : "")}{hours}h", TestContext.Current.CancellationToken);
        await Limit.Until(async () => !await IsTaken(_service.ClientOf(StoringService.Assen, new ManualClock(DateTimeOffset.UtcNow.AddHours(hours > 0 ? -2.5 : 0)))));
    }

    private static async Task<bool> IsTaken(SignaleringService.SignaleringServiceClient client)
    {
        try
        {
            await client.ListSignalsAsync(new() { Parent = "regions/VO2201", PageSize = 1 }, deadline: Deadline, cancellationToken: Limit.Token);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    private static async Task<List<string>> Watched(SignaleringService.SignaleringServiceClient client, int count)
    {
        var watched = new List<string>();
        using var watch = client.WatchSignals(new() { Parent = "regions/VO2201" }, deadline: Deadline, cancellationToken: Limit.Token);
        while (watched.Count < count && await watch.ResponseStream.MoveNext(Limit.Token))
        {
            if (watch.ResponseStream.Current.Signal is { } signal)
            {
                watched.Add(signal.CaseNumber);
            }
        }

        return watched;
    }
}
