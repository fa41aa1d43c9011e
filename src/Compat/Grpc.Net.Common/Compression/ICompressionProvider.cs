using System.IO.Compression;

namespace Grpc.Net.Compression;

/// <summary>A way of compressing messages, known to the other side by a name.</summary>
public interface ICompressionProvider
{
    /// <summary>The name in the headers <c>grpc-encoding</c> and <c>grpc-accept-encoding</c>.</summary>
    string EncodingName { get; }

    /// <summary>Opens a stream that compresses what is written to it. Closing it leaves <paramref name="stream"/> open.</summary>
    /// <param name="stream">Where the compressed bytes go.</param>
    /// <param name="compressionLevel">How hard to try; null means the provider's own level.</param>
    Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel);

    /// <summary>Opens a stream that gives the original bytes. Closing it leaves <paramref name="stream"/> open.</summary>
    /// <param name="stream">Where the compressed bytes come from.</param>
    Stream CreateDecompressionStream(Stream stream);
}
