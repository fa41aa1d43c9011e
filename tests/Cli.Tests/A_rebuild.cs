using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Regional.Wire.Feed.V1;

namespace Regional.Cli.Tests;

public sealed class A_rebuild : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private readonly FakeFollower _follower = new();
    private FakeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FakeHost.Start(_follower);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task says_for_each_region_what_was_different()
    {
        var ran = await Run();

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(
            """
            PO3008: 0 facts up to event 0, the same as before. Digest 0a0b
            VO2201: 1,200 facts up to event 1,234, 3 of them were missing before and 1 were too many; the first difference is at event 1,001. Digest 0a0b

            """.ReplaceLineEndings("\n"),
            ran.Out);
    }

    [Fact]
    public async Task is_told_as_JSON()
    {
        var ran = await Run("--json");

        Assert.Equal(["PO3008", "VO2201"], ran.Json.EnumerateArray().Select(each => each.GetProperty("region").GetString()));
        Assert.Equal(
            """{"region":"VO2201","position":1234,"facts":1200,"digest":"0a0b","missingFacts":3,"surplusFacts":1,"firstDifference":1001}""",
            System.Text.Json.JsonSerializer.Serialize(ran.Json[1]));
    }

    [Fact]
    public async Task is_asked_for_one_region_or_for_all()
    {
        await Run();
        await Run("--region", "VO2201");

        Assert.Equal(["", "VO2201"], _follower.Calls.Select(call => call.Region));
    }

    [Fact]
    public async Task is_asked_for_as_the_deployment_itself_while_an_AppHost_runs()
    {
        _shell.StartStack(("indicators", _host.Address));

        var ran = await _shell.Run("rebuild", "indicators");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        var token = new JsonWebToken(Assert.Single(_follower.Calls).Token["Bearer ".Length..]);
        Assert.Equal(("00000099000000000000", "follower", "deployment"), (token.GetPayloadValue<string>("azp"), token.GetPayloadValue<string>("role"), token.GetPayloadValue<string>("unit")));
    }

    [Fact]
    public async Task that_is_refused_ends_in_one_line()
    {
        _follower.Answer = () => throw Refusals.Of(StatusCode.FailedPrecondition, "REBUILD_RUNNING", "Wait until that is done.");

        var ran = await Run();

        Assert.Equal((ExitCode.NotDone, "FAILED_PRECONDITION REBUILD_RUNNING: Wait until that is done."), (ran.ExitCode, ran.OneLine));
    }

    private Task<Ran> Run(params string[] args) => _shell.Run(["rebuild", "indicators", "--address", _host.Address.ToString(), "--token", "secret", .. args]);

    /// <summary>A service that rebuilds two regions, whatever it is asked for.</summary>
    private sealed class FakeFollower : FollowerService.FollowerServiceBase
    {
        public Func<IEnumerable<RebuildFactsResponse>> Answer { get; set; } = () =>
        [
            new() { Region = "PO3008", Result = new() { Digest = ByteString.CopyFrom(10, 11) } },
            new() { Region = "VO2201", Position = 1_000, HeadPosition = 1_234 },
            new()
            {
                Region = "VO2201",
                Position = 1_234,
                HeadPosition = 1_234,
                Result = new() { Facts = 1_200, Digest = ByteString.CopyFrom(10, 11), MissingFacts = 3, SurplusFacts = 1, FirstDifference = 1_001 },
            },
        ];

        public ConcurrentQueue<(string Region, string Token)> Calls { get; } = new();

        public override async Task RebuildFacts(RebuildFactsRequest request, IServerStreamWriter<RebuildFactsResponse> responseStream, ServerCallContext context)
        {
            Calls.Enqueue((request.Region, context.RequestHeaders.GetValue("authorization") ?? ""));
            foreach (var answer in Answer())
            {
                await responseStream.WriteAsync(answer, context.CancellationToken);
            }
        }
    }
}
