using Regional.ServiceDefaults.Calls;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_service_that_runs_for_long : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private TestService _near = null!;
    private TestService _far = null!;

    public async ValueTask InitializeAsync()
    {
        _far = await ProbeFixture.Start(_folder, _clock, new Probe());
        _near = await ProbeFixture.Start(_folder, _clock, new Probe(), ("services:far:grpc:0", _far.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await _near.DisposeAsync();
        await _far.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task renews_the_token_by_which_it_calls_the_others()
    {
        var client = new ProbeService.ProbeServiceClient(_near.Service<ServiceChannels>().CallerFor("far"));

        for (var quarters = 0; quarters < 30; quarters++)
        {
            Assert.Equal("tekst", (await client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options)).Text);
            _clock.Advance(TimeSpan.FromMinutes(15));
        }
    }
}
