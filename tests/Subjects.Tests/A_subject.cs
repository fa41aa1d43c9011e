using System.Text;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.Subjects.Tests;

public sealed class A_subject : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SqliteDatabase _database = null!;

    private SubjectStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = SqliteDatabase.Open(_folder.File("subjects.db"));
        await Migrations.Apply(_database, typeof(SubjectStore).Assembly);
        var keys = new SecretKeys(_folder.File("keys"), _database);
        await keys.Open([SubjectStore.Leerplicht, "toelaatbaarheid"]);
        Store = new(_database, keys);
    }

    public ValueTask DisposeAsync()
    {
        _database.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task stays_the_same_for_a_number_and_differs_between_numbers()
    {
        var first = await Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(0, 100));
        var again = await Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(0, 100));

        Assert.Equal(first, again);
        Assert.Equal(100, first.Distinct().Count());
    }

    [Fact]
    public async Task is_another_for_another_purpose()
    {
        var leerplicht = await Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(0, 20));
        var other = await Store.GetOrCreate("toelaatbaarheid", Numbers(0, 20));

        Assert.Empty(leerplicht.Intersect(other));
    }

    [Fact]
    public async Task is_one_for_a_number_that_a_batch_holds_twice()
    {
        var subjects = await Store.GetOrCreate(SubjectStore.Leerplicht, [.. Numbers(0, 3), .. Numbers(1, 3)]);

        Assert.Equal((subjects[1], subjects[2]), (subjects[3], subjects[4]));
        Assert.Equal(4, subjects.Distinct().Count());
    }

    [Fact]
    public async Task is_one_for_all_who_ask_at_once()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(
            () => Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(i * 10, 200)), TestContext.Current.CancellationToken)));

        var byNumber = asked.SelectMany((subjects, i) => subjects.Select((subject, n) => (Number: (i * 10) + n, subject))).GroupBy(pair => pair.Number, pair => pair.subject);
        Assert.All(byNumber, subjects => Assert.Single(subjects.Distinct()));
    }

    [Fact]
    public async Task stays_when_the_files_are_opened_anew_and_the_files_hold_no_number()
    {
        var before = await Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(0, 50));
        _database.Dispose();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.All(A_person_number.Published.Take(50), number => Assert.DoesNotContain(number, text));
        }

        await InitializeAsync();

        Assert.Equal(before, await Store.GetOrCreate(SubjectStore.Leerplicht, Numbers(0, 50)));
    }

    private static List<PersonNumber> Numbers(int from, int count) => [.. A_person_number.Published.Skip(from).Take(count).Select(text =>
    {
        Assert.True(PersonNumber.TryParse(text, false, out var number, out _));
        return number;
    })];
}
