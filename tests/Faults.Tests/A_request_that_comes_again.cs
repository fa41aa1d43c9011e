using Grpc.Core;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>The sender is in doubt, or wrong.</summary>
public abstract class A_request_that_comes_again(Store store) : IAsyncLifetime
{
    private StoringService _service = null!;

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    public async ValueTask InitializeAsync() => _service = await StoringService.Start(await store.NewDatabase());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _service?.DisposeAsync() ?? default;
    }

    /// <summary>F06.</summary>
    [Fact]
    public async Task over_many_connections_at_once_is_stored_once_and_answered_alike()
    {
        const int connections = 16;
        var request = StoringService.Request(1);

        var answers = await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
        {
            var client = _service.ClientOf(StoringService.Assen);
            var answered = new List<Signal>();
            for (var i = 0; i < 10_000.Or(800) / connections; i++)
            {
                answered.Add(await client.CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token));
            }

            return answered;
        }));

        Assert.Single(answers.SelectMany(answered => answered).Distinct());
        Assert.Single((await _service.ClientOf(StoringService.Assen).ListSignalsAsync(new() { Parent = "regions/VO2201" }, deadline: Deadline, cancellationToken: Limit.Token)).Signals);
    }

    /// <summary>F07.</summary>
    [Fact]
    public async Task with_other_content_is_refused_changes_nothing_and_is_logged_without_that_content()
    {
        var client = _service.ClientOf(StoringService.Assen);
        var request = StoringService.Request(1);
        var stored = await client.CreateSignalAsync(request, deadline: Deadline, cancellationToken: Limit.Token);
        var other = new CreateSignalRequest(request) { Signal = new(request.Signal) { CaseNumber = "Z-OTHER", PersonNumber = "T123456789" } };

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.CreateSignalAsync(other, deadline: Deadline, cancellationToken: Limit.Token).ResponseAsync);

        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_TAKEN"), (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Equal(stored, await client.GetSignalAsync(new() { Name = stored.Name }, deadline: Deadline, cancellationToken: Limit.Token));
        await Limit.Until(() => _service.Process.Output.Any(line => line.Contains(request.RequestId, StringComparison.Ordinal)));
        Assert.DoesNotContain(_service.Process.Output, line => line.Contains("Z-OTHER") || line.Contains("123456789"));
    }

    public sealed class On_SQLite() : A_request_that_comes_again(new());

    public sealed class On_PostgreSQL(PostgreSqlFixture postgreSql) : A_request_that_comes_again(new(postgreSql));
}
