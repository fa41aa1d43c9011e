namespace Regional.EventLog.Tests.Simulation;

/// <summary>A life of a log, its follower and the bell between them, as a seed draws it: what people do, in any order, and what dies, in any moment.</summary>
/// <remarks>The code is the product's; made up are time, the wire, the thread and death. The same seed gives the same life.</remarks>
internal sealed class Life
{
    /// <summary>An amount that older programs do not understand.</summary>
    public const int NewKind = 7;

    private const int Steps = 100;
    private const int MostRounds = 100;
    private const int MostPages = 1_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Random _random;
    private readonly VirtualTime _clock = new();
    private readonly string _folder;
    private readonly List<string> _story = [];
    private readonly LogSide _log;
    private readonly FollowerSide _follower;
    private readonly IReadOnlyList<(string Name, int Weight, Func<bool> Can, Action Happen)> _deeds;

    public Life(int seed, Template template)
    {
        _random = new(seed);
        var thread = new OneThread();
        _folder = template.Folder($"{seed}-{Guid.NewGuid():N}");
        _log = new(template, _folder, _random, _clock, thread);
        _follower = new(template, _folder, _random, _clock, thread, _log);
        _deeds =
        [
            ("push", 14, () => IsUp, _log.Push),
            ("commit", 20, () => IsUp && _log.HasWaiting, _log.Commit),
            ("erase", 4, () => IsUp, _log.Erase),
            ("log: dies soon", 3, () => IsUp, () => _log.DieSoonPerhaps(oneIn: 1, most: 4)),
            ("log: killed", 1, () => IsUp, _log.Kill),
            ("log: starts", 20, () => !IsUp, _log.Start),
            ("log: backup", 2, () => IsUp, _log.Backup),
            ("log: restore", 1, () => _log.HasBackup, _log.Restore),
            ("page", 40, () => IsRead, _follower.Deliver),
            ("page lost", 2, () => IsRead, _follower.Break),
            ("ring", 10, () => Follows && _log.Rings.Count > 0, Ring),
            ("ring lost", 5, () => _log.Rings.Count > 0, () => _log.Rings.RemoveAt(_random.Next(_log.Rings.Count))),
            ("time", 16, () => Follows, () => _follower.Wait(thread => _clock.Tick(LongestPause, thread))),
            ("a moment", 5, () => Follows, () => _follower.Wait(thread => _clock.Advance(TimeSpan.FromMilliseconds(_random.Next(2_000)), thread))),
            ("follower: dies soon", 3, () => Follows, _follower.DieSoon),
            ("follower: killed", 1, () => Follows, _follower.Kill),
            ("follower: starts", 20, () => !Follows, _follower.Start),
            ("follower: rebuild", 3, () => Follows && _follower.Running!.Rebuilds is null, () => _follower.Rebuild(Regions[_random.Next(Regions.Count)])),
            ("follower: backup", 1, () => Follows, _follower.Backup),
            ("follower: restore", 1, () => _follower.HasBackup, _follower.Restore),
            ("follower: begins anew", 2, () => _follower.Stopped.Count > 0, _follower.BeginAnew),
        ];
    }

    public static IReadOnlyList<string> Regions { get; } = ["PO3008", "VO2201"];

    /// <summary>What happened so far.</summary>
    public IReadOnlyList<string> Story => _story;

    private bool IsUp => _log.Running is not null;

    private bool Follows => _follower.Running is not null;

    private bool IsRead => Follows && _follower.Running!.Wire.Waiting.Count > 0;

    /// <summary>Lives it; throws where something is not as it must be.</summary>
    public void Run()
    {
        try
        {
            _log.Start();
            _follower.Start();
            for (var step = 0; step < Steps; step++)
            {
                Happen();
                _follower.Check();
            }

            ComeToRest();
            EndAlike();
            HearAndLook();
            RebuildAlike();
        }
        finally
        {
            _follower.Kill();
            _log.Running?.Database.Dispose();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private void Happen()
    {
        var possible = _deeds.Where(deed => deed.Can()).ToList();
        var drawn = _random.Next(possible.Sum(deed => deed.Weight));
        var deed = possible.First(deed => (drawn -= deed.Weight) < 0);
        deed.Happen();
        Tell(deed.Name);
    }

    private void Tell(string deed) => _story.Add(
        $"{_clock.GetUtcNow():mm:ss.fff} {deed}: log {(IsUp ? "up" : "down")} at {string.Join(' ', _log.Book.Logs.Select(log => $"{log.Key}/{log.Value.Entries.Count}"))}, " +
        $"follower {(Follows ? "up" : "down")} at {string.Join(' ', _follower.Served.OrderBy(place => place.Region).Select(place => $"{place.Region}/{place.Position}{(place.StoppedAt is null ? "" : " stopped")}"))}");

    // Late, early, and some of them twice.
    private void Ring()
    {
        var ring = _log.Rings[_random.Next(_log.Rings.Count)];
        if (_random.Next(4) > 0)
        {
            _log.Rings.Remove(ring);
        }

        _follower.Hear(ring);
    }

    // Nothing dies any more, everything is sent until it is answered, and nobody rings.
    private void ComeToRest()
    {
        _log.Running?.Database.DieAt(int.MaxValue, isCommitted: false);
        while (!IsUp)
        {
            _log.Start();
        }

        _log.Running!.Database.DieAt(int.MaxValue, isCommitted: false);
        for (var round = 0; _log.HasOpen || _log.HasWaiting; round++)
        {
            Assert.True(round < MostRounds, "Orders are sent again and again, and never answered.");
            _log.PushOpen();
            while (_log.HasWaiting)
            {
                _log.Commit();
            }
        }

        _log.Rings.Clear();
        _log.Verify();
        _follower.StartNewest();
        Tell("comes to rest");
    }

    // Everyone is at the head, or stopped with good reason; then a rebuild helps.
    private void EndAlike()
    {
        ReadUntil(() => _log.Book.Logs.Keys.All(region => _follower.Served.Any(place => place.Region == region && IsAtHead(place))));
        foreach (var place in _follower.Served.Where(place => !IsAtHead(place)).ToList())
        {
            Assert.True(place.StoppedAt is not null && !_follower.IsProven(place), $"{place} goes no further, though the log stands to {HeadOf(place.Region)}");
            Rebuild(place.Region);
            ReadUntil(() => false); // its follower looks again when its pause is over
        }

        AllAtHead("after the end");
        Tell("ends");
    }

    // A ring wakes at once; without one the follower looks in time.
    private void HearAndLook()
    {
        foreach (var region in Regions)
        {
            _log.Rings.Clear();
            _log.PostNow(region);
            foreach (var ring in _log.Rings)
            {
                _follower.Hear(ring);
            }

            ReadNow();
            AllAtHead("after a ring");
            _log.PostNow(region);
            _follower.Wait(thread => _clock.Advance(Interval, thread));
            ReadNow();
            AllAtHead("after five seconds without a ring");
        }
    }

    private void RebuildAlike()
    {
        foreach (var region in Regions)
        {
            Rebuild(region);
            Assert.True(_follower.Running!.Found is { Missing: 0, Surplus: 0 }, $"a rebuild of {region} found {_follower.Running!.Found}");
        }

        AllAtHead("after a rebuild");
    }

    private void AllAtHead(string when)
    {
        _follower.Check();
        Assert.All(_follower.Served, place => Assert.True(IsAtHead(place), $"{when}: {place}, and the log goes to {HeadOf(place.Region)}"));
        Assert.Equal(_log.Book.Logs.Keys, _follower.Served.Where(place => _log.Book.Logs.ContainsKey(place.Region)).Select(place => place.Region).Order(StringComparer.Ordinal));
    }

    private bool IsAtHead(ServedPlace place) => place.StoppedAt is null && place.Position == HeadOf(place.Region);

    // Nothing may have come for a log yet.
    private int HeadOf(string region) => _log.Book.Logs.GetValueOrDefault(region)?.Entries.Count ?? 0;

    private void Rebuild(string region)
    {
        _follower.Rebuild(region);
        ReadUntil(() => _follower.Running!.Rebuilds is null);
    }

    // As long as it takes after a fault, and no longer.
    private void ReadUntil(Func<bool> isDone)
    {
        var end = _clock.GetUtcNow() + (2 * LongestPause);
        for (ReadNow(); !isDone() && _clock.GetUtcNow() < end; ReadNow())
        {
            _follower.Wait(thread => _clock.Tick(end - _clock.GetUtcNow(), thread));
        }
    }

    private void ReadNow()
    {
        for (var page = 0; IsRead; page++)
        {
            Assert.True(page < MostPages, "The follower reads on and on, and time stands still.");
            _follower.Deliver();
        }
    }
}
