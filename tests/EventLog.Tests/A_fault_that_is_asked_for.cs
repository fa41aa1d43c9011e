using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Regional.EventLog.Faults;
using Regional.ServiceDefaults.Refusals;

namespace Regional.EventLog.Tests;

/// <summary>What it does is tested on real processes, in Faults.Tests.</summary>
public sealed class A_fault_that_is_asked_for
{
    [Theory]
    [InlineData("Production", "after-lock", null, "Faults:DieAt is set in Production: it kills the service, for tests. Remove it.")]
    [InlineData("Staging", "nonsense", null, "Faults:DieAt is set in Staging: it kills the service, for tests. Remove it.")]
    [InlineData("Development", "nonsense", null, "Faults:DieAt: there is no moment 'nonsense'. Take one of after-lock, after-insert, after-commit, before-bell, after-effect.")]
    [InlineData("Development", "AfterLock", null, "Faults:DieAt: there is no moment 'AfterLock'. Take one of after-lock, after-insert, after-commit, before-bell, after-effect.")]
    [InlineData("Development", "after-lock", "0", "Faults:Pass: '0' is no number from 1 on.")]
    public void stops_the_start_where_it_cannot_be_had(string environment, string dieAt, string? pass, string line) =>
        Assert.Equal(line, Assert.Throws<StartupFaultException>(() => Read(environment, dieAt, pass)).Message);

    [Theory]
    [InlineData("Production", null)]
    [InlineData("Development", "after-lock")]
    public void stops_no_other_start(string environment, string? dieAt) => Assert.NotNull(Read(environment, dieAt, null));

    private static FaultPoints Read(string environment, string? dieAt, string? pass)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Faults:DieAt"] = dieAt, ["Faults:Pass"] = pass });
        return FaultPoints.Read(builder.Configuration, builder.Environment);
    }
}
