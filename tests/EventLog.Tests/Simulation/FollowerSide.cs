using Regional.EventLog.Bell;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>The service that follows, and its operator. Whatever is done to it, what it serves is a fold over the log.</summary>
internal sealed class FollowerSide(Template template, string folder, Random random, VirtualTime clock, OneThread thread, LogSide log)
{
    private readonly List<string> _wrongs = [];
    private Auditor _auditor = new();
    private (string File, Auditor Auditor)? _backup;
    private bool _isNewer;
    private int _files;
    private string _file = "";

    public FollowingProcess? Running { get; private set; }

    public bool HasBackup => _backup is not null;

    /// <summary>The logs whose follower stands still.</summary>
    public IReadOnlyList<string> Stopped => [.. Served.Where(place => place.StoppedAt is not null).Select(place => place.Region)];

    public IReadOnlyList<ServedPlace> Served => _auditor.Served;

    /// <inheritdoc cref="Auditor.IsProven"/>
    public bool IsProven(ServedPlace place) => _auditor.IsProven(place, log.Book);

    public void Start()
    {
        if (_files == 0)
        {
            _file = Copy(template.Follower);
        }

        _isNewer |= random.Next(3) == 0;
        Running = new(_file, _isNewer, () => log.Running, clock, thread, _wrongs.Add);
        var database = Running.Database;
        database.Committed = () => Look(database);
        Running.Start();
        BuryTheDead();
    }

    /// <summary>Starts it with a program that understands all there is.</summary>
    public void StartNewest()
    {
        _isNewer = true;
        Kill();
        Start();
    }

    public void Kill()
    {
        Running?.Die();
        Running = null;
    }

    public void DieSoon() => Running!.Database.DieAt(random.Next(1, 5), random.Next(2) == 0);

    public void Deliver()
    {
        var waiting = Running!.Wire.Waiting;
        thread.Let(waiting[random.Next(waiting.Count)].Deliver);
        BuryTheDead();
    }

    public void Break()
    {
        var waiting = Running!.Wire.Waiting;
        thread.Let(waiting[random.Next(waiting.Count)].Break);
        BuryTheDead();
    }

    public void Hear(LogGrown ring)
    {
        Running!.Hear(ring);
        BuryTheDead();
    }

    public void Rebuild(string region)
    {
        Running!.Rebuild(region);
        BuryTheDead();
    }

    /// <summary>Time goes on, and those who wait for it.</summary>
    public void Wait(Action<OneThread> advance)
    {
        advance(thread);
        BuryTheDead();
    }

    public void Backup()
    {
        thread.Run(async () => Assert.True(await Running!.Database.Purge()), () => false);
        _backup = (Copy(_file), _auditor.Copy());
    }

    public void Restore()
    {
        Kill();
        (_file, _auditor) = (Copy(_backup!.Value.File), _backup.Value.Auditor.Copy());
        Start();
    }

    /// <summary>Its data are taken away; it reads all again.</summary>
    public void BeginAnew()
    {
        Kill();
        (_file, _auditor) = (Copy(template.Follower), new());
        Start();
    }

    public void Check()
    {
        Assert.True(_wrongs.Count == 0, _wrongs.FirstOrDefault());
    }

    private void Look(MortalDatabase database)
    {
        try
        {
            using var connection = database.OpenReader().GetAwaiter().GetResult();
            _auditor.Look(connection, log.Book);
        }
        catch (Exception wrong)
        {
            // Told here it would only be tried again.
            _wrongs.Add(wrong.ToString());
        }
    }

    private void BuryTheDead()
    {
        if (Running is { Database.IsDead: true })
        {
            Kill();
        }
    }

    private string Copy(string file)
    {
        var copy = Path.Combine(folder, $"follower-{++_files}.db");
        File.Copy(file, copy);
        return copy;
    }
}
