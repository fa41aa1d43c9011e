using System.Reflection;
using System.Text;
using Dapper;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_schema : IDisposable
{
    private const string Create = "create table steps(at integer primary key, step text not null)";

    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDatabase _database;

    public A_schema() => _database = SqliteDatabase.Open(_folder.File("test.db"));

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task is_built_by_each_migration_once_in_the_order_of_their_numbers()
    {
        var program = new Program("regional", ("010_later.sqlite.sql", Step("later")), ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("first")));

        await Migrations.Apply(_database, program);
        await Migrations.Apply(_database, program);

        Assert.Equal(["first", "later"], Steps());
    }

    [Fact]
    public async Task grows_by_what_a_newer_program_adds()
    {
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create)));

        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("first"))));

        Assert.Equal(["first"], Steps());
    }

    [Fact]
    public async Task of_a_newer_program_is_refused_to_an_older_one()
    {
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("first"))));

        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create))));

        Assert.Equal(
            $"The database {_folder.File("test.db")} has schema 2 of regional, this program knows 1; run a newer program or restore a copy from before the upgrade.", fault.Message);
    }

    [Fact]
    public async Task is_as_before_when_one_migration_fails()
    {
        await Assert.ThrowsAsync<StartupFaultException>(() => Migrations.Apply(
            _database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("first")), ("003_broken.sqlite.sql", "insert into nothing values (1)"))));

        // Had anything stayed, the first would not be applied again.
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("second try"))));
        Assert.Equal(["second try"], Steps());
    }

    [Fact]
    public async Task made_by_a_migration_that_was_changed_since_is_refused()
    {
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create)));

        var fault = await Assert.ThrowsAsync<StartupFaultException>(() => Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create + " "))));

        Assert.Contains("was made with another 001_steps of regional", fault.Message);
    }

    [Fact]
    public async Task of_two_programs_in_one_database_counts_each_on_its_own()
    {
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.sqlite.sql", Step("first"))));

        await Migrations.Apply(_database, new Program("other", ("001_other.sqlite.sql", Step("other"))));

        Assert.Equal(["first", "other"], Steps());
    }

    [Fact]
    public async Task is_not_built_by_what_is_for_another_engine_or_no_migration()
    {
        await Migrations.Apply(_database, new Program("regional", ("001_steps.sqlite.sql", Create), ("002_first.postgres.sql", Step("first")), ("notes.txt", "?")));

        Assert.Empty(Steps());
    }

    private static string Step(string step) => $"insert into steps(step) values ('{step}')";

    private List<string> Steps()
    {
        using var connection = _database.OpenReader().GetAwaiter().GetResult();
        return [.. connection.Query<string>("select step from steps order by at")];
    }

    /// <summary>A program at one moment of its history, by the migrations that were built into it.</summary>
    private sealed class Program(string name, params (string File, string Sql)[] migrations) : Assembly
    {
        public override AssemblyName GetName() => new(name);

        public override string[] GetManifestResourceNames() => [.. migrations.Select(m => Resource(m.File))];

        public override System.IO.Stream? GetManifestResourceStream(string resource) =>
            new MemoryStream(Encoding.UTF8.GetBytes(migrations.Single(m => Resource(m.File) == resource).Sql));

        private static string Resource(string file) => $"Regional.Data.Migrations.{file}";
    }
}
