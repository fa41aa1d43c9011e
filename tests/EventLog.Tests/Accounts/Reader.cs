using System.Net;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Regional.EventLog.Following;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A service that follows the ledger, with a database of its own. Its pauses are over a hundred times sooner.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly TestService _service;

    private Reader(TestService service) => _service = service;

    public RecordedLog Log => _service.Log;

    public Progress Progress => _service.Service<Followers>().Of(Ledger.Region).GetAwaiter().GetResult();

    /// <inheritdoc cref="Tally.Rival"/>
    public string Rival
    {
        set => _service.Service<Tally>().Rival = value;
    }

    /// <summary>Starts it on the data in the folder, or in a database of PostgreSQL.</summary>
    public static Task<Reader> Start(TemporaryFolder folder, string address, Action<Event>? applied = null, string? connectionString = null) =>
        Start(folder, address, new Tally { Applied = applied ?? (_ => { }) }, connectionString);

    /// <inheritdoc cref="Start(TemporaryFolder, string, Action{Wire.Feed.V1.Event}?, string?)"/>
    public static async Task<Reader> Start(TemporaryFolder folder, string address, Tally tally, string? connectionString, TimeProvider? clock = null, string bus = "")
    {
        var service = await TestService.Start(
            folder,
            clock ?? new HastyClock(),
            builder =>
            {
                builder.AddRegions();
                builder.AddDatabase("reader");
                builder.Services.AddHostedService<Tables>();
                builder.AddFollower<Tally>(LedgerService.Name);
                builder.Services.AddSingleton(tally);
            },
            app => app.MapFollower(),
            ("Data:Path", folder.File("reader")),
            ("ConnectionStrings:database", connectionString ?? ""),
            ("ConnectionStrings:bus", bus),
            ($"services:{LedgerService.Name}:grpc:0", address));
        return new Reader(service);
    }

    /// <summary>What has been applied, and how far the cursor is; both as one moment saw them.</summary>
    public (IReadOnlyList<long> Applied, long Cursor) Stored()
    {
        using var connection = _service.Service<Database>().OpenReader().GetAwaiter().GetResult();
        using var moment = connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        var applied = connection.Query<long>("select position from tally join served using (log, generation) where source = @Name and log = @Region order by position", new { LedgerService.Name, Ledger.Region }, moment).ToList();
        return (applied, connection.QuerySingleOrDefault<long>("select position from cursors where source = @Name and region = @Region and serving", new { LedgerService.Name, Ledger.Region }, moment));
    }

    /// <inheritdoc cref="TestService.Health"/>
    public Task<(HttpStatusCode Status, string Text)> Health() => _service.Health();

    /// <summary>How many facts there are of all generations, and the cursors of how many generations.</summary>
    public (long Facts, long Generations) Kept()
    {
        using var connection = _service.Service<Database>().OpenReader().GetAwaiter().GetResult();
        return connection.QuerySingle<(long, long)>("select (select count(*) from tally), (select count(*) from cursors where region = @Region and not removed)", new { Ledger.Region });
    }

    /// <summary>Rebuilds the facts of the ledger's log, within the process.</summary>
    public Task<Difference> Rebuild(Func<long, long, Task>? report = null, CancellationTokenSource? giveUp = null) => Eventually.Ends(
        _service.Service<Followers>().Rebuild(Ledger.Region, report ?? ((_, _) => Task.CompletedTask), giveUp?.Token ?? TestContext.Current.CancellationToken));

    /// <summary>Rebuilds facts over the wire.</summary>
    public async Task<IReadOnlyList<RebuildFactsResponse>> Rebuild(Caller caller, string region = "")
    {
        using var call = new FollowerService.FollowerServiceClient(_service.CallerAs(caller)).RebuildFacts(new() { Region = region }, deadline: TestService.Deadline);
        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Its cursors, for a second maker of the same facts.</summary>
    public Cursors Cursors => new(_service.Service<Database>(), LedgerService.Name);

    /// <summary>Does something to its database.</summary>
    public Task Execute(string sql) => _service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));

    /// <summary>What was put aside: position, code and attempts.</summary>
    public IReadOnlyList<(long Position, string Code, int Attempts)> Parked()
    {
        using var connection = _service.Service<Database>().OpenReader().GetAwaiter().GetResult();
        return [.. connection.Query<(long, string, int)>("select position, error_code, attempts from parked where source = @Name and region = @Region", new { LedgerService.Name, Ledger.Region })];
    }

    /// <summary>Waits until everything up to this position was applied.</summary>
    public Task HasRead(long position) => Eventually.Holds(
        () => Stored().Cursor == position, () => $"The cursor is at {Stored().Cursor}.\n{string.Join('\n', Log.Lines.Where(l => l.Level >= Microsoft.Extensions.Logging.LogLevel.Warning))}");

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private sealed class Tables(Database database) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => database.Write(transaction => transaction.Connection!.ExecuteAsync(Tally.Create, transaction: transaction));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
