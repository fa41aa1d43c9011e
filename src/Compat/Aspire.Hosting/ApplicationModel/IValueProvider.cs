namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something whose value is known only when the application runs.</summary>
public interface IValueProvider
{
    /// <summary>Gives the value.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value, or null where there is none.</returns>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);
}

/// <summary>Something that has a name in a description of the application that is read elsewhere.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The name, as in <c>{first.bindings.http.url}</c>.</summary>
    string ValueExpression { get; }
}

/// <summary>A value that is known when the application runs, and has a name before that.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;

/// <summary>A value that is made of others.</summary>
public interface IValueWithReferences
{
    /// <summary>The resources and the values that it is made of.</summary>
    IEnumerable<object> References { get; }
}
