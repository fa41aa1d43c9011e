namespace Regional.LocalServers;

/// <summary>A server is not installed on this machine.</summary>
/// <param name="program">The program that was not found.</param>
/// <param name="package">Debian's package that has it.</param>
public sealed class MissingServerException(string program, string package)
    : LocalServerException($"{program} was not found. Run eng/install-servers, which installs Debian's package {package}.");
