using System.Text;
using Regional.Tests;
using static Regional.Subjects.Tests.Pupils;

namespace Regional.Subjects.Tests;

public abstract class A_subject(Store store) : IAsyncLifetime
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
    public async Task stays_the_same_for_a_number_and_differs_between_numbers()
    {
        var first = await _pupils.Of(Numbers(0, 100));
        var again = await _pupils.Of(Numbers(0, 100));

        Assert.Equal(first, again);
        Assert.Equal(100, first.Distinct().Count());
    }

    [Fact]
    public async Task is_another_for_another_purpose()
    {
        var leerplicht = await _pupils.Of(Numbers(0, 20));
        var other = await _pupils.Store.GetOrCreate("toelaatbaarheid", Numbers(0, 20));

        Assert.Empty(leerplicht.Intersect(other));
    }

    [Fact]
    public async Task is_one_for_a_number_that_a_batch_holds_twice()
    {
        var subjects = await _pupils.Of([.. Numbers(0, 3), .. Numbers(1, 3)]);

        Assert.Equal((subjects[1], subjects[2]), (subjects[3], subjects[4]));
        Assert.Equal(4, subjects.Distinct().Count());
    }

    [Fact]
    public async Task is_one_for_all_who_ask_at_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => _pupils.Of(Numbers(i * 10, 200)), TestContext.Current.CancellationToken)));

        var byNumber = asked.SelectMany((subjects, i) => subjects.Select((subject, n) => (Number: (i * 10) + n, subject))).GroupBy(pair => pair.Number, pair => pair.subject);
        Assert.All(byNumber, subjects => Assert.Single(subjects.Distinct()));
    }

    [Fact]
    public async Task is_not_made_by_looking_for_it()
    {
        var known = await _pupils.Of(Numbers(0, 1));

        Assert.Equal(known[0], await _pupils.Store.Find(SubjectStore.Leerplicht, Numbers(0, 1)[0]));
        Assert.Null(await _pupils.Store.Find(SubjectStore.Leerplicht, Numbers(1, 1)[0]));
        Assert.Equal(1, _pupils.Forms()[1]);
    }

    [Fact]
    public async Task stays_when_the_database_is_opened_anew_and_no_file_holds_a_number()
    {
        var before = await _pupils.Of(Numbers(0, 50));
        _pupils.Dispose();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.All(A_person_number.Published.Take(50), number => Assert.DoesNotContain(number, text));
        }

        await InitializeAsync();

        Assert.Equal(before, await _pupils.Of(Numbers(0, 50)));
    }
}

public sealed class A_subject_on_SQLite() : A_subject(new Store());

public sealed class A_subject_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_subject(new Store(postgreSql));
