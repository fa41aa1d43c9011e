using Grpc.Core;

namespace Regional.Compat.Tests;

/// <summary>Stands where the wire is: notes what arrives and gives an empty answer.</summary>
internal sealed class RecordingInvoker : CallInvoker
{
    public List<(string Method, string? Host, CallOptions Options)> Calls { get; } = [];

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => Note<TResponse>(method, host, options);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        Note<AsyncUnaryCall<TResponse>>(method, host, options);

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        Note<AsyncServerStreamingCall<TResponse>>(method, host, options);

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Note<AsyncClientStreamingCall<TRequest, TResponse>>(method, host, options);

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) =>
        Note<AsyncDuplexStreamingCall<TRequest, TResponse>>(method, host, options);

    private T Note<T>(IMethod method, string? host, CallOptions options)
    {
        Calls.Add((method.Name, host, options));
        return default!;
    }
}

internal sealed class RecordedChannel(CallInvoker wire) : ChannelBase("recorded")
{
    public override CallInvoker CreateCallInvoker() => wire;
}
