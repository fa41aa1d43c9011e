using System.Text;
using Regional.Subjects;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>What somebody asks for: put an amount into the account of a person, or take it out.</summary>
/// <param name="Id">The request.</param>
/// <param name="Region">The log of that person.</param>
/// <param name="Person">Who.</param>
/// <param name="Amount">How much.</param>
internal sealed record Order(Guid Id, string Region, int Person, int Amount)
{
    public const string Caller = "00000099000100106000/municipality/leerplicht";

    public string Content => $"{Id:N} {Person} {Amount:+0;-0}";

    public byte[] Bytes => Encoding.UTF8.GetBytes(Content);
}

/// <summary>An order with the id under which its person was known when it came.</summary>
internal sealed record Prepared(Order Order, SubjectId Subject, long Erasures);

/// <summary>An event as it must lie in the log.</summary>
internal sealed class Entry
{
    /// <summary>Tells it from another that says the same in the same place.</summary>
    public object Self { get; init; } = new();

    public required string Text { get; init; }

    public required SubjectId Subject { get; init; }

    public required DateTimeOffset Recorded { get; init; }

    /// <summary>What it erased; null for one that is no erasure.</summary>
    public IReadOnlyList<long>? Erases { get; init; }

    /// <summary>Position of the event that erased it; 0 while it is there.</summary>
    public long ErasedAt { get; set; }
}

/// <summary>One log as it must be.</summary>
internal sealed class BookLog
{
    public List<Entry> Entries { get; init; } = [];

    public long Done { get; set; }

    public BookLog Copy() => new()
    {
        Done = Done,
        Entries = [.. Entries.Select(e => new Entry { Self = e.Self, Text = e.Text, Subject = e.Subject, Recorded = e.Recorded, Erases = e.Erases, ErasedAt = e.ErasedAt })],
    };
}

/// <summary>What the database of the log must hold: one order after another, in memory.</summary>
internal sealed class Book
{
    private readonly SortedDictionary<string, BookLog> _logs = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, (string Content, string? Answer, string Region, long Position)> _requests = [];
    private readonly Dictionary<SubjectId, long> _balances = [];

    public IReadOnlyDictionary<string, BookLog> Logs => _logs;

    public bool Knows(Guid request) => _requests.ContainsKey(request);

    /// <summary>One commit.</summary>
    /// <returns>What each order comes to: its answer, with <c>again</c> before that of a repeat, or the reason of a refusal.</returns>
    public IReadOnlyList<string> Commit(string region, IReadOnlyList<Prepared> group, IReadOnlyList<SubjectId> list, DateTimeOffset now)
    {
        if (!_logs.TryGetValue(region, out var log))
        {
            _logs.Add(region, log = new() { Done = _logs.Values.Select(other => other.Done).DefaultIfEmpty().Max() });
        }

        var known = group.Min(item => item.Erasures);
        var erased = known < log.Done ? list.Skip((int)known).ToHashSet() : [];
        return [.. group.Select(item => Settle(region, log, item, erased, now))];
    }

    /// <summary>Carries out the list, as far as its transactions came.</summary>
    /// <param name="list">The files, in order.</param>
    /// <param name="transactions">So many logs were done.</param>
    /// <param name="now">When.</param>
    public void CarryOut(IReadOnlyList<(string Region, SubjectId Subject)> list, int transactions, DateTimeOffset now)
    {
        foreach (var (region, log) in _logs.Where(log => log.Value.Done < list.Count).Take(transactions).ToList())
        {
            var files = list.Skip((int)log.Done).Where(order => order.Region == region).Select(order => order.Subject).ToHashSet();
            var positions = Enumerable.Range(0, log.Entries.Count).Where(i => log.Entries[i] is { Erases: null, ErasedAt: 0 } entry && files.Contains(entry.Subject)).Select(i => i + 1L).ToList();
            log.Done = list.Count;
            if (positions.Count > 0)
            {
                log.Entries.Add(new() { Text = "", Subject = default, Recorded = now, Erases = positions });
                positions.ForEach(position => log.Entries[(int)position - 1].ErasedAt = log.Entries.Count);
                foreach (var (id, request) in _requests.Where(request => request.Value.Region == region && positions.Contains(request.Value.Position)).ToList())
                {
                    _requests[id] = request with { Answer = null };
                }
            }

            foreach (var file in files)
            {
                _balances.Remove(file);
            }
        }
    }

    public Book Copy()
    {
        var copy = new Book();
        foreach (var (region, log) in _logs)
        {
            copy._logs.Add(region, log.Copy());
        }

        foreach (var (id, request) in _requests)
        {
            copy._requests.Add(id, request);
        }

        foreach (var (subject, balance) in _balances)
        {
            copy._balances.Add(subject, balance);
        }

        return copy;
    }

    private string Settle(string region, BookLog log, Prepared item, HashSet<SubjectId> erased, DateTimeOffset now)
    {
        var order = item.Order;
        if (_requests.TryGetValue(order.Id, out var earlier))
        {
            return earlier.Answer is null ? "REQUEST_ERASED" : earlier.Content == order.Content ? $"again {earlier.Answer}" : "REQUEST_ID_TAKEN";
        }

        var balance = _balances.GetValueOrDefault(item.Subject) + order.Amount;
        if (balance < 0)
        {
            return "TOO_LITTLE";
        }

        if (erased.Contains(item.Subject))
        {
            return "ERASED_MEANWHILE";
        }

        _balances[item.Subject] = balance;
        log.Entries.Add(new() { Text = order.Content, Subject = item.Subject, Recorded = now });
        var answer = $"{order.Person}={balance}";
        _requests.Add(order.Id, (order.Content, answer, region, log.Entries.Count));
        if (balance == 0)
        {
            log.Entries.Add(new() { Text = $"{order.Content} empty", Subject = item.Subject, Recorded = now });
        }

        return answer;
    }
}
