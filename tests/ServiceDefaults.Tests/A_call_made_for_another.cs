using Grpc.Core;
using Grpc.Core.Interceptors;
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

    public static TheoryData<MethodType, bool> CallsWithAndWithoutATokenOfTheirOwn =>
        new MatrixTheoryData<MethodType, bool>([MethodType.Unary, MethodType.ServerStreaming, MethodType.ClientStreaming, MethodType.DuplexStreaming], [false, true]);

    [Theory]
    [MemberData(nameof(CallsWithAndWithoutATokenOfTheirOwn))]
    public async Task is_cancelled_with_that_one(MethodType type, bool hasOwn)
    {
        using var own = new CancellationTokenSource();
        var (reached, cancelled) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        services.Far.Handle = async (_, context) =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancelled.SetResult();
            return new Answer();
        };
        services.Near.Handle = (question, _) => services.FarClient.Call(type, question, new(deadline: InMinutes(5), cancellationToken: hasOwn ? own.Token : default));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        var call = services.Client.Call(MethodType.Unary, ProbeCalls.Question(), new(deadline: InMinutes(5), cancellationToken: caller.Token));
        await Eventually.Ends(reached.Task);
        await caller.CancelAsync();

        await Eventually.Ends(cancelled.Task);
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => call)).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task is_cancelled_by_its_own_token_too(MethodType type)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        services.Far.Handle = async (_, context) =>
        {
            await own.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return new Answer();
        };
        services.Near.Handle = async (question, _) =>
        {
            var refusal = await Assert.ThrowsAsync<RpcException>(() => services.FarClient.Call(type, question, new(deadline: InMinutes(5), cancellationToken: own.Token)));
            return new Answer { Text = $"{refusal.StatusCode}" };
        };

        Assert.Equal("Cancelled", (await Eventually.Ends(services.Client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options).ResponseAsync)).Text);
    }

    // What joins the two tokens would otherwise be kept as long as the call that is served, which may be a stream of days.
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task leaves_nothing_behind_when_it_is_over(MethodType type)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var spy = new TokenSpy();
        services.Far.Handle = (_, _) => Task.FromResult(new Answer());
        services.Near.Handle = (question, _) =>
            new ProbeService.ProbeServiceClient(services.FarInvoker.Intercept(spy).Intercept(new CarryOnInterceptor())).Call(type, question, new(deadline: InMinutes(5), cancellationToken: own.Token));

        await services.Client.AskAsync(ProbeCalls.Question(), ProbeFixture.Options);

        Assert.NotEqual(own.Token, spy.Seen);
        Assert.Throws<ObjectDisposedException>(() => spy.Seen.WaitHandle);
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

/// <summary>Sees the token with which a call is made in the end.</summary>
internal sealed class TokenSpy : Interceptor
{
    public CancellationToken Seen { get; private set; }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(request, See(context));

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(request, See(context));

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(See(context));

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) => continuation(See(context));

    private ClientInterceptorContext<TRequest, TResponse> See<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        Seen = context.Options.CancellationToken;
        return context;
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

    /// <summary>The way to the far service with nothing carried on.</summary>
    internal CallInvoker FarInvoker => _far.CallerAs(TestService.Municipality);

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
