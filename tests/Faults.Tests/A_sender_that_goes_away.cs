using Grpc.Core;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Faults.Tests;

/// <summary>F21.</summary>
public sealed class A_sender_that_goes_away : IAsyncLifetime
{
    private StoringService _service = null!;

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    public async ValueTask InitializeAsync() => _service = await StoringService.Start(database: null);

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? default;

    [Fact]
    public async Task before_it_sent_anything_has_done_no_harm()
    {
        using var push = _service.ClientOf(StoringService.Assen).PushSignals(deadline: Deadline, cancellationToken: Limit.Token);

        await push.RequestStream.CompleteAsync();

        Assert.False(await push.ResponseStream.MoveNext(Limit.Token));
        Assert.Equal(StatusCode.OK, push.GetStatus().StatusCode);
    }

    [Fact]
    public async Task after_its_first_batch_finds_that_stored_and_leaves_no_stream_behind()
    {
        var batches = Enumerable.Range(0, 100).Select(n => new PushSignalsRequest { Batch = 1, Signals = { StoringService.Request(n) } }).ToList();
        var sockets = Sockets;
        foreach (var batch in batches)
        {
            using (var gone = CancellationTokenSource.CreateLinkedTokenSource(Limit.Token))
            using (var push = _service.ClientOf(StoringService.Assen).PushSignals(deadline: Deadline, cancellationToken: gone.Token))
            {
                await push.RequestStream.WriteAsync(batch, Limit.Token);
                Assert.True(await push.ResponseStream.MoveNext(Limit.Token));
                await gone.CancelAsync();
                Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => push.ResponseStream.MoveNext(Limit.Token))).StatusCode);
            }

            _service.HangUp();
        }

        await Limit.Until(() => Sockets == sockets);
        using var again = _service.ClientOf(StoringService.Assen).PushSignals(deadline: Deadline, cancellationToken: Limit.Token);
        await again.RequestStream.WriteAsync(new() { Batch = 1, Signals = { batches.SelectMany(batch => batch.Signals) } }, Limit.Token);
        Assert.True(await again.ResponseStream.MoveNext(Limit.Token));
        Assert.Equal(Enumerable.Repeat(Outcome.Duplicate, 100), again.ResponseStream.Current.Results.Select(result => result.Outcome));
    }

    [Fact]
    public async Task before_its_answer_came_gets_it_when_it_asks_again()
    {
        var client = _service.ClientOf(StoringService.Assen);
        var requests = Enumerable.Range(0, 50).Select(StoringService.Request).ToList();
        foreach (var request in requests)
        {
            var refusal = await Record.ExceptionAsync(() => client.CreateSignalAsync(request, deadline: DateTime.UtcNow.AddMilliseconds(1), cancellationToken: Limit.Token).ResponseAsync);
            Assert.Equal(StatusCode.DeadlineExceeded, Assert.IsType<RpcException>(refusal).StatusCode);
        }

        foreach (var request in requests)
        {
            await client.CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token);
        }

        var stored = await client.ListSignalsAsync(new() { Parent = "regions/VO2201", PageSize = 100 }, deadline: Deadline, cancellationToken: Limit.Token);
        Assert.Equal(50, stored.Signals.Count);
    }

    // A stream holds its connection.
    private int Sockets => new DirectoryInfo($"/proc/{_service.Process.Id}/fd").EnumerateFileSystemInfos().Count(handle => handle.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) is true);
}
