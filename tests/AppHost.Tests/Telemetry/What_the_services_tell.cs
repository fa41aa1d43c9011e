using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client;
using Regional.AppHost.Development.Telemetry;
using Regional.Wire.Indicators.V1;
using Regional.Wire.Otlp.V1;

namespace Regional.AppHost.Tests.Telemetry;

[Collection<OneStack>]
public sealed class What_the_services_tell(TelemetryStack stack)
{
    private const string Secret = "T123456789";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void is_each_call_by_its_name_and_within_it_each_batch_that_is_appended()
    {
        var push = stack.Spans("regional.signalering.v1.SignaleringService/PushSignals").First();
        var trace = stack.Store.Find(push.Trace.ToHexString())!;

        Assert.Equal(("signalering", SpanKind.Server, false), (push.Service, push.Kind, push.IsError));
        Assert.Contains(trace.Waterfall(), row => (row.Span.Name, row.Depth) == ("append VO2201", 1));
        Assert.Contains(trace.Waterfall(), row => row.Span.Fields.Contains(new("regional.region", "VO2201")));
        Assert.Contains(stack.Spans("commit"), commit => stack.Spans("append VO2201").Any(append => append.Id == commit.Parent));
    }

    [Fact]
    public void is_each_page_of_events_that_is_applied()
    {
        var apply = stack.Spans("apply signalering VO2201").First();

        Assert.Equal(("indicators", null), (apply.Service, apply.Parent));
        Assert.Contains(new("regional.source", "signalering"), apply.Fields);
    }

    [Fact]
    public void is_nothing_of_polls_and_health_checks() => Assert.DoesNotContain(
        stack.Spans(""), span => span.Name.Contains("ReadFeed", StringComparison.Ordinal) || span.Name.Contains("Http", StringComparison.Ordinal) || span.Scope == "System.Net.Http");

    [Fact]
    public async Task is_a_refused_call_as_an_error_with_what_was_logged_of_it()
    {
        using var channel = GrpcChannel.ForAddress(stack.Endpoint("indicators", "grpc"));
        await Assert.ThrowsAsync<RpcException>(() => new IndicatorsService.IndicatorsServiceClient(channel).ListTablesAsync(
            new() { Parent = Secret }, new Metadata { { "x-note", Secret } }, DateTime.UtcNow.AddMinutes(1), Cancellation).ResponseAsync);

        await Limit.Until(() => stack.Spans("ListTables").Any(span => span.IsError));
        Assert.Equal("Unauthenticated", stack.Spans("ListTables").First(span => span.IsError).StatusMessage);
        NothingIsKeptOf(Secret);
    }

    [Fact]
    public async Task is_never_what_stood_in_a_path_a_query_or_a_header()
    {
        using var client = new HttpClient();
        foreach (var (endpoint, version, path) in new[]
        {
            ("grpc", HttpVersion.Version20, $"/regional.signalering.v1.SignaleringService/{Secret}"), ("grpc", HttpVersion.Version20, $"/{Secret}/PushSignals?number={Secret}"),
            ("http", HttpVersion.Version11, $"/{Secret}"), ("http", HttpVersion.Version11, $"/health?number={Secret}"),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stack.Endpoint("signalering", endpoint), path))
            {
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
                Content = new ByteArrayContent([0, 0, 0, 0, 0]),
            };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
            request.Headers.Add("user-agent", Secret);
            request.Headers.Add("tracestate", $"number={Secret}");
            request.Headers.Add("baggage", $"number={Secret}");
            using var answer = await client.SendAsync(request, Cancellation);
        }

        // What comes in later was told later: once this call is there, so is all before it.
        var before = stack.Store.Spans.Version;
        var measured = stack.Store.Measurements.Version;
        await is_a_refused_call_as_an_error_with_what_was_logged_of_it();
        await Limit.Until(() => stack.Store.Spans.Version > before && stack.Store.Measurements.Version > measured);
        NothingIsKeptOf(Secret);
    }

    [Fact]
    public void is_no_person_number()
    {
        Assert.NotEmpty(stack.PersonNumbers);
        var texts = string.Join('\n', AllTexts());
        Assert.All(stack.PersonNumbers, number => Assert.DoesNotContain(number, texts, StringComparison.Ordinal));
    }

    [Fact]
    public void is_measured_by_each_of_them()
    {
        var instruments = stack.Store.Measurements.Instruments().Select(instrument => instrument.Name).ToList();

        Assert.All(["signalering", "indicators"], service => Assert.Contains(new(service, "System.Runtime", "dotnet.process.memory.working_set"), instruments));
        Assert.Contains(new("signalering", "Microsoft.AspNetCore.Hosting", "http.server.request.duration"), instruments);
    }

    private void NothingIsKeptOf(string text) => Assert.DoesNotContain(AllTexts(), each => each.Contains(text, StringComparison.OrdinalIgnoreCase));

    // Every text that is kept of anything.
    private IEnumerable<string> AllTexts() =>
    [
        .. stack.Store.Spans.Traces().SelectMany(spans => spans).SelectMany(span => (string[])
            [span.Name, span.StatusMessage, span.Scope, span.Service, .. Texts(span.Fields), .. span.Events.SelectMany(happened => Texts(happened.Fields).Append(happened.Name))]),
        .. stack.Store.Logs.Traces().SelectMany(records => records).SelectMany(record => (string[])[record.Text, record.Category, record.EventName, .. Texts(record.Fields)]),
        .. stack.Store.Measurements.Instruments().SelectMany(instrument => stack.Store.Measurements.Of(instrument.Name)).SelectMany(series => Texts(series.Fields)),
    ];

    private static IEnumerable<string> Texts(IEnumerable<Field> fields) => fields.SelectMany(field => (string[])[field.Name, field.Value]);
}
