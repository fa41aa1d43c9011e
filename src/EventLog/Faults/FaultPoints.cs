using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog.Faults;

/// <summary>Lets the process die at one moment of a commit, so that tests see what comes of it; in Development only.</summary>
/// <remarks><c>Faults:DieAt</c> is the moment, like <c>after-insert</c>; <c>Faults:Pass</c> tells how often it has to come by, once where it is absent.</remarks>
public sealed class FaultPoints
{
    private readonly FaultPoint _dieAt;
    private int _passes;

    private FaultPoints(FaultPoint dieAt, int passes) => (_dieAt, _passes) = (dieAt, passes);

    /// <summary>No fault.</summary>
    public static FaultPoints None { get; } = new(default, 0);

    /// <summary>Reads the configuration.</summary>
    /// <exception cref="StartupFaultException">A fault is asked for outside Development, or one that there is not.</exception>
    public static FaultPoints Read(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Faults:DieAt"] is not { } written)
        {
            return None;
        }

        if (!environment.IsDevelopment())
        {
            throw new StartupFaultException($"Faults:DieAt is set in {environment.EnvironmentName}: it kills the service, for tests. Remove it.");
        }

        if (!int.TryParse(configuration["Faults:Pass"] ?? "1", out var passes) || passes < 1)
        {
            throw new StartupFaultException($"Faults:Pass: '{configuration["Faults:Pass"]}' is no number from 1 on.");
        }

        var points = Enum.GetValues<FaultPoint>().ToDictionary(point => JsonNamingPolicy.KebabCaseLower.ConvertName(point.ToString()));
        return points.TryGetValue(written, out var dieAt)
            ? new(dieAt, passes)
            : throw new StartupFaultException($"Faults:DieAt: there is no moment '{written}'. Take one of {string.Join(", ", points.Keys)}.");
    }

    /// <summary>Dies where this is the moment: without an exception, a flush or a word, as by SIGKILL.</summary>
    internal void Pass(FaultPoint point)
    {
        if (point == _dieAt && Interlocked.Decrement(ref _passes) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
        }
    }
}
