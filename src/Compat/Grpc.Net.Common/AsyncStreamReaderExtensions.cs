using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>Reads a stream of messages with <c>await foreach</c>.</summary>
public static class AsyncStreamReaderExtensions
{
    /// <summary>Gives every message that is still to come.</summary>
    /// <typeparam name="T">The type of the messages.</typeparam>
    /// <param name="streamReader">The stream to read to its end.</param>
    /// <param name="cancellationToken">Ends the reading; <c>WithCancellation</c> does the same.</param>
    /// <returns>A sequence that can be read once, since the stream behind it can be read once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="streamReader"/> is null; thrown at once, not at the first read.</exception>
    public static IAsyncEnumerable<T> ReadAllAsync<T>(this IAsyncStreamReader<T> streamReader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(streamReader);
        return ReadToEnd(streamReader, cancellationToken);
    }

    private static async IAsyncEnumerable<T> ReadToEnd<T>(IAsyncStreamReader<T> reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.MoveNext(cancellationToken).ConfigureAwait(false))
        {
            yield return reader.Current;
        }
    }
}
