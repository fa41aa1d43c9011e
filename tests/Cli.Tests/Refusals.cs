using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Regional.Wire.Rpc;

namespace Regional.Cli.Tests;

/// <summary>Refusals as the services of this suite send them.</summary>
internal static class Refusals
{
    public static RpcException Of(StatusCode code, string reason, string message, params string[] fields)
    {
        var status = new Wire.Rpc.Status { Code = (int)code, Message = message, Details = { Any.Pack(new ErrorInfo { Reason = reason, Domain = "test" }) } };
        if (fields.Length > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest { FieldViolations = { fields.Select(field => new BadRequest.Types.FieldViolation { Field = field }) } }));
        }

        return new(new(code, message), new Metadata { { "grpc-status-details-bin", status.ToByteArray() } });
    }
}
