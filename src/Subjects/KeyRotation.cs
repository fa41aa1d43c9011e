using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Regional.ServiceDefaults.Refusals;

namespace Regional.Subjects;

/// <summary>A key that can be changed although data rest on it.</summary>
public interface IRotatedKey
{
    /// <summary>Name of the key, like <c>leerplicht</c>.</summary>
    string Name { get; }

    /// <summary>Makes a new key, on which everything new rests from now on.</summary>
    /// <param name="leaked">Whether somebody else may have the present key: then what rests on it alone is changed before this returns.</param>
    /// <returns>One line for the operator: what was done.</returns>
    Task<string> Rotate(bool leaked);
}

/// <summary>Changes a key when the service is started with <c>--rotate NAME</c> or, where others may have the key, <c>--replace-leaked NAME</c>; then the
/// program ends.</summary>
internal sealed class KeyRotation(IConfiguration configuration, IEnumerable<IRotatedKey> keys) : IHostedService
{
    private const string Rotate = "rotate", ReplaceLeaked = "replace-leaked";

    /// <exception cref="StartupDoneException">A key was changed.</exception>
    /// <exception cref="StartupFaultException">There is no such key.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var leaked = configuration[ReplaceLeaked];
        if ((leaked ?? configuration[Rotate]) is { } name)
        {
            var key = keys.SingleOrDefault(k => k.Name == name)
                ?? throw new StartupFaultException($"--{(leaked is null ? Rotate : ReplaceLeaked)} {name}: there is no such key to change; there is {string.Join(" and ", keys.Select(k => k.Name).Order(StringComparer.Ordinal))}.");
            throw new StartupDoneException(await key.Rotate(leaked is not null));
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
