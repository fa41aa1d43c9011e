using Google.Protobuf;
using Grpc.Core;
using Grpc.Testing;

namespace Regional.Interop.Tests;

/// <summary>What the descriptions of the cases send and expect, in the numbers that they name.</summary>
internal static class Cases
{
    public const int LargeRequest = 271_828;
    public const int LargeResponse = 314_159;
    public const string SpecialMessage = "\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n";
    public const string EchoedText = "test_initial_metadata_value";

    public static readonly byte[] EchoedBytes = [0xAB, 0xAB, 0xAB];

    public static Metadata EchoHeaders => new() { { TestServer.EchoedInitially, EchoedText }, { TestServer.EchoedInTrailers, EchoedBytes } };

    public static SimpleRequest LargeUnary => new() { ResponseSize = LargeResponse, Payload = Zeros(LargeRequest) };

    public static StreamingOutputCallRequest Exchange(int requestSize, int responseSize) =>
        new() { Payload = Zeros(requestSize), ResponseParameters = { new ResponseParameters { Size = responseSize } } };

    public static Payload Zeros(int size) => new() { Body = UnsafeByteOperations.UnsafeWrap(new byte[size]) };

    public static BoolValue Bool(bool value) => new() { Value = value };

    public static void AreZeros(Payload payload, int size) => Assert.Equal(new byte[size], payload.Body.Span);
}
