using System.Diagnostics;

namespace Regional.ServiceDefaults.Telemetry;

/// <summary>Work that no trace tells of: what is asked again and again, and mostly in vain. Traces would hold little else.</summary>
public static class Untraced
{
    /// <summary>Leaves out what is done until it is disposed of, in the services that are called for it too.</summary>
    public static IDisposable Begin()
    {
        var activity = new Activity("untraced").Start();
        activity.ActivityTraceFlags = ActivityTraceFlags.None; // after the start, which takes over those of the activity around it
        return activity;
    }
}
