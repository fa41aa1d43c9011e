using System.CommandLine;
using Grpc.Core;
using Regional.Bench.Measuring;
using Regional.ServiceDefaults.Identity;
using Regional.Wire.Feed.V1;

namespace Regional.Bench.Reading;

/// <summary>How fast a follower can read a log over gRPC, as a share of how fast its rows come out of the database.</summary>
internal static class Feed
{
    private const double AtLeast = 0.50;

    /// <summary>Who may read it.</summary>
    public static Caller Follower { get; } = new(Deployment.DevelopmentOin, CallerRole.Follower, "bench", "bench");

    public static Command Command() => BenchCommand.Of(
        "feed",
        "Replays the log of 1,000,000 signals over the feed of Signalering on a PostgreSQL of its own, against a reader of the same columns in pages of 1,000. The signals are pushed first. Asked for: 0.50.",
        Run);

    private static async Task Run(bool quick, CancellationToken cancellation)
    {
        await using var log = await FilledLog.Make(quick ? 100_000 : 1_000_000, cancellation);
        var client = new FeedService.FeedServiceClient(log.Service.As(Follower));
        Func<Task<Turn>> replay = () => Turn.Of(log.Events, () => [log.Service.Id, .. log.Engine.Processes], async () =>
        {
            foreach (var (region, head) in log.Heads)
            {
                await Replay(client, region, head, cancellation);
            }
        });
        // Both once without counting: code is compiled, and pages are read into memory.
        await replay();
        await log.ReadRows();
        var (ours, baseline) = (new Contender("ours", replay), new Contender("baseline", log.ReadRows));
        await Contender.TakeTurns(5, ours, baseline);
        Result.Print("feed", log.Engine.Version, AtLeast, ours, baseline, ("events", log.Events));
    }

    private static async Task Replay(FeedService.FeedServiceClient client, string region, long head, CancellationToken cancellation)
    {
        var read = 0L;
        using var call = client.ReadFeed(new() { Region = region }, cancellationToken: cancellation);
        await foreach (var page in call.ResponseStream.ReadAllAsync(cancellation))
        {
            read += page.Events.Count;
        }

        if (read != head)
        {
            throw new InvalidOperationException($"The feed of {region} gave {read} of {head} events.");
        }
    }
}
