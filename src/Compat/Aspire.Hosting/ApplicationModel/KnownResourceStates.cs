namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states of a resource.</summary>
public static class KnownResourceStates
{
    /// <summary>Not started yet.</summary>
    public static readonly string NotStarted = "NotStarted";

    /// <summary>Waits for another resource.</summary>
    public static readonly string Waiting = "Waiting";

    /// <summary>Its process is being started.</summary>
    public static readonly string Starting = "Starting";

    /// <summary>Its process runs.</summary>
    public static readonly string Running = "Running";

    /// <summary>Its process has been asked to end.</summary>
    public static readonly string Stopping = "Stopping";

    /// <summary>Its process has ended: because it was stopped, or, unless it was, to be started again.</summary>
    public static readonly string Exited = "Exited";

    /// <summary>Its process has ended with its work done.</summary>
    public static readonly string Finished = "Finished";

    /// <summary>Its process could not be started, or ended again and again at its start: it is not tried again.</summary>
    public static readonly string FailedToStart = "FailedToStart";

    /// <summary>A value, which the configuration does not hold.</summary>
    public static readonly string ValueMissing = "ValueMissing";

    /// <summary>The states in which it has no process.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}

/// <summary>How states are shown.</summary>
public static class KnownResourceStateStyles
{
    /// <summary>As something that is wrong.</summary>
    public static readonly string Error = "error";
}

/// <summary>The commands that every resource with a process has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts it.</summary>
    public static readonly string StartCommand = "resource-start";

    /// <summary>Stops it.</summary>
    public static readonly string StopCommand = "resource-stop";

    /// <summary>Stops it if it runs, and starts it.</summary>
    public static readonly string RestartCommand = "resource-restart";
}
