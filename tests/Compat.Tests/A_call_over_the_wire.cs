using Grpc.Core;
using Grpc.Net.Client;

namespace Regional.Compat.Tests;

public sealed class A_call_over_the_wire(ParrotServer server) : IClassFixture<ParrotServer>
{
    private static CallOptions Options => new(cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public async Task can_be_awaited_and_gives_headers_status_and_trailers()
    {
        using var call = server.Client.SayAsync("hello", Options.WithHeaders(new Metadata { { "X-Colour", "green" }, { "X-Seed-Bin", [0, 255, 10] } }));

        Assert.Equal("hello", await call);
        var headers = await call.ResponseHeadersAsync;
        Assert.Equal("green", headers.GetValue("x-colour"));
        Assert.Equal([0, 255, 10], headers.GetValueBytes("x-seed-bin")!);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Equal(5, BitConverter.ToInt32(call.GetTrailers().GetValueBytes("x-length-bin")));
    }

    [Fact]
    public void can_block_until_the_answer()
    {
        Assert.Equal("hello", server.Client.Say("hello", Options));
    }

    [Fact]
    public void that_blocks_throws_what_the_handler_threw()
    {
        var refusal = Assert.Throws<RpcException>(() => server.Client.Say("refuse", Options));

        Assert.Equal((StatusCode.FailedPrecondition, "Not now.", "moult"), (refusal.StatusCode, refusal.Status.Detail, refusal.Trailers.GetValue("x-reason")));
    }

    [Fact]
    public void that_blocks_ends_at_its_deadline()
    {
        var soon = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(50);

        var end = Assert.Throws<RpcException>(() => server.Client.Say("wait", Options.WithDeadline(soon)));

        Assert.Equal(StatusCode.DeadlineExceeded, end.StatusCode);
    }

    [Fact]
    public async Task is_cancelled_when_it_is_disposed()
    {
        var call = server.Client.SayAsync("wait", Options);
        await call.ResponseHeadersAsync;

        call.Dispose();

        await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task has_no_status_and_no_trailers_before_it_ends()
    {
        using var call = server.Client.Chat(Options);

        Assert.Throws<InvalidOperationException>(() => call.GetStatus());
        Assert.Throws<InvalidOperationException>(() => call.GetTrailers());
        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        Assert.Null(call.GetTrailers().Get("x-length-bin"));
    }

    [Fact]
    public async Task streams_requests()
    {
        using var call = server.Client.Gather(Options);
        foreach (var word in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(word, TestContext.Current.CancellationToken);
        }

        await call.RequestStream.CompleteAsync();

        Assert.Equal("a+b+c", await call.ConfigureAwait(true));
        Assert.Contains("client streaming", server.Handled);
    }

    [Fact]
    public async Task streams_responses()
    {
        using var call = server.Client.Spell("abc", Options);

        Assert.Equal(["a", "b", "c"], await call.ResponseStream.ReadAllAsync(Options.CancellationToken).ToListAsync(Options.CancellationToken));
        Assert.Contains("server streaming", server.Handled);
    }

    [Fact]
    public async Task streams_both_ways()
    {
        using var call = server.Client.Chat(Options);
        foreach (var word in new[] { "a", "b", "c" })
        {
            await call.RequestStream.WriteAsync(word, TestContext.Current.CancellationToken);
            Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(word, call.ResponseStream.Current);
        }

        await call.RequestStream.CompleteAsync();

        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Contains("duplex streaming", server.Handled);
    }

    [Fact]
    public async Task carries_composed_call_credentials_in_their_order()
    {
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { UnsafeUseInsecureChannelCallCredentials = true });
        var asked = new List<string>();
        CallCredentials Proof(string value) => CallCredentials.FromInterceptor((context, metadata) =>
        {
            asked.Add($"{new Uri(context.ServiceUrl).AbsolutePath} {context.MethodName}");
            metadata.Add("x-proof", value);
            return Task.CompletedTask;
        });

        using var call = new ParrotClient(channel).SayAsync("hello", Options.WithCredentials(CallCredentials.Compose(Proof("first"), Proof("second"))));

        Assert.Equal("first, second", (await call.ResponseHeadersAsync).GetValue("x-proof")); // HTTP joins what has one name
        Assert.Equal(["/regional.compat.tests.Parrot Say", "/regional.compat.tests.Parrot Say"], asked);
    }
}
