using Aspire.Hosting.Testing;
using Grpc.Net.Client;
using Regional.Wire.Health.V1;

namespace Regional.Stack.Tests;

public sealed class A_stack_in_a_test
{
    [Fact]
    public async Task is_reached_at_the_endpoints_of_its_services()
    {
        var folder = Directory.CreateTempSubdirectory("regional-");
        string[] arguments = ["--folder", Path.Combine(folder.FullName, ".regional")];
        await using (var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(arguments, Limit.Token))
        {
            await using var stack = await builder.BuildAsync(Limit.Token);
            await stack.StartAsync(Limit.Token);
            await stack.ResourceNotifications.WaitForResourceHealthyAsync("indicators", Limit.Token);

            using var channel = GrpcChannel.ForAddress(stack.GetEndpoint("indicators", "grpc"));
            var health = await new Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest(), deadline: DateTime.UtcNow.AddMinutes(1), cancellationToken: TestContext.Current.CancellationToken);

            Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
            using var http = stack.CreateHttpClient("signalering");
            Assert.Equal("Healthy", await http.GetStringAsync("/health", Limit.Token));
        }

        folder.Delete(recursive: true);
    }
}
