using Google.Protobuf;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>The connection of a follower to the service whose log it reads: each page comes when the simulation wants, or not at all.</summary>
/// <param name="service">The service as it runs now; null while it does not.</param>
/// <param name="thread">On which it reads.</param>
internal sealed class Wire(Func<LogProcess?> service, OneThread thread) : CallInvoker
{
    private readonly List<Call> _calls = [];

    /// <summary>Calls whose next page is waited for.</summary>
    public IReadOnlyList<Call> Waiting => [.. _calls.Where(call => call.IsWaiting)];

    /// <summary>The follower is gone.</summary>
    public void Cut() => _calls.ToList().ForEach(call => call.End());

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
    {
        var call = new Call(this, (ReadFeedRequest)(object)request);
        _calls.Add(call);
        return new((IAsyncStreamReader<TResponse>)(object)call, Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], call.End);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

    /// <summary>One reading of the feed.</summary>
    internal sealed class Call(Wire wire, ReadFeedRequest request) : IAsyncStreamReader<FeedPage>
    {
        private LogProcess? _service;
        private IAsyncEnumerator<FeedPage>? _pages;
        private TaskCompletionSource<bool>? _next;

        public FeedPage Current { get; private set; } = new();

        public string Region => request.Region;

        public bool IsWaiting => _next is not null;

        public Task<bool> MoveNext(CancellationToken cancellationToken) => (_next = new()).Task;

        /// <summary>Gives what comes next: a page, the end, or the reason why there is none.</summary>
        public void Deliver()
        {
            var next = Taken();
            try
            {
                if (wire.Service is not { } running || (_service ??= running) != running)
                {
                    throw new RpcException(new(StatusCode.Unavailable, "nobody is there"));
                }

                _pages ??= running.Feed.Read(request.Region, request.Cursor ?? new(), CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
                var isPage = false;
                wire.Thread.Run(async () => isPage = await _pages.MoveNextAsync(), () => false);
                Current = isPage ? FeedPage.Parser.ParseFrom(_pages.Current.ToByteArray()) : Current;
                next.SetResult(isPage);
            }
            catch (RefusedException refused)
            {
                next.SetException(new RpcException(new(refused.Refusal.Code, refused.Refusal.Reason)));
            }
            catch (RpcException away)
            {
                next.SetException(away);
            }
        }

        /// <summary>The connection breaks.</summary>
        public void Break() => Taken().SetException(new RpcException(new(StatusCode.Unavailable, "the connection broke")));

        public void End()
        {
            wire._calls.Remove(this);
            _next = null;
            if (_pages is not null && _service is { Database.IsDead: false })
            {
                wire.Thread.Run(async () => await _pages.DisposeAsync(), () => false);
            }

            _pages = null;
        }

        private TaskCompletionSource<bool> Taken()
        {
            var next = _next!;
            _next = null;
            return next;
        }
    }

    private OneThread Thread => thread;

    private LogProcess? Service => service();
}
