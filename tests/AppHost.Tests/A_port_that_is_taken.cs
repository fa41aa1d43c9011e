using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Regional.AppHost.Development.StatusPage;

namespace Regional.AppHost.Tests;

public sealed class A_port_that_is_taken
{
    [Fact]
    public async Task makes_the_status_page_take_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, StatusSite.UsualPort);
        try
        {
            other.Start();
        }
        catch (SocketException)
        {
            // Something else has it: that is as good.
        }

        var builder = DistributedApplication.CreateBuilder();
        builder.AddStatusPage();
        await using var app = builder.Build();
        await app.StartAsync(Limit.Token);

        var address = new Uri(await app.Services.GetRequiredService<StatusSite>().Address.WaitAsync(Limit.Token));

        Assert.NotEqual(StatusSite.UsualPort, address.Port);
        using var client = new HttpClient();
        Assert.Contains("Log in", await client.GetStringAsync(new Uri(address, "/login"), Limit.Token), StringComparison.Ordinal);
    }
}
