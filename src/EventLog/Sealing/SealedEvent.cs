using System.Buffers.Binary;
using Regional.EventLog.Chain;

namespace Regional.EventLog.Sealing;

/// <summary>An event as it lies in the log.</summary>
/// <param name="Position">Position in the log.</param>
/// <param name="Recorded">When it was stored, in milliseconds since 1970 UTC.</param>
/// <param name="Type">Its type.</param>
/// <param name="Subject">Opaque random id, 16 bytes.</param>
/// <param name="File">The case or file whose key seals the body, 16 bytes.</param>
/// <param name="Body">The sealed body.</param>
internal sealed record SealedEvent(long Position, long Recorded, string Type, byte[] Subject, byte[] File, byte[] Body)
{
    /// <summary>The event's hash.</summary>
    public byte[] Leaf { get; } = HashChain.Leaf(Position, Recorded, Type, HashChain.Content(Subject, File, Body));

    /// <summary>Seals an event for its place in the log.</summary>
    public static SealedEvent Of(NewEvent happened, long position, long recorded, Seal seal)
    {
        Span<byte> context = stackalloc byte[sizeof(long)];
        return new(position, recorded, happened.Type, happened.Subject, happened.File, seal.Close(happened.Body.Span, Context(position, context)));
    }

    /// <summary>The body as it was.</summary>
    public static byte[] Open(ReadOnlySpan<byte> body, long position, Seal seal)
    {
        Span<byte> context = stackalloc byte[sizeof(long)];
        return seal.Open(body, Context(position, context));
    }

    // A body that is moved to another place does not open there.
    private static ReadOnlySpan<byte> Context(long position, Span<byte> bytes)
    {
        BinaryPrimitives.WriteInt64BigEndian(bytes, position);
        return bytes;
    }
}
