using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Regional.LocalServers;
using Regional.ServiceDefaults.Telemetry;
using Regional.Tests;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_statement_in_a_trace
{
    private const string Secret = "T123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_told_without_values_also_where_it_fails()
    {
        await using var server = await PostgreSqlServer.StartAsync(cancellationToken: Cancellation).OrSkip();
        await using var database = NpgsqlDataSource.Create(await server.CreateDatabaseAsync(Cancellation));
        using var source = new ActivitySource("Regional.Tests.Statements");
        var told = new Told(source.Name);
        using var traces = Sdk.CreateTracerProviderBuilder()
            .AddSource(CallSpans.Database, "Regional.*").AddProcessor(new CallSpans()).AddProcessor(new SimpleActivityExportProcessor(told)).Build();

        await Run("select 'outside of any call'");
        using (source.StartActivity("call"))
        {
            await Run("select @value\n  where true");
            await Assert.ThrowsAsync<PostgresException>(() => Run("select cast(@value as uuid)"));
        }

        Assert.Contains(told.Spans, span => (span.Name, span.Status) == ("select @value", ActivityStatusCode.Unset));
        var failed = Assert.Single(told.Spans, span => span.Status == ActivityStatusCode.Error);
        Assert.Equal(("select cast(@value as uuid)", "22P02"), (failed.Name, failed.Why));
        Assert.Contains("db.query.text=select cast(@value as uuid)", failed.Texts);
        Assert.DoesNotContain(told.Spans, span => span.Name.Contains("outside", StringComparison.Ordinal));
        Assert.DoesNotContain(told.Spans.SelectMany(span => span.Texts), text => text.Contains(Secret, StringComparison.Ordinal));

        async Task Run(string sql)
        {
            await using var command = database.CreateCommand(sql);
            command.Parameters.AddWithValue("value", Secret);
            await command.ExecuteNonQueryAsync(Cancellation);
        }
    }

    private sealed record Span(string Name, ActivityStatusCode Status, string? Why, IReadOnlyList<string> Texts);

    // Other tests run beside this one: what is not of its trace is none of its affair.
    private sealed class Told(string source) : BaseExporter<Activity>
    {
        private readonly ConcurrentQueue<(ActivityTraceId Trace, string Source, Span Span)> _all = [];

        public IReadOnlyList<Span> Spans =>
            [.. _all.Where(each => _all.Any(call => call.Source == source && call.Trace == each.Trace) || each.Span.Name.Contains("outside", StringComparison.Ordinal)).Select(each => each.Span)];

        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (var activity in batch)
            {
                var texts = activity.TagObjects.Concat(activity.Events.SelectMany(happened => happened.Tags)).Select(tag => $"{tag.Key}={tag.Value}");
                _all.Enqueue((activity.TraceId, activity.Source.Name, new(activity.DisplayName, activity.Status, activity.StatusDescription, [.. texts])));
            }

            return ExportResult.Success;
        }
    }
}
