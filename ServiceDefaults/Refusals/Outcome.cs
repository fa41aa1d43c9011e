using System.Diagnostics.CodeAnalysis;

namespace Regional.ServiceDefaults.Refusals;

/// <summary>What a use case gives: a value, or a refusal.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The refusal; null where there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether there is a value, and which.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T granted, [MaybeNullWhen(true)] out Refusal refusal)
    {
        (granted, refusal) = (_value, Refusal);
        return Refusal is null;
    }

    /// <summary>The value, for an adapter that has nothing else to say.</summary>
    /// <exception cref="RefusedException">The use case refused; the interceptor turns it into a status.</exception>
    public T OrThrow() => Refusal is null ? _value! : throw new RefusedException(Refusal);

    /// <summary>A granted value.</summary>
    public static implicit operator Outcome<T>(T granted) => new(granted, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Carries a refusal through a gRPC handler, whose signature has room for a value only.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    /// <summary>The refusal.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>A fault in what the service was given to start with; it is printed as one line and the process ends with <see cref="ExitCode"/>.</summary>
/// <param name="message">One line: what is wrong, where, and what to do.</param>
/// <param name="mayPass">Whether another try may end otherwise.</param>
public sealed class StartupFaultException(string message, bool mayPass = false) : Exception(message)
{
    /// <summary>What tells who started the process whether to try again.</summary>
    public int ExitCode { get; } = mayPass ? StartupFaults.TryAgainExitCode : StartupFaults.ExitCode;
}

/// <summary>The program was started for one thing only, and that is done: it is printed as one line and the process ends with 0, without having served.</summary>
/// <param name="message">One line: what was done.</param>
public sealed class StartupDoneException(string message) : Exception(message);
