using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Regional.EventLog.Bell;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A log of postings on a real database of its own.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    public const string Region = "VO2201";

    private readonly TemporaryFolder _folder = new();
    private RegionLog<string, Account> _log;

    private readonly string? _connectionString;

    private Ledger(string? connectionString)
    {
        _connectionString = connectionString;
        Database = Store.Open(_connectionString, _folder.File("ledger.db"));
        Keys = new(_folder.File("keys"), Database);
        _log = new(Database, Table, Keys, new NoBell(TimeProvider.System), TimeProvider.System, NullLogger<RegionLog<string, Account>>.Instance);
    }

    public AccountTable Table { get; } = new();

    public Database Database { get; private set; }

    private SecretKeys Keys { get; set; }

    public static async Task<Ledger> Open(Store store)
    {
        var ledger = new Ledger(await store.NewDatabase());
        await Migrations.Apply(ledger.Database, typeof(EventLogExtensions).Assembly);
        await Migrations.Apply(ledger.Database, typeof(SecretKeys).Assembly);
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        await ledger.Keys.Open([FileKeys.WrappingKey]);
        return ledger;
    }

    public Task<IReadOnlyList<Settled>> Post(params IEnumerable<Posting> batch) => PostIn(Region, batch);

    public Task<IReadOnlyList<Settled>> PostIn(string region, params IEnumerable<Posting> batch) => Eventually.Ends(_log.Decide(region, [.. batch.Select(p => p.ToProposal())]));

    /// <summary>What a posting came to, as text: the answer, with <c>again</c> before that of a repeat, or the reason of the refusal.</summary>
    public static string TextOf(Settled settled) =>
        settled.Refusal?.Reason ?? (settled.Repeated ? "again " : "") + Encoding.UTF8.GetString(settled.Answer.Span);

    public IReadOnlyList<StoredEvent> Events(string region = Region) => Read(new(), region).GetAwaiter().GetResult().Events;

    public IReadOnlyList<StoredAccount> Accounts(string region = Region) =>
        [.. Query<(string, long, long)>("select id, balance, position from accounts where region = @region order by id", region)
            .Select(row => new StoredAccount(row.Item1, row.Item2, row.Item3))];

    public long Head(string region = Region) => Query<long>("select position from logs where region = @region", region).SingleOrDefault();

    /// <summary>The events behind a cursor, and the cursor behind these.</summary>
    public async Task<(IReadOnlyList<StoredEvent> Events, Cursor Cursor)> Read(Cursor from, string region = Region)
    {
        var events = new List<StoredEvent>();
        await foreach (var page in new FeedReader(Database, new FileKeys(Keys), "urn:nld:tests", TimeProvider.System).Read(region, from, TestContext.Current.CancellationToken))
        {
            events.AddRange(page.Events.Select(e => new StoredEvent(e.Sequence, e.Type, Convert.FromHexString(e.Subject), e.Data.ToStringUtf8())));
            from = page.Cursor;
        }

        return (events, from);
    }

    public Task Close() => Eventually.Ends(_log.DisposeAsync().AsTask());

    /// <summary>Closes it and opens it on the same file.</summary>
    public async Task Reopen()
    {
        await Close();
        Database.Dispose();
        Database = Store.Open(_connectionString, _folder.File("ledger.db"));
        Keys = new(_folder.File("keys"), Database);
        await Keys.Open([]);
        _log = new(Database, Table, Keys, new NoBell(TimeProvider.System), TimeProvider.System, NullLogger<RegionLog<string, Account>>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Database.Dispose();
        _folder.Dispose();
    }

    private List<T> Query<T>(string sql, string region)
    {
        using var connection = Database.OpenReader().GetAwaiter().GetResult();
        return [.. connection.Query<T>(sql, new { region })];
    }
}

/// <summary>An event as the feed gives it.</summary>
internal sealed record StoredEvent(long Position, string Type, byte[] Subject, string Body);

/// <summary>An account as it lies in the table.</summary>
internal sealed record StoredAccount(string Id, long Balance, long Position);
