using Microsoft.Data.Sqlite;
using Regional.Indicators.Tests.Hosting;
using static Regional.Indicators.Tests.Hosting.SignalEvents;

namespace Regional.Indicators.Tests;

public sealed class A_table_that_was_served
{
    private const string Name = "signals-by-municipality";

    [Fact]
    public async Task is_not_counted_again_until_more_has_been_applied()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..7, Assen);
        await service.Log().WaitUntilRead();
        Assert.Equal(7, (await service.Table(Name)).Count(Assen, "relatief"));

        await TakeFactsAway(service);
        Assert.Equal(7, (await service.Table(Name)).Count(Assen, "relatief"));

        service.Log().Signal(7..15, Assen);
        await service.Log().WaitUntilRead();
        Assert.Equal(8, (await service.Table(Name)).Count(Assen, "relatief"));
    }

    [Fact]
    public async Task is_another_one_for_another_region_another_year_and_another_reader()
    {
        await using var service = await IndicatorsFixture.New();
        var assen = IndicatorsFixture.Drenthe with { Oin = Territory.WrittenValues.Parse<Territory.Oin>("00000099000100106000"), Role = new(Territory.Role.Municipality), Unit = "leerplicht" };
        service.Log().Signal(0..7, Assen);
        await service.Log().WaitUntilRead();
        Assert.Equal(7, (await service.Table(Name)).Count("total", "total"));
        Assert.Equal(7, (await service.Table(Name, assen)).Count(Assen, "total"));
        await TakeFactsAway(service);

        Assert.Equal(0, (await service.Table("regions/PO3008/schoolYears/2024-2025/tables/signals-by-municipality", IndicatorsFixture.Peelland)).Count("total", "total"));
        Assert.Equal(0, (await service.Table("regions/VO2201/schoolYears/2023-2024/tables/signals-by-municipality")).Count("total", "total"));
        Assert.DoesNotContain((await service.Table(Name, assen)).Rows, row => row.Labels[0].Code != Assen);
        Assert.Contains((await service.Table(Name)).Rows, row => row.Labels[0].Code == Tynaarlo);
    }

    [Fact]
    public async Task says_how_complete_it_is_now()
    {
        await using var service = await IndicatorsFixture.New();
        service.Log().Signal(0..7, Assen);
        await service.Log().WaitUntilRead();
        var before = (await service.Table(Name)).Completeness;

        service.Log().AnswerInstead = _ => throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.FailedPrecondition, "CURSOR_AHEAD"));
        await service.Log().WaitUntilAskedTwice();

        Assert.StartsWith("Every signal", before.Statement, StringComparison.Ordinal);
        Assert.StartsWith("Incomplete", (await service.Table(Name)).Completeness.Statement, StringComparison.Ordinal);
    }

    private static async Task TakeFactsAway(IndicatorsFixture service)
    {
        await using var connection = new SqliteConnection($"Data Source={service.Database};Pooling=False");
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "delete from spells";
        Assert.Equal(7, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
