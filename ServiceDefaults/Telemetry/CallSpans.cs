using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using OpenTelemetry;

namespace Regional.ServiceDefaults.Telemetry;

/// <summary>Gives the span of a gRPC call its method as a name, and marks it where the call failed; gives that of a statement its beginning as a name.</summary>
/// <remarks>
/// What is served over plain HTTP is asked for health, every few seconds, and statements outside of any call are those of a start: both are left out.
/// ASP.NET Core itself adds no path, query or header to a span, and that stays so: those are the caller's own words.
/// A statement is text of this repository; its values are parameters, which are not told.
/// </remarks>
internal sealed class CallSpans : BaseProcessor<Activity>
{
    public const string Server = "Microsoft.AspNetCore";
    public const string Client = "Grpc.Net.Client";
    public const string Database = "Npgsql";

    private const int LongestName = 50;

    private readonly ActivitySource _statements = new("Regional.Statements");

    public override void OnEnd(Activity activity)
    {
        switch (activity.Source.Name)
        {
            case Server or Client when activity.GetTagItem("grpc.method") is string method:
                activity.DisplayName = method.TrimStart('/');
                if (StatusOf(activity) is not (StatusCode.OK or StatusCode.Cancelled) and var status)
                {
                    activity.SetStatus(ActivityStatusCode.Error, status.ToString());
                }

                break;
            case Server:
            case Database when activity.ParentSpanId == default:
                LeaveOut(activity);
                break;
            case Database when activity.Status == ActivityStatusCode.Error:
                TellWithoutMessage(activity);
                break;
            case Database when activity.GetTagItem("db.query.text") is string sql:
                activity.DisplayName = BeginningOf(sql);
                break;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _statements.Dispose();
        base.Dispose(disposing);
    }

    private static void LeaveOut(Activity activity) => activity.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;

    // What PostgreSQL says of a fault may quote the value that it does not like, and a span cannot be rid of what it says:
    // another takes its place, with the fault's code.
    private void TellWithoutMessage(Activity failed)
    {
        var within = new ActivityContext(failed.TraceId, failed.ParentSpanId, failed.ActivityTraceFlags);
        LeaveOut(failed);
        var name = failed.GetTagItem("db.query.text") is string sql ? BeginningOf(sql) : failed.DisplayName;
        using var told = _statements.StartActivity(failed.Kind, within, failed.TagObjects, startTime: failed.StartTimeUtc, name: name);
        told?.SetStatus(ActivityStatusCode.Error, failed.GetTagItem("error.type") as string).SetEndTime(failed.StartTimeUtc + failed.Duration);
    }

    private static StatusCode StatusOf(Activity activity) =>
        int.TryParse(activity.GetTagItem("grpc.status_code") as string, CultureInfo.InvariantCulture, out var code) ? (StatusCode)code : StatusCode.Unknown;

    private static string BeginningOf(string sql)
    {
        var line = sql.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        return line[..Math.Min(LongestName, end < 0 ? line.Length : end)].TrimEnd().ToString();
    }
}
