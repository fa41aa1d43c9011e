namespace Grpc.Core.Utils;

/// <summary>Checks of arguments and state that throw the exception a .NET caller expects.</summary>
public static class GrpcPreconditions
{
    /// <summary>Throws unless the condition holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void CheckArgument(bool condition)
    {
        if (!condition)
        {
            throw new ArgumentException();
        }
    }

    /// <summary>Throws unless the condition holds.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="errorMessage">The exception's message.</param>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void CheckArgument(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new ArgumentException(errorMessage);
        }
    }

    /// <summary>Gives the reference back, or throws if there is none.</summary>
    /// <typeparam name="T">The type of the reference.</typeparam>
    /// <param name="reference">What must not be null.</param>
    /// <exception cref="ArgumentNullException">It is.</exception>
    public static T CheckNotNull<T>(T reference) => reference is null ? throw new ArgumentNullException() : reference;

    /// <summary>Gives the reference back, or throws if there is none.</summary>
    /// <typeparam name="T">The type of the reference.</typeparam>
    /// <param name="reference">What must not be null.</param>
    /// <param name="paramName">The name of the parameter, for the exception.</param>
    /// <exception cref="ArgumentNullException">It is.</exception>
    public static T CheckNotNull<T>(T reference, string paramName) => reference is null ? throw new ArgumentNullException(paramName) : reference;

    /// <summary>Throws unless the object is in the state that the call needs.</summary>
    /// <param name="condition">What must hold.</param>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void CheckState(bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException();
        }
    }

    /// <summary>Throws unless the object is in the state that the call needs.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="errorMessage">The exception's message.</param>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static void CheckState(bool condition, string errorMessage)
    {
        if (!condition)
        {
            throw new InvalidOperationException(errorMessage);
        }
    }
}
