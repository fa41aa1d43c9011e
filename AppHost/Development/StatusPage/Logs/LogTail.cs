namespace Regional.AppHost.Development.StatusPage.Logs;

/// <summary>The last lines of a log, for one open page: written by whoever reads the log, read by whoever draws the page.</summary>
internal sealed class LogTail
{
    /// <summary>So many lines are kept, as many as the AppHost keeps itself.</summary>
    public const int Most = 10_000;

    /// <summary>So many characters are kept, in whole lines.</summary>
    public const int MostCharacters = 2_000_000;

    // Taken away together: one by one, each would move all the others.
    private const int Excess = 1_000;

    private readonly Lock _gate = new();
    private readonly List<ShownLine> _lines = [];
    private int _total;
    private int _characters;

    /// <summary>How many lines have been added, those that are not kept any more among them.</summary>
    public int Total
    {
        get
        {
            lock (_gate)
            {
                return _total;
            }
        }
    }

    public void Add(IReadOnlyList<LogLine> lines)
    {
        lock (_gate)
        {
            foreach (var line in lines)
            {
                var shown = Shown(line);
                _lines.Add(shown);
                _characters += shown.Text.Length;
            }

            _total += lines.Count;
            if (_lines.Count > Most + Excess || _characters > MostCharacters)
            {
                RemoveOldest();
            }
        }
    }

    private void RemoveOldest()
    {
        var count = Math.Max(0, _lines.Count - Most);
        var characters = _characters - _lines.Take(count).Sum(line => line.Text.Length);
        for (; characters > MostCharacters; count++)
        {
            characters -= _lines[count].Text.Length;
        }

        _lines.RemoveRange(0, count);
        _characters = characters;
    }

    /// <summary>The lines as they are now, and how many had been added by then.</summary>
    public (IReadOnlyList<ShownLine> Lines, int Total) Now()
    {
        lock (_gate)
        {
            return (_lines[Math.Max(0, _lines.Count - Most)..], _total);
        }
    }

    /// <summary>The lines of those entries in which a text stands; case does not count.</summary>
    public static IReadOnlyList<ShownLine> Matching(IReadOnlyList<ShownLine> lines, string text)
    {
        if (text.Length == 0)
        {
            return lines;
        }

        var entries = lines.Where(line => line.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(line => line.Entry).ToHashSet();
        return [.. lines.Where(line => entries.Contains(line.Entry))];
    }

    // What a program writes to standard error without saying how grave it is, is taken for an error.
    private ShownLine Shown(LogLine line)
    {
        var text = LogText.WithoutColour(line.Content);
        return LogText.LevelOf(text) is not { } level && _lines is [.., var before] && LogText.IsContinued(text)
            ? new(line.LineNumber, before.Entry, before.Level, text)
            : new(line.LineNumber, line.LineNumber, LogText.LevelOf(text) ?? (line.IsErrorMessage ? Microsoft.Extensions.Logging.LogLevel.Error : null), text);
    }
}
