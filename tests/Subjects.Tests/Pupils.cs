using Dapper;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.Subjects.Tests;

/// <summary>The pseudonyms of a service, as one process has them open.</summary>
internal sealed class Pupils : IDisposable
{
    private Pupils(Database database, SecretKeys keys)
    {
        (Database, Keys) = (database, keys);
        Store = new(database, keys);
        Leerplicht = new(SubjectStore.Leerplicht, database, keys);
    }

    public Database Database { get; }

    public SecretKeys Keys { get; }

    public SubjectStore Store { get; }

    public PurposeKey Leerplicht { get; }

    public static async Task<Pupils> Open(string? connectionString, TemporaryFolder folder)
    {
        var database = Regional.Tests.Store.Open(connectionString, folder.File("subjects.db"));
        var pupils = new Pupils(database, new SecretKeys(folder.File("keys"), database));
        try
        {
            await Migrations.Apply(database, typeof(SubjectStore).Assembly);
            await pupils.Keys.Open([SubjectStore.Leerplicht, "toelaatbaarheid"]);
            return pupils;
        }
        catch
        {
            pupils.Dispose();
            throw;
        }
    }

    public Task<IReadOnlyList<SubjectId>> Of(IReadOnlyList<PersonNumber> numbers) => Store.GetOrCreate(SubjectStore.Leerplicht, numbers);

    /// <summary>The form of each row, and how many have it.</summary>
    public IReadOnlyDictionary<int, int> Forms()
    {
        using var connection = Database.OpenReader().GetAwaiter().GetResult();
        return connection.Query<(int Form, long Rows)>("select form, count(*) from subjects group by form").ToDictionary(row => row.Form, row => (int)row.Rows);
    }

    public void Dispose() => Database.Dispose();

    public static IReadOnlyList<PersonNumber> Numbers(int from, int count) => [.. A_person_number.Published.Skip(from).Take(count).Select(Number)];

    public static PersonNumber Number(string text)
    {
        Assert.True(PersonNumber.TryParse(text, false, out var number, out _));
        return number;
    }
}
