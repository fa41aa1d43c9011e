using Regional.Cli.Calls;
using Regional.Cli.Signals;
using Regional.ServiceDefaults.Requests;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Pushing;

/// <summary>A file to push.</summary>
/// <param name="Name">As the user named it.</param>
/// <param name="Content">What it holds.</param>
internal sealed record SignalFile(string Name, Stream Content);

/// <summary>Reads files and hands each signal to the stream of its sender.</summary>
/// <param name="connection">The way to the service.</param>
/// <param name="senderOf">As whom to send a signal of a municipality; null when nobody speaks for it.</param>
/// <param name="withReceipts">Whether to ask for a receipt of each signal.</param>
/// <param name="tally">Counts.</param>
/// <param name="say">Tells the user of a break.</param>
/// <param name="clock">The clock to wait by.</param>
internal sealed class PushRun(Connection connection, Func<string, Sender?> senderOf, bool withReceipts, PushTally tally, Action<string> say, TimeProvider clock)
{
    // After Ctrl-C: long enough for a service that works, short enough for a user who wants to go.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, (PushStream Stream, Task Running)> _streams = [];
    private readonly Outage _outage = connection.Outage(say);

    /// <summary>Pushes all files; returns when every signal is answered.</summary>
    /// <exception cref="Grpc.Core.RpcException">A stream was refused, or could not be mended.</exception>
    /// <exception cref="OperationCanceledException">The user stopped it; what was sent by then is answered as far as possible.</exception>
    public async Task Run(IReadOnlyList<SignalFile> files, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var goodbye = stop.Token.Register(() => abort.CancelAfter(LongestGoodbye));
        try
        {
            foreach (var file in files)
            {
                await foreach (var line in SignalReader.Read(file.Content, file.Name, stop.Token))
                {
                    await Take(line, stop, abort.Token);
                }
            }

            foreach (var (stream, _) in _streams.Values)
            {
                await stream.Complete(stop.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A stream has failed and stopped the others; its own exception comes out below.
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
        finally
        {
            await Task.WhenAll(_streams.Values.Select(each => each.Running));
        }
    }

    private async ValueTask Take(SignalLine line, CancellationTokenSource stop, CancellationToken abort)
    {
        switch (line)
        {
            case SignalLine.Broken broken:
                tally.Add(broken);
                break;
            case SignalLine.Good good:
                tally.Read();
                good.Signal.WithReceipt |= withReceipts;
                if (!Batch.CanHold(good))
                {
                    tally.Reject(good, "SIGNAL_TOO_LARGE", [new("signal", "SIGNAL_TOO_LARGE", $"is larger than a batch may be, {Batch.MostBytes / 1_024} kB; shorten its texts")]);
                }
                else if (senderOf(good.Signal.Signal?.Municipality ?? "") is { } sender)
                {
                    await StreamOf(sender, stop, abort).Add(good, stop.Token);
                }
                else
                {
                    RejectUnsent(good);
                }

                break;
        }
    }

    // Nobody to send it as. What the service would have said of its other fields is said here, so that one mending will do.
    private void RejectUnsent(SignalLine.Good line)
    {
        var signal = line.Signal.Signal ?? new();
        var faults = MessageRules.Check(new CreateSignalRequest(line.Signal) { Signal = signal });
        if (signal.Municipality.Length == 0)
        {
            tally.Reject(line, "INVALID_FIELDS", faults);
        }
        else
        {
            tally.Reject(line, "NO_PARTICIPANT", [new("signal.municipality", "NO_PARTICIPANT", "nobody here speaks for this municipality; correct it, or push with --token"), .. faults]);
        }
    }

    private PushStream StreamOf(Sender sender, CancellationTokenSource stop, CancellationToken abort)
    {
        if (!_streams.TryGetValue(sender.Name, out var known))
        {
            var stream = new PushStream(() => new(connection.As(sender)), tally, new(_outage, clock));
            known = (stream, RunOrStop(stream, stop, abort));
            _streams.Add(sender.Name, known);
        }

        return known.Stream;
    }

    // A stream that cannot go on stops the whole push: a user who mends the cause sends the same files again.
    private static async Task RunOrStop(PushStream stream, CancellationTokenSource stop, CancellationToken abort)
    {
        try
        {
            await stream.Run(stop.Token, abort);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }
}
