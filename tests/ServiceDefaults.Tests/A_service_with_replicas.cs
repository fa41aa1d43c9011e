using Grpc.Core;
using Regional.ServiceDefaults.Calls;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_service_with_replicas : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestService _caller = null!;
    private TestService _first = null!;
    private TestService _second = null!;

    private ProbeService.ProbeServiceClient Client => new(_caller.Service<ServiceChannels>().CallerFor("probe"));

    public async ValueTask InitializeAsync()
    {
        _first = await Replica("first");
        _second = await Replica("second");
        _caller = await ProbeFixture.Start(_folder, TimeProvider.System, new Probe(), ("services:probe:grpc:0", _first.Address), ("services:probe:grpc:1", _second.Address),
            ("services:secure:grpc:0", _first.Address), ("services:secure:grpc:1", "https://127.0.0.1:5001"), ("services:bare:grpc:0", "127.0.0.1:5001"));
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task is_called_in_turns_and_by_the_other_alone_when_one_has_stopped()
    {
        // The second connection may come up a little later than the first.
        await Eventually.Holds(async () => await Called(2) is ["first", "second"] or ["second", "first"], () => "Only one replica was called.");
        Assert.Equal(["first", "second"], (await Called(10)).CountBy(name => name).Where(c => c.Value == 5).Select(c => c.Key).Order());

        await _first.Stop();

        await Eventually.Holds(async () => await Called(1) is ["second"], () => "The second replica was not called.");
        Assert.Equal(["second"], (await Called(10)).Distinct());
    }

    [Fact]
    public async Task of_which_none_is_configured_is_unavailable_and_says_what_to_set()
    {
        var client = new ProbeService.ProbeServiceClient(_caller.Service<ServiceChannels>().CallerFor("elsewhere"));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options).ResponseAsync);

        Assert.Equal((StatusCode.Unavailable, "No address of elsewhere is configured; set services__elsewhere__grpc__0."), (refusal.StatusCode, refusal.Status.Detail));
    }

    [Theory]
    [InlineData("secure", "services__secure__grpc__1")]
    [InlineData("bare", "services__bare__grpc__0")]
    public async Task is_not_called_in_the_clear_at_an_address_of_another_scheme(string service, string variable)
    {
        var client = new ProbeService.ProbeServiceClient(_caller.Service<ServiceChannels>().CallerFor(service));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options).ResponseAsync);

        Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
        Assert.StartsWith($"{variable} is no http:// address.", refusal.Status.Detail, StringComparison.Ordinal);
    }

    private Task<TestService> Replica(string name) =>
        ProbeFixture.Start(_folder, TimeProvider.System, new Probe { Handle = (_, _) => Task.FromResult(new Answer { Text = name }) });

    private async Task<string[]> Called(int times)
    {
        var names = new string[times];
        for (var i = 0; i < times; i++)
        {
            names[i] = (await Client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options)).Text;
        }

        return names;
    }
}
