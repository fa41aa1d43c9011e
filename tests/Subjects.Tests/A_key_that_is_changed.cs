using System.Security.Cryptography;
using System.Text;
using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using static Regional.Subjects.Tests.Pupils;

namespace Regional.Subjects.Tests;

public abstract class A_key_that_is_changed(Store store) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private string? _connectionString;
    private Pupils _pupils = null!;

    public async ValueTask InitializeAsync()
    {
        _connectionString ??= await store.NewDatabase();
        _pupils = await Pupils.Open(_connectionString, _folder);
    }

    public ValueTask DisposeAsync()
    {
        _pupils.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task leads_to_the_same_subjects_and_rewrites_who_is_seen()
    {
        var before = await _pupils.Of(Numbers(0, 20));
        await Change(leaked: false);

        Assert.Equal(before.Take(5), await _pupils.Of(Numbers(0, 5)));
        Assert.Equal((15, 5), (_pupils.Forms()[1], _pupils.Forms()[2]));
        Assert.Equal(before.Skip(5), (await _pupils.Of(Numbers(5, 16))).Take(15));
        Assert.Equal([(2, 21)], _pupils.Forms().Select(f => (f.Key, f.Value)));
    }

    [Fact]
    public async Task leads_to_the_same_subjects_when_it_is_changed_again_before_all_were_seen()
    {
        var before = await _pupils.Of(Numbers(0, 20));
        await Change(leaked: false);
        await _pupils.Of(Numbers(0, 5));
        await Change(leaked: true);
        await _pupils.Of(Numbers(5, 5));
        await Change(leaked: false);

        Assert.Equal(before, await _pupils.Of(Numbers(0, 20)));
        Assert.Single(_pupils.Forms());
    }

    [Fact]
    public async Task for_a_leak_leaves_no_row_that_the_old_key_finds()
    {
        var before = await _pupils.Of(Numbers(0, 500));
        var leaked = _pupils.Keys.Get(SubjectStore.Leerplicht);

        await Change(leaked: true);

        Assert.Empty(Stored().Intersect(A_person_number.Published.Select(number => Convert.ToHexString(HMACSHA256.HashData(leaked, Encoding.ASCII.GetBytes(number))))));
        Assert.Equal(before, await _pupils.Of(Numbers(0, 500)));
    }

    [Fact]
    public async Task is_learned_by_another_process_before_it_gives_a_second_subject()
    {
        if (_connectionString is null)
        {
            Assert.Skip("A SQLite file belongs to one process.");
        }

        using var other = await Pupils.Open(_connectionString, _folder);
        var before = await other.Of(Numbers(0, 20));
        await _pupils.Leerplicht.Rotate(leaked: false);
        await _pupils.Of(Numbers(0, 10));
        Assert.Equal(before, await other.Of(Numbers(0, 20)));

        await _pupils.Leerplicht.Rotate(leaked: true);
        Assert.Equal(before, await other.Of(Numbers(0, 20)));
    }

    [Fact]
    public async Task is_needed_until_nothing_rests_on_it()
    {
        await _pupils.Of(Numbers(0, 2));
        await Change(leaked: false);
        await _pupils.Of(Numbers(0, 1));
        Assert.Empty(await _pupils.Leerplicht.Retire());
        File.Move(_folder.File("keys/leerplicht.key"), _folder.File("kept"));
        Assert.Contains("leerplicht.key is missing", (await Assert.ThrowsAsync<StartupFaultException>(Reopen)).Message);

        File.Move(_folder.File("kept"), _folder.File("keys/leerplicht.key"));
        _pupils = await Pupils.Open(_connectionString, _folder);
        await _pupils.Of(Numbers(1, 1));
        Assert.Equal(["leerplicht"], await _pupils.Leerplicht.Retire());
    }

    // As the operator does it: the program that changes a key ends.
    private async Task Change(bool leaked)
    {
        await _pupils.Leerplicht.Rotate(leaked);
        await Reopen();
    }

    private async Task Reopen()
    {
        _pupils.Dispose();
        _pupils = await Pupils.Open(_connectionString, _folder);
    }

    private List<string> Stored()
    {
        using var connection = _pupils.Database.OpenReader().GetAwaiter().GetResult();
        return [.. connection.Query<byte[]>("select hmac from subjects").Select(Convert.ToHexString)];
    }
}

public sealed class A_key_that_is_changed_on_SQLite() : A_key_that_is_changed(new Store());

public sealed class A_key_that_is_changed_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_key_that_is_changed(new Store(postgreSql));
