using Google.Protobuf;
using Regional.EventLog;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.Cli.Tests;

/// <summary>The steps of <c>docs/operations.md</c>, on SQLite.</summary>
public sealed class A_restore : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private Ledger _ledger = null!;

    private string Folder => Path.GetDirectoryName(_ledger.Place)!;

    public async ValueTask InitializeAsync() => _ledger = await Ledger.Open(new Store());

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task goes_step_by_step_and_tells_the_senders_what_was_lost()
    {
        var (kept, lost) = (new Posting("a", 1), new Posting("a", 2));
        await _ledger.Post(kept);
        await _ledger.Stop();
        File.Copy(_ledger.Place, _shell.File("backup.db"));
        await _ledger.Start();
        await _ledger.Post(lost);
        _shell.Write("receipts.ndjson", (await _ledger.ReceiptsOf([kept, lost])).Values.OrderBy(receipt => receipt.RequestId == lost.RequestId.ToString()).Select(receipt => JsonFormatter.Default.Format(receipt)));
        // What a crash leaves behind beside the file.
        File.Copy($"{_ledger.Place}-wal", _shell.File("crashed-wal"));
        await _ledger.Stop();
        File.Copy(_shell.File("crashed-wal"), $"{_ledger.Place}-wal");

        // 2 and 3: the damaged files away, all of them; those of the backup in their place.
        foreach (var file in Directory.EnumerateFiles(Folder, "ledger.db*"))
        {
            File.Delete(file);
        }

        File.Copy(_shell.File("backup.db"), _ledger.Place);

        // 4 and 5.
        Assert.Matches("VO2201 +1 +0 +whole", (await Log("verify")).Out);
        Assert.Equal(ExitCode.Done, (await Log("restored")).ExitCode);

        // 6.
        await _ledger.Start();
        Assert.NotEqual(1, await new LogIdentity(_ledger.Database).Epoch());
        Assert.Equal(ExitCode.NotDone, (await Log("restored")).ExitCode);

        // Senders: what was lost has a name, and is stored when it is sent again.
        var ran = await Log("verify", "--receipt", "receipts.ndjson");
        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains("receipts.ndjson:2: NOT_IN_LOG: ", ran.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 2 receipts hold.", ran.Out, StringComparison.Ordinal);
        Assert.Equal(["again a=1", "a=3"], (await _ledger.Post(kept, lost)).Select(Ledger.TextOf));
    }

    private Task<Ran> Log(string command, params string[] args) => _shell.Run(["log", command, "--database", Folder, "--service", "ledger", .. args]);
}
