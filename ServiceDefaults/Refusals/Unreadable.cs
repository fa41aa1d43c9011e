using Google.Protobuf;
using Grpc.Core;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>What is answered to a message that could not even be read.</summary>
internal static class Unreadable
{
    private static readonly Refusal Malformed = new(
        StatusCode.InvalidArgument,
        "MALFORMED_MESSAGE",
        "The message cannot be read as the type that this method takes. Send it with a client that is generated from the .proto files.");

    private static readonly Refusal TooLarge = new(
        StatusCode.ResourceExhausted,
        "MESSAGE_TOO_LARGE",
        $"The message is larger than {ServiceDefaultsExtensions.LargestMessage} bytes. Send less at a time.")
    {
        Metadata = new Dictionary<string, string> { ["limit"] = $"{ServiceDefaultsExtensions.LargestMessage}" },
    };

    /// <summary>The refusal for what reading a message threw; null where the message is not to blame.</summary>
    /// <remarks>gRPC throws what the parser or the decompressor threw, and a status of its own for a message over the limit.</remarks>
    public static Refusal? Of(Exception fault) => fault switch
    {
        InvalidProtocolBufferException or InvalidDataException => Malformed,
        RpcException { StatusCode: StatusCode.ResourceExhausted } => TooLarge,
        _ => null,
    };
}

/// <summary>The requests of a stream; one that cannot be read ends it with a refusal.</summary>
internal sealed class ReadableRequests<T>(IAsyncStreamReader<T> requests) : IAsyncStreamReader<T>
{
    public T Current => requests.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await requests.MoveNext(cancellationToken);
        }
        catch (Exception fault) when (Unreadable.Of(fault) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }
}
