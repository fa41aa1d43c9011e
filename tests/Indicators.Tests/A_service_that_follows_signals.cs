using Regional.Indicators.Tests.Hosting;

namespace Regional.Indicators.Tests;

public sealed class A_service_that_follows_signals
{
    [Fact]
    public async Task tries()
    {
        await using var service = await Service.Start();
        var table = await service.Table("participation", TestContext.Current.CancellationToken);
        Assert.Equal("x", table.ToString());
    }

    [Fact]
    public async Task tries_too()
    {
        await using var service = await Service.Start();
        await service.Feed["VO2201"].WaitUntilRead(TestContext.Current.CancellationToken);
        var table = await service.Table("signals-by-municipality", TestContext.Current.CancellationToken);
        Assert.Equal("x", table.ToString() + await service.Health(TestContext.Current.CancellationToken));
    }
}
