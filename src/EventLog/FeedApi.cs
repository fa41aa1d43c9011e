using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog;

/// <summary>Serves the logs of this service to the followers of this deployment.</summary>
internal sealed class FeedApi(FeedReader feed, IConfiguration configuration) : FeedService.FeedServiceBase
{
    public override async Task ReadFeed(ReadFeedRequest request, IServerStreamWriter<FeedPage> responseStream, ServerCallContext context)
    {
        OwnDeployment.Require(context, configuration);
        if (!RegionCode.TryParse(request.Region, out var region, out var reason))
        {
            throw new RefusedException(Refusal.InvalidFields([new("region", "REGION_CODE", reason)]));
        }

        await foreach (var page in feed.Read(region.ToString(), request.Cursor ?? new Cursor(), context.CancellationToken))
        {
            await responseStream.WriteAsync(page, context.CancellationToken);
        }
    }
}
