using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The lines of one resource: the last of them kept, all of them handed on.</summary>
internal sealed class ResourceLog
{
    private const int KeptLines = 10_000;
    private const int KeptCharacters = 2_000_000;
    private const int Ahead = 250; // lines for each watcher, of up to 8 192 characters

    private readonly Lock _gate = new();
    private readonly Queue<LogLine> _tail = [];
    private Channel<LogLine>[] _watchers = [];
    private int _characters;
    private int _lines;
    private bool _complete;

    public async ValueTask AppendAsync(string content, bool isErrorMessage)
    {
        var (line, listening) = Keep(content, isErrorMessage);
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

    /// <summary>Appends a line without waiting for those who watch: one that is far behind misses it.</summary>
    public void Append(string content, bool isErrorMessage)
    {
        var (line, listening) = Keep(content, isErrorMessage);
        Array.ForEach(listening, watcher => watcher.Writer.TryWrite(line));
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

    /// <summary>The lines that are kept, oldest first.</summary>
    public IReadOnlyList<LogLine> Kept()
    {
        lock (_gate)
        {
            return [.. _tail];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var following = Channel.CreateBounded<LogLine>(Ahead);
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

            before = []; // a watch can last for days: it must not hold them
            while (await following.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var batch = new List<LogLine>();
                while (batch.Count < Ahead && following.Reader.TryRead(out var line))
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

    private (LogLine Line, Channel<LogLine>[] Listening) Keep(string content, bool isErrorMessage)
    {
        lock (_gate)
        {
            var line = new LogLine(++_lines, content, isErrorMessage);
            _tail.Enqueue(line);
            _characters += content.Length;
            while (_tail.Count > KeptLines || _characters > KeptCharacters)
            {
                _characters -= _tail.Dequeue().Content.Length;
            }

            return (line, _watchers);
        }
    }
}
