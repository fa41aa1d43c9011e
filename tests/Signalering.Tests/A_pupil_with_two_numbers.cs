using Grpc.Core;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Signalering.Tests;

public sealed class A_pupil_with_two_numbers(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task is_one_child_once_the_numbers_are_linked()
    {
        const string former = "101222331";
        var bsn = service.NextNumber();
        await Send("0106", former);
        await Link("0106", former, bsn);
        await Link("0106", former, bsn);
        await Send("0106", bsn);
        await Send("1730", bsn);

        var events = await Events();

        Assert.Single(events.TakeLast(3).Select(e => e.Subject).Distinct());
    }

    [Fact]
    public async Task can_be_linked_by_no_municipality_that_has_no_signal_of_the_child()
    {
        const string former = "101222343";
        await Send("1730", former);

        Assert.Equal("NO_RELATION", await RefusalOf("0106", former, service.NextNumber()));
        Assert.Equal("NO_RELATION", await RefusalOf("0106", "101222355", service.NextNumber()));
    }

    [Fact]
    public async Task can_be_linked_to_nobody_of_whom_others_have_signals()
    {
        const string former = "101222367";
        var bsn = service.NextNumber();
        await Send("0106", former);
        await Send("1730", bsn);

        Assert.Equal("NO_RELATION", await RefusalOf("0106", former, bsn));
    }

    [Fact]
    public async Task who_was_sent_under_both_is_erased_under_one_before_the_numbers_are_linked()
    {
        const string former = "101222379";
        var bsn = service.NextNumber();
        await Send("0106", former);
        await Send("0106", bsn);
        Assert.Equal("KNOWN_AS_TWO", await RefusalOf("0106", former, bsn));

        await service.Assen.EraseSubjectAsync(new() { PersonNumber = bsn }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        await Link("0106", former, bsn);
    }

    [Theory]
    [InlineData("999993653", "101222331", "onderwijsnummer bsn")]
    [InlineData("101222331", "123456789", "bsn")]
    [InlineData("", "999993653", "onderwijsnummer")]
    public async Task needs_an_onderwijsnummer_and_a_bsn(string former, string bsn, string fields)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => Link("0106", former, bsn));

        Assert.Equal(fields, string.Join(' ', refusal.FieldViolations().Select(v => v.Field)));
        Assert.DoesNotContain("999993653", refusal.Status.Detail);
    }

    private async Task Send(string municipality, string number) => await service.ClientOf(municipality).CreateSignalAsync(
        service.Request(s => (s.Municipality, s.PersonNumber, s.Postcode) = (municipality, number, "")), deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private async Task Link(string municipality, string former, string bsn) => await service.ClientOf(municipality).LinkIdentifiersAsync(
        new() { Onderwijsnummer = former, Bsn = bsn }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);

    private async Task<string?> RefusalOf(string municipality, string former, string bsn) =>
        (await Assert.ThrowsAsync<RpcException>(() => Link(municipality, former, bsn))).ErrorInfo()?.Reason;

    private async Task<IReadOnlyList<Wire.Feed.V1.Event>> Events()
    {
        using var call = service.Feed.ReadFeed(new() { Region = "VO2201" }, deadline: SignaleringFixture.Deadline, cancellationToken: Cancellation);
        return [.. (await call.ResponseStream.ReadAllAsync(Cancellation).ToListAsync(Cancellation)).SelectMany(p => p.Events)];
    }
}
