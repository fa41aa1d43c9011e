using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Regional.AppHost.Development.StatusPage.Logs;

/// <summary>Tells from the text of a line how grave it is.</summary>
internal static partial class LogText
{
    /// <summary>The level that a line names; null where it names none.</summary>
    /// <remarks>
    /// <code>
    /// warn: Regional.EventLog.Follower[3]          the console of .NET
    /// 2026-01-31 12:00:00.000 CET [312] FATAL:  …   PostgreSQL
    /// 2026-01-31 12:00:00.000 [warning] &lt;0.1.0&gt; …   RabbitMQ
    /// Unhandled exception. System.InvalidOperationException: …
    /// </code>
    /// </remarks>
    public static LogLevel? LevelOf(string line)
    {
        if (line.StartsWith("Unhandled exception. ", StringComparison.Ordinal))
        {
            return LogLevel.Critical;
        }

        var match = Named().Match(line);
        return match.Success ? LevelOf(match) : null;
    }

    /// <summary>Whether a line belongs to the entry before it: the console of .NET indents what follows a first line.</summary>
    public static bool IsContinued(string line) => line.Length > 0 && char.IsWhiteSpace(line[0]);

    /// <summary>A line without the codes by which a program colours a terminal.</summary>
    public static string WithoutColour(string line) => line.Contains('\e') ? Escape().Replace(line, "") : line;

    private static LogLevel LevelOf(Match match) => match.Groups["level"].Value switch
    {
        "trce" or "dbug" or "debug" or "DEBUG" => LogLevel.Debug,
        "warn" or "warning" or "WARNING" => LogLevel.Warning,
        "fail" or "error" or "ERROR" => LogLevel.Error,
        "crit" or "critical" or "FATAL" or "PANIC" => LogLevel.Critical,
        _ => LogLevel.Information,
    };

    [GeneratedRegex(@"^(?:(?<level>trce|dbug|info|warn|fail|crit): |[\d-]{10} [\d:.+-]+ (?:\w+ \[\d+\] (?:\S+ )?(?<level>DEBUG|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): |\[(?<level>debug|info|notice|warning|error|critical)\] ))")]
    private static partial Regex Named();

    [GeneratedRegex(@"\e\[[0-9;]*[A-Za-z]")]
    private static partial Regex Escape();
}
