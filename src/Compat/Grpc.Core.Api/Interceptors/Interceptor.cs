namespace Grpc.Core.Interceptors;

/// <summary>
/// Stands around calls, at the client or at the server. Each method passes the call on unless it is overridden;
/// an override may look, change, answer by itself or call on more than once.
/// </summary>
public abstract class Interceptor
{
    /// <summary>What comes after the interceptor in a blocking call.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    public delegate TResponse BlockingUnaryCallContinuation<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class;

    /// <summary>What comes after the interceptor in a call with one request and one response.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    public delegate AsyncUnaryCall<TResponse> AsyncUnaryCallContinuation<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class;

    /// <summary>What comes after the interceptor in a call with a stream of responses.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    public delegate AsyncServerStreamingCall<TResponse> AsyncServerStreamingCallContinuation<TRequest, TResponse>(
        TRequest request, ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class;

    /// <summary>What comes after the interceptor in a call with a stream of requests.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="context">The call.</param>
    public delegate AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCallContinuation<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class;

    /// <summary>What comes after the interceptor in a call with a stream both ways.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="context">The call.</param>
    public delegate AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCallContinuation<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class;

    /// <summary>Stands around a blocking call of a client.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(request, context);

    /// <summary>Stands around a client's call with one request and one response.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(request, context);

    /// <summary>Stands around a client's call with a stream of responses.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(request, context);

    /// <summary>Stands around a client's call with a stream of requests.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncClientStreamingCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(context);

    /// <summary>Stands around a client's call with a stream both ways.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncDuplexStreamingCallContinuation<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(context);

    /// <summary>Stands around a handler with one request and one response.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(request, context);

    /// <summary>Stands around a handler with a stream of requests.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="requestStream">The requests.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(requestStream, context);

    /// <summary>Stands around a handler with a stream of responses.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="responseStream">Where the responses go.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(request, responseStream, context);

    /// <summary>Stands around a handler with a stream both ways.</summary>
    /// <typeparam name="TRequest">The type of a request.</typeparam>
    /// <typeparam name="TResponse">The type of a response.</typeparam>
    /// <param name="requestStream">The requests.</param>
    /// <param name="responseStream">Where the responses go.</param>
    /// <param name="context">The call.</param>
    /// <param name="continuation">What comes after.</param>
    public virtual Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        where TRequest : class
        where TResponse : class => continuation(requestStream, responseStream, context);
}
