namespace Aspire.Hosting;

/// <summary>What an application is run for.</summary>
/// <param name="operation">What for.</param>
public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    /// <summary>What for.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>Whether its resources are run.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>Whether it is described for running elsewhere.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;
}

/// <summary>What an application can be run for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>Its resources are run.</summary>
    Run = 0,

    /// <summary>It is described for running elsewhere.</summary>
    Publish = 1,
}
