using Grpc.Core;
using Regional.Cli.Calls;

namespace Regional.Cli.Tests;

public sealed class An_outage
{
    private const string Away = "No connection to http://127.0.0.1:5101; trying again for half a minute.";
    private const string Back = "Connected again.";

    private readonly List<string> _said = [];
    private readonly Reconnection[] _streams;

    public An_outage()
    {
        var outage = new Outage(() => new("http://127.0.0.1:5101"), _said.Add);
        _streams = [.. Enumerable.Range(0, 10).Select(_ => new Reconnection(outage, new ImpatientClock()))];
        Array.ForEach(_streams, stream => stream.Opened());
    }

    [Fact]
    public async Task is_not_ended_by_an_answer_that_was_under_way_when_it_began()
    {
        await Break(_streams[0]);
        _streams[1].Progressed();
        await Break(_streams[1]);

        Assert.Equal([Away], _said);
    }

    [Fact]
    public async Task ends_once_a_new_stream_has_been_answered_whatever_the_others_still_tell()
    {
        await Task.WhenAll(_streams[..9].Select(Break));
        Array.ForEach(_streams[..9], stream => stream.Opened());
        _streams[0].Progressed();
        await Break(_streams[1]);
        await Break(_streams[9]);
        _streams[2].Progressed();

        Assert.Equal([Away, Back], _said);
    }

    [Fact]
    public async Task that_follows_another_is_told_again()
    {
        await Break(_streams[0]);
        _streams[0].Opened();
        _streams[0].Progressed();
        await Break(_streams[0]);

        Assert.Equal([Away, Back, Away], _said);
    }

    private static Task Break(Reconnection stream) =>
        stream.Wait(new RpcException(new(StatusCode.Unavailable, "gone")), TestContext.Current.CancellationToken);
}
