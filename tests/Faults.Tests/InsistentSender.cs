using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>A municipality that sends signals one by one, each until it is answered, and keeps a journal as <c>regional push --journal</c> does.</summary>
internal sealed class InsistentSender(StoringService service, string name, int firstNumber)
{
    private readonly SignaleringService.SignaleringServiceClient _client = service.ClientOf(StoringService.Assen);
    private readonly ConcurrentQueue<(StatusCode Code, string? Reason)> _refusals = [];
    private int _acknowledged;

    public string Journal { get; } = Path.Combine(service.Folder, $"{name}.journal");

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    /// <summary>With which codes it was refused.</summary>
    public IReadOnlyCollection<(StatusCode Code, string? Reason)> Refusals => _refusals;

    /// <summary>How long it waits for an answer, before it sends the same once more.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Sends until it may stop, and the last is answered.</summary>
    public async Task Run(CancellationToken stop)
    {
        for (var number = firstNumber; !stop.IsCancellationRequested; number++)
        {
            await Send(StoringService.Request(number));
        }
    }

    private async Task Send(CreateSignalRequest request)
    {
        await Note($"{{\"sent\":{JsonFormatter.Default.Format(request)}}}");
        while (true)
        {
            try
            {
                await _client.CreateSignalAsync(request, deadline: DateTime.UtcNow + Patience, cancellationToken: TestContext.Current.CancellationToken);
                await Note(JsonSerializer.Serialize(new { requestId = request.RequestId, answer = "ACCEPTED" }));
                Interlocked.Increment(ref _acknowledged);
                return;
            }
            catch (RpcException refused)
            {
                _refusals.Enqueue((refused.StatusCode, refused.ErrorInfo()?.Reason));
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    private Task Note(string line) => File.AppendAllTextAsync(Journal, line + "\n", TestContext.Current.CancellationToken);
}

/// <summary>Several senders at once.</summary>
internal sealed class Senders : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly InsistentSender[] _senders;
    private readonly Task _sending;

    /// <param name="senders">All send from now on.</param>
    public Senders(params InsistentSender[] senders)
    {
        _senders = senders;
        _sending = Task.WhenAll(senders.Select(sender => Task.Run(() => sender.Run(_stop.Token))));
    }

    public int Acknowledged => _senders.Sum(sender => sender.Acknowledged);

    public IReadOnlyList<(StatusCode Code, string? Reason)> Refusals => [.. _senders.SelectMany(sender => sender.Refusals)];

    public IEnumerable<string> Journals => _senders.Select(sender => sender.Journal);

    /// <summary>Some to one service, each with a connection of its own.</summary>
    public static Senders To(StoringService service, int count) => new([.. Enumerable.Range(0, count).Select(i => new InsistentSender(service, $"sender{i}", i * 1_000_000))]);

    /// <summary>Waits until so many more signals are acknowledged.</summary>
    public Task Acknowledge(int more)
    {
        var enough = Acknowledged + more;
        return Limit.Until(() => Acknowledged >= enough || _sending.IsFaulted);
    }

    /// <summary>How many are acknowledged in some time.</summary>
    public async Task<int> Within(TimeSpan time)
    {
        var before = Acknowledged;
        await Task.Delay(time, TestContext.Current.CancellationToken);
        return Acknowledged - before;
    }

    /// <summary>Lets them stop when they have their answers.</summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        await _sending;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }
}
