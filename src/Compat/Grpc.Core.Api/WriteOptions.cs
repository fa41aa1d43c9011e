namespace Grpc.Core;

/// <summary>How one message is to be written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer; more follow.</summary>
    BufferHint = 0x1,

    /// <summary>The message goes uncompressed, whatever the call compresses with.</summary>
    NoCompress = 0x2,
}

/// <summary>How messages are to be written.</summary>
/// <param name="flags">What departs from the default; none of it by default.</param>
public class WriteOptions(WriteFlags flags = default)
{
    /// <summary>Nothing departs from the default.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>What departs from the default.</summary>
    public WriteFlags Flags { get; } = flags;
}
