using Google.Protobuf;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>Says what is wrong with a request that gRPC could not read.</summary>
/// <remarks>A single request is read before the first interceptor runs; the status that gRPC then gives by itself has no details, and for malformed bytes
/// it is UNKNOWN. Nothing of the answer has been sent by then, so it is still a matter of headers.</remarks>
internal sealed partial class UnreadableRequests(RequestDelegate next, IHostEnvironment environment, ILogger<UnreadableRequests> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        await next(http);
        if (http.Features.Get<IServerCallContextFeature>()?.ServerCallContext is { } call && !RefusalInterceptor.Saw(call) && !http.Response.HasStarted
            && Unreadable.Of(call.Status.DebugException ?? new RpcException(call.Status)) is { } refusal)
        {
            Refused(call.Method, refusal.Reason);
            http.Response.Headers["grpc-status"] = $"{(int)refusal.Code}";
            http.Response.Headers["grpc-message"] = refusal.Message;
            http.Response.Headers[RefusalInterceptor.DetailsTrailer] = Convert.ToBase64String(refusal.ToProto(environment).ToByteArray());
        }
    }

    [LoggerMessage(LogLevel.Information, "{Method} refused: {Reason}")]
    private partial void Refused(string method, string reason);
}
