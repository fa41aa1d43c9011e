using Grpc.Core;
using Regional.Indicators.Tests.Hosting;
using Regional.ServiceDefaults.Identity;
using Regional.ServiceDefaults.Refusals;
using Regional.Territory;
using static Regional.Indicators.Tests.Hosting.SignalEvents;

namespace Regional.Indicators.Tests;

public sealed class A_municipality_that_asks
{
    private const string Name = "regions/VO2201/schoolYears/2024-2025/tables/signals-by-municipality";

    private static readonly Caller OfTynaarlo = CallerOf("00000099000101730000", Role.Municipality, "leerplicht");

    [Fact]
    public async Task gets_its_own_rows_and_no_total_of_the_region()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..7, Assen);
        log.Signal(10..16, Tynaarlo);
        await log.WaitUntilRead();

        var table = await service.Table(Name, OfTynaarlo);

        Assert.All(table.Rows, row => Assert.Equal(Tynaarlo, row.Labels[0].Code));
        Assert.Equal(6, table.Count(Tynaarlo, "relatief"));
    }

    [Fact]
    public async Task cannot_tell_by_its_own_signal_whether_a_child_is_known_elsewhere()
    {
        await using var service = await IndicatorsFixture.New();
        var log = service.Log();
        log.Signal(0..7, Assen);
        log.Signal(10..16, Tynaarlo);
        // One child that Assen knows and one that nobody knows, each reported by Tynaarlo too, from an earlier day on and from a later one.
        log.Signal(0..1, Tynaarlo, start: new(2024, 9, 2));
        log.Signal(1..2, Tynaarlo, start: new(2025, 3, 3));
        log.Signal(90..91, Tynaarlo, start: new(2024, 9, 2));
        log.Signal(91..92, Tynaarlo, start: new(2025, 3, 3));
        await log.WaitUntilRead();

        var table = await service.Table(Name, OfTynaarlo);

        Assert.Equal(6 + 4, table.Count(Tynaarlo, "relatief"));
    }

    [Fact]
    public async Task as_a_school_board_gets_no_live_count()
    {
        await using var service = await IndicatorsFixture.New();

        var refusal = await Assert.ThrowsAsync<RpcException>(() => service.Table(Name, CallerOf("00000099000100106000", Role.SchoolBoard, "verzuim")));

        Assert.Equal("TABLE_NOT_FOUND", refusal.ErrorInfo()!.Reason);
    }

    private static Caller CallerOf(string oin, Role role, string unit) => new(WrittenValues.Parse<Oin>(oin), new(role), unit, "somebody");
}
