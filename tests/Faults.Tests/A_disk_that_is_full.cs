using Grpc.Core;
using Regional.LocalServers;
using Regional.ServiceDefaults.Refusals;
using Regional.Wire.Signalering.V1;

namespace Regional.Faults.Tests;

/// <summary>F10. A small disk of its own is full while municipalities push, and then there is room again.</summary>
public sealed class A_disk_that_is_full
{
    private static readonly (StatusCode, string?) Full = (StatusCode.ResourceExhausted, "STORAGE_FULL");

    private static DateTime Deadline => DateTime.UtcNow.AddMinutes(1);

    [Fact]
    public async Task under_SQLite_stores_nothing_says_so_and_harms_nothing()
    {
        using var home = new TemporaryFolder();
        await using var disk = await SmallDisk.Mount(Path.Combine(home.Path, "Signalering"), megabytes: 16);
        await using var service = await StoringService.Start(home, database: null);

        await Fills(disk, service, () => Task.CompletedTask);
    }

    [Fact]
    public async Task under_PostgreSQL_stores_nothing_says_so_and_harms_nothing()
    {
        using var home = new TemporaryFolder();
        await using var disk = await SmallDisk.Mount(home.File("disk"), megabytes: 128);
        await using var postgreSql = await PostgreSqlServer.StartAsync(new() { Folder = Path.Combine(disk.Path, "postgresql") }, Limit.Token).OrSkip();
        await using var service = await StoringService.Start(home, postgreSql.ConnectionString);

        // Where the write-ahead log found no room, the server has ended itself.
        await Fills(disk, service, () => postgreSql.ProcessIds.Count > 0 && Unix.IsAlive(postgreSql.ProcessIds[0]) ? Task.CompletedTask : postgreSql.RestartAsync(Limit.Token));
    }

    [Fact]
    public async Task with_the_list_of_erasures_erases_nothing_says_so_and_erases_when_asked_again()
    {
        using var home = new TemporaryFolder();
        await using var disk = await SmallDisk.Mount(home.File("erasures"), megabytes: 1);
        await using var service = await StoringService.Start(home, database: null, $"Erasures__Path={disk.Path}");
        var client = service.ClientOf(StoringService.Assen);
        var signal = StoringService.Request(1);
        var stored = await client.CreateSignalAsync(signal, deadline: Deadline, cancellationToken: Limit.Token);
        var order = new EraseSubjectRequest { PersonNumber = signal.Signal.PersonNumber };
        disk.Fill();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => client.EraseSubjectAsync(order, deadline: Deadline, cancellationToken: Limit.Token).ResponseAsync);
        Assert.Equal(Full, (refusal.StatusCode, refusal.ErrorInfo()?.Reason));
        Assert.Equal(stored, await client.GetSignalAsync(new() { Name = stored.Name }, deadline: Deadline, cancellationToken: Limit.Token));

        disk.Clear();
        Assert.Equal(1, (await client.EraseSubjectAsync(order, deadline: Deadline, cancellationToken: Limit.Token)).ErasedSignals);
    }

    private static async Task Fills(SmallDisk disk, StoringService service, Func<Task> start)
    {
        await using var senders = Senders.To(service, 4);
        await senders.Acknowledge(100);

        disk.Fill();
        await Limit.Until(() => senders.Refusals.Contains(Full));
        disk.Clear();
        await start();
        await senders.Acknowledge(100);
        await senders.Stop();

        Assert.Empty(senders.Refusals.Distinct().Except([Full, (StatusCode.Unavailable, "STORAGE"), (StatusCode.DeadlineExceeded, null)]));
        await service.Agrees(senders.Journals);
    }
}
