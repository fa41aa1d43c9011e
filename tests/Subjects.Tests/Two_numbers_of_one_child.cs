using Regional.Tests;
using static Regional.Subjects.Tests.Pupils;

namespace Regional.Subjects.Tests;

public abstract class Two_numbers_of_one_child(Store store) : IAsyncLifetime
{
    private static readonly PersonNumber Onderwijsnummer = Number("101222331");

    private readonly TemporaryFolder _folder = new();
    private Pupils _pupils = null!;

    private static PersonNumber Bsn => Numbers(0, 1)[0];

    public async ValueTask InitializeAsync() => _pupils = await Pupils.Open(await store.NewDatabase(), _folder);

    public ValueTask DisposeAsync()
    {
        _pupils.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task lead_to_the_subject_of_the_first_once_they_are_linked()
    {
        var before = await _pupils.Of([Onderwijsnummer]);

        Assert.True(await Link());

        Assert.Equal([before[0], before[0]], await _pupils.Of([Bsn, Onderwijsnummer]));
    }

    [Fact]
    public async Task lead_to_the_subject_of_the_second_where_only_that_was_known()
    {
        var before = await _pupils.Of([Bsn]);

        Assert.True(await Link());

        Assert.Equal([before[0], before[0]], await _pupils.Of([Bsn, Onderwijsnummer]));
    }

    [Fact]
    public async Task lead_to_one_new_subject_where_neither_was_known()
    {
        Assert.True(await Link());
        Assert.True(await Link());

        Assert.Single((await _pupils.Of([Bsn, Onderwijsnummer])).Distinct());
    }

    [Fact]
    public async Task stay_apart_where_both_were_known_as_two()
    {
        var before = await _pupils.Of([Bsn, Onderwijsnummer]);

        Assert.False(await Link());

        Assert.Equal(before, await _pupils.Of([Bsn, Onderwijsnummer]));
    }

    [Fact]
    public async Task lead_to_one_subject_however_many_link_and_ask_at_once()
    {
        var pairs = Numbers(0, 60).Chunk(2).ToList();
        await Task.WhenAll(pairs.SelectMany(pair => new[] { pair, [pair[1], pair[0]] }).Select(pair => Task.Run(
            () => _pupils.Store.Link(SubjectStore.Leerplicht, pair[0], pair[1]), TestContext.Current.CancellationToken)));

        foreach (var pair in pairs)
        {
            Assert.Single((await _pupils.Of(pair)).Distinct());
        }
    }

    private Task<bool> Link() => _pupils.Store.Link(SubjectStore.Leerplicht, Onderwijsnummer, Bsn);
}

public sealed class Two_numbers_of_one_child_on_SQLite() : Two_numbers_of_one_child(new Store());

public sealed class Two_numbers_of_one_child_on_PostgreSQL(PostgreSqlFixture postgreSql) : Two_numbers_of_one_child(new Store(postgreSql));
