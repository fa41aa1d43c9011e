using Regional.Bench.Measuring;
using Regional.Bench.Services;
using Regional.Bench.Signals;
using Regional.Bench.Stores;
using Regional.Wire.Signalering.V1;

namespace Regional.Bench.Writing;

/// <summary>One turn of pushing over all streams, at a service of its own.</summary>
internal static class PushTurn
{
    /// <param name="engine">What the service stores in.</param>
    /// <param name="place">Where.</param>
    /// <param name="streams">What is pushed.</param>
    /// <param name="look">Is shown the service when it is warm, and again when all is stored.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="settings">What the service is told beside.</param>
    public static async Task<Turn> Run(
        Engine engine, Place place, IReadOnlyList<IReadOnlyList<PushSignalsRequest>> streams, Action<ServiceProcess> look, CancellationToken cancellation, params IEnumerable<(string Name, string Value)> settings)
    {
        await using var service = await ServiceProcess.Start("Signalering", place, cancellation, settings);
        await Sender.WarmUp(service, cancellation);
        await engine.Settle();
        look(service);
        var signals = streams.Sum(batches => batches.Sum(batch => (long)batch.Signals.Count));
        var turn = await Turn.Of(signals, () => [service.Id, .. engine.Processes], () => Sender.PushAll(service, streams, cancellation));
        look(service);
        return turn;
    }
}
