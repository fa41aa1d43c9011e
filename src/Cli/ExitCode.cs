namespace Regional.Cli;

/// <summary>What the shell gets to see.</summary>
internal enum ExitCode
{
    /// <summary>All of it was done.</summary>
    Done = 0,

    /// <summary>It could not be done: no connection, a refused call, a file that cannot be read or written. An audit that finds a cell exact ends so too, and a log that is broken.</summary>
    NotDone = 1,

    /// <summary>The command line asks for what does not exist.</summary>
    WrongUsage = 2,

    /// <summary>It was done, but for items that were rejected or lines that were broken.</summary>
    DoneInPart = 3,

    /// <summary>Ctrl-C came before it was done; the shell's own number for that.</summary>
    Stopped = 130,
}

/// <summary>Why a command stops, as the one line that its user reads.</summary>
internal sealed class CliFault(ExitCode exitCode, string message) : Exception(message)
{
    public ExitCode ExitCode { get; } = exitCode;

    /// <summary>The command line is at fault; the message names the option and what to do.</summary>
    public static CliFault Usage(string message) => new(ExitCode.WrongUsage, message);

    /// <summary>Nobody is at fault: the user wanted it to stop.</summary>
    public static CliFault Stopped() => new(ExitCode.Stopped, "Stopped.");

    /// <summary>The world is at fault.</summary>
    public static CliFault NotDone(string message) => new(ExitCode.NotDone, message);
}
