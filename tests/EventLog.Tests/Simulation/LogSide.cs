using Dapper;
using Microsoft.Data.Sqlite;
using Regional.EventLog.Bell;
using Regional.Subjects;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>The service with its log, those who send it orders, and its operator. Whatever is done to it, the log must be what the book says.</summary>
internal sealed class LogSide(Template template, string folder, Random random, VirtualTime clock, OneThread thread)
{
    private const int Persons = 5;
    private const int LargestGroup = 6;

    private readonly int _pageSize = random.Next(1, 8);
    private readonly Dictionary<Guid, Order> _sent = [];
    private readonly Dictionary<Guid, string> _acknowledged = [];
    private readonly List<Order> _open = [];
    private readonly List<(string Region, SubjectId Subject)> _erased = [];
    private int _files;
    private string _file = template.Log;
    private (string File, Book Book)? _backup;

    public LogProcess? Running { get; private set; }

    public Book Book { get; private set; } = new();

    /// <summary>Rings on their way.</summary>
    public List<LogGrown> Rings { get; } = [];

    public bool HasWaiting => Running?.Waiting.Count > 0;

    public bool HasBackup => _backup is not null;

    public bool HasOpen => _open.Count > 0;

    private string ListFile => Path.Combine(folder, "erasures.ndjson");

    private IReadOnlyList<SubjectId> ErasedSubjects => [.. _erased.Select(each => each.Subject)];

    /// <summary>Starts it; it may die on the way.</summary>
    public void Start()
    {
        _file = _files == 0 ? Copy(template.Log) : _file;
        var service = Running = new(_file, ListFile, template, clock, _pageSize);
        DieSoonPerhaps(oneIn: 10, most: 4);
        var isUp = Run(service.Start);
        CarryOut(isUp);
        Check();
    }

    public void Kill()
    {
        Running!.Database.Die();
        Running = null;
    }

    /// <summary>Lets it die at one of its next transactions, perhaps.</summary>
    public void DieSoonPerhaps(int oneIn, int most)
    {
        if (random.Next(oneIn) == 0)
        {
            Running!.Database.DieAt(random.Next(1, most + 1), random.Next(2) == 0);
        }
    }

    /// <summary>Somebody sends orders: new ones, those that were not answered, and now and then one again that was, or another under its id.</summary>
    public void Push()
    {
        var orders = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(10) switch
        {
            < 6 => New(),
            < 8 when _open.Count > 0 => _open[random.Next(_open.Count)],
            < 9 when _sent.Count > 0 => _sent.Values.ElementAt(random.Next(_sent.Count)),
            _ when _sent.Count > 0 => New() with { Id = _sent.Keys.ElementAt(random.Next(_sent.Count)) },
            _ => New(),
        }).ToList();
        Push(orders);
    }

    /// <summary>One new order in a log, settled at once.</summary>
    public void PostNow(string region)
    {
        var order = Enumerable.Range(0, Persons).Select(person => new Order(NewId(), Life.Regions[person % Life.Regions.Count], person, 1)).First(order => order.Region == region);
        Remember(order);
        Push([order]);
        Commit(region, int.MaxValue);
    }

    /// <summary>Sends all that was not answered.</summary>
    public void PushOpen() => Push([.. _open]);

    /// <summary>Settles what waits for one of the logs, or a part of it.</summary>
    public void Commit() => Commit(Running!.Waiting[0].Order.Region, random.Next(1, LargestGroup + 1));

    /// <summary>Somebody is to be erased.</summary>
    public void Erase()
    {
        var service = Running!;
        var person = random.Next(Persons);
        SubjectId? known = null;
        if (!Run(async () => known = await service.Find(person)) || known is not { } subject)
        {
            return;
        }

        _erased.Add((Life.Regions[person % Life.Regions.Count], subject));
        var isDone = Run(() => service.Erase(subject, _erased[^1].Region));
        if (!isDone && !IsBegun() && IsNotOrdered())
        {
            _erased.RemoveAt(_erased.Count - 1);
        }

        CarryOut(isDone);
        Ring();
        Check();
    }

    // Without a log there are the pseudonyms alone.
    private bool IsBegun() => LogsUpTo(_erased.Count) > 0 || Count("select count(*) from erasures where entries = @entries", _erased.Count) > 0;

    // It died before it wrote the order down, or perhaps while it did.
    private bool IsNotOrdered()
    {
        // A line that an earlier death cut off is none.
        if (!File.Exists(ListFile) || File.ReadAllText(ListFile).Count(c => c == '\n') < _erased.Count)
        {
            return true;
        }

        var isCutOff = random.Next(2) == 0;
        if (isCutOff)
        {
            using var list = new FileStream(ListFile, FileMode.Open);
            list.SetLength(list.Length - random.Next(1, 40));
        }

        return isCutOff;
    }

    // All of it, or so much as a process came to that died.
    private void CarryOut(bool isWhole) => Book.CarryOut(
        _erased, isWhole ? int.MaxValue : LogsUpTo(_erased.Count) - Book.Logs.Values.Count(log => log.Done == _erased.Count), clock.GetUtcNow());

    private int LogsUpTo(int entries) => Count("select count(*) from logs where erasures = @entries", entries);

    private int Count(string sql, int entries)
    {
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        return database.ExecuteScalar<int>(sql, new { entries });
    }

    public void Backup()
    {
        var service = Running!;
        Assert.True(Run(async () => Assert.True(await service.Database.Purge())));
        _backup = (Copy(_file), Book.Copy());
    }

    /// <summary>Puts the backup in the place of the database, as the operations say; the list of erasures stays.</summary>
    public void Restore()
    {
        var (file, book) = _backup!.Value;
        if (Running is not null)
        {
            Kill();
        }

        (_file, Book) = (Copy(file), book.Copy());
        thread.Run(() => new LogPlace(_file, LogProcess.Service).Restored(), () => false);
        foreach (var lost in _acknowledged.Keys.Where(id => !Book.Knows(id)).ToList())
        {
            _acknowledged.Remove(lost);
            _open.Add(_sent[lost]);
        }

        Start();
    }

    /// <summary>The chain of the log holds, to the last event that the book has.</summary>
    public void Verify() => thread.Run(() => Comparison.OfChain(Running!.Database, Book), () => false);

    private void Push(IReadOnlyList<Order> orders)
    {
        var service = Running!;
        IReadOnlyList<Prepared> prepared = [];
        Run(async () => prepared = await service.Prepare(orders));
        Assert.All(prepared, item => Assert.DoesNotContain(item.Subject, ErasedSubjects));
    }

    private void Commit(string region, int most)
    {
        var service = Running!;
        var group = service.Waiting.Where(item => item.Order.Region == region).Take(most).ToList();
        group.ForEach(item => service.Waiting.Remove(item));
        var before = service.Database.Commits;
        IReadOnlyList<string> answers = [];
        if (Run(async () => answers = await service.Commit(region, group)))
        {
            Assert.Equal(Book.Commit(region, group, ErasedSubjects, clock.GetUtcNow()), answers);
            foreach (var (item, answer) in group.Zip(answers))
            {
                Acknowledge(item.Order, answer);
            }
        }
        else if (service.Database.Commits > before)
        {
            // Stored, and nobody knows.
            Book.Commit(region, group, ErasedSubjects, clock.GetUtcNow());
        }

        Ring();
        Check();
    }

    private void Acknowledge(Order order, string answer)
    {
        if (answer is "ERASED_MEANWHILE")
        {
            return; // to be sent once more
        }

        _open.RemoveAll(open => open.Id == order.Id && open == order);
        if (answer is "TOO_LITTLE" or "REQUEST_ERASED" or "REQUEST_ID_TAKEN")
        {
            return;
        }

        var (isRepeat, said) = answer.StartsWith("again ", StringComparison.Ordinal) ? (true, answer[6..]) : (false, answer);
        Assert.True(_acknowledged.TryAdd(order.Id, said) || (isRepeat && _acknowledged[order.Id] == said), $"{order} was answered with {answer}, and before with {_acknowledged[order.Id]}");
    }

    private Order New()
    {
        var person = random.Next(Persons);
        var order = new Order(NewId(), Life.Regions[person % Life.Regions.Count], person, random.Next(20) == 0 ? Life.NewKind : random.Next(-3, 4));
        Remember(order);
        return order;
    }

    private void Remember(Order order)
    {
        _sent[order.Id] = order;
        _open.Add(order);
    }

    private Guid NewId()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new(bytes);
    }

    // Whether it came to its end; else the process has died.
    private bool Run(Func<Task> work)
    {
        var service = Running!;
        thread.Run(work, () => service.Database.IsDead);
        Running = service.Database.IsDead ? null : service;
        return Running is not null;
    }

    // Of those that die before, nobody hears.
    private void Ring()
    {
        foreach (var (region, _) in Book.Logs)
        {
            if (Running is { } service)
            {
                (int Epoch, long Head) log = default;
                thread.Run(async () => log = await service.Feed.Head(region), () => false);
                Rings.Add(new(LogProcess.Service, region, log.Epoch, log.Head));
            }
        }
    }

    private string Copy(string file)
    {
        var copy = Path.Combine(folder, $"log-{++_files}.db");
        File.Copy(file, copy);
        return copy;
    }

    private void Check()
    {
        if (Running is not { } service)
        {
            return;
        }

        Assert.All(_acknowledged.Keys, id => Assert.True(Book.Knows(id)));
        thread.Run(() => Comparison.Of(service.WholeFeed, Book), () => false);
    }
}
