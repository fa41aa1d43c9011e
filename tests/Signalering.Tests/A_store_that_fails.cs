using Dapper;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

public sealed class A_store_that_fails(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    [Fact]
    public async Task ends_the_stream_with_a_reason_and_acknowledges_nothing()
    {
        // As a full disk does it: the file may grow no more.
        await Execute("create table ballast(bytes blob); pragma max_page_count = 1");
        var request = service.Request();
        using (var stream = new Stream(service))
        {
            await stream.Write(new() { Batch = 1, Signals = { Enumerable.Repeat(0, 200).Select(_ => service.Request()).Append(request) } });

            var refusal = await Assert.ThrowsAsync<RpcException>(stream.Read);

            Assert.Equal((StatusCode.ResourceExhausted, "STORAGE_FULL"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        }

        await Execute("pragma max_page_count = 4294967294");
        using var again = new Stream(service);
        Assert.Empty((await again.Send(new() { Batch = 1, Signals = { request } })).Results);
    }

    [Fact]
    public async Task at_one_item_refuses_that_item_alone()
    {
        await Execute("create trigger picky before insert on signals when new.case_number = 'Z-BROKEN' begin select raise(abort, 'broken'); end");
        using var stream = new Stream(service);

        var answer = await stream.Send(new() { Batch = 1, Signals = { service.Request(), service.Request(s => s.CaseNumber = "Z-BROKEN"), service.Request() } });

        Assert.Equal([(1, ItemResult.Types.Outcome.Rejected, "ITEM_FAILED")], answer.Results.Select(r => (r.Index, r.Outcome, r.Reason)));
        await Execute("drop trigger picky");
    }

    [Fact]
    public async Task cannot_be_one_that_forgets_at_a_power_cut() => Assert.Equal(
        (2L, "wal"),
        await service.Service<Database>().Write(async transaction => (
            await transaction.Connection!.ExecuteScalarAsync<long>("pragma synchronous", transaction: transaction),
            (await transaction.Connection!.ExecuteScalarAsync<string>("pragma journal_mode", transaction: transaction))!)));

    private Task Execute(string sql) => service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));
}
