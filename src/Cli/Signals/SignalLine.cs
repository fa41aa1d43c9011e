using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Signals;

/// <summary>A line of a file. It is named by its number only: what it holds may be the number of a person.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Number">From 1.</param>
internal readonly record struct LineName(string File, int Number)
{
    public override string ToString() => $"{File}:{Number}";
}

/// <summary>What a line of a file of signals holds.</summary>
/// <param name="Name">Which line it is.</param>
/// <param name="Bytes">How long it is, with its end.</param>
internal abstract record SignalLine(LineName Name, long Bytes)
{
    /// <summary>A signal; whether it keeps the rules is for the service to say.</summary>
    public sealed record Good(LineName Name, long Bytes, CreateSignalRequest Signal) : SignalLine(Name, Bytes);

    /// <summary>Nothing that can be sent.</summary>
    /// <param name="Name">Which line it is.</param>
    /// <param name="Bytes">How long it is, with its end.</param>
    /// <param name="Reason">What is wrong and where, without anything of the content.</param>
    public sealed record Broken(LineName Name, long Bytes, string Reason) : SignalLine(Name, Bytes);
}
