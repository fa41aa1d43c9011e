using Dapper;
using Grpc.Core;
using Npgsql;
using Regional.ServiceDefaults.Refusals;
using Regional.Tests;
using Regional.Wire.Signalering.V1;

namespace Regional.Signalering.Tests;

public sealed class Two_processes_on_one_database(PostgreSqlFixture postgreSql) : IAsyncLifetime
{
    private static readonly string[] Numbers = [.. File.ReadLines("rvig_testpersonen_gbav_2022_bsn.csv").Skip(1)];

    private readonly TemporaryFolder _folder = new();
    private string _connectionString = "";
    private SignaleringProcess[] _services = [];

    public async ValueTask InitializeAsync()
    {
        _connectionString = await (await postgreSql.Server()).CreateDatabaseAsync(TestContext.Current.CancellationToken);
        Task<SignaleringProcess>[] starting = [SignaleringProcess.Start(_folder, _connectionString), SignaleringProcess.Start(_folder, _connectionString)];
        try
        {
            await Task.WhenAll(starting);
        }
        catch
        {
            _services = [.. starting.Where(s => s.IsCompletedSuccessfully).Select(s => s.Result)];
            await DisposeAsync();
            throw;
        }

        _services = [.. starting.Select(s => s.Result)];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services)
        {
            await service.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task give_one_subject_to_each_child_that_both_bring_for_the_first_time()
    {
        foreach (var numbers in Numbers.Take(400).Chunk(100))
        {
            await Task.WhenAll(_services.SelectMany(service => new[] { numbers, [.. numbers.Reverse()] }.Select(order => Push(service, order))));
        }

        Assert.Equal((1_600, 400, 400), await Query("select count(*), count(distinct subject), (select count(*) from subjects.subjects) from signalering.signals"));
    }

    [Fact]
    public async Task never_leave_a_signal_whose_pupil_was_forgotten()
    {
        var number = Numbers[0];
        await Task.WhenAll(
        [
            Task.Run(() => Repeat(_services[0], "0106"), TestContext.Current.CancellationToken),
            Task.Run(() => Repeat(_services[1], "1730"), TestContext.Current.CancellationToken),
            Task.Run(async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await _services[i % 2].Erase(number, i % 3 == 0 ? "1730" : "0106");
                }
            }, TestContext.Current.CancellationToken),
        ]);
        await _services[0].Send(number);

        // All that is left is of the one subject to which the number leads: so it can all be erased.
        Assert.Equal((1, 1, 0), await Query(
            "select count(distinct s.subject), count(distinct p.subject), count(*) filter (where p.subject is null) from signalering.signals s full join subjects.subjects p on p.subject = s.subject"));

        async Task Repeat(SignaleringProcess service, string municipality)
        {
            for (var i = 0; i < 150; i++)
            {
                try
                {
                    await service.Send(number, municipality);
                }
                catch (RpcException refused) when (refused.ErrorInfo()?.Reason == "ERASED_MEANWHILE")
                {
                    // As the contract says.
                }
            }
        }
    }

    [Fact]
    public async Task keep_the_key_of_the_file_keys_from_being_changed_until_both_have_stopped()
    {
        string[] change = ["--rotate", "file-keys", "--ConnectionStrings:database", _connectionString];
        await _services[0].Send(Numbers[0]);

        var (exitCode, said) = await SignaleringProcess.Do(_folder, change);
        Assert.Equal((78, true), (exitCode, said.Contains("The key file-keys cannot be changed while an instance of the service runs on", StringComparison.Ordinal)));
        await _services[0].DisposeAsync();
        Assert.Equal(78, (await SignaleringProcess.Do(_folder, change)).ExitCode);
        await _services[1].DisposeAsync();
        (exitCode, said) = await SignaleringProcess.Do(_folder, change);
        _services = [];

        Assert.Equal((0, true), (exitCode, said.Contains("Key file-keys is replaced by file-keys.2, under which 1 keys of files lie now.", StringComparison.Ordinal)));
    }

    private static async Task Push(SignaleringProcess service, IEnumerable<string> numbers)
    {
        var batch = new PushSignalsRequest { Batch = 1, Signals = { numbers.Select(n => SignaleringProcess.Request(n)) } };
        var answer = await SignaleringProcess.Insisting(async () =>
        {
            using var call = service.ClientOf("0106").PushSignals(deadline: SignaleringFixture.Deadline, cancellationToken: Limit.Token);
            await call.RequestStream.WriteAsync(batch, Limit.Token);
            Assert.True(await call.ResponseStream.MoveNext(Limit.Token));
            return call.ResponseStream.Current;
        });
        Assert.All(answer.Results, result => Assert.Equal(ItemResult.Types.Outcome.Duplicate, result.Outcome));
    }

    private async Task<(long, long, long)> Query(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_connectionString) { Pooling = false }.ConnectionString);
        return await connection.QuerySingleAsync<(long, long, long)>(sql);
    }
}
