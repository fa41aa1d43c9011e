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
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, CarryOn(context));

    /// <inheritdoc/>
    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, CarryOn(context));

    /// <inheritdoc/>
    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, CarryOn(context));

    /// <inheritdoc/>
    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(CarryOn(context));

    /// <inheritdoc/>
    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context, AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation) =>
        continuation(CarryOn(context));

    private static ClientInterceptorContext<TRequest, TResponse> CarryOn<TRequest, TResponse>(ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class
    {
        if (CurrentCall.Value is not { } served)
        {
            return context;
        }

        var options = context.Options;
        if (served.Deadline < (options.Deadline ?? DateTime.MaxValue))
        {
            options = options.WithDeadline(served.Deadline);
        }

        if (!options.CancellationToken.CanBeCanceled)
        {
            options = options.WithCancellationToken(served.CancellationToken);
        }

        return new(context.Method, context.Host, options);
    }
}
