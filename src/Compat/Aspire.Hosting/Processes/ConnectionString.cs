using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Processes;

/// <summary>The connection string of a resource, for one that needs it or can do without.</summary>
internal sealed record ConnectionString(IResourceWithConnectionString Resource, bool Optional) : IValueProvider
{
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var text = await Resource.GetConnectionStringAsync(cancellationToken).ConfigureAwait(false);
            return !string.IsNullOrEmpty(text) ? text
                : Optional ? null
                : throw new DistributedApplicationException($"The connection string of '{Resource.Name}' is empty. Give it a value.");
        }
        catch (MissingParameterValueException) when (Optional)
        {
            return null;
        }
    }
}
