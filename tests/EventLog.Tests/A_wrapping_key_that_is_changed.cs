using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public abstract class A_wrapping_key_that_is_changed(Store store)
{
    [Fact]
    public async Task opens_everything_and_leaves_nothing_to_the_former_one()
    {
        await using var ledger = await Ledger.Open(store);
        for (var i = 0; i < 3; i++)
        {
            await ledger.Post(Enumerable.Range(i * 400, 400).Select(n => new Posting($"{n}", 1)));
        }

        await ledger.WrappingKey.Rotate(leaked: false);
        File.Delete(ledger.KeyFile("file-keys"));
        await ledger.Reopen();
        await ledger.Post(new Posting("0", 1), new Posting("new", 1));

        Assert.Equal(Enumerable.Range(0, 1_200).Select(n => $"{n}+1").Concat(["0+1", "new+1"]), ledger.Events().Select(e => e.Body));
        Assert.Equal([2], ledger.Wrappings());
    }

    [Fact]
    public async Task is_changed_to_the_end_at_the_next_start_where_that_was_broken_off()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1), new Posting("b", 1));
        await ledger.WrappingKey.Rotate(leaked: false);
        await ledger.Post(new Posting("c", 1));
        await ledger.HalfwayToKey(3, "c");
        await ledger.Reopen();
        Assert.Equal(["a+1", "b+1", "c+1"], ledger.Events().Select(e => e.Body));

        await ledger.WrappingKey.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal([3], ledger.Wrappings());
        Assert.Equal(["a+1", "b+1", "c+1"], ledger.Events().Select(e => e.Body));
    }

    [Fact]
    public async Task is_missed_at_the_start_while_keys_lie_under_it()
    {
        await using var ledger = await Ledger.Open(store);
        await ledger.Post(new Posting("a", 1));
        await ledger.WrappingKey.Rotate(leaked: false);
        var file = ledger.KeyFile("file-keys.2");
        File.Move(file, $"{file}.moved");

        Assert.Contains("file-keys.2.key is missing", (await Assert.ThrowsAsync<StartupFaultException>(ledger.OpenKeys)).Message);
        File.Move($"{file}.moved", file);
    }
}

public sealed class A_wrapping_key_that_is_changed_on_SQLite() : A_wrapping_key_that_is_changed(new Store());

public sealed class A_wrapping_key_that_is_changed_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_wrapping_key_that_is_changed(new Store(postgreSql));
