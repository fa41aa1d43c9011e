using Dapper;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_list_of_erasures(Store store)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task that_is_another_takes_no_order_and_erases_nothing()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        await ledger.Erase("a");
        await ledger.ReopenWithAnotherList();

        var refusal = (await Assert.ThrowsAsync<RefusedException>(() => ledger.Erase("b"))).Refusal;

        Assert.Equal("ERASURE_LIST", refusal.Reason);
        Assert.Equal("b+1", ledger.Events()[1].Body);
        Assert.Equal(0, new FileInfo(ledger.ErasureFile).Length);
    }

    [Fact]
    public async Task that_is_another_of_the_same_length_erases_nothing()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        await ledger.Erase("a");
        await ledger.ReopenWithAnotherList();
        await ledger.OrderOnly("b");

        var refusal = (await Assert.ThrowsAsync<RefusedException>(ledger.Erasures.CarryOut)).Refusal;

        Assert.Equal("ERASURE_LIST", refusal.Reason);
        Assert.Equal("b+1", ledger.Events()[1].Body);
    }

    [Fact]
    public async Task that_is_another_stops_the_start()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        await ledger.Erase("a");
        await ledger.ReopenWithAnotherList();
        await ledger.OrderOnly("b");
        await ledger.OrderOnly("a");

        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => ledger.Erasures.StartAsync(Cancellation));

        Assert.StartsWith($"{ledger.ErasureFile} is not the list of which the data have carried out 1 erasures: line 1 is another.", fault.Message, StringComparison.Ordinal);
        Assert.Equal("b+1", ledger.Events()[1].Body);
    }

    [Fact]
    public async Task is_taken_over_where_an_earlier_program_carried_it_out()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        await ledger.Erase("a");
        await ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync("update logs set erasures_hash = null; update erasures set hash = null", transaction: transaction));
        await ledger.Reopen();

        await ledger.Erasures.StartAsync(Cancellation);

        await ledger.ReopenWithAnotherList();
        await ledger.OrderOnly("b");
        await Assert.ThrowsAsync<StartupFaultException>(() => ledger.Erasures.StartAsync(Cancellation));
    }

    [Fact]
    public async Task that_another_puts_in_the_place_of_ours_meanwhile_moves_no_database_on()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        var before = await ledger.Database.Write(LogTail.Erasures);
        await ledger.Erase("a");

        var erased = await ledger.LogErasure.Run(Ledger.Region, [Posting.SubjectOf("b")], before.Single().Done, new(2, "another"));

        Assert.Equal(0, erased);
        Assert.False(await ledger.Subjects.Forget([], default, new(2, "another")));
        Assert.Equal("b+1", ledger.Events()[1].Body);
    }

    [Fact]
    public async Task that_cannot_be_read_refuses_only_what_was_on_its_way()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        var known = ledger.Erasures.Known;
        await ledger.Erase("a");
        await ledger.Reopen();
        File.Delete(ledger.ErasureFile);
        Directory.CreateDirectory(ledger.ErasureFile);

        var late = await ledger.Post(new Posting("a", 1) { Erasures = known }, new Posting("b", 1) { Erasures = known }, new Posting("c", 1));
        var again = await ledger.Post(new Posting("b", 1) { Erasures = ledger.Erasures.Known });

        Assert.Equal(["ERASED_MEANWHILE", "ERASED_MEANWHILE", "c=1", "b=2"], late.Concat(again).Select(Ledger.TextOf));
    }

    [Fact]
    public async Task is_not_read_again_for_what_is_known_of_it()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        var known = ledger.Erasures.Known;
        await ledger.Erase("a");
        await using var taken = new FileStream(ledger.ErasureFile, FileMode.Open, FileAccess.Read, FileShare.None);

        var late = await ledger.Post(new Posting("a", 1) { Erasures = known }, new Posting("b", 1) { Erasures = known });

        Assert.Equal(["ERASED_MEANWHILE", "b=2"], late.Select(Ledger.TextOf));
    }

    [Fact]
    public async Task that_is_another_lets_nothing_past_that_was_on_its_way()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        var known = ledger.Erasures.Known;
        await ledger.Erase("a");
        await ledger.ReopenWithAnotherList();
        await ledger.OrderOnly("b");

        var late = await ledger.Post(new Posting("a", 1) { Erasures = known });

        Assert.Equal(["ERASED_MEANWHILE"], late.Select(Ledger.TextOf));
    }
}

public sealed class A_list_of_erasures_on_SQLite() : A_list_of_erasures(new Store());

public sealed class A_list_of_erasures_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_list_of_erasures(new Store(postgreSql));
