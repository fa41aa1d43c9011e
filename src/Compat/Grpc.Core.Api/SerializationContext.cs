using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a marshaller writes a message. What the transport does not offer throws <see cref="NotImplementedException"/>.</summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message; nothing may be written after it.</summary>
    /// <param name="payload">The message; it belongs to the context from now on.</param>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>The buffer to write the message into, followed by <see cref="Complete()"/>.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Says how long the message will be, so that no buffer grows. Comes before <see cref="GetBufferWriter"/>.</summary>
    /// <param name="payloadLength">The exact length, in bytes.</param>
    public virtual void SetPayloadLength(int payloadLength) => throw new NotImplementedException();

    /// <summary>Says that the message has been written; nothing may be written after it.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
