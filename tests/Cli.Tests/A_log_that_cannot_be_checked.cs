using Microsoft.Data.Sqlite;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.Cli.Tests;

public sealed class A_log_that_cannot_be_checked(PostgreSqlFixture postgreSql) : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("There is no stack here whose data could be taken.")]
    [InlineData("missing.db. Name the SQLite file, the folder that holds it, or", "--database", "missing.db")]
    [InlineData("text.db holds no log: ", "--database", "text.db")]
    [InlineData("empty.db holds no log: ", "--database", "empty.db")]
    [InlineData("other.db. Name the SQLite file, the folder that holds it, or", "--database", ".", "--service", "other")]
    [InlineData("The connection string of the database (ConnectionStrings:database, --database) cannot be read", "--database", "Sevrer=x;Password=secret")]
    [InlineData("127.0.0.1:1/regional (signalering) cannot be opened: ", "--database", "Host=127.0.0.1;Port=1;Database=regional;Username=u;Password=secret")]
    [InlineData("missing.ndjson", "--receipt", "missing.ndjson")]
    [InlineData("--receipt: empty.ndjson holds no receipt. Name a file that push --receipts wrote.", "--receipt", "empty.ndjson")]
    [InlineData("--receipt: text.db holds no receipt. Name a file that push --receipts wrote.", "--receipt", "text.db")]
    [InlineData("--journal: text.db holds no line of a journal. Name a file that push --journal wrote.", "--journal", "text.db")]
    [InlineData("--public-key: text.db holds no public key in PEM. Name the file that the command log keys printed.", "--receipt", "text.db", "--public-key", "text.db")]
    [InlineData("--service: A service is named in small letters. Write it like signalering.", "--service", "x; drop")]
    public async Task ends_with_2_and_says_why(string line, params string[] args)
    {
        _shell.Write("text.db", "this is no database, however long it may be");
        _shell.Write("empty.ndjson");
        using (var empty = new SqliteConnection($"Data Source={_shell.File("empty.db")};Pooling=false"))
        {
            empty.Open();
            using var command = empty.CreateCommand();
            command.CommandText = "create table other(id integer)";
            command.ExecuteNonQuery();
        }

        var ran = await _shell.Run(["log", "verify", .. args]);

        Assert.Equal((ExitCode.WrongUsage, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(line, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_shell.File("missing.db")));
    }

    [Fact]
    public async Task is_one_that_nothing_was_stored_in_yet()
    {
        await using var ledger = await Ledger.Open(new Store());

        var ran = await _shell.Run("log", "verify", "--database", ledger.Place);

        Assert.Equal((ExitCode.WrongUsage, $"{ledger.Place} holds no log of signalering yet, so nothing of it could be checked.\n"), (ran.ExitCode, ran.Error));
    }

    [Fact]
    public async Task lies_on_the_PostgreSQL_of_the_running_stack()
    {
        await using var ledger = await Ledger.Open(new Store(postgreSql));
        _shell.StartStack(ledger.Place);

        var ran = await _shell.Run("log", "verify");

        Assert.Matches(@"\(signalering\) holds no log: .*relation ""logs"" does not exist", ran.Error);
    }

    [Fact]
    public async Task is_one_of_another_service_on_PostgreSQL()
    {
        await using var ledger = await Ledger.Open(new Store(postgreSql));

        var ran = await _shell.Run("log", "verify", "--database", ledger.Place);

        Assert.Equal(ExitCode.WrongUsage, ran.ExitCode);
        Assert.Matches(@"\(signalering\) holds no log: .*relation ""logs"" does not exist.* Name the database of a service that has one.\n$", ran.Error);
    }

    [Fact]
    public async Task is_not_said_to_be_restored_while_its_service_runs_or_where_there_is_none()
    {
        await using var ledger = await Ledger.Open(new Store());
        _shell.Write("text.db", "no database");

        var (running, missing, other) = (await Restored(ledger.Place), await Restored("missing.db"), await Restored("text.db"));

        Assert.Equal((ExitCode.NotDone, ExitCode.NotDone, ExitCode.NotDone), (running.ExitCode, missing.ExitCode, other.ExitCode));
        Assert.Contains("is in use by another process", running.OneLine, StringComparison.Ordinal);
        Assert.Contains("missing.db. Name the SQLite file", missing.OneLine, StringComparison.Ordinal);
        Assert.Equal("no database\n", File.ReadAllText(_shell.File("text.db")));
        Assert.False(File.Exists(_shell.File("missing.db")));
    }

    private Task<Ran> Restored(string place) => _shell.Run("log", "restored", "--database", place);
}
