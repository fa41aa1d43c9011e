using Grpc.Core;
using Regional.Indicators.Tables;
using Regional.ServiceDefaults.Identity;
using Regional.Wire.Indicators.V1;

namespace Regional.Indicators;

/// <summary>The gRPC edge of Indicators.</summary>
internal sealed class IndicatorsApi(GetTable getTable, ListTables listTables) : IndicatorsService.IndicatorsServiceBase
{
    public override async Task<Table> GetTable(GetTableRequest request, ServerCallContext context) =>
        (await getTable.Run(TableName.Parse(request.Name).OrThrow(), context.Caller())).OrThrow();

    public override async Task<ListTablesResponse> ListTables(ListTablesRequest request, ServerCallContext context) =>
        (await listTables.Run(request, context.Caller())).OrThrow();
}
