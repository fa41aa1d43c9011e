using Grpc.Core;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Development.Telemetry;

/// <summary>Takes spans.</summary>
internal sealed class TraceCollector(TelemetryStore store) : TraceService.TraceServiceBase
{
    public override Task<ExportTraceServiceResponse> Export(ExportTraceServiceRequest request, ServerCallContext context)
    {
        store.Spans.Add([.. from resource in request.ResourceSpans
                            let sender = Sender.Of(resource.Resource)
                            from scope in resource.ScopeSpans
                            let name = Field.Cut(scope.Scope?.Name ?? "", Sender.LongestName)
                            from span in scope.Spans
                            select Span.Read(sender, name, span)]);
        return Task.FromResult(new ExportTraceServiceResponse());
    }
}

/// <summary>Takes log records, and keeps those that were logged in a trace.</summary>
internal sealed class LogCollector(TelemetryStore store) : LogsService.LogsServiceBase
{
    public override Task<ExportLogsServiceResponse> Export(ExportLogsServiceRequest request, ServerCallContext context)
    {
        store.Logs.Add([.. from resource in request.ResourceLogs
                           let sender = Sender.Of(resource.Resource)
                           from scope in resource.ScopeLogs
                           let category = Field.Cut(scope.Scope?.Name ?? "", Sender.LongestName)
                           from record in scope.LogRecords
                           where !record.TraceId.IsEmpty
                           select LogRecord.Read(sender, category, record)]);
        return Task.FromResult(new ExportLogsServiceResponse());
    }
}

/// <summary>Takes measurements; what it cannot read it refuses by name, and takes the rest.</summary>
internal sealed class MetricCollector(TelemetryStore store) : MetricsService.MetricsServiceBase
{
    public override Task<ExportMetricsServiceResponse> Export(ExportMetricsServiceRequest request, ServerCallContext context)
    {
        var refused = new Refusals();
        store.Measurements.Add([.. from resource in request.ResourceMetrics
                                   let sender = Sender.Of(resource.Resource)
                                   from scope in resource.ScopeMetrics
                                   let meter = Field.Cut(scope.Scope?.Name ?? "", Sender.LongestName)
                                   from metric in scope.Metrics
                                   from measurement in Measurement.Read(sender, meter, metric, refused)
                                   select measurement]);
        return Task.FromResult(refused.Points == 0
            ? new ExportMetricsServiceResponse()
            : new() { PartialSuccess = new() { RejectedDataPoints = refused.Points, ErrorMessage = refused.Reason } });
    }
}
