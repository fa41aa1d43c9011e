using Dapper;
using Microsoft.Data.Sqlite;
using Regional.Tests;

namespace Regional.Signalering.Tests;

public sealed class A_key_that_the_operator_changes : IDisposable
{
    private const string Number = "999993653";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task leads_to_the_same_pupil_and_opens_the_same_log()
    {
        await using (var service = await SignaleringProcess.Start(_folder))
        {
            await service.Send(Number);
        }

        var (exitCode, said) = await SignaleringProcess.Do(_folder, "--rotate", "leerplicht");
        Assert.Equal((0, true), (exitCode, said.Contains("Key leerplicht is followed by leerplicht.2.", StringComparison.Ordinal)));
        (exitCode, said) = await SignaleringProcess.Do(_folder, "--replace-leaked", "leerplicht");
        Assert.Equal((0, true), (exitCode, said.Contains("Key leerplicht is replaced by leerplicht.3, and 1 rows rest on it.", StringComparison.Ordinal)));
        (exitCode, said) = await SignaleringProcess.Do(_folder, "--rotate", "file-keys");
        Assert.Equal((0, true), (exitCode, said.Contains("Key file-keys is replaced by file-keys.2, under which 1 keys of files lie now.", StringComparison.Ordinal)));

        await using var restarted = await SignaleringProcess.Start(_folder);
        await restarted.Send(Number);
        using var database = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _folder.File("data/signalering.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        Assert.Equal((2L, 1L), database.QuerySingle<(long, long)>("select count(*), count(distinct subject) from signals"));
    }

    [Fact]
    public async Task must_be_one_that_can_be_changed()
    {
        var (exitCode, said) = await SignaleringProcess.Do(_folder, "--rotate", "resume-token");

        Assert.Equal(78, exitCode);
        Assert.Equal("--rotate resume-token: there is no such key to change; there is file-keys and leerplicht.", said.Split('\n')[^1]);
    }
}
