using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Regional.ServiceDefaults.Identity;

/// <summary>Lets a call in only with a token that names its caller.</summary>
/// <remarks>Health is open, because whoever probes it holds no token; reflection is, because it is served in Development only.</remarks>
internal sealed class CallerInterceptor(TokenValidator validator) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await Authenticate(context);
        return await continuation(request, context);
    }

    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Authenticate(context);
        return await continuation(requestStream, context);
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Authenticate(context);
        await continuation(request, responseStream, context);
    }

    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await Authenticate(context);
        await continuation(requestStream, responseStream, context);
    }

    private async Task Authenticate(ServerCallContext context)
    {
        if (!IsOpen(context.Method))
        {
            context.SetCaller((await validator.Validate(context.RequestHeaders.GetValue("authorization"))).OrThrow());
        }
    }

    private static bool IsOpen(string method) =>
        method.StartsWith("/grpc.health.v1.Health/", StringComparison.Ordinal) || method.StartsWith("/grpc.reflection.v1.ServerReflection/", StringComparison.Ordinal);
}
