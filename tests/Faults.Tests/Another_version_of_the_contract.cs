using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>F27. Client and service were not made from the same contract.</summary>
public sealed class Another_version_of_the_contract : IAsyncLifetime
{
    // The bytes that a client of the first contract sends. They stay as they are, whatever becomes of the contract: municipality 0106, born on 2010-05-20,
    // postcode 9401, case Z42, kind 4 (ZESTIEN_UUR), from 2025-03-03, vestiging 20LO00.
    private const string First = "0A2430613666336331652D356130622D346435352D396133352D36613166306337643231343212391204303130361A0A54303030303030303432220708DA0F1005"
        + "18142A043934303132035A343240044A0708E90F100318037A0632304C4F3030";

    private static readonly Method<byte[], byte[]> CreateSignal = new(
        MethodType.Unary, "regional.signalering.v1.SignaleringService", "CreateSignal", Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));

    private StoringService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StoringService.Start(database: null);

    public ValueTask DisposeAsync() => _service?.DisposeAsync() ?? default;

    [Fact]
    public async Task that_is_older_is_understood()
    {
        var answer = Signal.Parser.ParseFrom(await Send(First));

        Assert.Equal(("0106", "Z42", VerzuimKind.ZestienUur, "20LO00"), (answer.Municipality, answer.CaseNumber, answer.Kind, answer.Establishment));
        Assert.Matches("^regions/VO2201/signals/[0-9a-f]{32}$", answer.Name);
    }

    [Theory]
    [InlineData("5A343240044A", "5A3432404D4A", "signal.kind", "UNKNOWN_VALUE")] // kind 77
    [InlineData("3030", "3030B83E01", "", "UNKNOWN_FIELD")] // field 999
    public async Task that_is_newer_is_refused_by_name_and_stores_nothing(string known, string unknown, string field, string reason)
    {
        var end = First.LastIndexOf(known, StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => Send(First[..end] + unknown + First[(end + known.Length)..]));

        Assert.Equal(StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Equal([(field, reason)], refusal.FieldViolations().Select(violation => (violation.Field, violation.Reason)));
        var stored = await _service.ClientOf(StoringService.Assen).ListSignalsAsync(new() { Parent = "regions/VO2201" }, deadline: Deadline, cancellationToken: Limit.Token);
        Assert.Empty(stored.Signals);
    }

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    private async Task<byte[]> Send(string hex) => await _service.InvokerOf(StoringService.Assen, TimeProvider.System)
        .AsyncUnaryCall(CreateSignal, null, new CallOptions(deadline: Deadline, cancellationToken: Limit.Token), Convert.FromHexString(hex));
}
