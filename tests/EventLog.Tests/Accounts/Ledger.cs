using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Regional.EventLog.Chain;
using Regional.EventLog.Receipts;
using Regional.EventLog.Sealing;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Tests;
using Regional.Wire.Feed.V1;
using Regional.Wire.Receipts.V1;
using ReceiptKeys = Regional.EventLog.Receipts.ReceiptKeys;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A log of postings on a real database of its own.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    public const string Region = "VO2201";

    private readonly TemporaryFolder _folder = new();
    private RegionLog<string, Account> _log;

    private readonly string? _connectionString;

    private bool _isStopped;

    private Ledger(string? connectionString)
    {
        _connectionString = connectionString;
        Database = Store.Open(_connectionString, _folder.File("ledger.db"));
        Keys = new(_folder.File("keys"), Database);
        ReceiptKeys = new(_folder.File("keys"));
        _log = new(Database, Table, Keys, TimeProvider.System, NullLogger<RegionLog<string, Account>>.Instance);
    }

    public AccountTable Table { get; } = new();

    /// <summary>Where it lies: a file, or the connection string of its PostgreSQL.</summary>
    public string Place => _connectionString ?? _folder.File("ledger.db");

    public Database Database { get; private set; }

    public ReceiptKeys ReceiptKeys { get; private set; }

    private SecretKeys Keys { get; set; }

    public static async Task<Ledger> Open(Store store)
    {
        var ledger = new Ledger(await store.NewDatabase());
        await Migrations.Apply(ledger.Database, typeof(EventLogExtensions).Assembly);
        await Migrations.Apply(ledger.Database, typeof(SecretKeys).Assembly);
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        await ledger.Keys.Open([FileKeys.WrappingKey]);
        await ledger.ReceiptKeys.StartAsync(TestContext.Current.CancellationToken);
        return ledger;
    }

    public Task<IReadOnlyList<Settled>> Post(params IEnumerable<Posting> batch) => PostIn(Region, batch);

    public Task<IReadOnlyList<Settled>> PostIn(string region, params IEnumerable<Posting> batch) => Eventually.Ends(_log.Decide(region, [.. batch.Select(p => p.ToProposal())]));

    /// <summary>The receipts of the postings, which are of one caller.</summary>
    public Task<IReadOnlyDictionary<Guid, Receipt>> ReceiptsOf(IReadOnlyCollection<Posting> postings) =>
        new ReceiptIssuer(Database, ReceiptKeys).Issue(postings.First().Caller, [.. postings.Select(p => p.RequestId)]);

    /// <summary>Takes the key away that signs receipts, as who rotates it does before the next start.</summary>
    public void LoseReceiptKey() => File.Delete(_folder.File("keys/receipts.pem"));

    /// <summary>Takes that key away with its public half, as who finds it leaked does.</summary>
    public void WithdrawReceiptKeys()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.File("keys"), "receipts*.pem"))
        {
            File.Delete(file);
        }
    }

    /// <summary>The hash of an event as it lies in the log.</summary>
    public byte[] Leaf(long position, string region = Region) => Query<byte[]>($"select hash from events where region = @region and position = {position}", region).Single();

    /// <summary>The hash that the head of a log has.</summary>
    public byte[] HeadHash() => Bytes("logs", "hash", Head());

    /// <summary>What lies in a place of the log.</summary>
    public byte[] Bytes(string table, string column, long position) => Query<byte[]>($"select {column} from {table} where region = @region and position = {position}", Region).Single();

    /// <summary>Puts something else there, as nobody should.</summary>
    public Task SetBytes(string table, string column, long position, byte[] bytes) =>
        Database.Write(transaction => transaction.Connection!.ExecuteAsync($"update {table} set {column} = @bytes where region = '{Region}' and position = {position}", new { bytes }, transaction));

    /// <summary>Takes away what an event says, as erasure does: the hash of it stays.</summary>
    public Task Erase(long position) => Database.Write(transaction => transaction.Connection!.ExecuteAsync(
        $"update events set erased = @content, subject = null, file = null, body = null where region = '{Region}' and position = {position}",
        new { content = HashChain.Content(Bytes("events", "subject", position), Bytes("events", "file", position), Bytes("events", "body", position)) },
        transaction));

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
        await foreach (var page in new FeedReader(Database, new FileKeys(Keys), "urn:nld:tests").Read(region, from, TestContext.Current.CancellationToken))
        {
            events.AddRange(page.Events.Select(e => new StoredEvent(e.Sequence, e.Type, Convert.FromHexString(e.Subject), e.Data.ToStringUtf8())));
            from = page.Cursor;
        }

        return (events, from);
    }

    public Task Close() => Eventually.Ends(_log.DisposeAsync().AsTask());

    /// <summary>Closes it and opens it on the same data.</summary>
    public async Task Reopen()
    {
        await Stop();
        await Start();
    }

    /// <summary>Closes it with its database, so that another can have the file.</summary>
    public async Task Stop()
    {
        await Close();
        Database.Dispose();
        ReceiptKeys.Dispose();
        _isStopped = true;
    }

    /// <summary>Opens it again.</summary>
    public async Task Start()
    {
        _isStopped = false;
        Database = Store.Open(_connectionString, _folder.File("ledger.db"));
        Keys = new(_folder.File("keys"), Database);
        await Keys.Open([]);
        ReceiptKeys = new(_folder.File("keys"));
        await ReceiptKeys.StartAsync(TestContext.Current.CancellationToken);
        _log = new(Database, Table, Keys, TimeProvider.System, NullLogger<RegionLog<string, Account>>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isStopped)
        {
            await Stop();
        }

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
