using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller reads a message from. What the transport does not offer throws <see cref="NotImplementedException"/>.</summary>
public abstract class DeserializationContext
{
    /// <summary>The length of the message, in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The message as an array that belongs to the caller.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The message in the transport's own buffers, which are gone once the marshaller returns.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => throw new NotImplementedException();
}
