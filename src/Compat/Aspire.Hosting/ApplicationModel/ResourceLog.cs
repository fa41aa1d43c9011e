using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The lines of one resource: the last of them kept, all of them handed on.</summary>
internal sealed class ResourceLog
{
    private const int Kept = 1000;

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _tail = new(Kept);
    private Channel<LogLine>[] _watchers = [];
    private int _lines;
    private bool _complete;

    public async ValueTask AppendAsync(string content, bool isErrorMessage)
    {
        LogLine line;
        Channel<LogLine>[] listening;
        lock (_gate)
        {
            line = new(++_lines, content, isErrorMessage);
            if (_tail.Count == Kept)
            {
                _tail.Dequeue();
            }

            _tail.Enqueue(line);
            listening = _watchers;
        }

        foreach (var watcher in listening)
        {
            try
            {
                await watcher.Writer.WriteAsync(line).ConfigureAwait(false);
            }
            catch (ChannelClosedException)
            {
                // This watcher left while we waited for it.
            }
        }
    }

    /// <summary>No line follows: those who watch read what is left, and end.</summary>
    public void Complete()
    {
        lock (_gate)
        {
            _complete = true;
            Array.ForEach(_watchers, watcher => watcher.Writer.TryComplete());
        }
    }

    /// <summary>How many lines there have been.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lines;
            }
        }
    }

    /// <summary>What is kept of the lines after a number, oldest first.</summary>
    public IReadOnlyList<LogLine> After(int number)
    {
        lock (_gate)
        {
            return [.. _tail.Where(line => line.LineNumber > number)];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var following = Channel.CreateBounded<LogLine>(Kept);
        IReadOnlyList<LogLine> before;
        lock (_gate)
        {
            before = [.. _tail];
            _watchers = [.. _watchers, following];
            if (_complete)
            {
                following.Writer.Complete();
            }
        }

        try
        {
            if (before.Count > 0)
            {
                yield return before;
            }

            while (await following.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var batch = new List<LogLine>();
                while (batch.Count < Kept && following.Reader.TryRead(out var line))
                {
                    batch.Add(line);
                }

                yield return batch;
            }
        }
        finally
        {
            lock (_gate)
            {
                _watchers = [.. _watchers.Where(watcher => watcher != following)];
            }

            following.Writer.TryComplete(); // releases whoever waits for room in it
        }
    }
}
