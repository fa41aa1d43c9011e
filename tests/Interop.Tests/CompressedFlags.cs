using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Regional.Interop.Tests;

/// <summary>Reads through a gRPC body and keeps the compressed flag of each message, which no gRPC API shows.</summary>
/// <remarks>Before each message stand its flag, one byte, and its length, four bytes big-endian.</remarks>
internal sealed class CompressedFlags(Stream body) : Stream
{
    private readonly ConcurrentQueue<bool> _flags = new();
    private readonly byte[] _prefix = new byte[5];
    private int _prefixRead;
    private int _left;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether the next message that was read is compressed. A message's flag is here before its content is.</summary>
    public bool Next() => _flags.TryDequeue(out var isCompressed) ? isCompressed : throw new InvalidOperationException("No further message has been read.");

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await body.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..count]);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> read)
    {
        while (!read.IsEmpty)
        {
            if (_left > 0)
            {
                var passed = Math.Min(_left, read.Length);
                _left -= passed;
                read = read[passed..];
                continue;
            }

            _prefix[_prefixRead++] = read[0];
            read = read[1..];
            if (_prefixRead == _prefix.Length)
            {
                _flags.Enqueue(_prefix[0] == 1);
                _left = BinaryPrimitives.ReadInt32BigEndian(_prefix.AsSpan(1));
                _prefixRead = 0;
            }
        }
    }
}
