using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Regional.ServiceDefaults.Calls;

/// <summary>The gRPC call that is being served, as far as calls made for it need to know.</summary>
internal static class CurrentCall
{
    private static readonly AsyncLocal<ServerCallContext?> Call = new();

    /// <summary>The call on whose behalf this code runs; null in background work.</summary>
    public static ServerCallContext? Value => Call.Value;

    /// <summary>Marks what follows as done for a call.</summary>
    public static void Set(ServerCallContext context) => Call.Value = context;
}

/// <summary>Carries the deadline and the cancellation of the call being served on to the calls made for it.</summary>
/// <remarks>Without it a service works on for a caller who has long gone.</remarks>
public sealed class CarryOnInterceptor : Interceptor
{
    /// <inheritdoc/>
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        using var either = CarryOn(ref context);
        return continuation(request, context);
    }

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var either = CarryOn(ref context);
        var call = continuation(request, context);
        // Nobody disposes of a call that has one answer, so the answer does.
        return either is null ? call : new(Last(call.ResponseAsync, either), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var either = CarryOn(ref context);
        var call = continuation(request, context);
        return either is null ? call : new(call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, Both(call, either));
    }

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var either = CarryOn(ref context);
        var call = continuation(context);
        return either is null ? call : new(call.RequestStream, Last(call.ResponseAsync, either), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
    {
        var either = CarryOn(ref context);
        var call = continuation(context);
        return either is null ? call : new(call.RequestStream, call.ResponseStream, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, Both(call, either));
    }

    // Gives the source of a token that ends by either cancellation, the caller's own or that of the call being served; null where one of the two is all there is.
    private static CancellationTokenSource? CarryOn<TRequest, TResponse>(ref ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        if (CurrentCall.Value is not { } served)
        {
            return null;
        }

        var options = context.Options;
        if (served.Deadline < (options.Deadline ?? DateTime.MaxValue))
        {
            options = options.WithDeadline(served.Deadline);
        }

        var own = options.CancellationToken;
        var either = own.CanBeCanceled && own != served.CancellationToken ? CancellationTokenSource.CreateLinkedTokenSource(own, served.CancellationToken) : null;
        context = new(context.Method, context.Host, options.WithCancellationToken(either?.Token ?? served.CancellationToken));
        return either;
    }

    private static async Task<TResponse> Last<TResponse>(Task<TResponse> response, CancellationTokenSource either)
    {
        using (either)
        {
            return await response.ConfigureAwait(false);
        }
    }

    private static Action Both(IDisposable call, CancellationTokenSource either) => () =>
    {
        call.Dispose();
        either.Dispose();
    };
}
