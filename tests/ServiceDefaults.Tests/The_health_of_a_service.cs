using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Regional.Tests;
using Regional.Wire.Health.V1;
using static Regional.Wire.Health.V1.HealthCheckResponse.Types;

namespace Regional.ServiceDefaults.Tests;

public sealed class The_health_of_a_service : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestService _service = null!;
    private HealthStatus _health = HealthStatus.Healthy;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Wire.Health.V1.Health.HealthClient Client => new(_service.Anonymous);

    public async ValueTask InitializeAsync() => _service = await TestService.Start(
        _folder,
        new HastyClock(),
        builder => builder.Services.AddHealthChecks().AddCheck("test", () => new HealthCheckResult(_health)),
        app => app.MapGrpcService<Probe>());

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("")]
    [InlineData("regional.probe.v1.ProbeService")]
    [InlineData("grpc.health.v1.Health")]
    public async Task is_told_for_the_process_and_for_each_service_without_a_token(string name)
    {
        foreach (var (health, status) in new[]
        {
            (HealthStatus.Healthy, ServingStatus.Serving), (HealthStatus.Degraded, ServingStatus.Serving), (HealthStatus.Unhealthy, ServingStatus.NotServing),
        })
        {
            _health = health;

            Assert.Equal(status, (await Client.CheckAsync(new() { Service = name }, ProbeFixture.Options)).Status);
        }
    }

    [Fact]
    public async Task of_an_unknown_service_is_not_found()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Client.CheckAsync(new() { Service = "regional.probe.v1.NoService" }, ProbeFixture.Options).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, refusal.StatusCode);
    }

    [Fact]
    public async Task when_watched_is_sent_at_once_and_at_each_change()
    {
        using var watch = Watch("regional.probe.v1.ProbeService");

        Assert.Equal(ServingStatus.Serving, await Next(watch));
        _health = HealthStatus.Unhealthy;
        Assert.Equal(ServingStatus.NotServing, await Next(watch));
        _health = HealthStatus.Degraded;
        Assert.Equal(ServingStatus.Serving, await Next(watch));
    }

    [Fact]
    public async Task when_watched_of_an_unknown_service_is_SERVICE_UNKNOWN_and_the_watch_goes_on()
    {
        using var watch = Watch("regional.probe.v1.NoService");
        Assert.Equal(ServingStatus.ServiceUnknown, await Next(watch));

        var end = watch.ResponseStream.MoveNext(Cancellation);
        using var other = Watch("");
        Assert.Equal(ServingStatus.Serving, await Next(other));
        Assert.False(end.IsCompleted);

        await _service.Stop();
        Assert.False(await end);
    }

    [Fact]
    public async Task when_watched_turns_NOT_SERVING_at_the_stop()
    {
        using var watch = Watch("");
        Assert.Equal(ServingStatus.Serving, await Next(watch));

        var stop = _service.Stop();

        Assert.Equal(ServingStatus.NotServing, await Next(watch));
        Assert.False(await watch.ResponseStream.MoveNext(Cancellation));
        await stop;
    }

    private AsyncServerStreamingCall<HealthCheckResponse> Watch(string name) => Client.Watch(new() { Service = name }, ProbeFixture.Options);

    private static async Task<ServingStatus> Next(AsyncServerStreamingCall<HealthCheckResponse> watch) =>
        await watch.ResponseStream.MoveNext(Cancellation) ? watch.ResponseStream.Current.Status : throw new EndOfStreamException("The watch has ended.");
}
