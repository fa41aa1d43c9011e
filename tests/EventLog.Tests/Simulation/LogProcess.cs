using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Regional.EventLog.Erasing;
using Regional.EventLog.Faults;
using Regional.EventLog.Sealing;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Subjects;

namespace Regional.EventLog.Tests.Simulation;

/// <summary>One run of the service that has the log, from its start to its death. What it holds in memory is gone then.</summary>
internal sealed class LogProcess
{
    public const string Service = "ledger";
    public const string Posted = "nl.regional.ledger.geboekt.v1";
    public const string PostedAnew = "nl.regional.ledger.geboekt.v2";

    private readonly Dictionary<string, BatchCommit<string, Account>> _logs;
    private readonly SecretKeys _keys;
    private readonly SubjectStore _subjects;
    private readonly Erasures _erasures;

    public LogProcess(string file, string list, Template template, TimeProvider clock, int pageSize)
    {
        Database = new(SqliteDatabase.Open(file));
        _keys = new(template.Keys, Database);
        _subjects = new(Database, _keys);
        var (fileKeys, table, orders) = (new FileKeys(_keys), new AccountTable(), new ErasureList(list, clock));
        var fence = new ErasureFence(orders, _subjects, NullLogger<ErasureFence>.Instance);
        _erasures = new(Database, _subjects, orders, new LogErasure(Database, table, fileKeys, Service, clock), fence, clock, NullLogger<Erasures>.Instance);
        _logs = Life.Regions.ToDictionary(region => region, region => new BatchCommit<string, Account>(Database, table, fileKeys, fence, region, FaultPoints.None, clock, NullLogger.Instance));
        Feed = new(Database, fileKeys, "urn:nld:tests", clock) { PageSize = pageSize };
        WholeFeed = new(Database, fileKeys, "urn:nld:tests", clock);
        Identity = new(Database);
    }

    public MortalDatabase Database { get; }

    public FeedReader Feed { get; }

    /// <summary>The same in one page.</summary>
    public FeedReader WholeFeed { get; }

    public LogIdentity Identity { get; }

    /// <summary>Orders whose persons have been looked up, and which wait for a commit.</summary>
    public List<Prepared> Waiting { get; } = [];

    /// <summary>As the host starts it: keys, epoch, and what was ordered to be erased; without the task that tries this again after a fault, on another thread.</summary>
    public async Task Start()
    {
        await _keys.Open([]);
        await Identity.RaiseWhereRestored();
        await _erasures.CarryOut();
    }

    /// <summary>The first step of a push: who the persons are.</summary>
    public async Task<IReadOnlyList<Prepared>> Prepare(IReadOnlyList<Order> orders)
    {
        var known = _erasures.Known;
        var subjects = await _subjects.GetOrCreate(Template.Purpose, [.. orders.Select(order => NumberOf(order.Person))]);
        var prepared = orders.Zip(subjects, (order, subject) => new Prepared(order, subject, known)).ToList();
        Waiting.AddRange(prepared);
        return prepared;
    }

    /// <summary>The second: what came together is settled in one commit.</summary>
    public async Task<IReadOnlyList<string>> Commit(string region, IReadOnlyList<Prepared> group) =>
        [.. (await _logs[region].Run(group.Select(ProposalOf).ToArray())).Select(Ledger.TextOf)];

    /// <summary>Who a person is, as far as one knows.</summary>
    public Task<SubjectId?> Find(int person) => _subjects.Find(Template.Purpose, NumberOf(person));

    public Task<int> Erase(SubjectId subject, string region) => _erasures.Order(subject, [new(region, subject.ToBytes())]);

    private static PersonNumber NumberOf(int person)
    {
        Assert.True(PersonNumber.TryParse($"T{person:D9}", development: true, out var number, out var reason), reason);
        return number;
    }

    private static Proposal<string, Account> ProposalOf(Prepared item)
    {
        var (order, file) = (item.Order, item.Subject.ToBytes());
        return new(item.Subject.ToString(), new(Order.Caller, order.Id, SHA256.HashData(order.Bytes)), Decide) { Erasures = item.Erasures };

        Decision<Account> Decide(Account? now)
        {
            var balance = (now?.Balance ?? 0) + order.Amount;
            if (balance < 0)
            {
                return new Refusal(StatusCode.FailedPrecondition, "TOO_LITTLE", "Nobody has less than nothing.");
            }

            var events = new List<NewEvent> { new(order.Amount == Life.NewKind ? PostedAnew : Posted, file, order.Bytes) };
            if (balance == 0)
            {
                events.Add(new(Posted, file, Encoding.UTF8.GetBytes($"{order.Content} empty")));
            }

            return Decision<Account>.Accept(new(item.Subject.ToString(), balance), Encoding.UTF8.GetBytes($"{order.Person}={balance}"), events);
        }
    }
}
