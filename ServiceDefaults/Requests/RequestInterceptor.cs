using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Regional.ServiceDefaults.Calls;
using Regional.ServiceDefaults.Refusals;

namespace Regional.ServiceDefaults.Requests;

/// <summary>Holds every request to <see cref="MessageRules"/>, and every unary call to a deadline.</summary>
/// <remarks>The messages of a request stream are checked by its handler, item by item: one bad item must not end the stream.</remarks>
internal sealed class RequestInterceptor : Interceptor
{
    private static readonly Refusal DeadlineRequired = new(
        StatusCode.InvalidArgument,
        "DEADLINE_REQUIRED",
        "The call has no deadline. Set one, like 10 seconds: without it an answer that never comes is waited for without end.");

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        if (context.Deadline == DateTime.MaxValue)
        {
            throw HadADeadline(context) ? new RpcException(new(StatusCode.DeadlineExceeded, "The deadline had passed when the call came.")) : new RefusedException(DeadlineRequired);
        }

        Check(request);
        CurrentCall.Set(context);
        return continuation(request, context);
    }

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        Check(request);
        CurrentCall.Set(context);
        return continuation(request, responseStream, context);
    }

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        CurrentCall.Set(context);
        return continuation(requestStream, context);
    }

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        CurrentCall.Set(context);
        return continuation(requestStream, responseStream, context);
    }

    // A client whose time is up when it sends still sends: "1n", a nanosecond, which gRPC rounds to nothing and takes for no deadline.
    private static bool HadADeadline(ServerCallContext context) => context.GetHttpContext().Request.Headers["grpc-timeout"].ToString() is ['0', ..] or [.., 'n'];

    private static void Check<TRequest>(TRequest request)
    {
        if (MessageRules.Check((IMessage)request!) is { Count: > 0 } violations)
        {
            throw new RefusedException(Refusal.InvalidFields(violations));
        }
    }
}
