using Grpc.Core;
using Regional.Indicators.Tables;
using Regional.ServiceDefaults.Identity;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators;

/// <summary>The gRPC edge of Indicators.</summary>
internal sealed class IndicatorsApi(GetTable getTable, ListTables listTables) : IndicatorsService.IndicatorsServiceBase
{
    public override Task<Table> GetTable(GetTableRequest request, ServerCallContext context) =>
        Task.FromResult(getTable.Run(TableName.Parse(request.Name).OrThrow(), context.Caller()).OrThrow());

    public override Task<ListTablesResponse> ListTables(ListTablesRequest request, ServerCallContext context) =>
        Task.FromResult(listTables.Run(request, context.Caller()).OrThrow());
}
