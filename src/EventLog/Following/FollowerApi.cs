using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Following;

/// <summary>What the operator of this deployment can ask of a service that follows others.</summary>
internal sealed class FollowerApi(Followers followers, Regions regions, IConfiguration configuration) : FollowerService.FollowerServiceBase
{
    public override async Task RebuildFacts(RebuildFactsRequest request, IServerStreamWriter<RebuildFactsResponse> responseStream, ServerCallContext context)
    {
        OwnDeployment.Require(context, configuration);
        foreach (var region in Asked(request.Region))
        {
            var difference = await followers.Rebuild(
                region, (position, head) => responseStream.WriteAsync(new() { Region = region, Position = position, HeadPosition = head }, context.CancellationToken), context.CancellationToken);
            await responseStream.WriteAsync(new() { Region = region, Position = difference.UpTo, HeadPosition = difference.UpTo, Result = ToProto(difference) }, context.CancellationToken);
        }
    }

    private IEnumerable<string> Asked(string region)
    {
        var hosted = regions.All.Select(r => r.Code.ToString());
        return region.Length == 0 ? hosted
            : hosted.Contains(region) ? [region]
            : throw new RefusedException(Refusal.InvalidFields([new("region", "NOT_HOSTED", "names no region that is hosted here; leave it empty for all")]));
    }

    private static RebuildResult ToProto(Difference difference)
    {
        var result = new RebuildResult
        {
            Facts = difference.Count,
            Digest = Google.Protobuf.ByteString.CopyFrom(difference.Digest),
            MissingFacts = difference.Missing,
            SurplusFacts = difference.Surplus,
        };
        if (difference.First is { } first)
        {
            result.FirstDifference = first;
        }

        return result;
    }
}
