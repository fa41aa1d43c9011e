using System.IO.Compression;
using Grpc.Net.Compression;

namespace Regional.Compat.Tests;

public sealed class A_compressed_message
{
    public static TheoryData<string, byte[]> Providers => new()
    {
        { "gzip", [0x1F, 0x8B] },
        { "deflate", [0x78] }, // a zlib header: bare deflate would not be understood by other gRPC libraries
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void comes_back_whole_and_is_in_the_format_that_its_name_means(string encoding, byte[] header)
    {
        ICompressionProvider provider = encoding == "gzip"
            ? new GzipCompressionProvider(CompressionLevel.Fastest)
            : new DeflateCompressionProvider(CompressionLevel.Fastest);
        var wire = new MemoryStream();

        using (var compression = provider.CreateCompressionStream(wire, compressionLevel: null))
        {
            compression.Write(new byte[10_000]);
        }

        Assert.Equal(encoding, provider.EncodingName);
        Assert.Equal(header, wire.ToArray()[..header.Length]);
        Assert.InRange(wire.Length, 1, 1_000);

        wire.Position = 0; // still open: only the compressing stream has been closed
        var message = new MemoryStream();
        using (var decompression = provider.CreateDecompressionStream(wire))
        {
            decompression.CopyTo(message);
        }

        Assert.Equal(new byte[10_000], message.ToArray());
        Assert.True(wire.CanRead);
    }
}
