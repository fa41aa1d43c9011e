using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Google.Protobuf;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Signals;

/// <summary>Reads NDJSON: one signal a line. A broken line is told, and the rest goes on.</summary>
internal static class SignalReader
{
    /// <summary>The longest line, in bytes: as long as the longest message that a service reads.</summary>
    public const int LongestLine = 1_000_000;

    // So many lines that are no text, and none that could be read: then it is the file, not its lines.
    private const int MostWithoutText = 3;

    private const string NoText = "is no UTF-8 text; write the file again as UTF-8";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines of a stream; empty ones are left out, and a file that is no text is given up.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark; lines end in LF or CRLF.</param>
    /// <param name="file">How the user named it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async IAsyncEnumerable<SignalLine> Read(Stream stream, string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new(bufferSize: 65_536));
        var (number, skipped, isLast) = (0, 0L, false);
        var (good, withoutText) = (0, 0);
        while (!isLast)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var (rest, consumed) = (read.Buffer, 0L);
            while (TakeLine(ref rest, read.IsCompleted, out var line))
            {
                var bytes = skipped + read.Buffer.Length - consumed - rest.Length;
                consumed = read.Buffer.Length - rest.Length;
                number++;
                if (skipped > 0 || line.Length > LongestLine)
                {
                    yield return TooLong(number, bytes);
                }
                else if (Parse(line, new(file, number), bytes) is { } parsed)
                {
                    yield return parsed;
                    good += parsed is SignalLine.Good ? 1 : 0;
                    withoutText += parsed is SignalLine.Broken { Reason: NoText } ? 1 : 0;
                    if (good == 0 && withoutText == MostWithoutText)
                    {
                        yield return NoTextAtAll(number + 1);
                        yield break;
                    }
                }

                skipped = 0;
            }

            isLast = read.IsCompleted;
            if (rest.Length > LongestLine)
            {
                // Too long already: forget what was read of it, and go on to its end.
                skipped += rest.Length;
                reader.AdvanceTo(read.Buffer.End);
            }
            else
            {
                reader.AdvanceTo(rest.Start, read.Buffer.End);
            }
        }

        await reader.CompleteAsync();
        if (skipped > 0)
        {
            yield return TooLong(number + 1, skipped);
        }

        SignalLine NoTextAtAll(int line) =>
            new SignalLine.Broken(new(file, line), 0, "was not read, nor what follows: the whole file looks like something else (compressed, Latin-1, UTF-16 or binary); write it as UTF-8 text");

        SignalLine TooLong(int line, long bytes) =>
            new SignalLine.Broken(new(file, line), bytes, $"is longer than {LongestLine / 1_000_000} MB; a signal is a few hundred bytes");
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, bool isEnd, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }

        line = rest;
        rest = rest.Slice(isEnd ? rest.End : rest.Start);
        return isEnd && line.Length > 0;
    }

    private static SignalLine? Parse(in ReadOnlySequence<byte> line, LineName name, long bytes)
    {
        if (TextOf(line) is not { } text)
        {
            return new SignalLine.Broken(name, bytes, NoText);
        }

        // The mark at the start of a file; some editors put it there.
        text = name.Number == 1 ? text.TrimStart('\uFEFF') : text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            return new SignalLine.Good(name, bytes, JsonParser.Default.Parse<CreateSignalRequest>(text));
        }
        catch (Exception fault) when (fault is InvalidJsonException or InvalidProtocolBufferException)
        {
            // The parser's own message repeats what it could not read.
            return new SignalLine.Broken(name, bytes, LineDiagnosis.Of(text, CreateSignalRequest.Descriptor));
        }
    }

    private static string? TextOf(in ReadOnlySequence<byte> line)
    {
        try
        {
            // Of UTF-16, every other character is a NUL.
            return Strict.GetString(line).TrimEnd('\r') is var text && text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
