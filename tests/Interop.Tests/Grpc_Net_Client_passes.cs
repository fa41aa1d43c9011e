using Grpc.Core;
using Grpc.Testing;
using static Regional.Interop.Tests.Cases;

namespace Regional.Interop.Tests;

/// <summary>The official interop cases without compression; each test has the name of its case.</summary>
public sealed class Grpc_Net_Client_passes(TestServerFixture server) : IClassFixture<TestServerFixture>
{
    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    private TestService.TestServiceClient Client => server.Client;

    [Fact]
    public async Task empty_unary()
    {
        Assert.Equal(0, (await Client.EmptyCallAsync(new Empty(), cancellationToken: Limit)).CalculateSize());
    }

    [Fact]
    public async Task large_unary()
    {
        AreZeros((await Client.UnaryCallAsync(LargeUnary, cancellationToken: Limit)).Payload, LargeResponse);
    }

    [Fact]
    public async Task client_streaming()
    {
        using var call = Client.StreamingInputCall(cancellationToken: Limit);
        foreach (var size in new[] { 27_182, 8, 1_828, 45_904 })
        {
            await call.RequestStream.WriteAsync(new StreamingInputCallRequest { Payload = Zeros(size) }, Limit);
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal(74_922, (await call).AggregatedPayloadSize);
    }

    [Fact]
    public async Task server_streaming()
    {
        int[] sizes = [31_415, 9, 2_653, 58_979];
        var request = new StreamingOutputCallRequest { ResponseParameters = { sizes.Select(size => new ResponseParameters { Size = size }) } };

        using var call = Client.StreamingOutputCall(request, cancellationToken: Limit);
        var responses = await call.ResponseStream.ReadAllAsync(Limit).ToListAsync(Limit);

        Assert.Equal(sizes.Length, responses.Count);
        Assert.All(responses, (response, index) => AreZeros(response.Payload, sizes[index]));
    }

    [Fact]
    public async Task ping_pong()
    {
        using var call = Client.FullDuplexCall(cancellationToken: Limit);
        foreach (var (requestSize, responseSize) in new[] { (27_182, 31_415), (8, 9), (1_828, 2_653), (45_904, 58_979) })
        {
            await call.RequestStream.WriteAsync(Exchange(requestSize, responseSize), Limit);
            Assert.True(await call.ResponseStream.MoveNext(Limit));
            AreZeros(call.ResponseStream.Current.Payload, responseSize);
        }

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(Limit));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task empty_stream()
    {
        using var call = Client.FullDuplexCall(cancellationToken: Limit);

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(Limit));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task cancel_after_begin()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        using var call = Client.StreamingInputCall(cancellationToken: source.Token);

        await source.CancelAsync();

        var end = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal((StatusCode.Cancelled, StatusCode.Cancelled), (end.StatusCode, call.GetStatus().StatusCode));
    }

    [Fact]
    public async Task cancel_after_first_response()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Limit);
        using var call = Client.FullDuplexCall(cancellationToken: source.Token);
        await call.RequestStream.WriteAsync(Exchange(27_182, 31_415), Limit);
        Assert.True(await call.ResponseStream.MoveNext(Limit));
        AreZeros(call.ResponseStream.Current.Payload, 31_415);

        await source.CancelAsync();

        var end = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Limit));
        Assert.Equal(StatusCode.Cancelled, end.StatusCode);
    }

    [Fact]
    public async Task timeout_on_sleeping_server()
    {
        var deadline = (TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(1)).UtcDateTime;
        using var call = Client.FullDuplexCall(deadline: deadline, cancellationToken: Limit);

        // Whichever comes first: on a quick machine the write still succeeds, and reading meets the deadline.
        var end = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { Payload = Zeros(27_182) }, Limit);
            await call.ResponseStream.MoveNext(Limit);
        });

        Assert.Equal(StatusCode.DeadlineExceeded, end.StatusCode);
    }

    [Fact]
    public async Task custom_metadata()
    {
        using var unary = Client.UnaryCallAsync(LargeUnary, EchoHeaders, cancellationToken: Limit);
        AreZeros((await unary).Payload, LargeResponse);
        AssertEchoes(await unary.ResponseHeadersAsync, unary.GetTrailers());

        using var duplex = Client.FullDuplexCall(EchoHeaders, cancellationToken: Limit);
        await duplex.RequestStream.WriteAsync(Exchange(LargeRequest, LargeResponse), Limit);
        await duplex.RequestStream.CompleteAsync();
        var responses = await duplex.ResponseStream.ReadAllAsync(Limit).ToListAsync(Limit);
        AreZeros(Assert.Single(responses).Payload, LargeResponse);
        AssertEchoes(await duplex.ResponseHeadersAsync, duplex.GetTrailers());

        static void AssertEchoes(Metadata headers, Metadata trailers)
        {
            Assert.Equal(EchoedText, headers.GetValue(TestServer.EchoedInitially));
            Assert.Equal(EchoedBytes, trailers.GetValueBytes(TestServer.EchoedInTrailers));
        }
    }

    [Fact]
    public async Task status_code_and_message()
    {
        var status = new EchoStatus { Code = (int)StatusCode.Unknown, Message = "test status message" };

        var unary = await Assert.ThrowsAsync<RpcException>(
            () => Client.UnaryCallAsync(new SimpleRequest { ResponseStatus = status }, cancellationToken: Limit).ResponseAsync);
        Assert.Equal((StatusCode.Unknown, "test status message"), (unary.StatusCode, unary.Status.Detail));

        using var call = Client.FullDuplexCall(cancellationToken: Limit);
        await call.RequestStream.WriteAsync(new StreamingOutputCallRequest { ResponseStatus = status }, Limit);
        await call.RequestStream.CompleteAsync();
        var duplex = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Limit));
        Assert.Equal((StatusCode.Unknown, "test status message"), (duplex.StatusCode, duplex.Status.Detail));
    }

    [Fact]
    public async Task special_status_message()
    {
        var request = new SimpleRequest { ResponseStatus = new EchoStatus { Code = (int)StatusCode.Unknown, Message = SpecialMessage } };

        var end = await Assert.ThrowsAsync<RpcException>(() => Client.UnaryCallAsync(request, cancellationToken: Limit).ResponseAsync);

        Assert.Equal((StatusCode.Unknown, SpecialMessage), (end.StatusCode, end.Status.Detail));
    }

    [Fact]
    public async Task unimplemented_service()
    {
        var client = new UnimplementedService.UnimplementedServiceClient(server.WithIdentity(server.Channel));

        var end = await Assert.ThrowsAsync<RpcException>(() => client.UnimplementedCallAsync(new Empty(), cancellationToken: Limit).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, end.StatusCode);
    }

    [Fact]
    public async Task unimplemented_method()
    {
        var end = await Assert.ThrowsAsync<RpcException>(() => Client.UnimplementedCallAsync(new Empty(), cancellationToken: Limit).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, end.StatusCode);
    }
}
