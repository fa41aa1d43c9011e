using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>How far what is served of a log has come.</summary>
internal sealed record ServedPlace(string Region, long Generation, long Position, long HashPosition, DateTimeOffset? CompleteUntil, string? CompleteFrom, long? StoppedAt);

/// <summary>Looks at the tables of the follower after each of its transactions: what is served is what the log said that it has read, without what was erased.</summary>
internal sealed class Auditor
{
    private const string Places = """
        select region, generation, serving, epoch, position, hash_position, hex(hash), complete_until, complete_from, stopped_at from cursors
        """;

    private const string Facts = "select log, position, said from postings join served using (log, generation) where source = 'ledger' order by position";

    private Dictionary<(string Region, long Generation), (ServedPlace Place, bool IsServed, string Moved, BookLog Log)> _seen = [];

    // Positions that were erased in whatever log there was.
    private HashSet<(string Region, long Position)> _erased = [];

    public IReadOnlyList<ServedPlace> Served => [.. _seen.Values.Where(each => each.IsServed).Select(each => each.Place)];

    public Auditor Copy() => new() { _seen = new(_seen), _erased = [.. _erased] };

    /// <summary>Whether what has been read is still the beginning of the log, as far as its chain can show.</summary>
    public bool IsProven(ServedPlace place, Book book)
    {
        var read = _seen[(place.Region, place.Generation)].Log;
        return read == book.Logs[place.Region] || (IsBeginning(read, place.Position, book.Logs[place.Region]) && place.Position == place.HashPosition);
    }

    public void Look(DbConnection connection, Book book)
    {
        var now = new Dictionary<(string, long), (ServedPlace, bool, string, BookLog)>();
        foreach (var (region, generation, serving, epoch, position, hashPosition, hash, completeUntil, completeFrom, stoppedAt) in connection.Query<(string, long, long, long, long, long, string, long?, string?, long?)>(Places))
        {
            var until = completeUntil is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : (DateTimeOffset?)null;
            var place = new ServedPlace(region, generation, position, hashPosition, until, completeFrom, stoppedAt);
            var moved = $"{epoch} {position} {hashPosition} {hash} {completeUntil}";
            var log = book.Logs.GetValueOrDefault(region) ?? new();
            if (_seen.TryGetValue((region, generation), out var before))
            {
                if (before.Moved == moved)
                {
                    log = before.Log;
                }
                else
                {
                    Assert.True(position >= before.Place.Position, $"{place} lies before {before.Place}");
                    Assert.True(IsBeginning(before.Log, before.Place.Position, log), $"{place} went on in another log than the one of {before.Place}");
                }
            }

            now[(region, generation)] = (place, serving == 1, moved, log);
            var served = Served.SingleOrDefault(each => each.Region == region);
            Assert.True(serving == 0 || served is null or { StoppedAt: not null } || served.Position <= position, $"{place} is served instead of {served}, which is further");
        }

        _erased.UnionWith(book.Logs.SelectMany(log => log.Value.Entries.Select((entry, i) => (log.Key, i + 1L, entry.ErasedAt))).Where(at => at.ErasedAt > 0).Select(at => (at.Key, at.Item2)));
        var facts = connection.Query<(string Log, long Position, string Said)>(Facts).ToLookup(fact => fact.Log);
        _seen = now;
        foreach (var (place, isServed, _, log) in _seen.Values.Where(each => each.IsServed))
        {
            Compare(place, log, isLost: book.Logs.GetValueOrDefault(place.Region) != log, facts[place.Region].ToDictionary(fact => fact.Position, fact => fact.Said));
        }
    }

    private void Compare(ServedPlace place, BookLog log, bool isLost, Dictionary<long, string> facts)
    {
        Assert.True(place.Position <= log.Entries.Count, $"{place} is ahead of the log, which ends at {log.Entries.Count}");
        for (var position = 1; position <= place.Position; position++)
        {
            var entry = log.Entries[position - 1];
            var isFact = facts.Remove(position, out var said);
            // What is erased further on may be known already: the feed says so of the event itself.
            var isExpected = entry switch
            {
                { Erases: not null } => !isFact,
                // A rebuild takes what it reads to be erased from all generations, from that of a log that was lost too.
                { ErasedAt: 0 } when !isFact => isLost && _erased.Contains((place.Region, position)),
                { ErasedAt: 0 } => said == entry.Text,
                _ when entry.ErasedAt <= place.Position => !isFact,
                _ => !isFact || said == entry.Text,
            };
            Assert.True(isExpected, $"{place}: of {position}, which says '{entry.Text}' (erased at {entry.ErasedAt}), there is {(isFact ? $"'{said}'" : "nothing")}");
        }

        Assert.True(facts.Count == 0, $"{place}: there are facts of {string.Join(", ", facts.Keys)}");
        var missed = log.Entries.Skip((int)place.Position).FirstOrDefault(entry => entry.Recorded < place.CompleteUntil);
        Assert.True(missed is null, $"{place} is said to be complete, and an event was stored before that at {missed?.Recorded:O}");
        Assert.Equal(
            log.Entries.Take((int)place.Position).Where(entry => entry.Erases is not null).Select(entry => DayAfter(entry.Erases!.Max(at => log.Entries[(int)at - 1].Recorded))).Max(),
            place.CompleteFrom);
    }

    private static string? DayAfter(DateTimeOffset recorded) => recorded.UtcDateTime.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsBeginning(BookLog read, long until, BookLog log) =>
        log.Entries.Count >= until && read.Entries.Take((int)until).Select(entry => entry.Self).SequenceEqual(log.Entries.Take((int)until).Select(entry => entry.Self));
}
