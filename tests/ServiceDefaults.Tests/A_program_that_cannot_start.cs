using System.Diagnostics;
using Regional.ServiceDefaults.Storage;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

// With a program of this suite, because one line instead of a stack trace is what a whole process makes of a fault.
public sealed class A_program_that_cannot_start(PostgreSqlFixture postgreSql) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task says_that_it_has_no_TLS_outside_Development() => Ends(
        "Regional.Signalering refuses to start in Production: it has no TLS, trust anchor or token keys yet, so it serves in Development only (ASPNETCORE_ENVIRONMENT=Development).",
        ("ASPNETCORE_ENVIRONMENT", "Production"));

    [Fact]
    public Task says_that_it_was_given_no_keys() => Ends(
        "Identity:DevelopmentKeys is not set: name the folder with the development keys, or start through `dotnet run --project AppHost`.",
        ("Identity__DevelopmentKeys", null));

    [Fact]
    public Task says_that_its_own_organisation_has_no_number() => Ends(
        "Deployment:Oin: An OIN has exactly 20 positions. Count the zeros: the number of public test configurations with 21 is a known mistake.",
        ("Deployment__Oin", "twintig"));

    [Fact]
    public async Task says_that_another_process_has_its_database()
    {
        using var taken = SqliteDatabase.Open(_folder.File("data/signalering.db"));

        await Ends($"{_folder.File("data/signalering.db")} is in use by another process, or its folder cannot be written; stop the other one or set Data:Path to another folder.");
    }

    [Fact]
    public async Task says_that_its_key_is_another_than_the_one_of_its_data()
    {
        Directory.CreateDirectory(_folder.File("data/keys"));
        await File.WriteAllTextAsync(_folder.File("data/keys/leerplicht.key"), "no key", TestContext.Current.CancellationToken);

        await Ends($"{_folder.File("data/keys/leerplicht.key")} is damaged or another key than the one on which the data rest; restore it from the backup of the keys.");
    }

    [Fact]
    public Task says_that_no_database_server_answers() => Ends(
        75,
        "The PostgreSQL at 127.0.0.1:1 with the database regional cannot be reached (Connection refused): start it, or correct ConnectionStrings:database.",
        ("ConnectionStrings__database", "Host=127.0.0.1;Port=1;Database=regional;Username=regional;Password=secret"));

    [Fact]
    public async Task says_that_there_is_no_such_database()
    {
        var server = await postgreSql.Server();

        await Ends(
            $"There is no database missing on the PostgreSQL at 127.0.0.1:{server.Port}: make it (createdb), or name another in ConnectionStrings:database.",
            ("ConnectionStrings__database", $"{server.ConnectionString};Database=missing"));
    }

    [Fact]
    public async Task says_that_the_database_does_not_let_it_in()
    {
        var server = await postgreSql.Server();

        await Ends(
            $"The PostgreSQL at 127.0.0.1:{server.Port} does not let postgres into the database postgres: correct Username and Password in ConnectionStrings:database, or the rights of that user.",
            ("ConnectionStrings__database", $"{server.ConnectionString};Password=wrong"));
    }

    private Task Ends(string line, params IEnumerable<(string Name, string? Value)> changes) => Ends(78, line, changes);

    private async Task Ends(int exitCode, string line, params IEnumerable<(string Name, string? Value)> changes)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Regional.Signalering.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new (string, string?)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Data__Path", _folder.File("data")),
            ("Regions__Path", Path.Combine(AppContext.BaseDirectory, "regions")),
            ("Identity__DevelopmentKeys", _folder.File("keys")),
            ("Kestrel__Endpoints__grpc__Url", "http://127.0.0.1:0"),
            ("Kestrel__Endpoints__http__Url", "http://127.0.0.1:0"),
        }.Concat(changes))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await Eventually.Ends(process.WaitForExitAsync(TestContext.Current.CancellationToken));

            Assert.Equal((exitCode, $"{line}\n", ""), (process.ExitCode, (await error).ReplaceLineEndings("\n"), await output));
        }
        finally
        {
            process.Kill();
        }
    }
}
