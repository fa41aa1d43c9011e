using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Regional.Wire.Feed.V1;

namespace Regional.Indicators.Tests.Hosting;

/// <summary>A log over real gRPC, in the place of Signalering's.</summary>
internal sealed class FakeFeed : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeFeed(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    public Log this[string region] => _app.Services.GetRequiredService<Logs>()[region];

    public static async Task<FakeFeed> Start()
    {
        // Empty, because any other reads the settings of the service under test.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Logs>();
        var app = builder.Build();
        app.MapGrpcService<Api>();
        await app.StartAsync();
        return new FakeFeed(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal sealed class Logs
    {
        private readonly ConcurrentDictionary<string, Log> _logs = new();

        public Log this[string region] => _logs.GetOrAdd(region, r => new Log(r));
    }

    internal sealed class Api(Logs logs) : FeedService.FeedServiceBase
    {
        public override async Task ReadFeed(ReadFeedRequest request, IServerStreamWriter<FeedPage> responseStream, ServerCallContext context)
        {
            foreach (var page in logs[request.Region].Read(request.Cursor))
            {
                await responseStream.WriteAsync(page, context.CancellationToken);
            }
        }
    }
}

/// <summary>The log of one region, which tells how far its reader is.</summary>
internal sealed class Log(string region)
{
    /// <summary>What the clock of the log's service says.</summary>
    public static readonly DateTimeOffset Now = new(2025, 5, 14, 9, 59, 58, TimeSpan.Zero);

    public string Region => region;

    private readonly Lock _lock = new();
    private readonly List<Event> _events = [];
    private readonly List<Cursor> _asked = [];
    private readonly List<(Func<IReadOnlyList<Cursor>, bool> IsMet, TaskCompletionSource Met)> _waiting = [];

    /// <summary>The cursors with which the log was read, in order.</summary>
    public IReadOnlyList<Cursor> Asked
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked];
            }
        }
    }

    /// <summary>What is answered instead of the pages that the cursor asks for; null for the true answer.</summary>
    public Func<Cursor, IEnumerable<FeedPage>>? AnswerInstead { get; set; }

    public void Append(string type, string subject, ByteString body, bool erased = false)
    {
        lock (_lock)
        {
            var happened = EventAt(_events.Count + 1, type, subject, body);
            happened.Erased = erased;
            _events.Add(happened);
        }
    }

    public Event EventAt(long position, string type, string subject, ByteString body) =>
        new() { Id = $"{region}/{position}", Sequence = position, Type = type, Subject = subject, Time = new Timestamp(), Data = body };

    /// <summary>Waits until the reader has stored all events that there are now: it asks for what follows them.</summary>
    public Task WaitUntilRead()
    {
        lock (_lock)
        {
            var head = _events.Count;
            return WaitUntil(asked => asked.Count > 0 && asked[^1].Position >= head);
        }
    }

    /// <summary>Waits until the reader has done with what it was given: it has asked twice more.</summary>
    public Task WaitUntilAskedTwice()
    {
        var asked = Asked.Count;
        return WaitUntil(now => now.Count >= asked + 2);
    }

    /// <summary>Waits until what was asked so far, and is asked from now on, meets a condition.</summary>
    public Task WaitUntil(Func<IReadOnlyList<Cursor>, bool> isMet)
    {
        lock (_lock)
        {
            if (isMet(_asked))
            {
                return Task.CompletedTask;
            }

            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((isMet, met));
            return met.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        }
    }

    internal IReadOnlyList<FeedPage> Read(Cursor cursor)
    {
        lock (_lock)
        {
            _asked.Add(cursor);
            foreach (var (_, met) in _waiting.Where(w => w.IsMet(_asked)))
            {
                met.TrySetResult();
            }

            return [.. AnswerInstead?.Invoke(cursor) ?? Pages(cursor)];
        }
    }

    // Small pages, so that a few events make several.
    private IEnumerable<FeedPage> Pages(Cursor cursor)
    {
        var after = (int)cursor.Position;
        var pages = _events.Skip(after).Chunk(3).Select(events => new FeedPage
        {
            Events = { events },
            Cursor = new Cursor { Epoch = 1, Position = events[^1].Sequence },
            HeadPosition = _events.Count,
            ReadTime = Timestamp.FromDateTimeOffset(Now),
        });
        return pages.DefaultIfEmpty(new FeedPage { Cursor = new Cursor { Epoch = 1, Position = after }, HeadPosition = _events.Count, ReadTime = Timestamp.FromDateTimeOffset(Now) });
    }
}
