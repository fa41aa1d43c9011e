using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Regional.EventLog;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Signalering.Signals;
using Regional.Subjects;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Signalering.V1;
using Signal = Regional.Wire.Signalering.V1.Signal;

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
            // Another test of this class may have left a signal that is older.
            while ((await Next(watch)).Signal.Name != first.Name)
            {
            }

            var second = await Create();
            var seen = await Next(watch);
            Assert.Equal(second.Name, seen.Signal.Name);
            token = seen.ResumeToken;
        }

        var third = await Create();
        using var again = service.Assen.WatchSignals(new() { Parent = "regions/VO2201", ResumeToken = token }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal(third.Name, (await Next(again)).Signal.Name);

        await AssertRefused(service.ClientOf("1680"), "regions/VO2201", token);
        await AssertRefused(service.Assen, "regions/elders", token);
        await AssertRefused(service.Assen, "regions/VO2201", token[..^1] + (token[^1] == 'A' ? 'B' : 'A'));
    }

    // Behind the socket, where a test can take the clock in its own hands.
    [Fact]
    public async Task says_every_30_seconds_how_far_it_is_though_nothing_comes()
    {
        await Create();
        var (clock, said) = (new SteppedClock(), new Said());
        var watch = new WatchSignals(
            service.Service<Database>(), service.Service<LogIdentity>(), service.Service<SecretKeys>(), service.Service<Regions>(), service.Service<IHostApplicationLifetime>(), clock);
        var caller = new Caller(WrittenValues.Parse<Oin>("00000099000100106000"), new(Role.Municipality), "leerplicht", "test");
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var watching = watch.Run(new() { Parent = "regions/VO2201" }, said, caller, WrittenValues.Parse<MunicipalityCode>("0106"), gone.Token);

        // The first step is over when all that was there has been said.
        await clock.Step();
        said.Responses.Clear();
        while (said.Responses.Count == 0)
        {
            Assert.InRange(await clock.Step(), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        }

        var progress = Assert.Single(said.Responses);
        Assert.Null(progress.Signal);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(watching));
        var next = await Create();
        using var again = service.Assen.WatchSignals(
            new() { Parent = "regions/VO2201", ResumeToken = progress.ResumeToken }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        Assert.Equal(next.Name, (await Next(again)).Signal.Name);
    }

    [Fact]
    public async Task refuses_a_token_from_before_the_database_was_restored()
    {
        await Create();
        string token;
        using (var watch = service.Assen.WatchSignals(new() { Parent = "regions/VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation))
        {
            token = (await Next(watch)).ResumeToken;
        }

        await service.Service<LogIdentity>().Raise();

        await AssertRefused(service.Assen, "regions/VO2201", token);
    }

    [Fact]
    public async Task ends_when_the_database_is_restored_while_it_runs()
    {
        await Create();
        using var watch = service.Assen.WatchSignals(new() { Parent = "regions/VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        await Next(watch);

        await service.Service<LogIdentity>().Raise();

        var refusal = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (true)
            {
                await Next(watch);
            }
        });
        Assert.Equal((StatusCode.Aborted, "LOG_RESTORED"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    private static async Task AssertRefused(SignaleringService.SignaleringServiceClient client, string parent, string token)
    {
        using var watch = client.WatchSignals(new() { Parent = parent, ResumeToken = token }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Next(watch));
        Assert.Equal(("resume_token", "RESUME_TOKEN"), refusal.FieldViolations().Select(v => (v.Field, v.Reason)).Single());
    }

    private async Task<Signal> Create() => await service.Assen.CreateSignalAsync(service.Request(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private static async Task<WatchSignalsResponse> Next(AsyncServerStreamingCall<WatchSignalsResponse> watch) =>
        await watch.ResponseStream.MoveNext(Cancellation) ? watch.ResponseStream.Current : throw new EndOfStreamException();

    private sealed class Said : IServerStreamWriter<WatchSignalsResponse>
    {
        public List<WatchSignalsResponse> Responses { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(WatchSignalsResponse message) => WriteAsync(message, CancellationToken.None);

        public Task WriteAsync(WatchSignalsResponse message, CancellationToken cancellationToken)
        {
            Responses.Add(message);
            return Task.CompletedTask;
        }
    }
}
