using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Probe.V1;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_message_that_cannot_be_read(ProbeFixture service) : IClassFixture<ProbeFixture>
{
    // Length of 5 with one byte following; wire type 7, which there is not; a group that nobody ends; a varint without end.
    private static readonly byte[][] Malformed = [[0x0A, 0x05, 0x41], [0x07], [0x0B], [0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<MethodType> Calls => [MethodType.Unary, MethodType.ServerStreaming, MethodType.ClientStreaming, MethodType.DuplexStreaming];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task is_refused_as_malformed(MethodType type)
    {
        foreach (var bytes in Malformed)
        {
            var refusal = await Refusal(type, bytes);

            Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE", 1), (refusal.StatusCode, refusal.ErrorInfo()?.Reason, refusal.RpcStatus()?.Details.Count));
            Assert.Equal("The message cannot be read as the type that this method takes. Send it with a client that is generated from the .proto files.", refusal.Status.Detail);
        }

        Assert.DoesNotContain(service.Host.Log.Lines, line => line.Level >= LogLevel.Error || line.Exception is not null);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task because_of_its_size_is_refused_with_the_limit(MethodType type)
    {
        var refusal = await Refusal(type, new byte[1_000_001]);

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE", 1), (refusal.StatusCode, refusal.ErrorInfo()?.Reason, refusal.RpcStatus()?.Details.Count));
        Assert.Equal("1000000", refusal.ErrorInfo()?.Metadata["limit"]);
        Assert.Equal("The message is larger than 1000000 bytes. Send less at a time.", refusal.Status.Detail);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task because_it_is_not_compressed_as_it_says_is_refused_as_malformed(MethodType type)
    {
        using var channel = GrpcChannel.ForAddress(service.Host.Address, new() { CompressionProviders = [new NoGzip()] });

        var refusal = await Refusal(type, [0x0A, 0x01, 0x41], channel.CreateCallInvoker(), new Metadata.Entry("grpc-internal-encoding-request", "gzip"));

        Assert.Equal((StatusCode.InvalidArgument, "MALFORMED_MESSAGE"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Fact]
    public async Task of_exactly_the_largest_size_is_read()
    {
        // The tag and the length of field 6 take four bytes.
        var words = new Question { Words = { new string('x', ServiceDefaultsExtensions.LargestMessage - 4) } }.ToByteArray();
        Assert.Equal(ServiceDefaultsExtensions.LargestMessage, words.Length);

        Assert.Equal("INVALID_FIELDS", (await Refusal(MethodType.Unary, words)).ErrorInfo()?.Reason);
    }

    [Theory]
    [InlineData(3, "MALFORMED_MESSAGE")]
    [InlineData(1_000_001, "MESSAGE_TOO_LARGE")]
    public async Task ends_its_stream_after_the_answers_to_those_before_it(int length, string reason)
    {
        using var call = service.Host.CallerAs(TestService.Municipality).AsyncDuplexStreamingCall(Raw(MethodType.DuplexStreaming), null, ProbeFixture.Options);
        await call.RequestStream.WriteAsync(ProbeCalls.Question().ToByteArray(), Cancellation);
        Assert.True(await call.ResponseStream.MoveNext(Cancellation));
        await Record.ExceptionAsync(() => call.RequestStream.WriteAsync([0x0A, 0x7F, .. new byte[length - 2]], Cancellation));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(Cancellation));

        Assert.Equal(reason, refusal.ErrorInfo()?.Reason);
    }

    private Task<RpcException> Refusal(MethodType type, byte[] bytes) => Refusal(type, bytes, service.Host.Anonymous);

    private Task<RpcException> Refusal(MethodType type, byte[] bytes, CallInvoker anonymous, params IEnumerable<Metadata.Entry> headers)
    {
        var token = service.Host.Service<DevelopmentTokens>().Issue(TestService.Municipality, TimeSpan.FromMinutes(10));
        var options = ProbeFixture.Options.WithHeaders([new("authorization", $"Bearer {token}"), .. headers]);
        return Assert.ThrowsAsync<RpcException>(() => type switch
        {
            MethodType.Unary => anonymous.AsyncUnaryCall(Raw(type), null, options, bytes).ResponseAsync,
            MethodType.ServerStreaming => anonymous.AsyncServerStreamingCall(Raw(type), null, options, bytes).ResponseStream.MoveNext(Cancellation),
            MethodType.ClientStreaming => Write(anonymous.AsyncClientStreamingCall(Raw(type), null, options)),
            _ => Write(anonymous.AsyncDuplexStreamingCall(Raw(type), null, options)),
        });

        async Task Write<TCall>(TCall call)
            where TCall : IDisposable
        {
            using (call)
            {
                var (requests, answer) = call switch
                {
                    AsyncClientStreamingCall<byte[], byte[]> one => (one.RequestStream, one.ResponseAsync as Task),
                    AsyncDuplexStreamingCall<byte[], byte[]> many => (many.RequestStream, many.ResponseStream.MoveNext(Cancellation)),
                    _ => throw new ArgumentOutOfRangeException(nameof(call)),
                };

                // The service may refuse, and cut off the rest, while the bytes are still being written: what it says is in the answer.
                await Record.ExceptionAsync(() => requests.WriteAsync(bytes, Cancellation));
                await answer;
            }
        }
    }

    private static Method<byte[], byte[]> Raw(MethodType type) => new(
        type,
        "regional.probe.v1.ProbeService",
        type switch { MethodType.Unary => "Ask", MethodType.ServerStreaming => "AskForMany", MethodType.ClientStreaming => "AskMany", _ => "Converse" },
        Marshallers.Create(bytes => bytes, bytes => bytes),
        Marshallers.Create(bytes => bytes, bytes => bytes));

    /// <summary>Says gzip and leaves everything as it is.</summary>
    private sealed class NoGzip : ICompressionProvider
    {
        public string EncodingName => "gzip";

        public System.IO.Stream CreateCompressionStream(System.IO.Stream stream, CompressionLevel? compressionLevel) => stream;

        public System.IO.Stream CreateDecompressionStream(System.IO.Stream stream) => stream;
    }
}
