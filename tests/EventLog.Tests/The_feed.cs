using Grpc.Core;
using Regional.EventLog.Tests.Accounts;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using Regional.Tests;
using Regional.Wire.Feed.V1;

namespace Regional.EventLog.Tests;

public sealed class The_feed : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(new(2025, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private LedgerService _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await LedgerService.Start(_folder, _clock);

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task gives_the_whole_log_in_pages_of_1_000()
    {
        await _ledger.Append(2_500);

        var pages = await _ledger.Read();

        Assert.Equal([(1_000, 1_000L), (1_000, 2_000L), (500, 2_500L)], pages.Select(p => (p.Events.Count, p.Cursor.Position)));
        Assert.Equal(Enumerable.Range(1, 2_500).Select(n => (long)n), pages.SelectMany(p => p.Events).Select(e => e.Sequence));
        Assert.All(pages, page => Assert.Equal((2_500L, 1), (page.HeadPosition, page.Cursor.Epoch)));
    }

    [Fact]
    public async Task goes_on_from_a_cursor()
    {
        await _ledger.Append(12);

        var page = Assert.Single(await _ledger.Read(new Cursor { Epoch = 1, Position = 7 }));

        Assert.Equal([8L, 9L, 10L, 11L, 12L], page.Events.Select(e => e.Sequence));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task gives_one_empty_page_at_the_head(int head)
    {
        await _ledger.Append(head);

        var page = Assert.Single(await _ledger.Read(new Cursor { Epoch = 1, Position = head }));

        Assert.Equal((0, new Cursor { Epoch = 1, Position = head }, (long)head), (page.Events.Count, page.Cursor, page.HeadPosition));
    }

    [Fact]
    public async Task gives_each_event_as_a_CloudEvent()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(1_234));
        await _ledger.Append(1);

        var page = Assert.Single(await _ledger.Read());

        Assert.Equal(("urn:nld:oin:00000099000000000000:systeem:ledger", "1.0"), (page.Source, page.SpecVersion));
        Assert.Equal(
            new Event
            {
                Id = "VO2201/1",
                Type = Posting.PostedType,
                Subject = Convert.ToHexStringLower(Posting.SubjectOf("a")),
                Time = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(_clock.GetUtcNow()),
                Sequence = 1,
                Data = Google.Protobuf.ByteString.CopyFromUtf8("a+1"),
            },
            Assert.Single(page.Events));
    }

    [Fact]
    public async Task gives_the_log_of_the_region_that_is_asked_for()
    {
        await _ledger.Append(1);
        await _ledger.Append(2, "PO3008");

        Assert.Equal(["PO3008/1", "PO3008/2"], (await _ledger.Read(region: "PO3008")).SelectMany(p => p.Events).Select(e => e.Id));
        Assert.Empty(Assert.Single(await _ledger.Read(region: "VO2001")).Events);
    }

    [Theory]
    [InlineData("vo2201")]
    [InlineData("elders")]
    [InlineData("VO2201' or '1'='1")]
    public async Task refuses_what_is_no_region(string region)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => _ledger.Read(region: region));

        Assert.Equal(("region", "REGION_CODE"), refusal.FieldViolations().Select(v => (v.Field, v.Reason)).Single());
    }

    [Theory]
    [InlineData("00000099000000000000", "municipality")]
    [InlineData("00000099000000000000", "samenwerkingsverband")]
    [InlineData("00000099000100106000", "follower")]
    public async Task is_for_followers_of_this_deployment_only(string oin, string role)
    {
        var caller = new Caller(WrittenValues.Parse<Oin>(oin), WrittenValues.Parse<CallerRole>(role), "deployment", "test");

        var refusal = await Assert.ThrowsAsync<RpcException>(() => _ledger.Read(caller: caller));

        Assert.Equal((StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED", role), (refusal.StatusCode, refusal.ErrorInfo()?.Reason, refusal.ErrorInfo()?.Metadata["role"]));
    }

    [Fact]
    public async Task refuses_a_cursor_ahead_of_the_log()
    {
        await _ledger.Append(3);

        Assert.Equal((StatusCode.FailedPrecondition, "CURSOR_AHEAD"), await RefusalOf(new Cursor { Epoch = 1, Position = 4 }));
    }

    [Fact]
    public async Task goes_on_in_a_new_epoch_with_a_cursor_whose_hash_stands()
    {
        await _ledger.Append(3);
        var cursor = Assert.Single(await _ledger.Read()).Cursor;
        await _ledger.Append(2);
        await _ledger.Tamper("update log_identity set epoch = 2");

        var page = Assert.Single(await _ledger.Read(cursor));

        Assert.Equal([4L, 5L], page.Events.Select(e => e.Sequence));
        Assert.Equal((2, 5L, 5L), (page.Cursor.Epoch, page.Cursor.Position, page.Cursor.HashPosition));
    }

    [Fact]
    public async Task refuses_a_cursor_whose_hash_is_not_that_of_the_log()
    {
        await _ledger.Append(3);
        var cursor = Assert.Single(await _ledger.Read()).Cursor;
        await _ledger.Append(3);
        await _ledger.Tamper("update commits set hash = root");

        Assert.Equal((StatusCode.FailedPrecondition, "CURSOR_DIVERGED"), await RefusalOf(cursor));
        Assert.Equal(6, Assert.Single(await _ledger.Read(new Cursor())).Events.Count);
    }

    [Fact]
    public async Task ends_with_a_fault_where_the_log_has_lost_its_tail()
    {
        await _ledger.Append(3);
        await _ledger.Tamper("delete from events where position = 3");

        Assert.Equal((StatusCode.Internal, "INTERNAL"), await RefusalOf(new Cursor { Epoch = 1, Position = 2 }));
    }

    private async Task<(StatusCode Code, string? Reason)> RefusalOf(Cursor cursor)
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => _ledger.Read(cursor));
        return (refusal.StatusCode, refusal.ErrorInfo()?.Reason);
    }
}
