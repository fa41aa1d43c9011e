using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>What a run writes: into the resource's log, and the last of it kept for the day that it ends badly.</summary>
internal sealed class RunOutput(ResourceLog log)
{
    private const int LastLines = 10;

    private readonly Queue<string> _lastLines = [];

    /// <summary>What was written last, to be read after a sentence.</summary>
    public string LastWords
    {
        get
        {
            lock (_lastLines)
            {
                return _lastLines.Count == 0
                    ? " It wrote nothing."
                    : $" Its last lines:{string.Concat(_lastLines.Select(line => $"{Environment.NewLine}    {line}"))}";
            }
        }
    }

    public ValueTask AppendAsync(string line, bool isError)
    {
        lock (_lastLines)
        {
            if (!IsOfStackTrace(line))
            {
                _lastLines.Enqueue(line);
            }

            if (_lastLines.Count > LastLines)
            {
                _lastLines.Dequeue();
            }
        }

        return log.AppendAsync(line, isError);
    }

    // A trace is longer than the lines that are shown, and would hide the exception's own above it; the log has all of it.
    private static bool IsOfStackTrace(string line) => line.StartsWith(' ') && line.TrimStart() is var text
        && (text.StartsWith("at ", StringComparison.Ordinal) || text.StartsWith("--- End of ", StringComparison.Ordinal));
}
