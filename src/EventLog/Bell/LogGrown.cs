namespace Regional.EventLog.Bell;

/// <summary>A ring: a log reaches so far. It says nothing of whom or what its events are about.</summary>
/// <param name="Log">The service whose log it is.</param>
/// <param name="Region">Code of the region.</param>
/// <param name="Epoch">The log's epoch.</param>
/// <param name="Head">Position of its last event.</param>
public sealed record LogGrown(string Log, string Region, int Epoch, long Head);
