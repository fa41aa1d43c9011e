using System.Diagnostics;

namespace Regional.EventLog;

/// <summary>What traces tell of a log: where and how much, never of whom.</summary>
/// <remarks>Without these a stream of batches would show nothing until it ends. Where nobody listens, none is made.</remarks>
internal static class LogSpans
{
    private static readonly ActivitySource Source = new("Regional.EventLog");

    /// <summary>A batch waits for the log and is committed; part of the call that brought it.</summary>
    public static Activity? Append(string region, int items) => Source.StartActivity($"append {region}")?
        .AddTag("regional.region", region)
        .AddTag("regional.items", items);

    /// <summary>All batches that wait are committed together; part of the call that brought the first of them, because it can be part of one only.</summary>
    public static Activity? Commit(ActivityContext first, int batches, int items) => Source.StartActivity("commit", ActivityKind.Internal, first)?
        .AddTag("regional.batches", batches)
        .AddTag("regional.items", items);

    /// <summary>A page of a followed log is applied; part of no call.</summary>
    public static Activity? Apply(string service, string region, int events)
    {
        Activity.Current = null;
        return Source.StartActivity($"apply {service} {region}")?
            .AddTag("regional.source", service)
            .AddTag("regional.region", region)
            .AddTag("regional.events", events);
    }
}
