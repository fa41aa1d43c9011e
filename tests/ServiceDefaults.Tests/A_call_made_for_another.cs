using Grpc.Core;
using Regional.ServiceDefaults.Calls;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_call_made_for_another(TwoServices services) : IClassFixture<TwoServices>
{
    // Far more than what a call spends on its way, far less than between the deadlines that are compared.
    private static readonly TimeSpan Travel = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<MethodType> Calls => [MethodType.Unary, MethodType.ServerStreaming, MethodType.ClientStreaming, MethodType.DuplexStreaming];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task has_the_deadline_of_that_one(MethodType type)
    {
        foreach (var outer in new[] { MethodType.Unary, MethodType.DuplexStreaming })
        {
            var (near, far) = await Deadlines(outer, type, InMinutes(5), null);

            Assert.InRange(far, near - Travel, near + Travel);
        }
    }

    [Fact]
    public async Task has_it_when_it_blocks_too()
    {
        var far = DateTime.MaxValue;
        services.Far.Handle = (question, context) => { far = context.Deadline; return Task.FromResult(new Answer()); };
        services.Near.Handle = (question, context) => Task.FromResult(services.FarClient.Ask(question));

        await services.Client.AskAsync(ProbeCalls.Question(), deadline: InMinutes(5), cancellationToken: Cancellation);

        Assert.InRange(far, InMinutes(5) - Travel, InMinutes(5) + Travel);
    }

    [Fact]
    public async Task cannot_put_it_off()
    {
        var (near, far) = await Deadlines(MethodType.Unary, MethodType.Unary, InMinutes(5), InMinutes(20));

        Assert.InRange(far, near - Travel, near + Travel);
    }

    [Fact]
    public async Task may_have_an_earlier_one()
    {
        var (near, far) = await Deadlines(MethodType.Unary, MethodType.Unary, InMinutes(20), InMinutes(5));

        Assert.InRange(far, DateTime.MinValue, near - Travel);
    }

    [Fact]
    public async Task for_a_stream_without_a_deadline_has_its_own()
    {
        var (near, far) = await Deadlines(MethodType.DuplexStreaming, MethodType.Unary, null, InMinutes(5));

        Assert.Equal(DateTime.MaxValue, near);
        Assert.InRange(far, InMinutes(5) - Travel, InMinutes(5) + Travel);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task is_cancelled_with_that_one(MethodType type)
    {
        var (reached, cancelled) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        services.Far.Handle = async (_, context) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancelled.SetResult();
            return new Answer();
        };
        services.Near.Handle = (question, _) => services.FarClient.Call(type, question, new(deadline: InMinutes(5)));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var call = services.Client.Call(MethodType.Unary, ProbeCalls.Question(), new(deadline: InMinutes(5), cancellationToken: caller.Token));
        await Eventually.Ends(reached.Task);
        await caller.CancelAsync();

        await Eventually.Ends(cancelled.Task);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
    }

    [Fact]
    public async Task is_made_as_the_deployment_itself()
    {
        services.Near.Handle = (question, _) => services.FarClient.Call(MethodType.Unary, question, new());
        services.Far.Handle = (_, context) => Task.FromResult(new Answer { Text = Identity.CallerOfCall.Caller(context).Identity });

        Assert.Equal("00000099000000000000/follower/deployment", (await services.Client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options)).Text);
    }

    // Nothing is carried on where nothing is served: a deadline is then the caller's own affair.
    [Fact]
    public async Task is_unlike_one_that_is_made_for_nobody()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => services.FarClient.Call(MethodType.Unary, ProbeCalls.Question(), new(cancellationToken: Cancellation)));

        Assert.Equal("DEADLINE_REQUIRED", refusal.ErrorInfo()?.Reason);
    }

    private static DateTime InMinutes(int minutes) => DateTime.UtcNow.AddMinutes(minutes);

    // What each of the two services takes for the deadline of its call.
    private async Task<(DateTime Near, DateTime Far)> Deadlines(MethodType outer, MethodType inner, DateTime? given, DateTime? own)
    {
        var (near, far) = (DateTime.MinValue, DateTime.MinValue);
        services.Far.Handle = (_, context) => { far = context.Deadline; return Task.FromResult(new Answer()); };
        services.Near.Handle = (question, context) => { near = context.Deadline; return services.FarClient.Call(inner, question, new(deadline: own)); };
        await services.Client.Call(outer, ProbeCalls.Question(), new(deadline: given, cancellationToken: Cancellation));
        return (near, far);
    }
}

/// <summary>Two services, the near one of which calls the far one.</summary>
public sealed class TwoServices : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestService _near = null!;
    private TestService _far = null!;

    internal Probe Near { get; } = new();

    internal Probe Far { get; } = new();

    internal ProbeService.ProbeServiceClient Client => new(_near.CallerAs(TestService.Municipality));

    /// <summary>The client that the near service has of the far one.</summary>
    internal ProbeService.ProbeServiceClient FarClient => new(_near.Service<ServiceChannels>().CallerFor("far"));

    public async ValueTask InitializeAsync()
    {
        _far = await ProbeFixture.Start(_folder, TimeProvider.System, Far);
        _near = await ProbeFixture.Start(_folder, TimeProvider.System, Near, ("services:far:grpc:0", _far.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await _near.DisposeAsync();
        await _far.DisposeAsync();
        _folder.Dispose();
    }
}
