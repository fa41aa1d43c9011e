using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Testing;
using static Regional.Interop.Tests.Cases;

namespace Regional.Interop.Tests;

/// <summary>The official interop cases with compression; each test has the name of its case.</summary>
public sealed class Grpc_Net_Client_passes_compressed : IClassFixture<TestServerFixture>, IDisposable
{
    private readonly CompressedFlagsHandler _responses = new();
    private readonly GrpcChannel _channel;
    private readonly TestService.TestServiceClient _client;

    public Grpc_Net_Client_passes_compressed(TestServerFixture server)
    {
        _channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = _responses, DisposeHttpClient = true });
        _client = server.ClientOver(_channel);
    }

    private static CancellationToken Limit => TestContext.Current.CancellationToken;

    // The header that asks Grpc.Net.Client to compress what it sends; it is not sent itself.
    private static Metadata Compressed => new() { { "grpc-internal-encoding-request", "gzip" } };

    public void Dispose() => _channel.Dispose();

    [Fact]
    public async Task client_compressed_unary()
    {
        var probe = LargeUnary;
        probe.ExpectCompressed = Bool(true);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => _client.UnaryCallAsync(probe, cancellationToken: Limit).ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);

        AreZeros((await _client.UnaryCallAsync(probe, Compressed, cancellationToken: Limit)).Payload, LargeResponse);

        var uncompressed = LargeUnary;
        uncompressed.ExpectCompressed = Bool(false);
        AreZeros((await _client.UnaryCallAsync(uncompressed, cancellationToken: Limit)).Payload, LargeResponse);
    }

    [Fact]
    public async Task client_compressed_streaming()
    {
        var compressed = new StreamingInputCallRequest { ExpectCompressed = Bool(true), Payload = Zeros(27_182) };
        using var probe = _client.StreamingInputCall(cancellationToken: Limit);
        await probe.RequestStream.WriteAsync(compressed, Limit);
        var refusal = await Assert.ThrowsAsync<RpcException>(() => probe.ResponseAsync);
        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);

        using var call = _client.StreamingInputCall(Compressed, cancellationToken: Limit);
        await call.RequestStream.WriteAsync(compressed, Limit);
        call.RequestStream.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
        await call.RequestStream.WriteAsync(new StreamingInputCallRequest { ExpectCompressed = Bool(false), Payload = Zeros(45_904) }, Limit);
        await call.RequestStream.CompleteAsync();

        Assert.Equal(73_086, (await call).AggregatedPayloadSize);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task server_compressed_unary(bool isCompressed)
    {
        var request = LargeUnary;
        request.ResponseCompressed = Bool(isCompressed);

        var response = await _client.UnaryCallAsync(request, cancellationToken: Limit);

        AreZeros(response.Payload, LargeResponse);
        Assert.Equal(isCompressed, _responses.Last.Next());
    }

    [Fact]
    public async Task server_compressed_streaming()
    {
        var request = new StreamingOutputCallRequest
        {
            ResponseParameters =
            {
                new ResponseParameters { Compressed = Bool(true), Size = 31_415 },
                new ResponseParameters { Compressed = Bool(false), Size = 92_653 },
            },
        };

        using var call = _client.StreamingOutputCall(request, cancellationToken: Limit);

        Assert.True(await call.ResponseStream.MoveNext(Limit));
        AreZeros(call.ResponseStream.Current.Payload, 31_415);
        Assert.True(_responses.Last.Next());
        Assert.True(await call.ResponseStream.MoveNext(Limit));
        AreZeros(call.ResponseStream.Current.Payload, 92_653);
        Assert.False(_responses.Last.Next());
        Assert.False(await call.ResponseStream.MoveNext(Limit));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }
}
