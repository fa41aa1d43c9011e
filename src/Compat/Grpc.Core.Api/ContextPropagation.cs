namespace Grpc.Core;

/// <summary>What of a call in progress a call made on its behalf takes over.</summary>
/// <param name="propagateDeadline">Whether the child call ends no later than the parent.</param>
/// <param name="propagateCancellation">Whether the child call is cancelled with the parent.</param>
public class ContextPropagationOptions(bool propagateDeadline = true, bool propagateCancellation = true)
{
    /// <summary>Deadline and cancellation both.</summary>
    public static readonly ContextPropagationOptions Default = new();

    /// <summary>Whether the child call ends no later than the parent.</summary>
    public bool IsPropagateDeadline { get; } = propagateDeadline;

    /// <summary>Whether the child call is cancelled with the parent.</summary>
    public bool IsPropagateCancellation { get; } = propagateCancellation;
}

/// <summary>Stands for a call in progress in the options of a call made on its behalf. Only a server gives it out.</summary>
public abstract class ContextPropagationToken
{
    internal ContextPropagationToken()
    {
    }
}
