namespace Regional.ServiceDefaults.Refusals;

/// <summary>Prints a fault at start as one line instead of a stack trace.</summary>
public static class StartupFaults
{
    /// <summary>From here on an unhandled <see cref="StartupFaultException"/> prints its message on standard error and ends the process with exit code 1.</summary>
    public static void PrintAsOneLine() => AppDomain.CurrentDomain.UnhandledException += static (_, fault) =>
    {
        for (var exception = fault.ExceptionObject as Exception; exception is not null; exception = exception.InnerException)
        {
            if (exception is StartupFaultException)
            {
                Console.Error.WriteLine(exception.Message);
                Environment.Exit(1);
            }
        }
    };
}
