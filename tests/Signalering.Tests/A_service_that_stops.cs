using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Signalering.Tests;

public sealed class A_service_that_stops(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task keeps_what_it_answered_and_ends_its_streams()
    {
        var request = service.Request();
        using var push = new Stream(service);
        Assert.Empty((await push.Send(new() { Batch = 1, Signals = { request } })).Results);
        using var watch = service.Assen.WatchSignals(new() { Parent = "regions/VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.True(await watch.ResponseStream.MoveNext(Cancellation));

        var reading = Record.ExceptionAsync(push.Read);
        var watching = Record.ExceptionAsync(async () =>
        {
            while (await watch.ResponseStream.MoveNext(Cancellation))
            {
                // Signals of before the stop.
            }
        });
        service.Stop();

        // The server may close the connection before the reason is read; what matters to a sender is that both end, and that the answer held.
        Assert.All([await reading, await watching], Assert.NotNull);
        await service.Restart();
        Assert.NotEmpty((await service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation)).Name);
        using var again = new Stream(service);
        Assert.Equal(Outcome.Duplicate, Assert.Single((await again.Send(new() { Batch = 1, Signals = { request } })).Results).Outcome);
    }
}
