using Regional.EventLog.Tests.Accounts;
using Regional.Tests;

namespace Regional.EventLog.Tests;

public sealed class An_erasure_that_is_interrupted : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task is_carried_out_as_soon_as_it_can_be()
    {
        await using var ledger = await LedgerService.Start(_folder, new HastyClock());
        await ledger.Append(3);
        await ledger.Tamper("alter table file_keys rename to away");
        await Assert.ThrowsAnyAsync<Exception>(() => ledger.Erase("a"));
        await Eventually.Holds(() => ledger.Log.Lines.Any(line => line.Message.Contains("cannot be erased now", StringComparison.Ordinal)), () => "It is not in the log.");

        await ledger.Tamper("alter table away rename to file_keys");

        await Eventually.Holds(() => ledger.Log.Lines.Any(line => line.Message.Contains("3 events were erased again, or at last", StringComparison.Ordinal)), () => "It is not in the log.");
        Assert.All((await ledger.Read()).SelectMany(page => page.Events).Take(3), happened => Assert.True(happened.Erased));
    }
}
