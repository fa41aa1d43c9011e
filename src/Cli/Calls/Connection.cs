using System.Text.Json;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Cli.Calls;

/// <summary>The way to one service.</summary>
/// <param name="find">Tells where it is now.</param>
/// <exception cref="CliFault">It is not known where the service is.</exception>
internal sealed class Connection(Func<Uri> find) : IDisposable
{
    /// <summary>How long a call with one answer may take.</summary>
    public static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private Uri _address = find();

    /// <summary>What the user hears when the service cannot be reached.</summary>
    public Outage Outage(Action<string> say) => new(() => _address, say);

    /// <summary>Makes calls as someone, to where the service is now: a stack that is started again may have taken other ports.</summary>
    public CallInvoker As(Sender sender) => Channel().Intercept(metadata =>
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
        { StatusCode: StatusCode.Unavailable } => $"No service answers at {_address}. Check that it runs (dotnet run --project AppHost), and --address where you gave one.",
        { StatusCode: StatusCode.DeadlineExceeded } => $"The service at {_address} gave no answer in {LongestCall.TotalSeconds:0} seconds. Try again; if that does not help, read its log.",
        { StatusCode: StatusCode.Unimplemented } => $"The service at {_address} does not know this call. Check --address: each service has its own.",
        _ => $"{CodeOf(failed)}: {failed.Status.Detail.ReplaceLineEndings(" ")}",
    });

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Dispose();
        }
    }

    private GrpcChannel Channel()
    {
        lock (_lock)
        {
            try
            {
                _address = find();
            }
            catch (CliFault)
            {
                // The stack is being started again; until it says where, the service may come back to where it was.
            }

            if (!_channels.TryGetValue(_address, out var channel))
            {
                channel = Open(_address);
                _channels.Add(_address, channel);
            }

            return channel;
        }
    }

    private static GrpcChannel Open(Uri address) => GrpcChannel.ForAddress(address, new()
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

    private static string CodeOf(RpcException failed) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(failed.StatusCode.ToString());

    private static string FieldsOf(RpcException failed) =>
        failed.FieldViolations().Select(violation => violation.Field).Where(field => field.Length > 0).ToList() is { Count: > 0 } fields ? $" [{string.Join(", ", fields)}]" : "";
}
