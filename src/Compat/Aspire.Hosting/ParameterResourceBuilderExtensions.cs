using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Adds values that are given to the application from outside.</summary>
public static class ParameterResourceBuilderExtensions
{
    private const int PasswordLength = 22;

    /// <summary>Adds a parameter, whose value the configuration holds as <c>Parameters:{name}</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="secret">Whether the value is never shown.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(CreateParameter(builder, name, secret));

    /// <summary>Adds a parameter of a fixed value, which the configuration can overrule as <c>Parameters:{name}</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="publishValueAsDefault">Whether a published description holds the value. Nothing is published here.</param>
    /// <param name="secret">Whether the value is never shown.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, _ => Configured(builder, name) ?? value, secret));

    /// <summary>Adds a parameter that has a default.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The default, for when the configuration has no <c>Parameters:{name}</c>.</param>
    /// <param name="secret">Whether the value is never shown.</param>
    /// <param name="persist">
    /// Whether the next start gets the same default: it is kept in <c>parameters.json</c>, for its owner's eyes only, in the folder that the
    /// configuration names as <c>Aspire:Store:Path</c>. Without such a folder nothing is kept.
    /// </param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.AddResource(new ParameterResource(name, byDefault => Configured(builder, name) ?? Default(builder, name, byDefault!, persist), secret)
        {
            Default = value,
        });

    /// <summary>Adds a parameter, whose value the configuration holds under a key of its own.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="configurationKey">The key.</param>
    /// <param name="secret">Whether the value is never shown.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(
        this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        builder.AddResource(new ParameterResource(
            name, _ => builder.Configuration[configurationKey] ?? throw Missing("Parameter", name, configurationKey), secret));

    /// <summary>Adds a connection string, which the configuration holds as <c>ConnectionStrings:{name}</c>: of a server that runs already.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    /// <param name="environmentVariableName">The variable in which others get it; null for <c>ConnectionStrings__{name}</c>.</param>
    /// <returns>A builder for it.</returns>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null) =>
        builder.AddResource(new ConfiguredConnectionString(
            name,
            environmentVariableName,
            _ => builder.Configuration.GetConnectionString(name)
                ?? builder.Configuration.GetConnectionString(name.Replace('-', '_'))
                ?? throw Missing("Connection string", name, $"ConnectionStrings:{name}")));

    /// <summary>Makes a parameter, without adding it, whose value the configuration holds as <c>Parameters:{name}</c>.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="secret">Whether the value is never shown.</param>
    /// <returns>The parameter.</returns>
    public static ParameterResource CreateParameter(IDistributedApplicationBuilder builder, string name, bool secret) =>
        new(name, _ => Configured(builder, name) ?? throw Missing("Parameter", name, $"Parameters:{name}"), secret);

    /// <summary>Makes a secret parameter, without adding it, that is a random password of 22 characters unless it is configured.</summary>
    /// <remarks>The next start gets the same password: see <c>persist</c> of <c>AddParameter</c>.</remarks>
    /// <param name="builder">The application.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="lower">Whether it may hold lower-case letters.</param>
    /// <param name="upper">Whether it may hold upper-case letters.</param>
    /// <param name="numeric">Whether it may hold digits.</param>
    /// <param name="special">Whether it may hold other characters.</param>
    /// <param name="minLower">How many lower-case letters it holds at least.</param>
    /// <param name="minUpper">How many upper-case letters it holds at least.</param>
    /// <param name="minNumeric">How many digits it holds at least.</param>
    /// <param name="minSpecial">How many other characters it holds at least.</param>
    /// <returns>The parameter.</returns>
    public static ParameterResource CreateDefaultPasswordParameter(
        IDistributedApplicationBuilder builder, string name, bool lower = true, bool upper = true, bool numeric = true, bool special = true,
        int minLower = 0, int minUpper = 0, int minNumeric = 0, int minSpecial = 0)
    {
        var password = new GenerateParameterDefault
        {
            MinLength = PasswordLength,
            Lower = lower,
            Upper = upper,
            Numeric = numeric,
            Special = special,
            MinLower = minLower,
            MinUpper = minUpper,
            MinNumeric = minNumeric,
            MinSpecial = minSpecial,
        };
        return new(name, byDefault => Configured(builder, name) ?? Default(builder, name, byDefault!, persist: true), secret: true) { Default = password };
    }

    // An environment variable's name holds no hyphen in most shells: an underscore will do.
    private static string? Configured(IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"] ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"];

    private static string Default(IDistributedApplicationBuilder builder, string name, ParameterDefault byDefault, bool persist) =>
        persist && builder.Configuration["Aspire:Store:Path"] is { } folder
            ? new ParameterStore(folder).GetOrAdd(name, byDefault.GetDefaultValue)
            : byDefault.GetDefaultValue();

    private static MissingParameterValueException Missing(string kind, string name, string key) => new(
        $"{kind} '{name}' has no value. Give it one as {key} in the AppHost's configuration, for instance by the environment variable "
        + $"{key.Replace(":", "__", StringComparison.Ordinal).Replace('-', '_')}.");
}
