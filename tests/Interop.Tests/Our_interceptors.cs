using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Testing;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Interop.Tests;

public sealed class Our_interceptors(TestServerFixture server) : IClassFixture<TestServerFixture>
{
    private const string Detail = "Eigen woorden van de handler.";

    private static readonly StreamingOutputCallRequest Stream = new() { ResponseStatus = new EchoStatus { Code = (int)StatusCode.Aborted, Message = Detail } };

    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    private static Metadata Thrown => new() { { "x-thrown-why", "because" }, { "x-thrown-proof-bin", [0, 1, 255] } };

    [Theory]
    [InlineData(MethodType.Unary)]
    [InlineData(MethodType.ServerStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task let_an_RpcException_of_a_handler_pass_unchanged(MethodType type)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(() => End(type));

        Assert.Equal((StatusCode.Aborted, Detail), (exception.StatusCode, exception.Status.Detail));
        AssertTrailers(exception);
    }

    [Fact]
    public async Task let_an_RpcException_of_a_handler_that_reads_a_stream_pass_unchanged()
    {
        using var call = server.Client.StreamingInputCall(Thrown, cancellationToken: Limit);
        await call.RequestStream.WriteAsync(
            new StreamingInputCallRequest { ExpectCompressed = Cases.Bool(true), Payload = Cases.Zeros(1) }, Limit);

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal((StatusCode.InvalidArgument, "expected compressed: True, compressed: False"), (exception.StatusCode, exception.Status.Detail));
        AssertTrailers(exception);
    }

    [Theory]
    [InlineData("grpc.testing.NoSuchService", "EmptyCall")]
    [InlineData("grpc.testing.TestService", "NoSuchMethod")]
    public async Task leave_an_unknown_service_or_method_UNIMPLEMENTED(string service, string name)
    {
        var empty = Marshallers.Create(_ => [], _ => new Empty());
        var method = new Method<Empty, Empty>(MethodType.Unary, service, name, empty, empty);
        var call = server.WithIdentity(server.Channel)
            .AsyncUnaryCall(method, null, new CallOptions(cancellationToken: Limit), new Empty());

        var exception = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, exception.StatusCode);
    }

    // That these two are refused shows that the cases above and beside ran with the interceptors on.
    [Fact]
    public async Task refuse_a_call_without_a_token()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(10);
        var client = new TestService.TestServiceClient(server.Channel);

        var exception = await Assert.ThrowsAsync<RpcException>(
            () => client.EmptyCallAsync(new Empty(), deadline: deadline, cancellationToken: Limit).ResponseAsync);

        Assert.Equal(StatusCode.Unauthenticated, exception.StatusCode);
    }

    [Fact]
    public async Task refuse_a_unary_call_without_a_deadline()
    {
        var client = new TestService.TestServiceClient(
            server.Channel.Intercept(headers => [.. headers, new("authorization", $"Bearer {server.Token}")]));

        var exception = await Assert.ThrowsAsync<RpcException>(() => client.EmptyCallAsync(new Empty(), cancellationToken: Limit).ResponseAsync);

        Assert.Equal("DEADLINE_REQUIRED", exception.ErrorInfo()?.Reason);
    }

    private async Task End(MethodType type)
    {
        switch (type)
        {
            case MethodType.Unary:
                await server.Client.UnaryCallAsync(new SimpleRequest { ResponseStatus = Stream.ResponseStatus }, Thrown, cancellationToken: Limit);
                break;
            case MethodType.ServerStreaming:
                using (var call = server.Client.StreamingOutputCall(Stream, Thrown, cancellationToken: Limit))
                {
                    await call.ResponseStream.MoveNext(Limit);
                }

                break;
            default:
                using (var call = server.Client.FullDuplexCall(Thrown, cancellationToken: Limit))
                {
                    await call.RequestStream.WriteAsync(Stream, Limit);
                    await call.ResponseStream.MoveNext(Limit);
                }

                break;
        }
    }

    private static void AssertTrailers(RpcException exception)
    {
        Assert.Equal("because", exception.Trailers.GetValue("x-thrown-why"));
        Assert.Equal([0, 1, 255], exception.Trailers.GetValueBytes("x-thrown-proof-bin")!);
        Assert.Null(exception.Trailers.Get("grpc-status-details-bin"));
    }
}
