using System.Collections.Concurrent;
using Grpc.Core;
using Regional.Wire.Indicators.V1;

namespace Regional.Cli.Tests;

/// <summary>An Indicators that has one table, whatever it is asked for.</summary>
internal sealed class FakeIndicators : IndicatorsService.IndicatorsServiceBase
{
    public Func<Table> Answer { get; set; } = () => new();

    public ConcurrentQueue<(string Name, string Token, DateTime Deadline)> Calls { get; } = new();

    public override Task<Table> GetTable(GetTableRequest request, ServerCallContext context)
    {
        Calls.Enqueue((request.Name, context.RequestHeaders.GetValue("authorization") ?? "", context.Deadline));
        return Task.FromResult(Answer());
    }
}
