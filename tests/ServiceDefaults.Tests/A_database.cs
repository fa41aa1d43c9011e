using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_database : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public A_database()
    {
        _database = SqliteDatabase.Open(_folder.File("data/test.db"));
        Write("create table kept(value integer not null)").GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task keeps_what_a_write_with_a_result_wrote()
    {
        await Write("insert into kept values (1)");

        Assert.Equal([1L], Kept());
    }

    [Fact]
    public async Task undoes_a_write_that_gives_nothing()
    {
        await _database.Write<object?>(async transaction => { await transaction.Connection!.ExecuteAsync("insert into kept values (1)", transaction: transaction); return null; });

        Assert.Empty(Kept());
    }

    [Fact]
    public async Task undoes_a_write_that_throws_and_takes_the_next()
    {
        await Assert.ThrowsAsync<FormatException>(() => _database.Write(async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("insert into kept values (1)", transaction: transaction);
            throw new FormatException();
        }));
        await Write("insert into kept values (2)");

        Assert.Equal([2L], Kept());
    }

    [Fact]
    public async Task shows_a_reader_what_was_committed_while_a_write_runs()
    {
        await _database.Write(async transaction =>
        {
            await transaction.Connection!.ExecuteAsync("insert into kept values (1)", transaction: transaction);
            Assert.Empty(Kept());
        });

        Assert.Equal([1L], Kept());
    }

    [Fact]
    public async Task takes_one_write_at_a_time()
    {
        var (running, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _database.Write(async transaction =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await transaction.Connection!.ExecuteAsync("insert into kept values (@i)", new { i }, transaction);
            Interlocked.Decrement(ref running);
        }))));

        Assert.Equal((1, 20), (most, Kept().Count));
    }

    [Fact]
    public void is_refused_to_a_second_who_opens_it_and_given_when_the_first_is_done()
    {
        var file = _folder.File("data/other.db");
        var first = SqliteDatabase.Open(file);

        var fault = Assert.Throws<StartupFaultException>(() => SqliteDatabase.Open(file));

        Assert.Equal($"{file} is in use by another process, or its folder cannot be written; stop the other one or set Data:Path to another folder.", fault.Message);
        first.Dispose();
        SqliteDatabase.Open(file).Dispose();
    }

    [Fact]
    public void that_is_none_is_refused_in_one_line_and_its_lock_given_back()
    {
        var file = _folder.File("data/none.db");
        File.WriteAllText(file, "Dit is geen database, maar een brief van meer dan honderd tekens, zodat er een kop gelezen kan worden die er geen is.");

        Assert.Matches("^.*none.db cannot be opened as a database \\(26\\).*$", Assert.Throws<StartupFaultException>(() => SqliteDatabase.Open(file)).Message);
        File.Delete(file);
        SqliteDatabase.Open(file).Dispose();
    }

    private Task Write(string sql) => _database.Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));

    private List<long> Kept()
    {
        using var connection = _database.OpenReader().GetAwaiter().GetResult();
        return [.. connection.Query<long>("select value from kept order by value")];
    }
}
