using Dapper;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;

namespace Regional.Signalering.Tests;

public sealed class A_store_that_fails(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    [Fact]
    public async Task ends_the_stream_with_a_reason_and_acknowledges_nothing()
    {
        await Execute("create trigger broken before insert on events begin select raise(abort, 'broken'); end");
        var request = service.Request();
        using (var stream = new Stream(service))
        {
            await stream.Write(new() { Batch = 1, Signals = { request } });

            var refusal = await Assert.ThrowsAsync<RpcException>(stream.Read);

            Assert.Equal((StatusCode.Unavailable, "STORAGE"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        }

        await Execute("drop trigger broken");
        using var again = new Stream(service);
        Assert.Empty((await again.Send(new() { Batch = 1, Signals = { request } })).Results);
    }

    [Fact]
    public async Task cannot_be_one_that_forgets_at_a_power_cut() => Assert.Equal(
        (2L, "wal"),
        await service.Service<Database>().Write(async transaction => (
            await transaction.Connection!.ExecuteScalarAsync<long>("pragma synchronous", transaction: transaction),
            (await transaction.Connection!.ExecuteScalarAsync<string>("pragma journal_mode", transaction: transaction))!)));

    private Task Execute(string sql) => service.Service<Database>().Write(transaction => transaction.Connection!.ExecuteAsync(sql, transaction: transaction));
}
