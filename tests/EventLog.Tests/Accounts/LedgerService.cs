using System.Net;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Regional.EventLog.Erasing;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests.Accounts;

/// <summary>A service with a log of postings and its feed, on a real socket.</summary>
internal sealed class LedgerService : IAsyncDisposable
{
    public const string Name = "ledger";

    private readonly TestService _service;

    private LedgerService(TestService service) => _service = service;

    public string Address => _service.Address;

    public RecordedLog Log => _service.Log;

    public Task<int> Epoch() => _service.Service<LogIdentity>().Epoch();

    /// <summary>Starts it on the data in the folder.</summary>
    /// <param name="folder">Keeps its keys, and its data where no other place is given.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="connectionString">A PostgreSQL that has its data; null for a SQLite file.</param>
    /// <param name="bus">A RabbitMQ that rings for it; empty where none does.</param>
    public static async Task<LedgerService> Start(TemporaryFolder folder, TimeProvider clock, string address = "http://127.0.0.1:0", string? connectionString = null, string bus = "")
    {
        var service = await TestService.Start(
            folder,
            clock,
            builder =>
            {
                builder.AddDatabase(Name);
                builder.AddSubjects(Name);
                builder.AddEventLog<string, Account>(Name);
                builder.Services.AddSingleton<IStateTable<string, Account>, AccountTable>();
            },
            app => app.MapEventFeed(),
            ("Data:Path", folder.File(Name)),
            ("ConnectionStrings:database", connectionString ?? ""),
            ("ConnectionStrings:bus", bus),
            ("Kestrel:Endpoints:grpc:Url", address));
        await service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        return new LedgerService(service);
    }

    /// <summary>Appends one event for each amount.</summary>
    public async Task Append(int events, string region = Ledger.Region, string account = "a")
    {
        foreach (var batch in Enumerable.Range(0, events).Select(_ => new Posting(account, 1).ToProposal()).Chunk(500))
        {
            await _service.Service<RegionLog<string, Account>>().Decide(region, batch);
        }
    }

    /// <summary>Erases an account.</summary>
    public Task Erase(string account) =>
        _service.Service<Erasures>().Order(new SubjectId(Posting.SubjectOf(account)), [new(Ledger.Region, Posting.SubjectOf(account))]);

    /// <summary>Does to its tables what should never be done.</summary>
    public Task Tamper(string sql) => _service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));

    /// <summary>Reads the feed to its end.</summary>
    public async Task<IReadOnlyList<FeedPage>> Read(Cursor? cursor = null, string region = Ledger.Region, Caller? caller = null)
    {
        var client = new FeedService.FeedServiceClient(_service.CallerAs(caller ?? TestService.Follower));
        using var call = client.ReadFeed(new() { Region = region, Cursor = cursor }, deadline: TestService.Deadline, cancellationToken: TestContext.Current.CancellationToken);
        var pages = new List<FeedPage>();
        await foreach (var page in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        return pages;
    }

    /// <inheritdoc cref="TestService.Health"/>
    public Task<(HttpStatusCode Status, string Text)> Health() => _service.Health();

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
