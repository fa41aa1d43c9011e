using System.Text;
using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A log of postings on a real database of its own.</summary>
internal sealed class Ledger : IAsyncDisposable
{
    public const string Region = "VO2201";

    private readonly TemporaryFolder _folder = new();
    private RegionLog<string, Account> _log;

    private Ledger()
    {
        Database = SqliteDatabase.Open(_folder.File("ledger.db"));
        _log = new(Database, Table, TimeProvider.System);
    }

    public AccountTable Table { get; } = new();

    public SqliteDatabase Database { get; private set; }

    public static async Task<Ledger> Open()
    {
        var ledger = new Ledger();
        await Migrations.Apply(ledger.Database, typeof(EventLogExtensions).Assembly);
        await ledger.Database.Write(transaction => transaction.Connection!.Execute(AccountTable.Create, transaction: transaction));
        return ledger;
    }

    public Task<IReadOnlyList<Settled>> Post(params IEnumerable<Posting> batch) => PostIn(Region, batch);

    public Task<IReadOnlyList<Settled>> PostIn(string region, params IEnumerable<Posting> batch) => Eventually.Ends(_log.Decide(region, [.. batch.Select(p => p.ToProposal())]));

    /// <summary>What a posting came to, as text: the answer, with <c>again</c> before that of a repeat, or the reason of the refusal.</summary>
    public static string TextOf(Settled settled) =>
        settled.Refusal?.Reason ?? (settled.Repeated ? "again " : "") + Encoding.UTF8.GetString(settled.Answer.Span);

    public IReadOnlyList<StoredEvent> Events(string region = Region) =>
        [.. Query<(long, string, byte[], string)>("select position, type, subject, cast(body as text) from events where region = @region order by position", region)
            .Select(row => new StoredEvent(row.Item1, row.Item2, row.Item3, row.Item4))];

    public IReadOnlyList<StoredAccount> Accounts(string region = Region) =>
        [.. Query<(string, long, long)>("select id, balance, position from accounts where region = @region order by id", region)
            .Select(row => new StoredAccount(row.Item1, row.Item2, row.Item3))];

    public long Head(string region = Region) => Query<long>("select position from logs where region = @region", region).SingleOrDefault();

    public Task Close() => Eventually.Ends(_log.DisposeAsync().AsTask());

    /// <summary>Closes it and opens it on the same file.</summary>
    public async Task Reopen()
    {
        await Close();
        Database.Dispose();
        Database = SqliteDatabase.Open(_folder.File("ledger.db"));
        _log = new(Database, Table, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await Close();
        Database.Dispose();
        _folder.Dispose();
    }

    private List<T> Query<T>(string sql, string region)
    {
        using var connection = Database.OpenReader();
        return [.. connection.Query<T>(sql, new { region })];
    }
}

/// <summary>An event as it lies in the table.</summary>
internal sealed record StoredEvent(long Position, string Type, byte[] Subject, string Body);

/// <summary>An account as it lies in the table.</summary>
internal sealed record StoredAccount(string Id, long Balance, long Position);
