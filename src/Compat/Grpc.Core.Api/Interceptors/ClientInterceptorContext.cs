namespace Grpc.Core.Interceptors;

/// <summary>A call as a client's interceptor sees it.</summary>
/// <typeparam name="TRequest">The type of a request.</typeparam>
/// <typeparam name="TResponse">The type of a response.</typeparam>
/// <param name="method">What is called.</param>
/// <param name="host">The host that is asked for; null means the channel's own.</param>
/// <param name="options">The options of the call.</param>
public readonly struct ClientInterceptorContext<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options)
    where TRequest : class
    where TResponse : class
{
    /// <summary>What is called.</summary>
    public Method<TRequest, TResponse> Method { get; } = method;

    /// <summary>The host that is asked for; null means the channel's own.</summary>
    public string? Host { get; } = host;

    /// <summary>The options of the call.</summary>
    public CallOptions Options { get; } = options;
}
