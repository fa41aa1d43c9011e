using Microsoft.Extensions.Logging;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>Prints a fault at start as one line instead of a stack trace.</summary>
public static class StartupFaults
{
    /// <summary>The exit code that says that a new try would end the same way: <c>EX_CONFIG</c> of <c>sysexits.h</c>.</summary>
    public const int ExitCode = 78;

    /// <summary>The exit code that says that a new try may end otherwise: <c>EX_TEMPFAIL</c> of <c>sysexits.h</c>.</summary>
    public const int TryAgainExitCode = 75;

    /// <summary>From here on an unhandled <see cref="StartupFaultException"/> prints its message on standard error and ends the process with its exit code;
    /// a <see cref="StartupDoneException"/> prints it on standard output and ends with 0.</summary>
    /// <param name="logging">The host's log, which says nothing of it beside that line.</param>
    public static void PrintAsOneLine(ILoggingBuilder logging)
    {
        var isFaulty = false;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => isFaulty |= thrown.Exception is StartupFaultException or StartupDoneException;
        // The host logs a failed start with its stack trace, and throws it all the same.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && !isFaulty);
        AppDomain.CurrentDomain.UnhandledException += static (_, fault) =>
        {
            for (var exception = fault.ExceptionObject as Exception; exception is not null; exception = exception.InnerException)
            {
                if (exception is StartupDoneException)
                {
                    Console.Out.WriteLine(exception.Message);
                    Environment.Exit(0);
                }

                if (exception is StartupFaultException stopped)
                {
                    Console.Error.WriteLine(exception.Message);
                    Environment.Exit(stopped.ExitCode);
                }
            }
        };
    }
}
