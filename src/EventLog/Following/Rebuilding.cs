using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.EventLog.Following;

/// <summary>Makes the facts of a log anew, from its first event, beside those that are served; compares the two, and serves the new ones.</summary>
internal sealed partial class Rebuilding(
    string service, IProjection projection, Database database, Cursors cursors, LogReading reading, Facts facts, TimeProvider clock, ILogger logger)
{
    // For a follower that works, or one that is about to notice that its log was restored.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Rebuilds the facts of one log.</summary>
    /// <param name="region">The log.</param>
    /// <param name="report">Learns after each page how far it is, and how far the log reaches.</param>
    /// <param name="cancellation">Gives up; what was served is still served.</param>
    /// <returns>In what the facts that were served until now differ from those that are served from now on.</returns>
    /// <exception cref="RefusedException">It cannot be done now; what was served is still served.</exception>
    public async Task<Difference> Run(string region, Func<long, long, Task> report, CancellationToken cancellation)
    {
        if (projection.Facts.Count == 0)
        {
            throw new RefusedException(Refused.NothingToRebuild(service));
        }

        await using var lead = await database.Lead($"rebuild {service} {region}", clock) ?? throw new RefusedException(Refused.RebuildRunning(region));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lead.Lost);
        await RemoveUnserved(region);
        try
        {
            var difference = await Make(region, report, ending.Token);
            Rebuilt(service, region, difference.UpTo, difference.Missing, difference.Surplus);
            return difference;
        }
        catch (RpcException away) when (away.StatusCode == StatusCode.Unavailable)
        {
            throw new RefusedException(Refused.SourceAway(service));
        }
        finally
        {
            // The facts that were served, or those that were not finished. Without the lead they may be another's.
            if (!lead.Lost.IsCancellationRequested)
            {
                await RemoveUnserved(region);
            }
        }
    }

    private async Task<Difference> Make(string region, Func<long, long, Task> report, CancellationToken ending)
    {
        var served = await cursors.Serving(region);
        var made = await CatchUp(await cursors.Begin(region), report, ending);
        served = await cursors.Serving(region);
        var difference = await facts.Compare(served.Generation, made.Generation, Math.Min(served.Cursor.Position, made.Cursor.Position), ending);
        while (!await cursors.Serve(made))
        {
            await Task.Delay(Pause, clock, ending);
            made = await CatchUp(made, report, ending);
        }

        return difference;
    }

    private async Task<Place> CatchUp(Place made, Func<long, long, Task> report, CancellationToken ending)
    {
        try
        {
            return await reading.CatchUp(made, report, ending);
        }
        catch (PoisonEventException poison)
        {
            // The one that is served may stand still there too; then the new one is no worse.
            return (await cursors.Serving(made.Generation.Log)).Cursor.Position < poison.Position
                ? await cursors.At(made.Generation)
                : throw new RefusedException(Refused.PoisonEvent(made.Generation.Log, poison));
        }
    }

    private async Task RemoveUnserved(string region)
    {
        foreach (var generation in await cursors.Unserved(region))
        {
            if (await cursors.BeginToRemove(generation))
            {
                await facts.Remove(generation);
                await cursors.EndRemoving(generation);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "The facts of {Service}/{Region} were rebuilt and are served; up to {Position} there were {Missing} missing before and {Surplus} too many")]
    private partial void Rebuilt(string service, string region, long position, long missing, long surplus);

    private static class Refused
    {
        public static Refusal NothingToRebuild(string service) => new(
            StatusCode.FailedPrecondition, "NOTHING_TO_REBUILD", $"What this service makes of {service}'s events are no facts that could be made anew.");

        public static Refusal RebuildRunning(string region) => new(
            StatusCode.FailedPrecondition, "REBUILD_RUNNING", $"The facts of {region} are being rebuilt already; wait until that is done.")
        {
            Metadata = new Dictionary<string, string> { ["region"] = region },
        };

        public static Refusal SourceAway(string service) => new(
            StatusCode.Unavailable, "SOURCE_AWAY", $"{service}, whose log is read, cannot be reached. What was served is still served; try again when it is back.");

        public static Refusal PoisonEvent(string region, PoisonEventException poison) => new(
            StatusCode.FailedPrecondition,
            "POISON_EVENT",
            $"{poison.Message}. The facts of {region} that are served lie beyond it, so they are still served; run a program that understands it.")
        {
            Metadata = new Dictionary<string, string> { ["region"] = region, ["position"] = $"{poison.Position}" },
        };
    }
}
