using Regional.EventLog.Receipts;
using Regional.Wire.Receipts.V1;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;

namespace Regional.Signalering.Tests;

public sealed class A_receipt(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task comes_with_each_signal_of_a_batch_that_asked_for_one_and_was_stored()
    {
        var (seen, other) = (service.Request(), service.Request());
        using var stream = new Stream(service);
        Assert.Empty((await stream.Send(new() { Batch = 1, Signals = { seen, other } })).Results);

        var answer = await stream.Send(new()
        {
            Batch = 2,
            Signals =
            {
                WithReceipt(service.Request()),
                WithReceipt(seen),
                WithReceipt(service.Request(s => s.Municipality = "1680")),
                WithReceipt(service.Request(s => s.ReasonText = "tekst")),
                other,
                service.Request(),
            },
        });

        Assert.Equal(
            [(0, Outcome.Accepted, true), (1, Outcome.Duplicate, true), (2, Outcome.Rejected, false), (3, Outcome.Accepted, true), (4, Outcome.Duplicate, false)],
            answer.Results.Select(r => (r.Index, r.Outcome, r.Receipt is not null)));
        Assert.Equal(seen.RequestId, answer.Results[1].Receipt.RequestId);
        Assert.Equal("DROPPED_FIELDS", Assert.Single(answer.Results[3].Notes).Reason);
        var verifier = await Verifier();
        Assert.All(answer.Results.Where(r => r.Receipt is not null), result => Assert.Null(verifier.Check(result.Receipt)));
    }

    [Fact]
    public async Task comes_with_a_signal_alone_and_is_the_same_with_its_repeat()
    {
        var request = service.Request();

        Assert.Null((await Create(request)).Receipt);
        var (first, second) = (await Create(WithReceipt(request)), await Create(WithReceipt(request)));

        Assert.NotNull(first.Receipt);
        Assert.Equal(first, second);
        Assert.Null((await Verifier()).Check(first.Receipt));
    }

    [Fact]
    public async Task is_for_the_request_and_not_for_the_one_beside_it()
    {
        var requests = Enumerable.Range(0, 100).Select(_ => WithReceipt(service.Request())).ToList();
        using var stream = new Stream(service);

        var results = (await stream.Send(new() { Batch = 1, Signals = { requests } })).Results;

        Assert.Equal(requests.Select(r => r.RequestId), results.Select(r => r.Receipt.RequestId));
        Assert.Equal(100, results.Select(r => r.Receipt.Leaf).Distinct().Count());
    }

    private static CreateSignalRequest WithReceipt(CreateSignalRequest request) => new(request) { WithReceipt = true };

    private async Task<Signal> Create(CreateSignalRequest request) => await service.Assen.CreateSignalAsync(request, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    // With the keys as every caller can fetch them.
    private async Task<ReceiptVerifier> Verifier()
    {
        var client = new ReceiptKeysService.ReceiptKeysServiceClient(service.InvokerWith(service.TokenOf("1680")));
        var keys = await client.GetReceiptKeysAsync(new(), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        var key = Assert.Single(keys.Keys);
        Assert.True(key.Signs);
        Assert.Matches("^[0-9a-f]{16}$", key.KeyId);
        return new([key.PublicKey.ToByteArray()]);
    }
}
