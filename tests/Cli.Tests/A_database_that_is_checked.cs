using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.Cli.Tests;

public sealed class A_database_that_is_checked : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private Ledger _ledger = null!;

    private string Data => _shell.File(".regional/data/ledger");

    public async ValueTask InitializeAsync()
    {
        _ledger = await Ledger.Open(new Store());
        await _ledger.Post(new Posting("a", 1));
        Directory.CreateDirectory(Data);
    }

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task is_found_in_the_stack_of_the_folder_and_left_as_it_was()
    {
        await _ledger.Stop();
        File.Copy(_ledger.Place, Path.Combine(Data, "ledger.db"));

        await IsWholeAndLeftAsItWas("ledger.db");
    }

    [Fact]
    public async Task is_left_as_a_crash_has_left_it()
    {
        foreach (var file in new[] { "ledger.db", "ledger.db-wal" })
        {
            File.Copy(Path.Combine(Path.GetDirectoryName(_ledger.Place)!, file), Path.Combine(Data, file));
        }

        await IsWholeAndLeftAsItWas("ledger.db", "ledger.db-wal");
    }

    private async Task IsWholeAndLeftAsItWas(params string[] files)
    {
        var before = files.Select(file => Convert.ToHexString(File.ReadAllBytes(Path.Combine(Data, file)))).ToList();

        var ran = await _shell.Run("log", "verify", "--service", "ledger");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Matches("VO2201 +1 +0 +whole", ran.Out);
        Assert.Equal(before, files.Select(file => Convert.ToHexString(File.ReadAllBytes(Path.Combine(Data, file)))));
        Assert.Equal(files.Order(), Directory.EnumerateFiles(Data).Select(file => Path.GetFileName(file)!).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)).Order());
    }
}
