using Grpc.Core;
using Regional.Cli.Calls;

namespace Regional.Cli.Tests;

public sealed class A_broken_stream
{
    private readonly Reconnection _reconnection = new(new Outage(() => new("http://127.0.0.1:1"), _ => { }), new ImpatientClock());
    private readonly RpcException _broken = new(new(StatusCode.Unavailable, "cut"));

    [Fact]
    public async Task is_mended_as_often_as_something_came_through_since_the_break_before()
    {
        for (var i = 0; i < 20; i++)
        {
            await Break();
            _reconnection.Progressed();
        }
    }

    [Fact]
    public async Task is_mended_six_times_where_nothing_came_through()
    {
        for (var i = 0; i < 6; i++)
        {
            await Break();
        }

        Assert.Same(_broken, await Assert.ThrowsAsync<RpcException>(Break));
    }

    private Task Break() => _reconnection.Wait(_broken, TestContext.Current.CancellationToken);
}
