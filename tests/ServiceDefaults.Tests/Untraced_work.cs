using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Regional.ServiceDefaults.Telemetry;

namespace Regional.ServiceDefaults.Tests;

public sealed class Untraced_work : IDisposable
{
    private readonly ActivitySource _source = new($"Regional.Tests.{Guid.NewGuid():N}");
    private readonly TracerProvider _traces;

    public Untraced_work() => _traces = Sdk.CreateTracerProviderBuilder().AddSource(_source.Name).SetSampler(new ParentBasedSampler(new AlwaysOnSampler())).Build();

    public void Dispose()
    {
        _traces.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void is_told_of_in_no_trace()
    {
        using (Untraced.Begin())
        {
            Assert.False(IsRecorded());
        }

        Assert.True(IsRecorded());
    }

    [Fact]
    public void is_told_of_in_no_trace_within_a_call_that_is()
    {
        using var call = _source.StartActivity("call");
        using (Untraced.Begin())
        {
            Assert.False(IsRecorded());
        }

        Assert.True(call!.Recorded);
        Assert.True(IsRecorded());
    }

    private bool IsRecorded()
    {
        using var activity = _source.StartActivity("work");
        return activity?.Recorded ?? false;
    }
}
