namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is given to the application from outside: by its configuration, or by default.</summary>
/// <param name="name">The parameter's name.</param>
/// <param name="callback">What finds the value; asked once. It is given <see cref="Default"/>.</param>
/// <param name="secret">Whether the value is never shown.</param>
public class ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : Resource(name), IExpressionValue
{
    private readonly Lock _gate = new();
    private string? _value;

    /// <summary>Whether the value is never shown.</summary>
    public bool Secret { get; } = secret;

    /// <summary>Where the value comes from when it is not configured; null where it must be configured.</summary>
    public ParameterDefault? Default { get; set; }

    /// <summary>What the parameter is for.</summary>
    public string? Description { get; set; }

    /// <inheritdoc/>
    public string ValueExpression => $"{{{Name}.value}}";

    /// <inheritdoc/>
    /// <exception cref="MissingParameterValueException">It is not configured and has no default.</exception>
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return new(_value ??= callback(Default));
        }
    }
}
