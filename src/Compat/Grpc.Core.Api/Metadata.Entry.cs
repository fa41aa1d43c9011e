using System.Buffers;
using System.Text;
using Grpc.Core.Utils;

namespace Grpc.Core;

public sealed partial class Metadata
{
    /// <summary>A key with its value, which is ASCII text or, where the key ends in <c>-bin</c>, bytes. It never changes.</summary>
    public class Entry
    {
        private static readonly SearchValues<char> KeyCharacters =
            SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.");

        private readonly string? _text;
        private readonly byte[]? _bytes;

        /// <summary>An entry with bytes.</summary>
        /// <param name="key">Letters, digits, underscores, hyphens and dots, ending in <c>-bin</c>; stored in lower case.</param>
        /// <param name="valueBytes">Any bytes; they are copied.</param>
        /// <exception cref="ArgumentNullException">One of them is null.</exception>
        /// <exception cref="ArgumentException">The key has another character or another ending.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            Key = Normalized(key);
            GrpcPreconditions.CheckArgument(IsBinaryKey(Key), $"The value of '{Key}' is binary, so its key must end in '{BinaryHeaderSuffix}'.");
            ArgumentNullException.ThrowIfNull(valueBytes);
            _bytes = [.. valueBytes];
        }

        /// <summary>An entry with text.</summary>
        /// <param name="key">Letters, digits, underscores, hyphens and dots, not ending in <c>-bin</c>; stored in lower case.</param>
        /// <param name="value">ASCII text.</param>
        /// <exception cref="ArgumentNullException">One of them is null.</exception>
        /// <exception cref="ArgumentException">The key has another character or ends in <c>-bin</c>.</exception>
        public Entry(string key, string value)
        {
            Key = Normalized(key);
            GrpcPreconditions.CheckArgument(!IsBinaryKey(Key), $"The key '{Key}' ends in '{BinaryHeaderSuffix}', so its value must be bytes.");
            ArgumentNullException.ThrowIfNull(value);
            _text = value;
        }

        /// <summary>The key, in lower case.</summary>
        public string Key { get; }

        /// <summary>Whether the value is bytes rather than text.</summary>
        public bool IsBinary => _text is null;

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The value is binary.</exception>
        public string Value => _text ?? throw new InvalidOperationException($"The value of '{Key}' is binary. Read ValueBytes.");

        /// <summary>A copy of the bytes; of text, its ASCII bytes.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.ASCII.GetBytes(Value) : [.. _bytes];

        /// <summary>The key and the text; never the bytes of a binary value.</summary>
        public override string ToString() => IsBinary ? $"[Entry: key={Key}, valueBytes={_bytes}]" : $"[Entry: key={Key}, value={_text}]";

        private static bool IsBinaryKey(string key) => key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        private static string Normalized(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            GrpcPreconditions.CheckArgument(
                key.Length > 0 && !key.AsSpan().ContainsAnyExcept(KeyCharacters),
                $"'{key}' is not a metadata key. A key has one or more letters (a-z), digits, underscores, hyphens and dots.");
            return key.ToLowerInvariant();
        }
    }
}
