using System.Net;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>Starts it on the data in the folder.</summary>
    public static async Task<LedgerService> Start(TemporaryFolder folder, TimeProvider clock, string address = "http://127.0.0.1:0", string bus = "")
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
            ("ConnectionStrings:bus", bus),
            ("Kestrel:Endpoints:grpc:Url", address));
        await service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(AccountTable.Create, transaction: transaction));
        return new LedgerService(service);
    }

    /// <summary>Appends one event for each amount.</summary>
    public async Task Append(int events, string region = Ledger.Region)
    {
        foreach (var batch in Enumerable.Range(0, events).Select(_ => new Posting("a", 1).ToProposal()).Chunk(500))
        {
            await _service.Service<RegionLog<string, Account>>().Decide(region, batch);
        }
    }

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
