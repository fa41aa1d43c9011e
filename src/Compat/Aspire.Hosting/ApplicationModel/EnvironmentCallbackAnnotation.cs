namespace Aspire.Hosting.ApplicationModel;

/// <summary>Sets environment variables of a resource, each time it starts.</summary>
/// <param name="callback">What sets them.</param>
public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What sets them.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}

/// <summary>The environment variables of a resource that is about to start.</summary>
public class EnvironmentCallbackContext
{
    internal EnvironmentCallbackContext(IDictionary<string, object> defaults) => EnvironmentVariables = new(defaults);

    /// <summary>The variables so far: strings, and <see cref="IValueProvider"/>s that are asked at the end.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; }
}
