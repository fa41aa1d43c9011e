using System.Text;
using Dapper;
using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Regional.EventLog.Bell;
using Regional.EventLog.Chain;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
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

    private string? _connectionString;

    private bool _isStopped;

    private Ledger(string? connectionString)
    {
        _connectionString = connectionString;
        ErasureFile = _folder.File("erasures/ledger.ndjson");
        Database = Store.Open(_connectionString, _folder.File("ledger.db"));
        Keys = new(_folder.File("keys"), Database);
        ReceiptKeys = new(_folder.File("keys"));
        (_log, Erasures) = Begin();
    }

    public AccountTable Table { get; } = new();

    public LeapingClock Clock { get; } = new();

    public LogHealth<string, Account> Health => new(_log);

    /// <summary>Where it lies: a file, or the connection string of its PostgreSQL.</summary>
    public string Place => _connectionString ?? _folder.File("ledger.db");
    public Erasures Erasures { get; private set; }

    /// <summary>The folder of all its files.</summary>
    public string Folder => _folder.Path;

    public string ErasureFile { get; private set; }

    public LogErasure LogErasure => new(Database, Table, FileKeys, "ledger", TimeProvider.System);

    public FileKeys FileKeys => new(Keys);

    public SubjectStore Subjects => new(Database, Keys);

    public WrappingKey WrappingKey => new(Database, Keys, TimeProvider.System, NullLogger<WrappingKey>.Instance);

    public Database Database { get; private set; }

    public ReceiptKeys ReceiptKeys { get; private set; }

    private SecretKeys Keys { get; set; }

    /// <summary>Makes one in a new database; with more settings of the connection where there is one.</summary>
    public static async Task<Ledger> Open(Store store, string settings = "")
    {
        var ledger = new Ledger(await store.NewDatabase() is { } connectionString ? connectionString + settings : null);
        await Migrations.Apply(ledger.Database, typeof(EventLogExtensions).Assembly);
        await Migrations.Apply(ledger.Database, typeof(SecretKeys).Assembly);
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        await ledger.Keys.Open([FileKeys.WrappingKey, "tests"]);
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
    public Task Forget(long position) => Database.Write(transaction => transaction.Connection!.ExecuteAsync(
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
        foreach (var page in await Pages(from, region))
        {
            events.AddRange(page.Events.Select(e => new StoredEvent(e.Sequence, e.Type, Convert.FromHexString(e.Subject), e.Data.ToStringUtf8())));
            from = page.Cursor;
        }

        return (events, from);
    }

    /// <summary>The pages of the feed behind a cursor.</summary>
    public Task<List<FeedPage>> Pages(Cursor from, string region = Region) =>
        new FeedReader(Database, new FileKeys(Keys), "urn:nld:tests", TimeProvider.System).Read(region, from, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken).AsTask();

    public Task Close() => Eventually.Ends(_log.DisposeAsync().AsTask());

    /// <summary>Closes it and opens it on the same data.</summary>
    public async Task Reopen()
    {
        await Stop();
        await Start();
    }

    /// <summary>Closes it and opens it on the same data with another list of erasures, which is empty.</summary>
    public Task ReopenWithAnotherList()
    {
        ErasureFile = _folder.File("elsewhere/ledger.ndjson");
        return Reopen();
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
        (_log, Erasures) = Begin();
    }

    /// <summary>Copies the database, as a backup does.</summary>
    public async Task Backup()
    {
        await Stop();
        if (_connectionString is null)
        {
            File.Copy(_folder.File("ledger.db"), _folder.File("backup"), overwrite: true);
        }
        else
        {
            await Execute($"create database {NameOfDatabase}_backup template {NameOfDatabase}");
        }

        await Start();
    }

    /// <summary>Puts the copy in the place of the database.</summary>
    public async Task Restore()
    {
        await Stop();
        if (_connectionString is null)
        {
            File.Copy(_folder.File("backup"), _folder.File("ledger.db"), overwrite: true);
        }
        else
        {
            _connectionString = new NpgsqlConnectionStringBuilder(_connectionString) { Database = $"{NameOfDatabase}_backup" }.ConnectionString;
        }

        await Start();
    }

    /// <summary>Posts 1 to an account that is about somebody.</summary>
    public Task PostFor(SubjectId subject, string account, string region) => PostIn(region, new Posting(account, 1) { Subject = subject.ToBytes() });

    public string KeyFile(string name) => _folder.File($"keys/{name}.key");

    public Task OpenKeys() => Keys.Open([]);

    /// <summary>Under which versions of the wrapping key the keys of files lie.</summary>
    public IReadOnlyList<int> Wrappings() => Query<int>("select distinct wrapping from file_keys where @region <> '' order by wrapping", Region);

    /// <summary>Makes a version of the wrapping key and puts all keys of files under it but one.</summary>
    public async Task HalfwayToKey(int version, string notThisOne)
    {
        var rows = Query<(byte[] File, byte[] Wrapped, int Wrapping)>("select file, wrapped, wrapping from file_keys where @region <> ''", Region).Single(row => row.File.AsSpan().SequenceEqual(Posting.SubjectOf(notThisOne)));
        Assert.Equal(version - 1, rows.Wrapping);
        await WrappingKey.Rotate(leaked: false);
        await Database.Write(transaction => transaction.Connection!.ExecuteAsync(
            "update file_keys set wrapped = @Wrapped, wrapping = @Wrapping where file = @File", new { rows.Wrapped, rows.Wrapping, rows.File }, transaction));
        await Keys.Open([SecretKeys.NameOf(FileKeys.WrappingKey, version - 1)]);
    }

    /// <summary>Erases an account in a log, and whoever has it where it is nowhere else.</summary>
    public Task<int> Erase(string account, string region = Region) => Erasures.Order(new SubjectId(Posting.SubjectOf(account)), [new(region, Posting.SubjectOf(account))]);

    /// <summary>Writes an order down, and dies before it is carried out.</summary>
    public Task OrderOnly(string account, string region = Region) =>
        new ErasureList(ErasureFile, TimeProvider.System).Append(new(DateTimeOffset.UnixEpoch, Erasure.MarkOf(Posting.SubjectOf(account)), [new(region, Posting.SubjectOf(account))]));

    public async Task<IReadOnlyList<LogVerdict>> Verify(IProgress<LogProgress>? told = null)
    {
        await using var connection = await Database.OpenReader();
        var cancellation = TestContext.Current.CancellationToken;
        return await new LogVerifier(connection).Verify(new HashSet<ByteString>(), told ?? new Progress<LogProgress>(), cancellation).ToListAsync(cancellation);
    }

    private string NameOfDatabase => new NpgsqlConnectionStringBuilder(_connectionString).Database!;

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.ExecuteAsync(sql);
    }

    private (RegionLog<string, Account> Log, Erasures Erasures) Begin()
    {
        var list = new ErasureList(ErasureFile, TimeProvider.System);
        var erasures = new Erasures(
            Database,
            Subjects,
            list,
            LogErasure,
            new ErasureFence(list, Subjects, NullLogger<ErasureFence>.Instance),
            TimeProvider.System,
            NullLogger<Erasures>.Instance);
        return (new(Database, Table, Keys, erasures, new NoBell(TimeProvider.System), FaultPoints.None, Clock, NullLogger<RegionLog<string, Account>>.Instance), erasures);
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
