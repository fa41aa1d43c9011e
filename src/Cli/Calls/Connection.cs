using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Cli.Calls;

/// <summary>The way to one service.</summary>
internal sealed class Connection(Uri address) : IDisposable
{
    /// <summary>How long a call with one answer may take.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address, new()
    {
        HttpHandler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            // A service that hangs sends nothing and closes nothing: without pings a stream would wait for ever.
            KeepAlivePingDelay = TimeSpan.FromSeconds(20),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        },
        DisposeHttpClient = true,
    });

    /// <summary>What the user hears when the service cannot be reached.</summary>
    public Outage Outage(Action<string> say) => new(address, say);

    /// <summary>Makes calls as someone.</summary>
    public CallInvoker As(Sender sender) => _channel.Intercept(metadata =>
    {
        if (sender.Token() is { } bearer)
        {
            metadata.Add("authorization", $"Bearer {bearer}");
        }

        return metadata;
    });

    /// <summary>Whether a stream broke so that the same may be tried again, as opposed to being refused.</summary>
    /// <remarks>A refusal of ours names its reason. What has none comes from the connection: a service that was stopped in the middle
    /// of a stream is seen as any of these codes.</remarks>
    public static bool IsBroken(RpcException exception) =>
        exception.StatusCode is StatusCode.Unavailable or StatusCode.Aborted
        || (exception.StatusCode is StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled && exception.ErrorInfo()?.Reason is null or "INTERNAL");

    /// <summary>A call that failed, as one line: status code, reason, what is wrong and what to do, the fields at fault.</summary>
    public CliFault Fault(RpcException failed) => CliFault.NotDone(failed switch
    {
        _ when failed.ErrorInfo() is { } info => $"{CodeOf(failed)} {info.Reason}: {failed.Status.Detail}{FieldsOf(failed)}",
        { StatusCode: StatusCode.Unavailable } => $"No service answers at {address}. Check that it runs (dotnet run --project AppHost), and --address where you gave one.",
        { StatusCode: StatusCode.DeadlineExceeded } => $"The service at {address} gave no answer in {LongestCall.TotalSeconds:0} seconds. Try again; if that does not help, read its log.",
        { StatusCode: StatusCode.Unimplemented } => $"The service at {address} does not know this call. Check --address: each service has its own.",
        _ => $"{CodeOf(failed)}: {failed.Status.Detail.ReplaceLineEndings(" ")}",
    });

    public void Dispose() => _channel.Dispose();

    private static string CodeOf(RpcException failed) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(failed.StatusCode.ToString());

    private static string FieldsOf(RpcException failed) =>
        failed.FieldViolations().Select(violation => violation.Field).Where(field => field.Length > 0).ToList() is { Count: > 0 } fields ? $" [{string.Join(", ", fields)}]" : "";
}
