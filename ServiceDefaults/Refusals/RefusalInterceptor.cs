using System.Data.Common;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Rpc;
using Status = Grpc.Core.Status;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>The one place where refusals and unforeseen exceptions become a status with details.</summary>
/// <remarks>An <see cref="RpcException"/> of a handler passes unchanged. An unforeseen exception is logged and answered
/// without a word of its message, which may hold data of a child.</remarks>
internal sealed partial class RefusalInterceptor(IHostEnvironment environment, ILogger<RefusalInterceptor> logger) : Interceptor
{
    internal const string DetailsTrailer = "grpc-status-details-bin";

    private static readonly object Seen = new();

    private static readonly Refusal Internal = new(
        StatusCode.Internal, "INTERNAL", "The service met a fault of its own. What was not acknowledged may have been kept all the same: send it again later, under the same request id.");

    private static readonly Refusal Storage = new(
        StatusCode.Unavailable, "STORAGE", "The service could not write or read its data. What was not acknowledged may have been kept all the same: send it again later, under the same request id.");

    private static readonly Refusal StorageFull = new(
        StatusCode.ResourceExhausted, "STORAGE_FULL", "The disk of the service's data is full. What was not acknowledged may have been kept all the same. Its administrator has to make room; send it again then, under the same request id.");

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Guard(() => continuation(request, context), context);

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(() => continuation(new ReadableRequests<TRequest>(requestStream), context), context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(async () => { await continuation(request, responseStream, context); return true; }, context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        Guard(async () => { await continuation(new ReadableRequests<TRequest>(requestStream), responseStream, context); return true; }, context);

    /// <summary>Whether the call came as far as here, so that its status is the service's own.</summary>
    internal static bool Saw(ServerCallContext context) => context.UserState.ContainsKey(Seen);

    private async Task<T> Guard<T>(Func<Task<T>> call, ServerCallContext context)
    {
        context.UserState[Seen] = Seen;
        try
        {
            return await call();
        }
        catch (RefusedException refused)
        {
            Refused(context.Method, refused.Refusal.Reason);
            throw ToRpcException(refused.Refusal);
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception gone) when (context.CancellationToken.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The caller has gone or its deadline has passed: gRPC itself reports which.
            throw;
        }
        catch (Exception unforeseen)
        {
            // The type and the place, not the message: that may hold what a child is known by.
            Unforeseen(context.Method, unforeseen.GetType().Name, unforeseen.StackTrace ?? "");
            throw ToRpcException(unforeseen switch
            {
                _ when unforeseen.IsOfAFullDisk() => StorageFull,
                DbException => Storage,
                _ => Internal,
            });
        }
    }

    private RpcException ToRpcException(Refusal refusal) =>
        new(new Status(refusal.Code, refusal.Message), new Metadata { { DetailsTrailer, refusal.ToProto(environment).ToByteArray() } });

    [LoggerMessage(LogLevel.Information, "{Method} refused: {Reason}")]
    private partial void Refused(string method, string reason);

    [LoggerMessage(LogLevel.Error, "{Method} failed: {Type}\n{Place}")]
    private partial void Unforeseen(string method, string type, string place);
}

/// <summary>Mapping of refusals to the wire.</summary>
public static class RefusalMapping
{
    /// <summary>The violation as <c>google.rpc.BadRequest</c> has it.</summary>
    public static BadRequest.Types.FieldViolation ToProto(this Violation violation) =>
        new() { Field = violation.Field, Reason = violation.Reason, Description = violation.Description };

    /// <summary>The refusal as <c>google.rpc.Status</c>: exactly one <c>ErrorInfo</c>, and the violations where there are any.</summary>
    internal static Wire.Rpc.Status ToProto(this Refusal refusal, IHostEnvironment environment)
    {
        var status = new Wire.Rpc.Status { Code = (int)refusal.Code, Message = refusal.Message };
        var info = new ErrorInfo { Reason = refusal.Reason, Domain = environment.ApplicationName.ToLowerInvariant() };
        info.Metadata.Add(refusal.Metadata.ToDictionary());
        status.Details.Add(Any.Pack(info));
        if (refusal.Violations.Count > 0)
        {
            var violations = new BadRequest();
            violations.FieldViolations.Add(refusal.Violations.Select(v => v.ToProto()));
            status.Details.Add(Any.Pack(violations));
        }

        return status;
    }

    /// <summary>The <c>google.rpc.Status</c> in the trailers of a failed call; null where the server sent none.</summary>
    public static Wire.Rpc.Status? RpcStatus(this RpcException exception) =>
        exception.Trailers.GetValueBytes(RefusalInterceptor.DetailsTrailer) is { } bytes ? Wire.Rpc.Status.Parser.ParseFrom(bytes) : null;

    /// <summary>The reason of a failed call; null where the server sent none.</summary>
    public static ErrorInfo? ErrorInfo(this RpcException exception) => Detail<ErrorInfo>(exception);

    /// <summary>The field violations of a failed call; empty where there are none.</summary>
    public static IReadOnlyList<BadRequest.Types.FieldViolation> FieldViolations(this RpcException exception) =>
        Detail<BadRequest>(exception)?.FieldViolations ?? [];

    private static T? Detail<T>(RpcException exception)
        where T : class, IMessage<T>, new() =>
        exception.RpcStatus()?.Details.FirstOrDefault(d => d.Is(new T().Descriptor))?.Unpack<T>();
}
