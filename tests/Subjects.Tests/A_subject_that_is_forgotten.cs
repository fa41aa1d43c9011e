using Dapper;
using Npgsql;
using Regional.Tests;
using static Regional.Subjects.Tests.Pupils;

namespace Regional.Subjects.Tests;

public sealed class A_subject_that_is_forgotten(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private static readonly PersonNumber Onderwijsnummer = Number("101222331");

    private readonly TemporaryFolder _folder = new();
    private Pupils _pupils = null!;
    private string _connectionString = "";

    private static PersonNumber Bsn => Numbers(0, 1)[0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _connectionString = (await new Store(postgreSql).NewDatabase())!;
        _pupils = await Pupils.Open(_connectionString, _folder);
    }

    public ValueTask DisposeAsync()
    {
        _pupils.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task gets_no_other_number_from_who_linked_it_meanwhile()
    {
        var subject = (await _pupils.Of([Onderwijsnummer]))[0];
        await using var session = await Open();
        await using var forgetting = await session.BeginTransactionAsync(Cancellation);
        await session.ExecuteAsync(Lock(""), transaction: forgetting);

        var linking = _pupils.Store.Link(SubjectStore.Leerplicht, Onderwijsnummer, Bsn);
        await Waits(linking);
        await session.ExecuteAsync("delete from subjects", transaction: forgetting);
        await forgetting.CommitAsync(Cancellation);

        Assert.True(await linking);
        Assert.DoesNotContain(subject, await _pupils.Of([Onderwijsnummer, Bsn]));
    }

    [Fact]
    public async Task is_forgotten_with_the_number_that_is_being_linked_to_it()
    {
        var subject = (await _pupils.Of([Onderwijsnummer]))[0];
        await using var session = await Open();
        await using var linking = await session.BeginTransactionAsync(Cancellation);
        await session.ExecuteAsync(Lock("_shared"), transaction: linking);
        await session.ExecuteAsync("insert into subjects(purpose, hmac, subject) select purpose, sha256(hmac), subject from subjects", transaction: linking);

        var forgetting = _pupils.Store.Forget([subject], default, new(1, "hash"));
        await Waits(forgetting);
        await linking.CommitAsync(Cancellation);

        Assert.True(await forgetting);
        Assert.Empty(await session.QueryAsync<byte[]>("select subject from subjects"));
    }

    // As who forgets takes it, and, shared, who adds a number.
    private static string Lock(string kind) => $"select pg_advisory_xact_lock{kind}(hashtext('regional digests ' || current_schema()))";

    private async Task Waits(Task task)
    {
        await using var onlooker = await Open();
        await Eventually.Holds(
            async () => task.IsCompleted || await onlooker.QuerySingleAsync<bool>("select exists(select 1 from pg_locks where locktype = 'advisory' and not granted)"),
            () => "It neither waits nor ends.");
    }

    private async Task<NpgsqlConnection> Open()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false, SearchPath = "subjects" }.ConnectionString);
        await connection.OpenAsync(Cancellation);
        return connection;
    }
}
