using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

public sealed class A_watch(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task sends_what_is_there_and_what_comes_and_goes_on_from_a_token()
    {
        var first = await Create();
        string token;
        using (var watch = service.Assen.WatchSignals(new() { Parent = "regions/VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation))
        {
            Assert.Equal(first.Name, (await Next(watch)).Signal.Name);
            var second = await Create();
            var seen = await Next(watch);
            Assert.Equal(second.Name, seen.Signal.Name);
            token = seen.ResumeToken;
        }

        var third = await Create();
        using var again = service.Assen.WatchSignals(new() { Parent = "regions/VO2201", ResumeToken = token }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal(third.Name, (await Next(again)).Signal.Name);

        using var other = service.ClientOf("1680").WatchSignals(new() { Parent = "regions/VO2201", ResumeToken = token }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal("resume_token", Assert.Single((await Assert.ThrowsAsync<RpcException>(() => Next(other))).FieldViolations()).Field);
    }

    private async Task<Signal> Create() => await service.Assen.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private static async Task<WatchSignalsResponse> Next(AsyncServerStreamingCall<WatchSignalsResponse> watch) =>
        await watch.ResponseStream.MoveNext(Cancellation) ? watch.ResponseStream.Current : throw new EndOfStreamException();
}
