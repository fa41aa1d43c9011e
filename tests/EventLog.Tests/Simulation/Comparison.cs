using System.Text;
using Google.Protobuf;
using Regional.EventLog.Chain;
using Regional.EventLog.Erasing;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>Holds a log against the book.</summary>
internal static class Comparison
{
    /// <summary>The feed gives what the book says: every position, and nothing of what was erased.</summary>
    public static async Task Of(FeedReader feed, Book book)
    {
        foreach (var (region, log) in book.Logs)
        {
            var events = new List<Event>();
            await foreach (var page in feed.Read(region, new(), CancellationToken.None))
            {
                events.AddRange(page.Events);
                Assert.Equal(log.Entries.Count, page.HeadPosition);
            }

            Assert.Equal(Enumerable.Range(1, log.Entries.Count).Select(position => (long)position), events.Select(e => e.Sequence));
            Assert.Equal(log.Entries.Select(TextOf), events.Select(TextOf));
        }
    }

    /// <summary>The chain holds, to the last event that the book has.</summary>
    public static async Task OfChain(Database database, Book book)
    {
        await using var connection = await database.OpenReader();
        await foreach (var verdict in new LogVerifier(connection).Verify(new HashSet<ByteString>(), new Unheard(), CancellationToken.None))
        {
            Assert.True(verdict.Break is null, $"the chain of {verdict.Region} is broken: {verdict.Break}");
            Assert.Equal(book.Logs[verdict.Region].Entries.Count, verdict.Events);
        }
    }

    private static string TextOf(Entry entry) => entry switch
    {
        { Erases: { } positions } => $"erases {string.Join(' ', positions)}",
        { ErasedAt: > 0 } => "erased",
        _ => $"{entry.Subject} {entry.Text}",
    };

    private static string TextOf(Event happened) => happened switch
    {
        { Erased: true } => $"erased{happened.Subject}{happened.Data.ToStringUtf8()}",
        _ when ErasureEvent.Read(LogProcess.Service, happened) is { } erasure => $"erases {string.Join(' ', erasure.Positions)}",
        _ => $"{happened.Subject} {Encoding.UTF8.GetString(happened.Data.Span)}",
    };

    private sealed class Unheard : IProgress<LogProgress>
    {
        public void Report(LogProgress value)
        {
        }
    }
}
