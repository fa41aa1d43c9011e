using System.Diagnostics.Metrics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Probe.V1;
using Regional.Wire.Rpc;
using Status = Grpc.Core.Status;

namespace Regional.ServiceDefaults.Tests;

public sealed class A_refusal(ProbeFixture service) : IClassFixture<ProbeFixture>
{
    private const string Secret = "het nummer 999990639";

    public static TheoryData<MethodType> Calls => [MethodType.Unary, MethodType.ServerStreaming, MethodType.ClientStreaming, MethodType.DuplexStreaming];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task is_sent_as_a_status_with_one_ErrorInfo_and_its_violations(MethodType type)
    {
        var refused = new Refusal(StatusCode.FailedPrecondition, "CASE_CLOSED", "De zaak is gesloten.")
        {
            Metadata = new Dictionary<string, string> { ["closedOn"] = "2025-03-14" },
            Violations = [new("part.name", "NAME", "mag niet")],
        };

        var refusal = await Refusal(type, () => throw new RefusedException(refused));

        var info = new ErrorInfo { Reason = "CASE_CLOSED", Domain = "regional.servicedefaults.tests", Metadata = { ["closedOn"] = "2025-03-14" } };
        var violations = new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "part.name", Reason = "NAME", Description = "mag niet" } } };
        Assert.Equal((StatusCode.FailedPrecondition, "De zaak is gesloten."), (refusal.StatusCode, refusal.Status.Detail));
        Assert.Equal(new Wire.Rpc.Status { Code = 9, Message = "De zaak is gesloten.", Details = { Any.Pack(info), Any.Pack(violations) } }, refusal.RpcStatus());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task for_a_fault_of_the_service_itself_hides_what_the_fault_says(MethodType type)
    {
        var refusal = await Refusal(type, () => throw new InvalidOperationException(Secret, new FormatException(Secret)));

        Assert.Equal((StatusCode.Internal, "INTERNAL", 1), (refusal.StatusCode, refusal.ErrorInfo()?.Reason, refusal.RpcStatus()?.Details.Count));
        AssertSilent(refusal);
        Assert.Contains(service.Host.Log.Lines, line => line.Level == LogLevel.Error && line.Message.Contains(nameof(InvalidOperationException)) && line.Message.Contains(nameof(Probe)));
    }

    [Fact]
    public async Task for_a_store_that_fails_asks_to_come_back()
    {
        var refusal = await Refusal(MethodType.Unary, () => throw new SqliteException(Secret, 10));

        Assert.Equal((StatusCode.Unavailable, "STORAGE"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        AssertSilent(refusal);
    }

    // What the service itself could not parse is no fault of the sender, though the exception is the same.
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task does_not_blame_the_sender_for_bytes_that_the_service_kept(MethodType type)
    {
        var refusal = await Refusal(type, () => Question.Parser.ParseFrom([0x07]));

        Assert.Equal((StatusCode.Internal, "INTERNAL"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task of_a_handler_s_own_making_passes_unchanged(MethodType type)
    {
        // RESOURCE_EXHAUSTED, because gRPC gives that by itself too.
        var refusal = await Refusal(type, () => throw new RpcException(new Status(StatusCode.ResourceExhausted, "Eigen woorden: 100% één."), new Metadata { { "x-why", "because" }, { "x-proof-bin", [0, 1, 255] } }));

        Assert.Equal((StatusCode.ResourceExhausted, "Eigen woorden: 100% één."), (refusal.StatusCode, refusal.Status.Detail));
        Assert.Equal("because", refusal.Trailers.GetValue("x-why"));
        Assert.Equal([0, 1, 255], refusal.Trailers.GetValueBytes("x-proof-bin")!);
        Assert.Null(refusal.RpcStatus());
    }

    [Theory]
    [InlineData(MethodType.Unary)]
    [InlineData(MethodType.ServerStreaming)]
    public async Task of_a_message_that_breaks_the_rules_names_every_field(MethodType type)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Client.Call(
            type, ProbeCalls.Question(q => (q.Text, q.Colour, q.Parts[1].Name) = ("", (Colour)77, "\0")), ProbeFixture.Options));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELDS"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Equal(
            [("text", "REQUIRED"), ("colour", "UNKNOWN_VALUE"), ("parts[1].name", "MALFORMED_TEXT")],
            refusal.FieldViolations().Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public async Task of_an_unknown_field_is_counted()
    {
        using var counted = new Counter(ServiceMeter.UnknownFields);
        var unknown = Question.Parser.ParseFrom([.. ProbeCalls.Question().ToByteArray(), 0xF8, 0x07, 0x01]);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Client.Call(MethodType.Unary, unknown, ProbeFixture.Options));

        Assert.Equal("UNKNOWN_FIELD", Assert.Single(refusal.FieldViolations()).Reason);
        Assert.Equal(1, counted.Total);
    }

    [Fact]
    public async Task meets_a_single_request_without_a_deadline()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Client.Call(MethodType.Unary, ProbeCalls.Question(), new(cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal((StatusCode.InvalidArgument, "DEADLINE_REQUIRED"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
    }

    [Fact]
    public async Task of_a_request_whose_time_was_up_when_it_was_sent_says_so()
    {
        using var channel = GrpcChannel.ForAddress(service.Host.Address, new() { HttpHandler = new Late() });
        var token = service.Host.Service<DevelopmentTokens>().Issue(TestService.Municipality, TimeSpan.FromMinutes(10));
        var options = new CallOptions(new() { { "authorization", $"Bearer {token}" } }, cancellationToken: TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => new ProbeService.ProbeServiceClient(channel).Call(MethodType.Unary, ProbeCalls.Question(), options));

        Assert.Equal(StatusCode.DeadlineExceeded, refusal.StatusCode);
    }

    [Theory]
    [InlineData(MethodType.ServerStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task does_not_meet_a_stream_without_a_deadline(MethodType type)
    {
        service.Probe.Handle = (question, context) => Task.FromResult(new Answer { Text = $"{context.Deadline == DateTime.MaxValue}" });

        Assert.Equal("True", (await service.Client.Call(type, ProbeCalls.Question(), new(cancellationToken: TestContext.Current.CancellationToken))).Text);
    }

    private Task<RpcException> Refusal(MethodType type, Func<object> handle)
    {
        service.Probe.Handle = (_, _) => Task.FromResult((Answer)handle());
        return Assert.ThrowsAsync<RpcException>(() => service.Client.Call(type, ProbeCalls.Question(), ProbeFixture.Options));
    }

    private void AssertSilent(RpcException refusal)
    {
        Assert.DoesNotContain(Secret, $"{refusal} {refusal.RpcStatus()} {string.Join(' ', refusal.Trailers.Select(t => t.IsBinary ? System.Text.Encoding.UTF8.GetString(t.ValueBytes) : t.Value))}");
        Assert.All(service.Host.Log.Lines, line => Assert.DoesNotContain(Secret, $"{line.Message} {line.Exception}"));
    }

    private sealed class Counter : IDisposable
    {
        private readonly MeterListener _listener = new();
        private long _total;

        public Counter(Counter<long> counter)
        {
            _listener.SetMeasurementEventCallback<long>((_, measured, _, _) => Interlocked.Add(ref _total, measured));
            _listener.EnableMeasurementEvents(counter);
            _listener.Start();
        }

        public long Total => Interlocked.Read(ref _total);

        public void Dispose() => _listener.Dispose();
    }

    // As gRPC's own client writes it; to the server it looks like no deadline at all.
    private sealed class Late() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("grpc-timeout", "1n");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
