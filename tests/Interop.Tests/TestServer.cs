using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Regional.Interop.Tests;

/// <summary>The server of the official interop cases, without a rule of its own.</summary>
internal sealed class TestServer : TestService.TestServiceBase
{
    public const string EchoedInitially = "x-grpc-test-echo-initial";
    public const string EchoedInTrailers = "x-grpc-test-echo-trailing-bin";

    /// <summary>Headers whose key begins so come back in the trailers of the exception, if one is thrown.</summary>
    public const string Thrown = "x-thrown-";

    public override Task<Empty> EmptyCall(Empty request, ServerCallContext context)
    {
        context.WriteOptions = Compressing(null); // GZipStream makes zero bytes of zero bytes, which other libraries rightly refuse as gzip
        return Task.FromResult(new Empty());
    }

    public override async Task<SimpleResponse> UnaryCall(SimpleRequest request, ServerCallContext context)
    {
        await EchoMetadata(context);
        CheckCompression(request.ExpectCompressed, context);
        EndWith(request.ResponseStatus, context);
        context.WriteOptions = Compressing(request.ResponseCompressed);
        return new SimpleResponse { Payload = Zeros(request.ResponseSize) };
    }

    public override async Task<StreamingInputCallResponse> StreamingInputCall(
        IAsyncStreamReader<StreamingInputCallRequest> requestStream, ServerCallContext context)
    {
        var total = 0;
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            CheckCompression(request.ExpectCompressed, context);
            total += request.Payload.Body.Length;
        }

        return new StreamingInputCallResponse { AggregatedPayloadSize = total };
    }

    public override async Task StreamingOutputCall(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responseStream, ServerCallContext context)
    {
        await EchoMetadata(context);
        await Answer(request, responseStream, context);
    }

    public override async Task FullDuplexCall(
        IAsyncStreamReader<StreamingOutputCallRequest> requestStream,
        IServerStreamWriter<StreamingOutputCallResponse> responseStream,
        ServerCallContext context)
    {
        await EchoMetadata(context);
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await Answer(request, responseStream, context);
        }
    }

    private static async Task Answer(
        StreamingOutputCallRequest request, IServerStreamWriter<StreamingOutputCallResponse> responses, ServerCallContext context)
    {
        EndWith(request.ResponseStatus, context);
        foreach (var wanted in request.ResponseParameters)
        {
            responses.WriteOptions = Compressing(wanted.Compressed);
            await responses.WriteAsync(new StreamingOutputCallResponse { Payload = Zeros(wanted.Size) }, context.CancellationToken);
        }
    }

    private static async Task EchoMetadata(ServerCallContext context)
    {
        if (context.RequestHeaders.Get(EchoedInTrailers) is { } trailer)
        {
            context.ResponseTrailers.Add(trailer);
        }

        if (context.RequestHeaders.Get(EchoedInitially) is { } header)
        {
            await context.WriteResponseHeadersAsync([header]);
        }
    }

    private static void EndWith(EchoStatus? status, ServerCallContext context)
    {
        if (status is not null)
        {
            throw Exception(new Status((StatusCode)status.Code, status.Message), context);
        }
    }

    // Counts every message, so that the flags stay in step with the messages that do not ask.
    private static void CheckCompression(BoolValue? expected, ServerCallContext context)
    {
        var isCompressed = context.GetHttpContext().Features.Get<CompressedFlags>()?.Next() ?? false;
        if (expected is not null && expected.Value != isCompressed)
        {
            throw Exception(new Status(StatusCode.InvalidArgument, $"expected compressed: {expected.Value}, compressed: {isCompressed}"), context);
        }
    }

    private static RpcException Exception(Status status, ServerCallContext context) =>
        new(status, [.. context.RequestHeaders.Where(header => header.Key.StartsWith(Thrown, StringComparison.Ordinal))]);

    private static WriteOptions Compressing(BoolValue? wanted) => new(wanted is { Value: true } ? default : WriteFlags.NoCompress);

    private static Payload Zeros(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };
}
