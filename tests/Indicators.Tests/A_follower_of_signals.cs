using Google.Protobuf;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Regional.Indicators.Tests.Hosting;
using Regional.Wire.Feed.V1;
using Regional.Wire.Signalering.V1;
using static Regional.Indicators.Tests.Hosting.SignalEvents;

namespace Regional.Indicators.Tests;

public sealed class A_follower_of_signals
{
    [Fact]
    public async Task goes_on_after_a_restart_where_it_was_and_counts_nothing_twice()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..8, Assen);
        await log.WaitUntilRead();
        var askedBefore = log.Asked.Count;
        await service.Restart();

        log.Signal(8..13, Assen);
        await log.WaitUntilRead();

        Assert.All(log.Asked.Skip(askedBefore), cursor => Assert.True(cursor.Position >= 8));
        Assert.Equal(13, await CountOf(service));
    }

    [Fact]
    public async Task counts_an_erased_pupil_no_more_and_says_from_which_day_its_figures_are_complete()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..13, Assen);
        await log.WaitUntilRead();
        Assert.Null((await service.Table("signals-by-municipality")).Completeness.CompleteFrom);

        var erased = new EventsErased { Positions = { 2, 3 }, CompleteFrom = new() { Year = 2025, Month = 5, Day = 2 } };
        log.Append("nl.regional.signalering.gewist.v1", Subject(99), erased.ToByteString());
        await log.WaitUntilRead();
        await log.WaitUntilAskedTwice();

        Assert.Equal(11, await CountOf(service));
        var completeness = (await service.Table("signals-by-municipality")).Completeness;
        Assert.Equal(erased.CompleteFrom, completeness.CompleteFrom);
        Assert.StartsWith("Complete from 2025-05-02: ", completeness.Statement);
        await service.Restart();
        await service.Log().WaitUntilAskedTwice();
        Assert.Equal(erased.CompleteFrom, (await service.Table("signals-by-municipality")).Completeness.CompleteFrom);
    }

    [Fact]
    public async Task passes_over_what_was_erased_before_it_was_read()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..6, Assen);
        log.Append(Received, "", ByteString.Empty, erased: true);
        log.Signal(6..12, Assen);
        await log.WaitUntilRead();
        await log.WaitUntilAskedTwice();

        Assert.Equal(12, await CountOf(service));
    }

    [Theory]
    [InlineData(1, "a page that it has had")]
    [InlineData(6, "a page after a gap")]
    [InlineData(4, "a page with a gap in it")]
    public async Task refuses_a_page_that_does_not_follow_on_the_one_before(int from, string page)
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..4, Assen);
        await log.WaitUntilRead();

        // Other pupils, so that they would show if they were counted.
        long[] positions = page == "a page with a gap in it" ? [5, 7] : [from, from + 1, from + 2];
        log.AnswerInstead = _ => [PageOf(positions, log)];
        await log.WaitUntilAskedTwice();
        Assert.Equal("Degraded", await service.Health());

        log.AnswerInstead = null;
        log.Signal(4..9, Assen);
        await log.WaitUntilRead();
        Assert.Equal(9, await CountOf(service));
        await log.WaitUntilAskedTwice();
        Assert.Equal("Healthy", await service.Health());
    }

    [Fact]
    public async Task stops_at_an_event_that_it_cannot_understand_and_counts_what_lies_before_it()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        // All at once, so that the event comes in the middle of a page.
        log.AnswerInstead = _ => [];
        log.Signal(0..5, Assen);
        log.Append("nl.regional.signalering.signaal-ingetrokken.v1", Subject(99), ByteString.Empty);
        log.Signal(5..50, Assen);
        log.AnswerInstead = null;
        await log.WaitUntil(asked => asked.Count(c => c.Position == 5) >= 2);

        var table = await service.Table("signals-by-municipality");
        var other = await service.Table("regions/PO3008/schoolYears/2024-2025/tables/signals-by-municipality", IndicatorsFixture.Peelland);

        Assert.Equal(5, table.Count(Assen, "relatief"));
        Assert.StartsWith("Incomplete: counting stopped at an event that could not be understood", table.Completeness.Statement, StringComparison.Ordinal);
        Assert.Equal("Degraded", await service.Health());
        Assert.StartsWith("Every signal", other.Completeness.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task stops_when_the_log_no_longer_has_what_was_read()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..5, Assen);
        await log.WaitUntilRead();

        log.AnswerInstead = _ => throw new RpcException(new Status(StatusCode.FailedPrecondition, "CURSOR_AHEAD"));
        await log.WaitUntilAskedTwice();

        Assert.Equal("Degraded", await service.Health());
        Assert.StartsWith("Incomplete", (await service.Table("signals-by-municipality")).Completeness.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_until_when_it_has_counted_and_at_the_start_that_it_has_not()
    {
        await using var service = await IndicatorsFixture.New(before => before.Log().AnswerInstead = _ => throw new RpcException(new Status(StatusCode.Unavailable, "away")));
        var log = service.Log();
        var starting = (await service.Table("signals-by-municipality")).Completeness;
        Assert.Equal("Healthy", await service.Health());

        log.AnswerInstead = null;
        log.Signal(0..1, Assen);
        await log.WaitUntilRead();
        var caughtUp = (await service.Table("signals-by-municipality")).Completeness;

        Assert.Null(starting.CompleteUntil);
        Assert.StartsWith("Not yet caught up", starting.Statement, StringComparison.Ordinal);
        Assert.Equal(Log.Now, caughtUp.CompleteUntil.ToDateTimeOffset());
        Assert.StartsWith("Every signal", caughtUp.Statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task keeps_nothing_of_a_signal_but_what_is_counted()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..1, Assen);
        await service.Log().WaitUntilRead();

        await using var connection = new SqliteConnection($"Data Source={service.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "select group_concat(name, ' ') from pragma_table_info('spells')";

        Assert.Equal("region log generation position subject municipality verzuim_class age_band start_date end_date", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static FeedPage PageOf(long[] positions, Log log) => new()
    {
        Events = { positions.Select(p => log.EventAt(p, Received, Subject((int)p + 100), Body(Assen, VerzuimClass.Relatief, Autumn).ToByteString())) },
        Cursor = new Cursor { Epoch = 1, Position = positions[^1] },
        HeadPosition = positions[^1],
    };

    private static async Task<long?> CountOf(IndicatorsFixture service) =>
        (await service.Table("signals-by-municipality")).Count(Assen, "relatief");
}
