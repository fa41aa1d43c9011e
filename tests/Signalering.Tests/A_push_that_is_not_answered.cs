using Dapper;
using Grpc.Core;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Storage;
using Regional.Signalering.Signals;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

// Between the socket and the use case: how far a stream was read shows on neither side of a socket, which has room of its own.
public sealed class A_push_that_is_not_answered(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static readonly Caller Assen = new(WrittenValues.Parse<Oin>("00000099000100106000"), new(Role.Municipality), "leerplicht", "test");

    [Fact]
    public async Task is_read_eight_batches_ahead_and_no_further()
    {
        var batches = new Batches(Enumerable.Range(1, 20).Select(batch => new PushSignalsRequest { Batch = batch, Signals = { service.Request() } }));
        var answers = new Answers();
        var pushing = Push(batches, answers, TestContext.Current.CancellationToken);

        // Where nothing held the reader back, it would have asked for the ninth before the eighth was stored.
        await Eventually.Holds(async () => await Stored() >= 8 || pushing.IsCompleted, () => "Fewer than 8 batches were stored.");
        Assert.Equal((8, 0), (batches.Read, answers.Written.Count));

        answers.Room.SetResult();
        await Eventually.Ends(pushing);
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), answers.Written);
    }

    [Fact]
    public async Task has_not_come_to_its_end_when_its_sender_has_gone()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var pushing = Push(new CutShort(), new Answers(), gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(pushing));
    }

    private Task Push(IAsyncStreamReader<PushSignalsRequest> batches, Answers answers, CancellationToken gone) =>
        service.Service<PushSignals>().Run(batches, answers, Assen, WrittenValues.Parse<MunicipalityCode>("0106"), gone);

    private async Task<int> Stored()
    {
        await using var connection = await service.Service<Database>().OpenReader();
        return connection.ExecuteScalar<int>("select count(*) from request_keys");
    }

    private sealed class Batches(IEnumerable<PushSignalsRequest> batches) : IAsyncStreamReader<PushSignalsRequest>
    {
        private readonly IEnumerator<PushSignalsRequest> _batches = batches.GetEnumerator();
        private int _read;

        /// <summary>How many were asked for.</summary>
        public int Read => Volatile.Read(ref _read);

        public PushSignalsRequest Current => _batches.Current;

        public Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _read);
            return Task.FromResult(_batches.MoveNext());
        }
    }

    /// <summary>A read that is cut short can look like the end of the stream.</summary>
    private sealed class CutShort : IAsyncStreamReader<PushSignalsRequest>
    {
        public PushSignalsRequest Current => throw new InvalidOperationException("Nothing was read.");

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return false;
        }
    }

    private sealed class Answers : IServerStreamWriter<PushSignalsResponse>
    {
        public TaskCompletionSource Room { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<long> Written { get; } = [];

        public WriteOptions? WriteOptions { get; set; }

        public Task WriteAsync(PushSignalsResponse message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(PushSignalsResponse message, CancellationToken cancellationToken)
        {
            await Room.Task.WaitAsync(cancellationToken);
            Written.Add(message.Batch);
        }
    }
}
