using Microsoft.Extensions.Logging;

namespace Regional.AppHost.Development.StatusPage.Logs;

/// <summary>A line as it is shown.</summary>
/// <param name="Number">Its number in the log, from 1.</param>
/// <param name="Entry">The number of the line that began the entry which this one belongs to.</param>
/// <param name="Level">How grave the entry is; null where it does not say.</param>
/// <param name="Text">The line.</param>
public readonly record struct ShownLine(int Number, int Entry, LogLevel? Level, string Text)
{
    /// <summary>The names by which it is styled.</summary>
    public string Style => $"line{(Number == Entry ? " first" : "")}{Level switch
    {
        LogLevel.Debug => " debug",
        LogLevel.Warning => " warning",
        LogLevel.Error or LogLevel.Critical => " error",
        LogLevel.Information => " information",
        _ => "",
    }}";
}
