using Google.Protobuf;
using Regional.Cli.Signals;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Pushing;

/// <summary>Signals that travel together, each with the line that it came from.</summary>
internal sealed class Batch
{
    /// <summary>As the service has it.</summary>
    public const int MostSignals = 500;

    /// <summary>As the service has it: 64 kB, counted over the whole message; a byte more, and it refuses the batch.</summary>
    public const int MostBytes = 64 * 1_024;

    // The number of the batch is written in front of the signals.
    private const int NumberBytes = 11;

    private readonly List<SignalLine.Good> _lines = [];
    private int _bytes = NumberBytes;

    public IReadOnlyList<SignalLine.Good> Lines => _lines;

    /// <summary>Whether the signal fits into a batch of its own.</summary>
    public static bool CanHold(SignalLine.Good line) => NumberBytes + BytesOf(line) <= MostBytes;

    /// <summary>Adds the signal where there is room for it.</summary>
    public bool TryAdd(SignalLine.Good line)
    {
        var bytes = _bytes + BytesOf(line);
        if (_lines.Count == MostSignals || bytes > MostBytes)
        {
            return false;
        }

        _lines.Add(line);
        _bytes = bytes;
        return true;
    }

    public PushSignalsRequest ToProto(long number) => new() { Batch = number, Signals = { _lines.Select(line => line.Signal) } };

    // The tag of `signals` takes one byte.
    private static int BytesOf(SignalLine.Good line) => 1 + CodedOutputStream.ComputeMessageSize(line.Signal);
}
