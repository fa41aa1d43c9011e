using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests;

public abstract class Any_history(Store store) : IAsyncLifetime
{
    private static readonly string[] Regions = ["VO2201", "PO3008"];

    private Ledger _ledger = null!;
    private int _histories;

    public async ValueTask InitializeAsync() => _ledger = await Ledger.Open(store);

    public ValueTask DisposeAsync() => _ledger.DisposeAsync();

    [Fact]
    public void of_batches_comes_to_what_a_list_of_postings_in_memory_comes_to() =>
        Prop.ForAll(Arb.From(Moments, Without), Play).QuickCheckThrowOnFailure();

    private static IEnumerable<Moment[]> Without(Moment[] history) => Enumerable.Range(0, history.Length).Select(left => history.Where((_, i) => i != left).ToArray());

    // Few accounts, few request ids and small amounts, so that repeats, conflicts and refusals are common.
    private static Gen<Draft> Drafts =>
        from caller in Gen.Choose(0, 1)
        from request in Gen.Choose(0, 11)
        from account in Gen.Choose(0, 2)
        from amount in Gen.Choose(-3, 3)
        select new Draft(caller, request, account, amount);

    private static Gen<Moment[]> Moments =>
        from length in Gen.Choose(1, 8)
        from moments in (
            from region in Gen.Elements(Regions)
            from batches in Drafts.ListOf(4).ListOf(3)
            from isRestart in Gen.Choose(0, 19)
            select new Moment(region, [.. batches.Select(b => b.ToArray())], isRestart == 0)).ArrayOf(length)
        select moments;

    // Every history plays in regions and with callers of its own, all in one database.
    private void Play(Moment[] moments) => PlayAsync(moments, ++_histories).GetAwaiter().GetResult();

    private async Task PlayAsync(Moment[] moments, int history)
    {
        var model = new Model();
        var folds = Regions.ToDictionary(region => region, _ => new Fold());
        foreach (var moment in moments)
        {
            var batches = moment.Batches.Select(batch => batch.Select(d => d.ToPosting(history)).ToArray()).ToArray();
            var expected = batches.Select(batch => batch.Select(p => model.Settle(moment.Region, p)).ToArray()).ToArray();

            // All at once: batches that wait for one another share a commit, and it must not show. Meanwhile one reads on, and finds the log at whatever place.
            var reading = folds[moment.Region].ReadOn(_ledger, $"{moment.Region}#{history}");
            var settled = await Task.WhenAll(batches.Select(batch => _ledger.PostIn($"{moment.Region}#{history}", batch)));
            await reading;

            Assert.Equal(expected, settled.Select(batch => batch.Select(Ledger.TextOf).ToArray()));
            if (moment.IsRestart)
            {
                await _ledger.Reopen();
            }
        }

        foreach (var region in Regions)
        {
            Assert.Equal(model.Accounts(region), _ledger.Accounts($"{region}#{history}"));
            Assert.Equal(model.Events(region), _ledger.Events($"{region}#{history}").Select(e => (e.Position, e.Body)));
            Assert.Equal(model.Events(region).Count(), _ledger.Head($"{region}#{history}"));
            await folds[region].ReadOn(_ledger, $"{region}#{history}");
            Assert.Equal(model.Accounts(region).Select(account => (account.Id, account.Balance)), folds[region].Balances);
        }
    }

    /// <summary>A posting as it is drawn.</summary>
    private sealed record Draft(int Caller, int Request, int Account, int Amount)
    {
        public Posting ToPosting(int history) =>
            new($"{(char)('a' + Account)}", Amount) { Caller = $"caller {Caller} of {history}", RequestId = new Guid(history, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(Request + 1)) };
    }

    /// <summary>Batches that are sent at once, and whether the service starts anew after it.</summary>
    private sealed record Moment(string Region, Draft[][] Batches, bool IsRestart)
    {
        public override string ToString() =>
            $"{Region}: {string.Join(" | ", Batches.Select(b => string.Join(", ", b.Select(d => $"{d.Caller}/{d.Request} {(char)('a' + d.Account)}{d.Amount:+0;-0}"))))}{(IsRestart ? " restart" : "")}";
    }

    /// <summary>What a follower makes of a log: every posting once, in order, however far it reads at a time.</summary>
    private sealed class Fold
    {
        private readonly SortedDictionary<string, long> _balances = new(StringComparer.Ordinal);
        private Cursor _cursor = new();

        public IEnumerable<(string Id, long Balance)> Balances => _balances.Select(balance => (balance.Key, balance.Value));

        public async Task ReadOn(Ledger ledger, string region)
        {
            var (events, cursor) = await ledger.Read(_cursor, region);
            Assert.Equal(Enumerable.Range(1, events.Count).Select(n => _cursor.Position + n), events.Select(e => e.Position));
            foreach (var posted in events.Where(e => e.Type == Posting.PostedType))
            {
                _balances[posted.Body[..1]] = _balances.GetValueOrDefault(posted.Body[..1]) + long.Parse(posted.Body[1..], CultureInfo.InvariantCulture);
            }

            _cursor = cursor;
        }
    }

    /// <summary>What a log comes to, one posting after another.</summary>
    private sealed class Model
    {
        private readonly Dictionary<(string Caller, Guid Id), (string Content, string Answer)> _answers = [];
        private readonly Dictionary<(string Region, string Account), (long Balance, long Position)> _accounts = [];
        private readonly List<(string Region, string Body)> _events = [];

        public string Settle(string region, Posting posting)
        {
            var content = $"{posting.Id}{posting.Amount:+0;-0}";
            if (_answers.TryGetValue((posting.Caller, posting.RequestId), out var earlier))
            {
                return earlier.Content == content ? $"again {earlier.Answer}" : "REQUEST_ID_TAKEN";
            }

            var balance = _accounts.GetValueOrDefault((region, posting.Id)).Balance + posting.Amount;
            if (balance < 0)
            {
                return "TOO_LITTLE";
            }

            _events.Add((region, content));
            if (balance == 0)
            {
                _events.Add((region, posting.Id));
            }

            _accounts[(region, posting.Id)] = (balance, _events.Count(e => e.Region == region));
            var answer = $"{posting.Id}={balance}";
            _answers.Add((posting.Caller, posting.RequestId), (content, answer));
            return answer;
        }

        public IEnumerable<StoredAccount> Accounts(string region) =>
            _accounts.Where(a => a.Key.Region == region).Select(a => new StoredAccount(a.Key.Account, a.Value.Balance, a.Value.Position)).OrderBy(a => a.Id, StringComparer.Ordinal);

        public IEnumerable<(long Position, string Body)> Events(string region) =>
            _events.Where(e => e.Region == region).Select((e, i) => (i + 1L, e.Body));
    }
}

public sealed class Any_history_on_SQLite() : Any_history(new Store());

public sealed class Any_history_on_PostgreSQL(PostgreSqlFixture postgreSql) : Any_history(new Store(postgreSql));
