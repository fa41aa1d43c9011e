using Dapper;
using Regional.EventLog;
using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.Cli.Tests;

public abstract class A_check_of_a_log(Store store) : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private Ledger _ledger = null!;

    public async ValueTask InitializeAsync()
    {
        _ledger = await Ledger.Open(store);
        await _ledger.Post(Enumerable.Range(0, 3).Select(_ => new Posting("a", 1)));
        await _ledger.PostIn("PO3008", new Posting("a", 1));
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _ledger.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task finds_a_log_whole_while_its_service_runs()
    {
        var (text, json) = (await Verify(), await Verify("--json"));

        Assert.Equal((ExitCode.Done, "", ExitCode.Done), (text.ExitCode, text.Error, json.ExitCode));
        Assert.Matches($@"VO2201 +3 +0 +whole +{Convert.ToHexStringLower(_ledger.HeadHash())}", text.Out);
        Assert.True(json.Json.GetProperty("isWhole").GetBoolean());
        Assert.Equal([("PO3008", 1), ("VO2201", 3)], json.Json.GetProperty("logs").EnumerateArray().Select(log => (log.GetProperty("region").GetString(), log.GetProperty("events").GetInt32())));
    }

    [Fact]
    public async Task names_the_first_position_that_is_broken_and_why()
    {
        await Tamper("update events set type = 'another' where region = 'VO2201' and position = 2");

        var (text, json) = (await Verify(), await Verify("--json"));

        Assert.Equal((ExitCode.NotDone, ExitCode.NotDone), (text.ExitCode, json.ExitCode));
        Assert.Contains("VO2201 is broken at 2: the event is not what was appended. What stands before it is as it was appended.\n", text.Out, StringComparison.Ordinal);
        var log = json.Json.GetProperty("logs")[1];
        Assert.Equal((2, "HASH", 1), (log.GetProperty("brokenAt").GetInt32(), log.GetProperty("fault").GetString(), log.GetProperty("events").GetInt32()));
        Assert.True(json.Json.GetProperty("logs")[0].GetProperty("isWhole").GetBoolean());
    }

    [Fact]
    public async Task finds_receipts_good_without_the_log_and_in_it()
    {
        var (file, keys) = await Receipts(3);

        var alone = await _shell.Run("log", "verify", "--receipt", file);
        var trusted = await _shell.Run("log", "verify", "--receipt", file, "--public-key", keys);
        var inLog = await Verify("--receipt", file, "--public-key", keys, "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ExitCode.Done), (alone.ExitCode, trusted.ExitCode, inLog.ExitCode));
        Assert.Matches("^3 of 3 receipts hold.\nSigned with [0-9a-f]{16}, as they say themselves: compare it with what the service publishes", alone.Out);
        Assert.Matches("^3 of 3 receipts hold.\nSigned with [0-9a-f]{16}.\n$", trusted.Out);
        Assert.Equal(3, inLog.Json.GetProperty("receipts").GetProperty("count").GetInt32());
        Assert.Equal(2, inLog.Json.GetProperty("logs").GetArrayLength());
    }

    [Fact]
    public async Task names_the_receipts_of_what_a_restored_log_has_lost()
    {
        var (file, _) = await Receipts(2);
        await _ledger.Post(new Posting("lost", 1));
        var (lost, _) = await Receipts(1);
        File.AppendAllText(_shell.File(file), File.ReadAllText(_shell.File(lost)));
        await Tamper(
            """
            delete from events where region = 'VO2201' and position > 5;
            delete from commits where region = 'VO2201' and position > 5;
            update logs set position = 5, hash = (select hash from commits where region = 'VO2201' and position = 5) where region = 'VO2201';
            """);

        var ran = await Verify("--receipt", file);

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains($"{file}:3: NOT_IN_LOG: it was given for an event that the log does not hold", ran.Out, StringComparison.Ordinal);
        Assert.Contains("2 of 3 receipts hold.\n", ran.Out, StringComparison.Ordinal);
        Assert.Matches("VO2201 +5 +0 +whole", ran.Out);
    }

    [Fact]
    public async Task names_the_line_of_a_receipt_that_was_altered_and_how()
    {
        var (file, keys) = await Receipts(4);
        var lines = File.ReadAllLines(_shell.File(file));
        var other = (await OtherReceipt()).Line;
        var leaf = lines[0].Split("\"leaf\": \"")[1].Split('"')[0];
        _shell.Write("altered.ndjson", lines[0], lines[1].Replace(lines[1].Split("\"leaf\": \"")[1].Split('"')[0], leaf, StringComparison.Ordinal), "", "{", other, lines[2][..^1] + ", \"position\": 1}",
            lines[3].Replace("\"previous\": \"", "\"previous\": \"AAAA", StringComparison.Ordinal));

        var (text, json) = (await Run("--public-key", keys), await Run("--public-key", keys, "--json"));

        Assert.Equal((ExitCode.NotDone, ExitCode.NotDone), (text.ExitCode, json.ExitCode));
        Assert.Equal(
            [(2, "PATH"), (4, "MALFORMED"), (5, "UNKNOWN_KEY"), (6, "MALFORMED"), (7, "MALFORMED")],
            json.Json.GetProperty("receipts").GetProperty("broken").EnumerateArray().Select(b => (b.GetProperty("line").GetInt32(), b.GetProperty("fault").GetString())));
        Assert.Contains("altered.ndjson:2: PATH: its path does not lead from its event to its root: it was altered\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 6 receipts hold.\n", text.Out, StringComparison.Ordinal);

        Task<Ran> Run(params string[] args) => _shell.Run(["log", "verify", "--receipt", "altered.ndjson", .. args]);
    }

    [Fact]
    public async Task begins_a_new_epoch_of_a_database_that_is_said_to_be_restored()
    {
        var before = await new LogIdentity(_ledger.Database).Epoch();
        await _ledger.Stop();

        var (text, json) = (await Restored(), await Restored("--json"));

        Assert.Equal((ExitCode.Done, ExitCode.Done), (text.ExitCode, json.ExitCode));
        Assert.Matches("its logs are in epoch [0-9]+ now. Start the service.\n$", text.Out);
        await _ledger.Start();
        var now = await new LogIdentity(_ledger.Database).Epoch();
        Assert.Equal(now, json.Json.GetProperty("epoch").GetInt32());
        Assert.True(now > before);
        Assert.DoesNotContain("Password", text.Out + json.Out, StringComparison.OrdinalIgnoreCase);
    }

    private Task<Ran> Verify(params string[] args) => _shell.Run(["log", "verify", "--database", _ledger.Place, "--service", "ledger", .. args]);

    private Task<Ran> Restored(params string[] args) => _shell.Run(["log", "restored", "--database", _ledger.Place, "--service", "ledger", .. args]);

    private Task Tamper(string sql) => _ledger.Database.Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));

    // As push writes them, and the keys as the command log keys prints them.
    private async Task<(string File, string Keys)> Receipts(int count)
    {
        var postings = Enumerable.Range(0, count).Select(_ => new Posting("b", 1)).ToList();
        await _ledger.Post(postings);
        var receipts = await _ledger.ReceiptsOf(postings);
        var keys = _shell.Write($"{Guid.NewGuid():N}.pem", _ledger.ReceiptKeys.Public().Select(key => EventLog.Receipts.PublicKeys.Write(key)));
        return (_shell.Write($"{Guid.NewGuid():N}.ndjson", receipts.Values.Select(receipt => Google.Protobuf.JsonFormatter.Default.Format(receipt))), keys);
    }

    private static async Task<(string Line, byte[] Key)> OtherReceipt()
    {
        await using var other = await Ledger.Open(new Store());
        var posting = new Posting("a", 1);
        await other.Post(posting);
        return (Google.Protobuf.JsonFormatter.Default.Format((await other.ReceiptsOf([posting])).Values.Single()), other.ReceiptKeys.PublicKey.ToArray());
    }
}

public sealed class A_check_of_a_log_on_SQLite() : A_check_of_a_log(new Store());

public sealed class A_check_of_a_log_on_PostgreSQL(PostgreSqlFixture postgreSql) : A_check_of_a_log(new Store(postgreSql));
