using Regional.Bench.Measuring;
using Regional.Bench.Services;
using Regional.Bench.Signals;
using Regional.Bench.Stores;

namespace Regional.Bench.Reading;

/// <summary>A Signalering whose log was filled by pushing signals to it.</summary>
internal sealed class FilledLog : IAsyncDisposable
{
    private FilledLog(PostgreSql engine, Place place, ServiceProcess service, IReadOnlyDictionary<string, long> heads) =>
        (Engine, Place, Service, Heads) = (engine, place, service, heads);

    public PostgreSql Engine { get; }

    public Place Place { get; }

    public ServiceProcess Service { get; }

    /// <summary>How many events the log of each region has.</summary>
    public IReadOnlyDictionary<string, long> Heads { get; }

    public long Events => Heads.Values.Sum();

    public static async Task<FilledLog> Make(int events, CancellationToken cancellation)
    {
        var engine = await PostgreSql.Start(cancellation);
        var place = await engine.NewPlace();
        var service = await ServiceProcess.Start("Signalering", place, cancellation);
        Console.Error.WriteLine($"Pushing {events:N0} signals, whose events are read afterwards ...");
        await Sender.PushAll(service, [.. Enumerable.Range(0, SignalSource.Streams).Select(stream => SignalSource.Batches(stream).Take(events / SignalSource.Streams / SignalSource.BatchSize))], cancellation);
        var heads = new Dictionary<string, long>();
        await using var connection = engine.Open(place);
        await using var command = connection.CreateCommand();
        // As the server does by itself within a minute.
        command.CommandText = "vacuum analyze";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
        command.CommandText = "select region, position from logs";
        await using var row = await command.ExecuteReaderAsync(cancellation);
        while (await row.ReadAsync(cancellation))
        {
            heads.Add(row.GetString(0), row.GetInt64(1));
        }

        return new(engine, place, service, heads);
    }

    /// <summary>The baseline: the columns that the feed reads, in pages of as many rows, by one who does nothing with them.</summary>
    public async Task<Turn> ReadRows()
    {
        await using var connection = Engine.Open(Place);
        await using var command = connection.CreateCommand();
        command.CommandText = "select position, type, recorded, subject, file, body from events where region = @region and position > @after order by position limit 1000";
        var (region, after) = (command.CreateParameter(), command.CreateParameter());
        (region.ParameterName, after.ParameterName) = ("region", "after");
        command.Parameters.Add(region);
        command.Parameters.Add(after);
        return await Turn.Of(Events, () => Engine.Processes, () => Task.Run(() =>
        {
            foreach (var (log, head) in Heads)
            {
                region.Value = log;
                for (var position = 0L; position < head;)
                {
                    after.Value = position;
                    using var row = command.ExecuteReader();
                    while (row.Read())
                    {
                        position = row.GetInt64(0);
                        _ = (row.GetString(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(4), row.GetFieldValue<byte[]>(5));
                    }
                }
            }
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Place.DisposeAsync();
        await Engine.DisposeAsync();
    }
}
