using Grpc.Core;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Identity;
using Regional.Territory;
using Regional.Wire.Feed.V1;

namespace Regional.Faults.Tests;

/// <summary>Followers that take a page and then leave the rest lying.</summary>
public sealed class A_reader_that_is_slow(PostgreSqlFixture postgreSql)
{
    private const int Streams = 10;
    private const long MegaByte = 1_000_000;

    /// <summary>F22.</summary>
    [Fact]
    public async Task costs_the_service_little_memory_and_gets_every_event_in_the_end()
    {
        var signals = 40_000.Or(8_000);
        await using var storing = await StoringService.Start(await new Store(postgreSql).NewDatabase());
        await new Pusher(storing, "before", Enumerable.Range(0, signals)).Push();
        using var follower = GrpcChannel.ForAddress(storing.Address);
        var open = Feed(storing, follower);
        Assert.Equal(signals, await ReadOn(open())); // what the first reading takes for good is not counted
        var before = Memory(storing);

        var streams = Enumerable.Range(0, Streams).Select(_ => open()).ToList();
        foreach (var stream in streams)
        {
            Assert.True(await stream.ResponseStream.MoveNext(Limit.Token));
        }

        var most = 0L;
        await new Pusher(storing, "meanwhile", Enumerable.Range(signals, 1_000)).Push();
        for (var second = 0; second < 300.Or(5); second++)
        {
            most = Math.Max(most, Memory(storing));
            await Task.Delay(TimeSpan.FromSeconds(1), Limit.Token);
        }

        Assert.InRange(most - before, long.MinValue, Streams * 2.Or(20) * MegaByte);
        foreach (var stream in streams)
        {
            Assert.Equal(signals, await ReadOn(stream));
        }
    }

    /// <summary>F22: who stores gets 0.98 of what it gets without them. In turns, so that both meet the same machine.</summary>
    [Fact]
    public async Task slows_nobody_down_who_stores()
    {
        Soak.Only();
        var turn = TimeSpan.FromSeconds(10);
        await using var storing = await StoringService.Start(await new Store(postgreSql).NewDatabase());
        await new Pusher(storing, "before", Enumerable.Range(900_000_000, 8_000)).Push();
        using var follower = GrpcChannel.ForAddress(storing.Address);
        var open = Feed(storing, follower);
        await using var senders = Senders.To(storing, 32);
        await senders.Acknowledge(10_000);

        var (without, with) = (0, 0);
        for (var round = 0; round < 16; round++)
        {
            without += await senders.Within(turn);
            var streams = Enumerable.Range(0, Streams).Select(_ => open()).ToList();
            foreach (var stream in streams)
            {
                Assert.True(await stream.ResponseStream.MoveNext(Limit.Token));
            }

            with += await senders.Within(turn);
            streams.ForEach(stream => stream.Dispose());
        }

        Assert.True(with >= 0.98 * without, $"{with:N0} with slow readers, {without:N0} without.");
        TestContext.Current.SendDiagnosticMessage($"F22: {with:N0} with slow readers, {without:N0} without");
    }

    private static Func<AsyncServerStreamingCall<FeedPage>> Feed(StoringService storing, GrpcChannel channel)
    {
        var token = DevelopmentTokens.Open(Path.Combine(storing.Folder, "development"), TimeProvider.System)
            .Issue(new(WrittenValues.Parse<Oin>("00000099000000000000"), CallerRole.Follower, "test", "test"), TimeSpan.FromHours(1));
        var client = new FeedService.FeedServiceClient(channel);
        return () => client.ReadFeed(new() { Region = "VO2201" }, new Metadata { { "authorization", $"Bearer {token}" } }, cancellationToken: TestContext.Current.CancellationToken);
    }

    private static async Task<long> ReadOn(AsyncServerStreamingCall<FeedPage> stream)
    {
        using (stream)
        {
            var position = 0L;
            while (await stream.ResponseStream.MoveNext(Limit.Token))
            {
                position = stream.ResponseStream.Current.Cursor.Position;
            }

            return position;
        }
    }

    // Of anonymous pages only: files that are mapped, or cached, are not the service's own.
    private static long Memory(StoringService service) => 1_024 * long.Parse(
        File.ReadLines($"/proc/{service.Process.Id}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null);
}
