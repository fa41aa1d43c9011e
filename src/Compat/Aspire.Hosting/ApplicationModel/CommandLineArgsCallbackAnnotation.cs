namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds arguments to a resource's command line, each time it starts.</summary>
/// <param name="callback">What adds them.</param>
public class CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) : IResourceAnnotation
{
    /// <summary>What adds them.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; } = callback;
}

/// <summary>The command line of a resource that is about to start.</summary>
/// <param name="args">The arguments so far.</param>
/// <param name="cancellationToken">Gives up the start.</param>
public sealed class CommandLineArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default)
{
    /// <summary>The arguments so far: strings, and <see cref="IValueProvider"/>s that are asked at the end.</summary>
    public IList<object> Args { get; } = args;

    /// <summary>Gives up the start.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;
}
