using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Dapper;
using Grpc.Core;
using Microsoft.Extensions.Logging;
using Regional.ServiceDefaults;
using Regional.ServiceDefaults.Refusals;
using Regional.ServiceDefaults.Storage;
using Regional.Wire.Signalering.V1;
using static Regional.Wire.Signalering.V1.ItemResult.Types;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Tests;

public sealed class A_pushed_batch(SignaleringFixture service) : IClassFixture<SignaleringFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task names_only_what_was_not_simply_accepted()
    {
        var seen = service.Request();
        using var stream = new Stream(service);
        Assert.Empty((await stream.Send(new() { Batch = 1, Signals = { seen } })).Results);

        var answer = await stream.Send(new()
        {
            Batch = 2,
            Signals =
            {
                service.Request(),
                seen,
                service.Request(s => s.PersonNumber = "123456789"),
                service.Request(s => s.Municipality = "1680"),
                service.Request(s => s.ReasonText = "tekst"),
                Changed(seen),
            },
        });

        Assert.Equal(
            [(1, Outcome.Duplicate, ""), (2, Outcome.Rejected, "INVALID_FIELDS"), (3, Outcome.Rejected, "FOREIGN_MUNICIPALITY"), (4, Outcome.Accepted, ""), (5, Outcome.Rejected, "REQUEST_ID_TAKEN")],
            answer.Results.Select(r => (r.Index, r.Outcome, r.Reason)));
        Assert.Equal("signal.person_number", Assert.Single(answer.Results[1].Violations).Field);
        Assert.Equal("DROPPED_FIELDS", Assert.Single(answer.Results[3].Notes).Reason);
    }

    [Fact]
    public async Task with_signals_of_another_municipality_is_counted_and_logged()
    {
        var counted = new ConcurrentQueue<long>();
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => counted.Enqueue(count));
        listener.EnableMeasurementEvents(ServiceMeter.ForeignItems);
        using var stream = new Stream(service);

        // A number that no other test has, because all of them share the meter.
        await stream.Send(new() { Batch = 1, Signals = { service.Request(), Enumerable.Range(0, 37).Select(_ => service.Request(s => s.Municipality = "1680")) } });

        Assert.Contains(37, counted);
        Assert.Contains(
            (LogLevel.Warning, "00000099000100106000/municipality/leerplicht sent 37 signals of another municipality; they were rejected"),
            service.Log.Lines.Select(line => (line.Level, line.Message)));
    }

    [Fact]
    public async Task has_each_of_its_signals_held_to_the_rules_for_messages()
    {
        using var stream = new Stream(service);

        var answer = await stream.Send(new()
        {
            Batch = 1,
            Signals = { service.Request(), service.Request(s => s.Kind = (VerzuimKind)77), service.Request(s => s.ReasonText = "te\0kst"), service.Request(s => s.StartDate = null) },
        });

        Assert.Equal(
            [(1, "signal.kind", "UNKNOWN_VALUE"), (2, "signal.reason_text", "MALFORMED_TEXT"), (3, "signal.start_date", "REQUIRED")],
            answer.Results.Select(r => (r.Index, r.Violations.Single().Field, r.Violations.Single().Reason)));
    }

    [Fact]
    public async Task settles_the_same_request_twice_in_one_batch()
    {
        var twice = service.Request();
        using var stream = new Stream(service);

        var answer = await stream.Send(new() { Batch = 1, Signals = { twice, twice } });

        Assert.Equal([(1, Outcome.Duplicate)], answer.Results.Select(r => (r.Index, r.Outcome)));
    }

    [Fact]
    public async Task goes_to_the_log_of_each_region_and_to_elders()
    {
        var before = await Positions();
        using var stream = new Stream(service);

        // Assen itself lies in VO2201; primary pupils of Assen belong to PO2201, which is not hosted here.
        var answer = await stream.Send(new()
        {
            Batch = 1,
            Signals =
            {
                service.Request(),
                service.Request(s => (s.Kind, s.Establishment, s.BirthDate) = (VerzuimKind.Absoluut, "", new Date { Year = 2018, Month = 2 })),
            },
        });

        Assert.Equal([(1, "ELSEWHERE")], answer.Results.Select(r => (r.Index, r.Notes.Single().Reason)));
        var after = await Positions();
        Assert.Equal((1, 1), (after.Hosted - before.Hosted, after.Elders - before.Elders));
    }

    [Fact]
    public async Task over_500_signals_ends_the_stream_with_a_reason_after_the_answers_before_it()
    {
        using var stream = new Stream(service);
        await stream.Write(new() { Batch = 1, Signals = { service.Request() } });
        await stream.Write(new() { Batch = 2, Signals = { Enumerable.Range(0, 501).Select(_ => service.Request()) } });

        Assert.Equal(1, (await stream.Read()).Batch);
        Assert.Equal("BATCH_TOO_LARGE", (await Assert.ThrowsAsync<RpcException>(stream.Read)).ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task over_64_kB_ends_the_stream_with_a_reason()
    {
        using var stream = new Stream(service);
        await stream.Write(new() { Batch = 1, Signals = { Enumerable.Range(0, 70).Select(_ => service.Request(s => s.ReasonText = new string('x', 1_000))) } });

        Assert.Equal("BATCH_TOO_LARGE", (await Assert.ThrowsAsync<RpcException>(stream.Read)).ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task with_a_number_that_does_not_follow_ends_the_stream()
    {
        using var stream = new Stream(service);
        await stream.Write(new() { Batch = 7, Signals = { service.Request() } });

        Assert.Equal("BATCH_OUT_OF_ORDER", (await Assert.ThrowsAsync<RpcException>(stream.Read)).ErrorInfo()?.Reason);
    }

    [Fact]
    public async Task of_nothing_is_refused_and_a_stream_without_batches_is_fine()
    {
        using var stream = new Stream(service);
        await stream.Write(new() { Batch = 1 });
        Assert.Equal(("signals", "REQUIRED"), (await Assert.ThrowsAsync<RpcException>(stream.Read)).FieldViolations().Select(v => (v.Field, v.Reason)).Single());

        using var silent = new Stream(service);
        await silent.Call.RequestStream.CompleteAsync();
        Assert.False(await silent.Call.ResponseStream.MoveNext(Cancellation));
    }

    [Fact]
    public async Task answers_many_batches_in_order()
    {
        using var stream = new Stream(service);
        var reading = Task.Run(
            async () =>
            {
                var answered = new List<long>();
                while (answered.Count < 40)
                {
                    answered.Add((await stream.Read()).Batch);
                }

                return answered;
            },
            Cancellation);
        for (var batch = 1; batch <= 40; batch++)
        {
            await stream.Write(new() { Batch = batch, Signals = { Enumerable.Range(0, 10).Select(_ => service.Request()) } });
        }

        Assert.Equal(Enumerable.Range(1, 40).Select(n => (long)n), await reading);
    }

    [Fact]
    public async Task of_a_sender_who_goes_away_in_the_middle_is_settled_by_a_resend()
    {
        var batches = Enumerable.Range(1, 20)
            .Select(batch => new PushSignalsRequest { Batch = batch, Signals = { Enumerable.Range(0, 50).Select(_ => service.Request()) } })
            .ToList();
        var answered = new List<long>();
        using (var gone = CancellationTokenSource.CreateLinkedTokenSource(Cancellation))
        using (var stream = new Stream(service, gone.Token))
        {
            foreach (var batch in batches.Take(12))
            {
                await stream.Write(batch);
            }

            answered.Add((await stream.Read()).Batch);
            answered.Add((await stream.Read()).Batch);
            await gone.CancelAsync();
        }

        using var again = new Stream(service);
        var outcomes = new List<PushSignalsResponse>();
        foreach (var batch in batches)
        {
            outcomes.Add(await again.Send(batch));
        }

        // What was acknowledged is a duplicate, whole batch by whole batch; a batch is stored whole or not at all; all is there once.
        Assert.All(answered, batch => Assert.Equal(50, outcomes[(int)batch - 1].Results.Count(r => r.Outcome == Outcome.Duplicate)));
        Assert.All(outcomes, o => Assert.Contains(o.Results.Count(r => r.Outcome == Outcome.Duplicate), new[] { 0, 50 }));
        Assert.Equal(1_000, await Stored(batches));
        await AssertContiguous();
    }

    private CreateSignalRequest Changed(CreateSignalRequest seen)
    {
        var changed = seen.Clone();
        changed.Signal.MissedHours = 99;
        return changed;
    }

    private async Task<(long Hosted, long Elders)> Positions()
    {
        await using var connection = await service.Service<Database>().OpenReader();
        return (connection.ExecuteScalar<long>("select coalesce(max(position), 0) from logs where region = 'VO2201'"), connection.ExecuteScalar<long>("select coalesce(max(position), 0) from logs where region = 'elders'"));
    }

    private async Task<int> Stored(IEnumerable<PushSignalsRequest> batches)
    {
        await using var connection = await service.Service<Database>().OpenReader();
        var ids = batches.SelectMany(b => b.Signals).Select(s => Guid.Parse(s.RequestId).ToByteArray(bigEndian: true)).ToList();
        return ids.Count(id => connection.ExecuteScalar<int>("select count(*) from request_keys where request_id = @id", new { id }) == 1);
    }

    private async Task AssertContiguous()
    {
        await using var connection = await service.Service<Database>().OpenReader();
        Assert.Equal(
            connection.Query<(string, long)>("select region, position from logs order by region"),
            connection.Query<(string, long)>("select region, count(*) from events group by region having min(position) = 1 and max(position) = count(*) order by region"));
    }
}
